package index

import (
	"math/rand"
	"slices"
	"strings"
	"testing"
)

// TestMarks marks what folding the whole text finds, and nothing that does not fold to what is marked.
func TestMarks(t *testing.T) {
	alphabet := []rune("監监察𠮷亠“” \nａa1½—。国國")
	rnd := rand.New(rand.NewSource(1))
	marked := 0
	for range 100_000 {
		hay := make([]rune, 1+rnd.Intn(12))
		for i := range hay {
			hay[i] = alphabet[rnd.Intn(len(alphabet))]
		}
		at := rnd.Intn(len(hay))
		text := foldString(string(hay[at:min(len(hay), at+3)]))
		if text == "" {
			continue
		}
		m := newMarker([]string{text})
		got, want := m.in(encodeText(string(hay)), hay), m.inFolded(fold(string(hay)))
		for _, w := range want {
			if !slices.ContainsFunc(got, func(g Mark) bool { return g.Start <= w.Start && g.End >= w.End }) {
				t.Fatalf("%q in %q: %v, not %v", text, string(hay), got, want)
			}
		}
		for _, g := range got {
			marked++
			if !strings.Contains(foldString(string(hay[g.Start:g.End])), text) {
				t.Fatalf("%q in %q: %v marks what is not it", text, string(hay), g)
			}
		}
	}
	if marked < 1000 {
		t.Errorf("only %d marks", marked)
	}
}
