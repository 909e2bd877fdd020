package index

import (
	"slices"
	"unicode/utf8"
)

// tally counts the words and gathers the pairs of one document after the other.
// It belongs to one goroutine.
type tally struct {
	words map[string]int32
	pairs []uint16
	chars []counted
	seen  [65536 / 64]uint64               // the numbers in pairs
	here  [(utf8.MaxRune + 64) / 64]uint64 // the characters in chars
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

// addPairs adds the letters and digits of a folded text and their pairs of neighbours; with
// butWords, but for those that are counted as words.
func (t *tally) addPairs(text string, butWords bool) {
	before, at := rune(-1), 0
	for i, r := range text {
		if !isWord(r) {
			before = -1
			continue
		}
		end := i + runeLen(r)
		if !(butWords && t.words[text[i:end]] > 0) {
			t.addChar(r, text[i:end])
		}
		if before >= 0 && !(butWords && t.words[text[at:end]] > 0) {
			t.addPair(pairNumber(before, r))
		}
		before, at = r, i
	}
}

func (t *tally) addChar(r rune, text string) {
	if bit := uint64(1) << (r % 64); t.here[r/64]&bit == 0 {
		t.here[r/64] |= bit
		t.chars = append(t.chars, counted{text, 0})
	}
}

func (t *tally) addPair(p uint16) {
	if bit := uint64(1) << (p % 64); t.seen[p/64]&bit == 0 {
		t.seen[p/64] |= bit
		t.pairs = append(t.pairs, p)
	}
}

// takePairs gives the pairs and characters added, and forgets them.
func (t *tally) takePairs() ([]uint16, []counted) {
	pairs, chars := slices.Clone(t.pairs), slices.Clone(t.chars)
	for _, p := range pairs {
		t.seen[p/64] = 0
	}
	for _, c := range chars {
		r, _ := utf8.DecodeRuneInString(c.term)
		t.here[r/64] = 0
	}
	t.pairs, t.chars = t.pairs[:0], t.chars[:0]
	return pairs, chars
}
