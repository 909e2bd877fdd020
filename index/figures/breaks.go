package figures

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed breaks.tsv
var breaksTSV string

// Break is a change of definition inside a series.
type Break struct {
	Since string `json:"since"` // first day of the new definition
	En    string `json:"en"`
	Zh    string `json:"zh"`
	words []string
}

var breaks = sync.OnceValue(func() []Break {
	var out []Break
	for line := range strings.Lines(breaksTSV) {
		f := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(f) == 4 && !strings.HasPrefix(line, "#") {
			out = append(out, Break{Since: f[0], words: strings.Split(f[1], "|"), En: f[2], Zh: f[3]})
		}
	}
	return out
})

// markBreaks marks the first cell that a new definition touches, where there are cells before it too.
func markBreaks(s *Series) {
	for _, b := range breaks() {
		if !b.about(s) || len(s.Cells) == 0 || s.Cells[0].From >= b.Since {
			continue
		}
		for i := range s.Cells {
			if s.Cells[i].To >= b.Since {
				s.Cells[i].Breaks = append(s.Cells[i].Breaks, b)
				break
			}
		}
	}
}

func (b Break) about(s *Series) bool {
	return slices.ContainsFunc(b.words, func(w string) bool {
		return strings.Contains(s.Object, w) || strings.Contains(s.Scope, w) || strings.Contains(s.Action, w)
	})
}
