package corpus

import (
	"slices"
	"strings"
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

// sketch is a sample of the shingles of a text: the sketchSize smallest of those
// with a digit, and of those without. A part of a text shares with the whole those
// of the whole that lie in the part (bottom-k sketches: Cohen and Kaplan 2007), so
// that a cut reprint is found as well as a full one. Shingles with a digit tell
// texts after one pattern apart; the others find a part that has no figures.
type sketch struct {
	digit, plain []uint64 // sorted; digit is below plainBit, plain above
}

const plainBit = 1 << 62 // the highest bit of SQLite's integers that is no sign

func newSketch(text []rune) sketch {
	var s sketch
	shingles(text, sketchShingle, func(h uint64, digit bool) {
		if h %= plainBit; digit {
			s.digit = insertSmall(s.digit, h)
		} else {
			s.plain = insertSmall(s.plain, h|plainBit)
		}
	})
	return s
}

// insertSmall inserts h into the sorted list of the sketchSize smallest.
func insertSmall(low []uint64, h uint64) []uint64 {
	if len(low) == sketchSize && h >= low[sketchSize-1] {
		return low
	}
	i, found := slices.BinarySearch(low, h)
	if found {
		return low
	}
	return slices.Insert(low[:min(len(low), sketchSize-1)], i, h)
}

// bands gives the shingles by which other texts are looked up.
func (s sketch) bands() []int64 {
	var out []int64
	for _, list := range [][]uint64{s.digit, s.plain} {
		for _, h := range list[:min(len(list), bandSize)] {
			out = append(out, int64(h))
		}
	}
	return out
}

// containment estimates how much of the smaller text stands in the other, by the
// kind of shingles of which more does: 0 to 1.
func (s sketch) containment(o sketch) float64 {
	return max(sampledContainment(s.digit, o.digit), sampledContainment(s.plain, o.plain))
}

func sampledContainment(a, b []uint64) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	if len(a) == sketchSize && len(b) == sketchSize { // of a shorter list all is known
		limit := min(a[len(a)-1], b[len(b)-1])
		a, b = upTo(a, limit), upTo(b, limit)
	} else if len(a) == sketchSize {
		b = upTo(b, a[len(a)-1])
	} else if len(b) == sketchSize {
		a = upTo(a, b[len(b)-1])
	}
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	return float64(common(a, b)) / float64(min(len(a), len(b)))
}

func upTo(sorted []uint64, limit uint64) []uint64 {
	i, found := slices.BinarySearch(sorted, limit)
	if found {
		i++
	}
	return sorted[:i]
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

// numbersInContext finds the numbers of a text, in digits or in characters, each
// with the letters before and after it, in which other numbers read "#".
func numbersInContext(text string) map[string][]string {
	letters, numbers := maskNumbers(text)
	out := map[string][]string{}
	for _, n := range numbers {
		from, to := max(0, n.at-contextSize), min(len(letters), n.at+1+contextSize)
		if isDateline(letters[n.at:to]) {
			continue
		}
		key := string(letters[from:to])
		out[key] = append(out[key], n.value)
	}
	for _, values := range out {
		slices.Sort(values)
	}
	return out
}

type maskedNumber struct {
	at    int // its place in the letters
	value string
}

const numerals = "零〇一二两三四五六七八九十百千万亿"

// maskNumbers gives the letters of a text with "#" for each number, and the numbers.
func maskNumbers(text string) (letters []rune, numbers []maskedNumber) {
	var number strings.Builder
	flush := func() {
		if number.Len() > 0 {
			value := strings.TrimRight(number.String(), ".")
			numbers = append(numbers, maskedNumber{len(letters), value})
			letters = append(letters, '#')
			number.Reset()
		}
	}
	var before rune
	for _, r := range text {
		r = foldRune(r)
		part := before == '(' && strings.ContainsRune("上中下", r) // of a series
		before = r
		switch {
		case part || isDigit(r) || strings.ContainsRune(numerals, r) || r == '.' && number.Len() > 0:
			number.WriteRune(r)
		case r == ',' && number.Len() > 0: // 1,234
		default:
			flush()
			if unicode.IsLetter(r) {
				letters = append(letters, r)
			}
		}
	}
	flush()
	return letters, numbers
}

// isDateline tells whether a number begins the day of a dateline: 3月30日电. Each
// publisher writes its own.
func isDateline(after []rune) bool {
	s := string(after)
	return slices.ContainsFunc([]string{"#月#日电", "#日电", "#月#日讯", "#日讯"}, func(p string) bool { return strings.HasPrefix(s, p) })
}
