package analyze

import "unicode/utf8"

// runeSet is a set of characters of the Basic Multilingual Plane: a bit for each, 8 KB, so that
// a pass over a text looks at one word of memory for each character.
type runeSet [1 << 10]uint64

func newRuneSet(of ...string) *runeSet {
	s := &runeSet{}
	for _, runes := range of {
		for _, r := range runes {
			s.add(r)
		}
	}
	return s
}

// firstsOf gives the first characters of words.
func firstsOf(words ...string) *runeSet { return charactersOf(utf8.DecodeRuneInString, words) }

// lastsOf gives the last characters of words.
func lastsOf(words ...string) *runeSet { return charactersOf(utf8.DecodeLastRuneInString, words) }

func charactersOf(decode func(string) (rune, int), words []string) *runeSet {
	s := &runeSet{}
	for _, w := range words {
		r, _ := decode(w)
		s.add(r)
	}
	return s
}

func (s *runeSet) add(r rune) {
	if uint32(r) < 1<<16 {
		s[r>>6] |= 1 << (r & 63)
	}
}

func (s *runeSet) has(r rune) bool {
	return uint32(r) < 1<<16 && s[r>>6]&(1<<(r&63)) != 0
}
