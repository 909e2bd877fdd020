package ingest

import (
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The generic search for the body. Its idea: running text betrays itself by
// sentences outside links. Every block gets a worth by that; from <body> the
// search goes down to whichever child holds most of the worth, and stops where the
// worth is divided among several: that element is the body.
const (
	minSentence = 12  // code points of a line that can be running text
	mostWorth   = 0.6 // share of the worth with which one child is followed
	keptWorth   = 0.1 // share of the worth that a sibling of paragraphs must have to count as part of the body
)

// worth says how much a block looks like running text.
func (b block) worth() float64 {
	free := b.size - b.link
	if b.muted || free < minSentence || b.link*3 > b.size {
		return 0
	}
	marks := 0
	for _, r := range b.text {
		switch r {
		case '，', '。', '；', '！', '？', '、', '：', ',', ';', '“', '”':
			marks++
		}
	}
	switch {
	case b.kind != noNoise:
		return 0
	case marks == 0:
		return float64(free) / 8
	}
	return float64(free)
}

// body gives the element that holds the running text, or nil where there is none.
func (l *layout) body(root *html.Node) *html.Node {
	sum := l.worths()
	of := func(n *html.Node) float64 {
		s, ok := l.spans[n]
		if !ok {
			return 0
		}
		return sum[s.to] - sum[s.from]
	}
	n := root
	if sum[len(l.blocks)] == 0 {
		return nil
	}
	for {
		best, second := heaviest(n, of)
		whole := of(n)
		if best == nil || of(best) < mostWorth*whole || (second > keptWorth*whole && !isFrame(n)) || !holdsLines(best) {
			return n
		}
		n = best
	}
}

// worths gives the running sum of the blocks' worth.
func (l *layout) worths() []float64 {
	sum := make([]float64, len(l.blocks)+1)
	for i, b := range l.blocks {
		sum[i+1] = sum[i] + b.worth()
	}
	return sum
}

// heaviest gives the child of the greatest worth, and the next greatest worth among its siblings.
func heaviest(n *html.Node, of func(*html.Node) float64) (best *html.Node, second float64) {
	most := 0.0
	for c := range n.ChildNodes() {
		switch w := of(c); {
		case w > most:
			best, most, second = c, w, most
		case w > second:
			second = w
		}
	}
	return best, second
}

// isFrame tells whether an element lays out columns, of which one is the article.
func isFrame(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Body, atom.Html, atom.Tr, atom.Table, atom.Tbody, atom.Form, atom.Center, atom.Main:
		return true
	}
	return false
}

// holdsLines tells whether an element may be a body, and is not itself a paragraph.
func holdsLines(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.Li, atom.A, atom.B, atom.Strong:
		return false
	}
	return n.Type == html.ElementNode || n.Type == html.DocumentNode
}

// within gives the blocks of a span that can be text of the article: those of
// lists of links and of what the markup mutes are left out.
func (l *layout) within(s span) []block {
	var kept []block
	for _, b := range l.blocks[s.from:s.to] {
		if b.muted || b.link*2 > b.size && b.size > 0 && (b.link == b.size || b.size-b.link < minSentence) {
			continue
		}
		kept = append(kept, b)
	}
	return kept
}

func runes(s string) int { return utf8.RuneCountInString(s) }
