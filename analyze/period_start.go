package analyze

// startsTime tells whether a time may start at i, by what stands there and next: most of a text is
// passed over here, so what a scanner is taught to read must be let through here too.
func startsTime(text []rune, i int) bool {
	r := text[i]
	if !timeStarts.has(r) {
		return false
	}
	next := rune(0)
	if i+1 < len(text) {
		next = text[i+1]
	}
	switch r {
	case '今', '明', '昨':
		return next == '年' || next == '天' || next == '日'
	case '去', '同', '开':
		return next == '年'
	case '前', '头':
		return next == '年' || next == '不' || startsNumber(next)
	case '本':
		return next == '年' || next == '月'
	case '当':
		return next == '年' || next == '前' || next == '天' || next == '日'
	case '次':
		return next == '年' || next == '日'
	case '上':
		return next == '年' || next == '半' || next == '月' || next == '个' || next == '周'
	case '下':
		return next == '半'
	case '全', '半':
		return next == '年'
	case '年':
		return next == '初' || next == '底' || next == '末' || next == '内'
	case '第':
		return startsNumber(next)
	case '目', '日', '此':
		return next == '前'
	case '现':
		return next == '已' || next == '在'
	case '迄', '至', '如':
		return next == '今'
	case '近':
		return next == '日' || next == '期' || next == '年' || next == '些' || next == '段' || next == '半' || next == ' ' || startsNumber(next)
	case '最':
		return next == '近'
	case '不':
		return next == '久'
	case '眼':
		return next == '下'
	case '以':
		return next == '来'
	case '每':
		return next == '年' || next == '月' || next == '季' || next == '半' || next == '周' || next == '天' || next == '日'
	case '过':
		return next == '去'
	case '这':
		return next == ' ' || startsNumber(next)
	case '“':
		return next == '十' || next == '五'
	case '元', '春', '清', '端', '中', '国':
		return feastAt(text, i) > i
	case '五':
		return next == '一' || endsTimeNumber(text, i)
	}
	return startsNumber(r) && endsTimeNumber(text, i)
}

// timeStarts is what the switch of startsTime knows.
var timeStarts = newRuneSet("0123456789０１２３４５６７８９一二三四五六七八九十两〇零", "今明昨去同开前头本当次上下全半年第目日此现迄至如近最不眼以每过这“元春清端中国")

// startsNumber leaves out the characters of cheques: 登陆|月球.
func startsNumber(r rune) bool {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '两', '〇', '零':
		return true
	}
	return isDigit(r)
}

// longestTimeNumber is the most characters of a number that a time begins with, and one more.
const longestTimeNumber = 6

// endsTimeNumber tells whether what follows the number at i may follow the number of a time.
func endsTimeNumber(text []rune, i int) bool {
	end := i
	for end < len(text) && end < i+longestTimeNumber && startsNumber(text[end]) {
		end++
	}
	return end == i+longestTimeNumber || isOneOf(text, skipBlank(text, end), "年月日号季个半至到—–-－~～与和、")
}
