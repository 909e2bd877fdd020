package index

import (
	"context"
	"testing"
	"unicode/utf8"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
)

// toySegmenter cuts texts into the longest words that it knows, else into
// single characters; runs of ASCII letters and digits stay whole.
type toySegmenter map[string]bool

func toy(words ...string) toySegmenter {
	t := toySegmenter{}
	for _, w := range words {
		t[w] = true
	}
	return t
}

// Cut is part of Segmenter.
func (t toySegmenter) Cut(text string) []Span {
	var spans []Span
	for i := 0; i < len(text); {
		n := t.longest(text[i:])
		spans = append(spans, Span{i, i + n})
		i += n
	}
	return spans
}

func (t toySegmenter) longest(s string) int {
	for n := min(len(s), 36); n > 0; n-- {
		if t[s[:n]] {
			return n
		}
	}
	n := 0
	for n < len(s) && s[n] < 0x80 && isWord(rune(s[n])) {
		n++
	}
	if n == 0 {
		_, n = utf8.DecodeRuneInString(s)
	}
	return n
}

var commonWords = toy("纪检监察", "纪检", "监察", "体制", "改革", "粮食", "购销", "协同", "研究", "研究生", "生命", "起源", "监督", "检查", "处分", "食堂", "学校", "巡察", "整改")

// newStore makes a corpus of articles and tags. Ids are made of the titles
// where articles have none.
func newStore(t testing.TB, docs ...corpus.Document) (*corpus.Store, string) {
	t.Helper()
	dir := t.TempDir()
	s, err := corpus.Open(context.Background(), dir, corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	save(t, s, docs...)
	return s, dir
}

func save(t testing.TB, s *corpus.Store, docs ...corpus.Document) {
	t.Helper()
	ctx := context.Background()
	for _, d := range docs {
		a := d.Article
		if a.ID == "" {
			a.ID = corpus.ArticleID("http://example.org/"+a.Title, a.Text)
		}
		if a.State == "" {
			a.State = corpus.StateOK
		}
		if _, err := s.Save(ctx, corpus.Extracted{Article: &a}); err != nil {
			t.Fatal(err)
		}
		if err := s.SaveTags(ctx, corpus.Tagged{ID: a.ID, Text: a.Text, Tags: d.Tags}); err != nil {
			t.Fatal(err)
		}
	}
}

func update1(t testing.TB, s *corpus.Store, dir string) BuildReport {
	t.Helper()
	r, err := Update(context.Background(), s, dir, commonWords, BuildOptions{Segmenter: "toy", Themes: map[string]string{"grain": "粮食购销", "reform": "体制机制改革"}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func open1(t testing.TB, dir string) *Index {
	t.Helper()
	ix, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	return ix
}

func titles(t testing.TB, ix *Index, req Request) []string {
	t.Helper()
	res, err := ix.Search(context.Background(), req)
	if err != nil {
		t.Fatalf("%s: %v", req.Query, err)
	}
	var out []string
	for _, h := range res.Hits {
		out = append(out, h.Title)
	}
	return out
}

func doc(title, text string) corpus.Document {
	return corpus.Document{Article: corpus.Article{Title: title, Text: text, Source: "示例日报", Published: "2022-03-01"}}
}

func mustAreas(t testing.TB) *gazetteer.Table {
	t.Helper()
	areas, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	return areas
}
