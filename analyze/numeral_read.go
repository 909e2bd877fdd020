package analyze

import "math"

// reader reads digits and magnitudes, Arabic, Chinese or mixed (3万4000), from
// text[at:]. It follows the place-value grammar of Chinese: units up to 千 build
// a section, 万/亿/兆 multiply what stands before them.
type reader struct {
	text []rune
	at   int

	total, section float64 // finished magnitudes; the section below the next 万
	num            float64 // the digits read last
	hasNum         bool
	numPlain       bool    // num has more than one digit, or follows a 零: it adds up as it is
	last           float64 // the magnitude read last, for 四百五 = 450
	tokens         int

	arabic, decimal, grouped, vague, over, bare bool
	hasDigits                                   bool
}

// read consumes the longest number; false where there is none.
func (r *reader) read() bool {
	for r.step() {
		r.tokens++
	}
	return r.tokens > 0
}

// step reads one digit run, 零 or magnitude, after optional spaces inside a number.
func (r *reader) step() bool {
	at := r.skipSpaces()
	if at >= len(r.text) {
		return false
	}
	c := r.text[at]
	if isDigit(c) || c == '.' && (at == 0 || r.text[at-1] != '.') && r.tokens == 0 {
		return r.arabicRun(at)
	}
	if m := magnitude(c); m > 0 {
		return r.magnitude(at, m)
	}
	if d, ok := chineseDigit(c); ok {
		return r.chineseRun(at, d)
	}
	return r.tokens > 0 && (c == '点' || c == '點') && r.chineseDecimal(at)
}

// skipSpaces gives the position after spaces, where a Chinese magnitude or digit follows a number.
func (r *reader) skipSpaces() int {
	at := r.at
	for r.tokens > 0 && at < len(r.text) && at < r.at+3 && r.text[at] == ' ' {
		at++
	}
	if at == r.at || at >= len(r.text) {
		return r.at
	}
	if magnitude(r.text[at]) > 0 || r.text[at] == '点' || r.text[at] == '點' {
		return at
	}
	_, digit := chineseDigit(r.text[at])
	if digit && !r.hasNum || isDigit(r.text[at]) && !r.hasNum {
		return at
	}
	return r.at
}

// magnitude applies 十 … 兆 at position at.
func (r *reader) magnitude(at int, m float64) bool {
	if r.decimal && !r.arabic && m < 1e4 || !r.hasNum && r.last >= 1e4 && m < 1e4 {
		return false // 90亿千瓦: the 千 belongs to the unit
	}
	if !r.hasNum && r.tokens == 0 {
		r.bare = m != 10
	}
	if m >= 1e4 {
		r.bigMagnitude(m)
	} else {
		if !r.hasNum {
			r.num = 1
		}
		if r.hasNum && r.last > 0 && r.last <= m && r.section > 0 {
			return false // 五十千 is no number beyond 五十
		}
		r.section += r.num * m
	}
	r.num, r.hasNum, r.numPlain, r.last, r.at = 0, false, false, m, at+1
	r.skipOver()
	return true
}

func (r *reader) bigMagnitude(m float64) {
	s := r.section + r.num
	switch {
	case s == 0 && r.total > 0: // 万亿, 四万万
		r.total *= m
	case s == 0:
		r.total = m
	case r.total > 0 && r.total < m: // 一万五千亿
		r.total = (r.total + s) * m
	default:
		r.total += s * m
	}
	r.section = 0
}

// skipOver consumes 余/多/几 that stand between a number and its magnitude or unit.
func (r *reader) skipOver() {
	at := r.skipSpacesPlain()
	if at >= len(r.text) {
		return
	}
	switch r.text[at] {
	case '余', '餘', '多', '来':
	case '几', '幾':
	default:
		return
	}
	next := rune(0)
	if at+1 < len(r.text) {
		next = r.text[at+1]
	}
	if r.text[at] == '来' && (r.last != 10 || !countsPeople(next)) {
		return
	}
	if r.text[at] == '多' && next == '种' && r.last == 0 && r.text[at-1] != '0' {
		return // 3|多种 and not 30多|种
	}
	r.over, r.at = true, at+1
}

func (r *reader) skipSpacesPlain() int {
	at := r.at
	for at < len(r.text) && at < r.at+2 && r.text[at] == ' ' {
		at++
	}
	if at < len(r.text) && (r.text[at] == '余' || r.text[at] == '餘') {
		return at
	}
	return r.at
}

func countsPeople(r rune) bool {
	return r == '个' || r == '名' || r == '人' || r == '家' || r == '位'
}

// value finishes the number. A last single digit after a magnitude counts in
// tenths of it: 四百五 is 450, 一万三 is 13000.
func (r *reader) value() float64 {
	n := r.num
	if r.hasNum && !r.numPlain && r.last >= 100 {
		n *= r.last / 10
	}
	v := tidy(r.total + r.section + n)
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return math.MaxFloat64
	}
	return v
}
