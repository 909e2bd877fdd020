package corpus

import (
	"slices"
	"unicode"
)

// Sizes of the fingerprints of a text. A shingle is a run of characters; marks
// and spaces do not count.
const (
	sketchShingle = 16 // characters of the shingles from which a sketch is chosen
	sketchSize    = 8  // shingles of each kind in a sketch
	bandSize      = 4  // of them by which other texts are looked up
	printShingle  = 8  // characters of the shingles by which two texts are compared
	contextSize   = 6  // characters at each side of a number by which it is found in another text
)

// fold gives the letters and digits of a text, full-width and capital ones folded.
func fold(text string) []rune {
	out := make([]rune, 0, len(text)/3)
	for _, r := range text {
		if r = foldRune(r); unicode.IsLetter(r) || isDigit(r) {
			out = append(out, r)
		}
	}
	return out
}

func foldRune(r rune) rune {
	switch {
	case r >= '！' && r <= '～':
		r -= '！' - '!'
	case r > unicode.MaxASCII:
		return r
	}
	if r >= 'A' && r <= 'Z' {
		r += 'a' - 'A'
	}
	return r
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// shingles calls f with the hash of each run of size characters, and whether a
// digit stands in it. The hash is a rolling polynomial modulo 2⁶⁴, mixed.
func shingles(text []rune, size int, f func(hash uint64, digit bool)) {
	const base = 0x9E3779B97F4A7C15 | 1
	var sum, top uint64 = 0, 1
	for range size - 1 {
		top *= base
	}
	lastDigit := -1
	for i, r := range text {
		if i >= size {
			sum -= mix(uint64(text[i-size])) * top
		}
		sum = sum*base + mix(uint64(r))
		if isDigit(r) {
			lastDigit = i
		}
		if i >= size-1 {
			f(mix(sum), lastDigit > i-size && lastDigit >= 0)
		}
	}
}

// mix is the finaliser of SplitMix64.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// common counts the values that two sorted lists without repetitions share.
func common(a, b []uint64) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			i, j, n = i+1, j+1, n+1
		}
	}
	return n
}

// fingerprint is what two texts are compared by. It is not safe for concurrent use.
type fingerprint struct {
	prints  []uint64 // hashes of the shingles, sorted, each once
	text    string
	numbers map[string][]string // context → the numbers that stand in it, sorted; made when first asked for
}

func newFingerprint(text string) *fingerprint {
	f := &fingerprint{text: text}
	shingles(fold(text), printShingle, func(h uint64, _ bool) { f.prints = append(f.prints, h) })
	slices.Sort(f.prints)
	f.prints = slices.Compact(f.prints)
	return f
}

// containment tells how much of the smaller text stands in the other: 0 to 1.
func (f *fingerprint) containment(o *fingerprint) float64 {
	n := min(len(f.prints), len(o.prints))
	if n == 0 {
		return 0
	}
	return float64(common(f.prints, o.prints)) / float64(n)
}

// contradicts tells whether the texts give other numbers in the same place: then
// they are two notices made after one pattern, and no reprints. A number that
// only one of them has contradicts nothing.
func (f *fingerprint) contradicts(o *fingerprint) bool {
	theirs := o.inContext()
	for context, a := range f.inContext() {
		if b, ok := theirs[context]; ok && !within(a, b) && !within(b, a) {
			return true
		}
	}
	return false
}

func (f *fingerprint) inContext() map[string][]string {
	if f.numbers == nil {
		f.numbers = numbersInContext(f.text)
	}
	return f.numbers
}

// within tells whether sorted list b holds all of sorted list a, as often.
func within(a, b []string) bool {
	for len(a) > 0 {
		switch {
		case len(b) == 0 || b[0] > a[0]:
			return false
		case b[0] == a[0]:
			a = a[1:]
		}
		b = b[1:]
	}
	return true
}
