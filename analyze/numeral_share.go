package analyze

import (
	"math"

	"jiandu/corpus"
)

// scanPerParts reads 百分之四十, 千分之2.4, 五分之一 and 3又五分之一 as shares in percent.
func scanPerParts(text []rune, i int) (numeral, bool) {
	den := reader{text: text, at: i}
	if isMinus(text[i]) || text[i] == '.' || !den.read() || den.decimal {
		return numeral{}, false
	}
	at, ok := after(text, den.at, '分')
	if !ok {
		return numeral{}, false
	}
	if at, ok = after(text, at, '之'); !ok {
		return numeral{}, false
	}
	num := reader{text: text, at: skipBlank(text, at)}
	if !num.read() || num.vague || den.value() == 0 {
		return numeral{}, false
	}
	v := tidy(100 * num.value() / den.value())
	n := numeral{start: i, end: num.at, signEnd: num.at, value: v, share: true, chinese: true, decimal: num.decimal}
	if num.over {
		n.approx = corpus.Over
	}
	return n, true
}

// after gives the position behind the rune c, which may follow blanks.
func after(text []rune, at int, c rune) (int, bool) {
	at = skipBlank(text, at)
	if at >= len(text) || text[at] != c {
		return at, false
	}
	return at + 1, true
}

func skipBlank(text []rune, at int) int {
	for k := 0; k < 4 && at < len(text) && text[at] == ' '; k++ {
		at++
	}
	return at
}

// scanShareSuffix turns a count into a share where %, 成 or 折 follows.
func scanShareSuffix(text []rune, n numeral) numeral {
	at := skipBlank(text, n.end)
	if at >= len(text) {
		return n
	}
	switch c := text[at]; {
	case c == '%' || c == '％' || c == '﹪':
		if inURL(text, n.start, at) {
			return n
		}
		n.share, n.signEnd = true, at+1
	case c == '‰':
		n.share, n.signEnd, n.value = true, at+1, tidy(n.value/10)
	case (c == '成' || c == '折') && tenths(text, at, n):
		n.share, n.discount, n.end = true, c == '折', at+1
		n.value = tenthsValue(n)
		n.end, n.value = tenthsRest(text, n)
		n.signEnd = n.end
	}
	return n
}

// inURL tells an escaped character (%20) from a percent sign.
func inURL(text []rune, start, sign int) bool {
	return start > 0 && text[start-1] == '%' || sign+1 < len(text) && isDigit(text[sign+1])
}

// tenths tells 三成 from 完成, 成立 and 三五成群: the digits are at most ten, and no word begins with 成.
func tenths(text []rune, at int, n numeral) bool {
	if n.value <= 0 || n.value > 100 || n.value == 10 && text[at] == '折' || n.bare || n.approx != "" || n.value > 10 && text[at] == '成' {
		return false
	}
	if n.value > 10 && n.chinese && !n.vague {
		return false
	}
	if n.vague && text[at] == '成' {
		return false
	}
	if at+1 < len(text) {
		switch text[at+1] {
		case '立', '为', '员', '功', '果', '本', '绩', '群', '长', '都', '型', '效', '品', '年', '了', '就', '套', '不', '叠', '腰':
			return false
		}
	}
	return true
}

// tenthsValue gives percent: 三成 is 30, 75折 and 七五折 are 75.
func tenthsValue(n numeral) float64 {
	if n.value > 10 {
		return n.value
	}
	return tidy(n.value * 10)
}

// tenthsRest reads the 六 of 七成六 and the 半 of 三成半.
func tenthsRest(text []rune, n numeral) (int, float64) {
	at := skipBlank(text, n.end)
	if at >= len(text) || n.discount {
		return n.end, n.value
	}
	if text[at] == '半' {
		return at + 1, n.value + 5
	}
	if d, ok := chineseDigit(text[at]); ok && d > 0 && (at+1 >= len(text) || !startsNumeral(text[at+1])) && (at+1 >= len(text) || !isMeasureRune(text[at+1])) {
		return at + 1, n.value + float64(d)
	}
	return n.end, n.value
}

func isMeasureRune(r rune) bool {
	switch r {
	case '个', '名', '人', '家', '件', '起', '项', '次', '条':
		return true
	}
	return false
}

// scanHalf reads 半 as half (过半, 半数), 半成, 对折 and 半百.
func scanHalf(text []rune, i int) (numeral, bool) {
	n := numeral{start: i, end: i + 1, signEnd: i + 1, value: 50, share: true, chinese: true}
	next := rune(0)
	if i+1 < len(text) {
		next = text[i+1]
	}
	switch {
	case (text[i] == '对' || text[i] == '對') && next == '折' && i > 0 && text[i-1] == '打':
		n.end, n.discount = i+2, true
	case text[i] != '半':
		return n, false
	case next == '成':
		n.end, n.value = i+2, 5
	case next == '折':
		n.end, n.discount = i+2, true
	case next == '百':
		n.end, n.share = i+2, false
	case next == '数':
		n.end = i + 2
	}
	n.signEnd = n.end
	return n, true
}

// tidy drops the noise of binary fractions beyond twelve digits.
func tidy(v float64) float64 {
	if v == 0 || math.IsInf(v, 0) || math.IsNaN(v) {
		return v
	}
	scale := math.Pow(10, 12-math.Ceil(math.Log10(math.Abs(v))))
	if math.IsInf(scale, 0) || scale == 0 {
		return v
	}
	return math.Round(v*scale) / scale
}

// percentPoints tells whether 个百分点 follows a number.
func percentPoints(text []rune, n numeral) bool {
	if n.vague {
		return false
	}
	at := n.end
	for _, c := range [...]rune{'个', '百', '分', '点'} {
		next, ok := after(text, at, c)
		if !ok && c == '个' {
			next, ok = after(text, at, '個')
		}
		if !ok && c == '点' {
			next, ok = after(text, at, '點')
		}
		if !ok {
			return false
		}
		at = next
	}
	return true
}
