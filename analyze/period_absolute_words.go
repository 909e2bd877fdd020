package analyze

// holidayAt reads the name of a feast with 前夕, 前后 or 期间, which tells no day.
func holidayAt(text []rune, i int) (int, bool) {
	if !isOneOf(text, i, "元春清端中国“五") {
		return i, false
	}
	at := i
	for end := feastAt(text, at); end > at; end = feastAt(text, at) {
		at = skipOne(text, end, "节") // 中秋、国庆节假前夕
		if isOneOf(text, at, "假") && !isOneOf(text, at+1, "期") {
			at++
		}
		if next := skipOne(text, at, "、和及"); feastAt(text, next) > next {
			at = next
		}
	}
	for _, tail := range [...]string{"前夕", "来临前", "前后", "期间", "假期前夕", "假期来临前", "假期", "前", "后"} {
		if end, ok := wordAt(text, at, tail); ok && at > i {
			return end, true
		}
	}
	return i, false
}

// feastAt gives the end of the name of a feast at i, else i.
func feastAt(text []rune, i int) int {
	for _, w := range [...]string{"元旦", "春节", "清明", "端午", "中秋", "国庆", "“五一”", "“十一”", "五一"} {
		if end, ok := wordAt(text, i, w); ok {
			return end
		}
	}
	return i
}

func yearMark(text []rune, at int) (int, bool) {
	at = skipBlank(text, at)
	if at >= len(text) || text[at] != '年' {
		return at, false
	}
	if at+1 < len(text) && text[at+1] == '度' {
		at++
	}
	return at + 1, true
}

// yearNumber reads four digits, Arabic or Chinese (二〇二三), or two with a leading zero (08年).
func yearNumber(text []rune, i int) (y, end int, ok bool) {
	for end = i; end < len(text) && end < i+5; end++ {
		d, isNumber := 0, isDigit(text[end])
		if isNumber {
			d = digitValue(text[end])
		} else if d, isNumber = chineseDigit(text[end]); !isNumber || text[end] == '两' {
			break
		}
		y = y*10 + d
	}
	switch {
	case end-i == 4 && y >= 1000 && (y < 2200):
		return y, end, true
	case end-i == 2 && y < 50 && shortYear(text, i, end):
		return 2000 + y, end, true
	}
	return 0, i, false
}

// shortYear tells 08年 and 18年10月 from durations.
func shortYear(text []rune, i, end int) bool {
	at, ok := yearMark(text, end)
	if !ok {
		return false
	}
	if text[i] == '0' || text[i] == '零' || text[i] == '〇' {
		return true
	}
	_, end, ok = smallNumber(text, at)
	return ok && end < len(text) && text[end] == '月'
}

// connector gives the position behind 至, 到 or a dash.
func connector(text []rune, at int) (int, bool) {
	at = skipBlank(text, at)
	if !isOneOf(text, at, "至到—–-－~～与和、") {
		return at, false
	}
	at++
	for at < len(text) && text[at] == '—' {
		at++
	}
	return skipBlank(text, at), true
}

// smallNumber reads 1 to 99, Arabic or Chinese.
func smallNumber(text []rune, i int) (v, end int, ok bool) {
	for end = i; end < len(text) && isDigit(text[end]) && end < i+3; end++ {
		v = v*10 + digitValue(text[end])
	}
	if end > i {
		return v, end, end-i <= 2
	}
	tens := -1
	for ; end < len(text) && end < i+3; end++ {
		if text[end] == '十' && tens < 0 {
			tens, v = max(v, 1)*10, 0
			continue
		}
		d, isNumber := chineseDigit(text[end])
		if !isNumber || end > i && tens < 0 {
			break
		}
		v = d
	}
	return v + max(tens, 0), end, end > i
}

// toBe tells whether the words before a time say that it is to come: 将于9月8日.
func toBe(text []rune, i int) bool {
	return isOneOf(text, i-1, "于在") && isOneOf(text, i-2, "将定拟")
}
