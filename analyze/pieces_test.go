package analyze

import (
	"testing"

	"jiandu/corpus"
)

// TestPieces analyzes texts that begin and end in the middle of things: whatever a
// rule looks for before a word or behind it, the text may end there.
func TestPieces(t *testing.T) {
	a := testAnalyzer(t)
	for _, g := range annotatedArticles(t) {
		text := []rune(g.Text)
		for _, n := range [...]int{13, 40} {
			for i := 0; i < len(text); i += 3 {
				piece := string(text[i:min(len(text), i+n)])
				checkOffsets(t, piece, a.Analyze(corpus.Article{Text: piece, Title: piece, Published: g.Published}))
			}
		}
	}
}
