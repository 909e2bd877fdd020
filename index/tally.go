package index

import "slices"

// tally counts the words and gathers the pairs of one document after the other.
// It belongs to one goroutine.
type tally struct {
	words map[string]occurrences
	pairs []uint16
	chars []rune
	seen  [65536 / 64]uint64 // the numbers in pairs
	met   [65536 / 64]uint64 // the characters of the Basic Multilingual Plane in chars
}

// occurrences is where a word stands, and how often.
type occurrences struct {
	at uint32 // the last one's byte of the text
	n  int32
}

func newTally() *tally { return &tally{words: map[string]occurrences{}} }

// count adds n occurrences of a word that stands at a byte of the text.
func (t *tally) count(word string, at int, n int32) {
	t.words[word] = occurrences{uint32(at), t.words[word].n + n}
}

// takeWords gives the words counted, and forgets them.
func (t *tally) takeWords() []counted {
	terms := make([]counted, 0, len(t.words))
	for w, o := range t.words {
		terms = append(terms, counted{o.at, uint32(len(w)), o.n})
	}
	if len(t.words) > wideMap {
		t.words = map[string]occurrences{}
	}
	clear(t.words)
	return terms
}

// addText adds the letters and digits of a folded text and their pairs, but for those
// that are counted as words.
func (t *tally) addText(text string) {
	before, at := rune(-1), 0
	for i, r := range text {
		if !isWord(r) {
			before = -1
			continue
		}
		t.addChar(r)
		if before >= 0 && t.words[text[at:i+runeLen(r)]].n == 0 {
			t.addPair(pairNumber(before, r))
		}
		before, at = r, i
	}
}

func (t *tally) addPair(p uint16) {
	if bit := uint64(1) << (p % 64); t.seen[p/64]&bit == 0 {
		t.seen[p/64] |= bit
		t.pairs = append(t.pairs, p)
	}
}

func (t *tally) addChar(r rune) {
	if r >= 65536 {
		if !slices.Contains(t.chars, r) {
			t.chars = append(t.chars, r)
		}
		return
	}
	if bit := uint64(1) << (r % 64); t.met[r/64]&bit == 0 {
		t.met[r/64] |= bit
		t.chars = append(t.chars, r)
	}
}

// takeChars gives the letters and digits added that are not counted as words, and forgets them.
func (t *tally) takeChars() []rune {
	chars := make([]rune, 0, len(t.chars))
	for _, r := range t.chars {
		if t.words[charTerm(r)].n == 0 {
			chars = append(chars, r)
		}
		if r < 65536 {
			t.met[r/64] = 0
		}
	}
	t.chars = t.chars[:0]
	return chars
}

// takePairs gives the pairs added, and forgets them.
func (t *tally) takePairs() []uint16 {
	pairs := slices.Clone(t.pairs)
	for _, p := range pairs {
		t.seen[p/64] = 0
	}
	t.pairs = t.pairs[:0]
	return pairs
}
