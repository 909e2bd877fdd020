package analyze

import "unicode/utf8"

// wordAt tells whether w stands at text[i], and gives the position behind it.
func wordAt(text []rune, i int, w string) (int, bool) {
	for k := 0; k < len(w); i++ {
		r, n := hanAt(w, k)
		if i >= len(text) || text[i] != r {
			return i, false
		}
		k += n
	}
	return i, true
}

// endsWith tells whether text ends with w.
func endsWith(text []rune, w string) bool {
	i := len(text) - utf8.RuneCountInString(w)
	if i < 0 {
		return false
	}
	_, ok := wordAt(text, i, w)
	return ok
}

// isOneOf tells whether text[i] is one of the runes of set.
func isOneOf(text []rune, i int, set string) bool {
	if i < 0 || i >= len(text) {
		return false
	}
	for k := 0; k < len(set); {
		r, n := hanAt(set, k)
		if r == text[i] {
			return true
		}
		k += n
	}
	return false
}

// hanAt reads the character at w[k] of valid UTF-8. It reads the three bytes of a Chinese one itself, for this is
// where much of the time of an analysis goes, and the library's function is not inlined.
func hanAt(w string, k int) (rune, int) {
	if c := w[k]; c&0xF0 == 0xE0 && k+2 < len(w) {
		return rune(c&0x0F)<<12 | rune(w[k+1]&0x3F)<<6 | rune(w[k+2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(w[k:])
}
