package ingest

import (
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

func TestDbg(t *testing.T) {
	f := os.Getenv("F")
	if f == "" {
		t.Skip()
	}
	b, _ := os.ReadFile(f)
	text, enc := Decode(b, "")
	root, _ := html.Parse(strings.NewReader(text))
	s, _ := builtin()
	pg := newPage(root, "", s, site{}, time.Now())
	n, ruled := pg.body()
	t.Log(enc, ruled, n != nil, pg.doc)
	for _, s := range pg.sites {
		t.Log("site", s.name)
	}
	if n != nil {
		t.Log(n.Data, n.Attr, pg.layout.spans[n])
	}
	for i, b := range pg.layout.blocks {
		r := []rune(b.text)
		path := ""
		for m, d := b.node, 0; m != nil && d < 4; m, d = m.Parent, d+1 {
			path += "<" + m.Data + "." + attr(m, "class") + "#" + attr(m, "id")
		}
		t.Logf("%d w%.0f link%d muted%v cls%d %s | %s", i, b.worth(), b.link, b.muted, classify(b.text), string(r[:min(len(r), 50)]), path)
	}
}
