package analyze

import "jiandu/corpus"

// numeral is a number as written in a text. Offsets are half-open and count
// the runes of the slice that was scanned.
type numeral struct {
	start, end int     // of the number as written: 1700余, 百分之四十, 13.3 (without its %)
	signEnd    int     // end of the percent sign where one follows, else end
	value      float64 // of a share in percent: 两成 is 20
	approx     string  // what the number itself says: 1700余, 上百 → corpus.Over
	share      bool    // a percentage, in whatever form: %, 百分之, 成, 几分之几, 半
	discount   bool    // a share given as 折
	chinese    bool    // written without Arabic digits
	bare       bool    // a magnitude without a digit: 百, 万, 百亿
	vague      bool    // two digits side by side: 三四个, 二三十
	decimal    bool
	integer    bool // Arabic digits only, without magnitude, separator or sign
}

// scanNumeral reads the longest numeral that starts at text[i]. It gives false
// where none starts there. Its cost is linear in the length of the numeral.
func scanNumeral(text []rune, i int) (numeral, bool) {
	if i >= len(text) || !startsNumeral(text[i]) {
		return numeral{}, false
	}
	if n, ok := scanPerParts(text, i); ok {
		return n, true
	}
	n, ok := scanCount(text, i)
	if !ok {
		return scanHalf(text, i)
	}
	return scanShareSuffix(text, n), true
}

// scanNumerals gives all numerals of a text, in order and without overlap.
func scanNumerals(text []rune) []numeral {
	var out []numeral
	for i := 0; i < len(text); {
		n, ok := scanNumeral(text, i)
		if !ok {
			i++
			continue
		}
		out = append(out, n)
		i = max(n.signEnd, i+1)
	}
	return out
}

// startsNumeral tells whether a numeral may start with r. It is the filter that
// every rune of a text passes, so it looks at nothing else.
func startsNumeral(r rune) bool { return numeralStarts.has(r) }

var numeralStarts = newRuneSet(
	"0123456789０１２３４５６７８９-－.",
	"零〇一壹二两贰兩貳倆三叁四肆五伍六陆陸七柒八捌九玖", "十拾百佰千仟万萬亿億兆",
	"上数几半负負对對",
)

// scanCount reads a plain number: sign, digits and magnitudes, 余/多/几, and the
// prefixes 上 (上百) and 数/几 (数十), which belong to the number as written.
func scanCount(text []rune, i int) (numeral, bool) {
	n := numeral{start: i}
	sign, at := 1.0, i
	if isMinus(text[i]) {
		if !minusAllowed(text, i) {
			return n, false
		}
		sign, at = -1, i+1
	}
	switch text[i] {
	case '上', '数', '几':
		if i+1 >= len(text) || magnitude(text[i+1]) == 0 {
			return n, false
		}
		at, n.approx = i+1, corpus.Over
	case '半', '对', '對':
		return n, false
	}
	r := reader{text: text, at: at}
	if !r.read() {
		return n, false
	}
	n.end, n.signEnd, n.value = r.at, r.at, sign*r.value()
	n.chinese, n.vague, n.decimal = !r.arabic, r.vague, r.decimal
	n.bare = r.bare && at == i && !r.hasDigits
	n.integer = r.arabic && r.tokens == 1 && !r.decimal && !r.grouped && sign > 0
	if r.over {
		n.approx = corpus.Over
	}
	return n, true
}

func isMinus(r rune) bool { return r == '-' || r == '－' || r == '负' || r == '負' }

// minusAllowed tells a sign from a hyphen: a sign stands before a digit and not
// after a digit, a letter or another sign.
func minusAllowed(text []rune, i int) bool {
	if i+1 >= len(text) {
		return false
	}
	if text[i] == '负' || text[i] == '負' {
		return startsNumeral(text[i+1]) && !isMinus(text[i+1])
	}
	if !isDigit(text[i+1]) && text[i+1] != '.' {
		return false
	}
	return i == 0 || text[i-1] == ' ' || text[i-1] == '(' || text[i-1] == '（'
}
