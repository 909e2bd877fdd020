package analyze

import "unicode/utf8"

// The three loops below read the three bytes of a Chinese character themselves: much of the time of
// an analysis goes here, and the library's function is not inlined.

// wordAt tells whether w stands at text[i], and gives the position behind it.
func wordAt(text []rune, i int, w string) (int, bool) {
	for k := 0; k < len(w); i++ {
		r, n := rune(w[k]), 1
		if r >= 0xE0 && r < 0xF0 && k+2 < len(w) {
			r, n = r&0x0F<<12|rune(w[k+1]&0x3F)<<6|rune(w[k+2]&0x3F), 3
		} else if r >= 0x80 {
			r, n = utf8.DecodeRuneInString(w[k:])
		}
		if i >= len(text) || text[i] != r {
			return i, false
		}
		k += n
	}
	return i, true
}

// endsWith tells whether text ends with w.
func endsWith(text []rune, w string) bool {
	i := len(text)
	for k := len(w); k > 0; {
		var r rune
		n := 3
		if k >= 3 && w[k-3]&0xF0 == 0xE0 {
			r = rune(w[k-3]&0x0F)<<12 | rune(w[k-2]&0x3F)<<6 | rune(w[k-1]&0x3F)
		} else {
			r, n = utf8.DecodeLastRuneInString(w[:k])
		}
		if i--; i < 0 || text[i] != r {
			return false
		}
		k -= n
	}
	return true
}

// isOneOf tells whether text[i] is one of the runes of set.
func isOneOf(text []rune, i int, set string) bool {
	if i < 0 || i >= len(text) {
		return false
	}
	for k := 0; k < len(set); {
		r, n := rune(set[k]), 1
		if r >= 0xE0 && r < 0xF0 && k+2 < len(set) {
			r, n = r&0x0F<<12|rune(set[k+1]&0x3F)<<6|rune(set[k+2]&0x3F), 3
		} else if r >= 0x80 {
			r, n = utf8.DecodeRuneInString(set[k:])
		}
		if r == text[i] {
			return true
		}
		k += n
	}
	return false
}
