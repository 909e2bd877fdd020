package analyze

import (
	"math"
	"strconv"
)

const maxDigits = 40 // longer runs are read on, but no number is made of the rest

// digitValue gives 0 to 9 of an Arabic digit, ASCII or full-width.
func digitValue(r rune) int {
	if r >= '０' {
		return int(r - '０')
	}
	return int(r - '0')
}

func isWide(r rune) bool { return r >= '０' && r <= '９' }

// arabicRun reads digits with thousands separators and a decimal part.
func (r *reader) arabicRun(at int) bool {
	if r.hasNum || r.decimal && r.last == 0 {
		return false
	}
	var buf [maxDigits + 2]byte
	b := buf[:0]
	i := at
	for i < len(r.text) {
		switch c := r.text[i]; {
		case isDigit(c):
			if len(b) < maxDigits {
				b = append(b, byte('0'+digitValue(c)))
			}
			i++
			continue
		case r.groupAt(at, i):
			r.grouped = true
			i++
			continue
		case (c == '.' || c == '．') && i+1 < len(r.text) && isDigit(r.text[i+1]) && !r.decimal:
			r.decimal = true
			if len(b) < maxDigits {
				b = append(b, '.')
			}
			i++
			continue
		}
		break
	}
	if i == at {
		return false
	}
	v, err := strconv.ParseFloat(string(b), 64)
	if err != nil {
		return false
	}
	r.hasDigits = true
	r.num, r.hasNum, r.arabic = v, true, true
	r.numPlain = i-at > 1 || r.last == 0
	r.at = i
	r.exponent()
	r.thousands()
	r.skipOver()
	return true
}

// groupAt tells whether a thousands separator stands at i: one to three digits
// before the first, exactly three after it. A full-width comma separates only
// full-width digits, for it also ends clauses.
func (r *reader) groupAt(start, i int) bool {
	c := r.text[i]
	if c != ',' && c != '，' || i == start || i-start > 3 && !r.grouped || r.decimal {
		return false
	}
	if c == '，' && !isWide(r.text[i-1]) {
		return false
	}
	if r.grouped && (i-start < 4 || r.text[i-4] != c) {
		return false
	}
	for k := 1; k <= 3; k++ {
		if i+k >= len(r.text) || !isDigit(r.text[i+k]) {
			return false
		}
	}
	return i+4 >= len(r.text) || !isDigit(r.text[i+4])
}

// exponent reads the e-1 of 2.7e-1.
func (r *reader) exponent() {
	at, sign := r.at, 1.0
	if at+1 >= len(r.text) || r.text[at] != 'e' && r.text[at] != 'E' {
		return
	}
	at++
	if isOneOf(r.text, at, "+-－") {
		if r.text[at] != '+' {
			sign = -1
		}
		at++
	}
	v, end, ok := smallNumber(r.text, at)
	if !ok || !isDigit(r.text[at]) || end < len(r.text) && isWordRune(r.text[end]) {
		return
	}
	r.num, r.decimal, r.at = r.num*math.Pow(10, sign*float64(v)), true, end
}

// thousands reads the k of 12k.
func (r *reader) thousands() {
	at := skipBlank(r.text, r.at)
	if at >= len(r.text) {
		return
	}
	if c := r.text[at]; c != 'k' && c != 'K' && c != 'Ｋ' && c != 'ｋ' {
		return
	}
	if at+1 < len(r.text) && r.text[at+1] < 0x80 && r.text[at+1] >= '0' {
		return // 5kg, K9
	}
	r.num, r.at = r.num*1000, at+1
}
