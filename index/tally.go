package index

import "slices"

// tally counts the words and gathers the pairs of one document after the other.
// It belongs to one goroutine.
type tally struct {
	words map[string]int32
	pairs []uint16
	seen  [65536 / 64]uint64 // the numbers in pairs
}

func newTally() *tally { return &tally{words: map[string]int32{}} }

// count adds n occurrences of a word.
func (t *tally) count(word string, n int32) { t.words[word] += n }

// takeWords gives the words counted, and forgets them.
func (t *tally) takeWords() []counted {
	terms := make([]counted, 0, len(t.words))
	for w, n := range t.words {
		terms = append(terms, counted{w, n})
	}
	if len(t.words) > wideMap {
		t.words = map[string]int32{}
	}
	clear(t.words)
	return terms
}

// addPairs adds the pairs of neighbouring letters and digits of a folded text, but for those
// that are counted as words.
func (t *tally) addPairs(text string) {
	before, at := rune(-1), 0
	for i, r := range text {
		if !isWord(r) {
			before = -1
			continue
		}
		if before >= 0 && t.words[text[at:i+runeLen(r)]] == 0 {
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

// takePairs gives the pairs added, and forgets them.
func (t *tally) takePairs() []uint16 {
	pairs := slices.Clone(t.pairs)
	for _, p := range pairs {
		t.seen[p/64] = 0
	}
	t.pairs = t.pairs[:0]
	return pairs
}
