//go:build slow

package index_test

import (
	"context"
	"math/rand"
	"strings"
	"testing"

	"jiandu/corpus"
	"jiandu/index"
)

// TestPhrases cuts phrases out of real articles, anywhere, and finds the articles by them.
func TestPhrases(t *testing.T) {
	as := readItems(t, 4000)
	dir := t.TempDir()
	s := fillStore(t, dir, as, func(corpus.Article) corpus.Tags { return corpus.Tags{} })
	if _, err := index.Update(context.Background(), s, dir, loadSegmenter(t), index.BuildOptions{}); err != nil {
		t.Fatal(err)
	}
	ix, err := index.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	rnd := rand.New(rand.NewSource(1))
	for range 10000 {
		a := as[rnd.Intn(len(as))]
		text := []rune(a.Text)
		if len(text) < 2 {
			continue
		}
		n := min(2+rnd.Intn(14), len(text))
		at := rnd.Intn(len(text) - n + 1)
		phrase := string(text[at : at+n])
		if strings.TrimSpace(phrase) == "" {
			continue
		}
		if !finds(t, ix, `"`+strings.ReplaceAll(phrase, `"`, `\"`)+`"`, a.ID) {
			t.Errorf("%q does not find %s", phrase, a.ID)
		}
	}
}

// finds tells whether a query finds an article, on whichever page.
func finds(t *testing.T, ix *index.Index, query, id string) bool {
	req := index.Request{Query: query, Limit: 1000}
	for {
		res, err := ix.Search(context.Background(), req)
		if err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		for _, h := range res.Hits {
			if h.ID == id {
				return true
			}
		}
		if req.Cursor = res.Next; req.Cursor == "" {
			return false
		}
	}
}
