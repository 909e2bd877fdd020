package corpus

import "slices"

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
