package analyze

import "jiandu/corpus"

// figure is a number with its unit of counting, before it is known what it counts.
type figure struct {
	num    numeral
	unit   span // of counting; empty where a noun follows the number at once
	class  class
	start  int // of the words that qualify the number: 超过, 约
	end    int // behind the unit and 以上, 左右
	approx string
}

// reason says why a number is no figure; "" where it is one.
type reason string

// readFigure reads the unit around a number and decides whether it is a figure.
func (a *Analyzer) readFigure(d *doc, n numeral, limit int) (figure, reason) {
	f := figure{num: n, start: n.start, end: n.signEnd, approx: n.approx}
	if why := a.unlikely(d, n, limit); why != "" {
		return f, why
	}
	if why := a.readUnit(d, &f, limit); why != "" {
		return f, why
	}
	readApprox(d.runes, &f, limit)
	f.start = rangeStart(d.runes, f.start, n)
	if n.bare && f.approx == "" {
		return f, "magnitude without a digit"
	}
	if n.share && d.runes[n.start] == '半' && (f.approx == "" || isOneOf(d.runes, n.end, "个年月天小日夜")) {
		return f, "half"
	}
	if isOneOf(d.runes, f.unit.start, "口") && n.start > 0 && isOneOf(d.runes, n.start-1, "家户") {
		return f, "household"
	}
	return f, a.unlikelyFigure(d, f, limit)
}

// readUnit reads the unit of counting behind a number.
func (a *Analyzer) readUnit(d *doc, f *figure, limit int) reason {
	n := f.num
	if n.share {
		f.class, f.unit = classRatio, span{n.end, n.signEnd}
		if n.discount {
			return "discount"
		}
		return ""
	}
	at := skipBlank(d.runes, n.end)
	end, c := a.lex.figures.counters.longest(d.runes, at, limit)
	if end > at && a.wordBeyond(d, at, end, limit) {
		end = at
	}
	if end == at && saysPoints(d.runes[:limit], at) {
		end, c = at+1, classCount
	}
	switch {
	case end == at && largeNoun(d, n, limit):
		f.class, f.unit, f.end = classCount, span{n.end, n.end}, n.end
		return ""
	case end == at && largeAlone(d.runes, n, limit):
		f.class, f.unit, f.end = classCount, span{n.end, n.end}, n.end
		return ""
	case end == at:
		return "no unit"
	case c.is(classTime):
		return "time"
	case c.is(classRank):
		return "rank"
	}
	f.class, f.unit, f.end = c, span{at, end}, end
	f.afterUnit(d.runes, limit)
	return ""
}

// saysPoints tells 六点要求 from the time of day.
func saysPoints(text []rune, i int) bool {
	if !isOneOf(text, i, "点") {
		return false
	}
	for _, w := range [...]string{"要求", "意见", "建议", "希望", "措施", "倡议"} {
		if _, ok := wordAt(text, i+1, w); ok {
			return true
		}
	}
	return false
}

// afterUnit reads 多 and 余 behind a unit: 5公里多, 万元余.
func (f *figure) afterUnit(text []rune, limit int) {
	if f.end < limit && isOneOf(text, f.end, "多余") && (f.end+1 >= limit || !isWordRune(text[f.end+1])) {
		f.approx, f.end = corpus.Over, f.end+1
	}
}

// wordBeyond tells a unit from the head of a longer word: 人 in 人情, 元 in 元件.
func (a *Analyzer) wordBeyond(d *doc, start, end, limit int) bool {
	if isOneOf(d.runes, start, "人") && isOneOf(d.runes, start+1, "为") {
		return false // 5人|为厅级干部
	}
	if isOneOf(d.runes, start, "人名") && isOneOf(d.runes, start+1, "均") && isOneOf(d.runes, start+2, "被已为系受未在是有获因对属能可不") {
		return false // 3人|均被
	}
	if e, c := a.lex.figures.nonfigures.longest(d.runes, start, limit); c.is(classWord) && e > end {
		return true
	}
	if end-start != 1 || isOneOf(d.runes, start, "个家名起期轮批件项类条") {
		return false
	}
	t := d.word(start)
	return t.start == start && t.end > end && t.pos != "" && t.pos[0] == 'n'
}

// largeNoun tells whether a large number counts the noun that follows it at once: 2.2万吃空饷人员.
func largeNoun(d *doc, n numeral, limit int) bool {
	if n.integer && n.approx == "" || n.bare || n.end >= limit || n.chinese && n.value < 1000 {
		return false
	}
	return (n.approx != "" || n.value >= 1000 && !n.integer && magnitude(d.runes[n.end-1]) > 0) && isWordRune(d.runes[n.end]) &&
		!isOneOf(d.runes, n.end, "的以左之上下余多和与至到元年月日")
}

// largeAlone tells whether a large number without a unit closes what it measures:
// 惠及人口超过2700万. Those before another figure take its unit: 109亿和2966亿元.
func largeAlone(text []rune, n numeral, limit int) bool {
	if n.chinese || n.bare || n.value < 1e4 || magnitude(text[n.end-1]) < 1e4 {
		return false
	}
	if n.end < limit && !isOneOf(text, n.end, "，。；、和") {
		return false
	}
	before := text[max(0, n.start-8):n.start]
	for i := range before {
		for _, w := range [...]string{"人口", "人数", "总数", "数量", "资金", "总额", "金额", "用户", "销量", "浏览量", "点击量", "阅读量", "访问量", "播放量"} {
			if _, ok := wordAt(before, i, w); ok {
				return true
			}
		}
	}
	return false
}

// rangeStart gives where a range begins whose end is n: 3至5名.
func rangeStart(text []rune, start int, n numeral) int {
	if start != n.start || !n.integer || !isOneOf(text, start-1, "至到-—–~～－") {
		return start
	}
	at := start - 1
	for at > 0 && isOneOf(text, at-1, "—") {
		at--
	}
	from := at
	for from > 0 && isDigit(text[from-1]) {
		from--
	}
	if from == at {
		return start
	}
	return from
}

// isWordRune tells a Chinese character or letter from punctuation.
func isWordRune(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

// endsOther tells whether a qualifier of one character only ends another word: 节约, 附近, 侦破.
func endsOther(text []rune, word string) bool {
	switch word {
	case "约":
		return isOneOf(text, len(text)-2, "节签契制公预违履条续")
	case "近":
		return isOneOf(text, len(text)-2, "附最临邻亲远贴靠")
	case "破":
		return isOneOf(text, len(text)-2, "侦攻打冲识击爆")
	case "超":
		return isOneOf(text, len(text)-2, "反赶")
	}
	return false
}

// readApprox reads the words before and behind a figure that say how exact it is.
func readApprox(text []rune, f *figure, limit int) {
	for _, w := range [...]struct{ word, approx string }{
		{"不少于", corpus.Over},
		{"不低于", corpus.Over},
		{"不下于", corpus.Over},
		{"不得超过", ""}, // a bound, and no more or less than it says
		{"不能超过", ""},
		{"不得高于", ""},
		{"不超过", ""},
		{"不高于", ""},
		{"不多于", ""},
		{"不得少于", corpus.Over},
		{"不得低于", corpus.Over},
		{"不下", corpus.Over},
		{"超过了", corpus.Over},
		{"突破了", corpus.Over},
		{"超过", corpus.Over},
		{"突破", corpus.Over},
		{"破", corpus.Over},
		{"高于", corpus.Over},
		{"多于", corpus.Over},
		{"大于", corpus.Over},
		{"至少", corpus.Over},
		{"超", corpus.Over},
		{"逾", corpus.Over},
		{"大约", corpus.About},
		{"大概", corpus.About},
		{"约", corpus.About},
		{"约为", corpus.About},
		{"约占", corpus.About},
		{"将近", corpus.Nearly},
		{"接近", corpus.Nearly},
		{"近", corpus.Nearly},
		{"不到", corpus.Nearly},
		{"不足", corpus.Nearly},
		{"低于", corpus.Nearly},
		{"少于", corpus.Nearly},
		{"至多", corpus.Nearly},
		{"最多", corpus.Nearly},
	} {
		before := text[max(0, f.num.start-4):f.num.start]
		if endsWith(before, w.word) && !endsOther(before, w.word) {
			f.approx = w.approx
			if f.start = f.num.start - len([]rune(w.word)); len(w.word) > len("约") && w.approx == corpus.About && isOneOf(text, f.num.start-1, "占为") {
				f.start = f.num.start // 约占: 占 is the verb
			}
			break
		}
	}
	if (f.num.bare || f.num.share) && f.num.start > 0 && text[f.num.start-1] == '过' && f.start == f.num.start {
		f.approx, f.start = corpus.Over, f.start-1
	}
	for _, w := range [...]struct{ word, approx string }{
		{"多", corpus.Over}, {"以上", corpus.Over}, {"左右", corpus.About}, {"上下", corpus.About}, {"以下", corpus.Nearly}, {"以内", corpus.Nearly}, {"之多", ""},
	} {
		if end, ok := wordAt(text[:limit], f.end, w.word); ok && (w.word != "多" || isOneOf(text, f.end-1, "成") && f.num.share) {
			f.approx, f.end = w.approx, end
			break
		}
	}
}
