package index

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// marker finds folded texts in stored ones.
type marker []finder

func newMarker(texts []string) marker {
	m := make(marker, 0, len(texts))
	for _, t := range texts {
		m = append(m, newFinder(t))
	}
	return m
}

// in gives where the texts stand in a stored text, whose code points are given too, in order, overlapping
// ones joined.
func (m marker) in(stored []byte, runes []rune) []Mark {
	if 2*len(runes) != len(stored) { // a code point of two units moves those behind it
		return m.inFolded(fold(string(runes)))
	}
	var marks []Mark
	for _, f := range m {
		sure := f.each(stored, func(from, to int) bool {
			marks = append(marks, Mark{from / 2, to / 2})
			return true
		})
		if !sure {
			return m.inFolded(fold(string(runes)))
		}
	}
	return joinMarks(marks)
}

// inFolded gives where the texts stand in the original of a folded text.
func (m marker) inFolded(f folded) []Mark {
	text := f.text
	var marks []Mark
	for _, find := range m {
		n := utf8.RuneCountInString(find.text)
		for at, runes := 0, 0; ; {
			i := strings.Index(text[at:], find.text)
			if i < 0 {
				break
			}
			runes += utf8.RuneCountInString(text[at : at+i])
			marks = append(marks, Mark{int(f.from[runes]), int(f.from[runes+n-1]) + 1})
			at, runes = at+i+len(find.text), runes+n
		}
	}
	return joinMarks(marks)
}

func joinMarks(marks []Mark) []Mark {
	sort.Slice(marks, func(i, j int) bool { return marks[i].Start < marks[j].Start })
	joined := []Mark{}
	for _, m := range marks {
		if n := len(joined); n > 0 && m.Start <= joined[n-1].End {
			joined[n-1].End = max(joined[n-1].End, m.End)
			continue
		}
		joined = append(joined, m)
	}
	return joined
}
