package analyze

// chineseDigit gives the value of a Chinese digit, plain, formal or traditional.
func chineseDigit(r rune) (int, bool) {
	switch r {
	case '零', '〇':
		return 0, true
	case '一', '壹':
		return 1, true
	case '二', '两', '贰', '兩', '貳', '倆':
		return 2, true
	case '三', '叁':
		return 3, true
	case '四', '肆':
		return 4, true
	case '五', '伍':
		return 5, true
	case '六', '陆', '陸':
		return 6, true
	case '七', '柒':
		return 7, true
	case '八', '捌':
		return 8, true
	case '九', '玖':
		return 9, true
	}
	return 0, false
}

// magnitude gives 10 for 十 … 1e12 for 兆, 0 for other runes.
func magnitude(r rune) float64 {
	switch r {
	case '十', '拾':
		return 10
	case '百', '佰':
		return 100
	case '千', '仟':
		return 1000
	case '万', '萬':
		return 1e4
	case '亿', '億':
		return 1e8
	case '兆':
		return 1e12
	}
	return 0
}

// chineseRun reads one Chinese digit, or a run of them read digit by digit: 二〇二三.
func (r *reader) chineseRun(at, d int) bool {
	if r.hasNum {
		return false
	}
	end, value, zero := at, 0.0, false
	for end < len(r.text) {
		v, ok := chineseDigit(r.text[end])
		if !ok || end-at > maxDigits {
			break
		}
		value, zero = value*10+float64(v), zero || v == 0
		end++
	}
	if d == 0 && r.tokens > 0 { // 一千零五: the 零 only holds the place
		return r.placeHolder(at + 1)
	}
	if end-at == 2 && !zero {
		r.vague = true
	}
	if end-at > 1 && r.tokens > 0 {
		if v, _ := chineseDigit(r.text[end-1]); v == 0 && end-at == 2 {
			end, value = at+1, float64(d)
		}
	}
	r.hasDigits = true
	r.num, r.hasNum, r.numPlain, r.at = value, true, end-at > 1 || r.last == 0, end
	r.skipOver()
	return true
}

// placeHolder reads 零 and what follows it: a digit counts as it is (一千零五 = 1005).
func (r *reader) placeHolder(at int) bool {
	if at >= len(r.text) {
		return false
	}
	r.last = 0
	if r.text[at] == '几' || r.text[at] == '幾' {
		r.over, r.at = true, at+1
		return true
	}
	if isDigit(r.text[at]) {
		r.at = at
		return r.arabicRun(at)
	}
	if _, ok := chineseDigit(r.text[at]); !ok && magnitude(r.text[at]) != 10 {
		return false
	}
	r.at = at
	return true
}

// chineseDecimal reads 点三三 after a Chinese number.
func (r *reader) chineseDecimal(at int) bool {
	if r.arabic || r.decimal {
		return false
	}
	end := at + 1
	for end < len(r.text) && r.text[end] == ' ' && end < at+3 {
		end++
	}
	part, scale, digits := 0.0, 1.0, 0
	for ; end < len(r.text) && digits < maxDigits; end++ {
		d, ok := chineseDigit(r.text[end])
		if !ok || r.text[end] == '两' {
			break
		}
		scale /= 10
		part += float64(d) * scale
		digits++
	}
	if digits == 0 {
		return false
	}
	whole := r.value()
	r.total, r.section, r.num = whole, 0, 0
	r.num, r.hasNum, r.numPlain, r.decimal, r.at = part, true, true, true, end
	if r.last == 0 || whole < 1e4 {
		r.total, r.num = 0, whole+part
	}
	return true
}
