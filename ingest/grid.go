package ingest

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// cellEnd stands between the cells of a row.
const cellEnd = "｜"

// maxCell is the longest cell, in code points, of a table that shows figures and
// not merely lays out a page.
const maxCell = 200

// isGrid tells whether a table holds rows and columns of short cells: two
// of each at least, no table inside, no long text, few links.
func isGrid(table *html.Node) bool {
	rows, wide, links, cells := 0, 0, 0, 0
	for d := range table.Descendants() {
		switch d.DataAtom {
		case atom.Table:
			return false
		case atom.Tr:
			rows++
			if len(cellsOf(d)) > 1 {
				wide++
			}
		case atom.A:
			links++
		case atom.Td, atom.Th:
			cells++
			if runes(rawText(d)) > maxCell {
				return false
			}
		}
	}
	return rows > 1 && wide > rows/2 && links*3 < cells
}

// grid makes a block of every row.
func (w *walker) grid(table *html.Node) {
	for d := range table.Descendants() {
		if d.DataAtom == atom.Caption {
			w.block(d, tidy(rawText(d)))
		}
		if d.DataAtom != atom.Tr {
			continue
		}
		var texts []string
		full := false
		for _, c := range cellsOf(d) {
			t := tidy(rawText(c))
			texts = append(texts, t)
			full = full || t != ""
		}
		if full {
			w.block(d, strings.Join(texts, cellEnd))
		}
	}
}

func (w *walker) block(n *html.Node, text string) {
	from := len(w.blocks)
	if text != "" {
		w.blocks = append(w.blocks, block{text: text, size: runes(text), node: n, tag: n.DataAtom})
	}
	w.spans[n] = span{from, len(w.blocks)}
}

// cellsOf gives the cells of a row.
func cellsOf(tr *html.Node) []*html.Node {
	var cells []*html.Node
	for c := range tr.ChildNodes() {
		if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
			cells = append(cells, c)
		}
	}
	return cells
}

// rawText gives the text of an element as it stands in the source, with a blank after each element that makes lines.
func rawText(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Type == html.ElementNode && skipped(n):
			return
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
		if n.DataAtom == atom.Br || n.DataAtom == atom.P || n.DataAtom == atom.Div {
			b.WriteByte(' ')
		}
	}
	walk(n)
	return b.String()
}
