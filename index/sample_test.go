package index_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jiandu/analyze"
	"jiandu/corpus"
	"jiandu/corpus/corpustest"
	"jiandu/corpus/sample"
	"jiandu/index"
)

// words adapts the analyzer's segmenter.
type words struct{ analyze.Segmenter }

// Cut is part of index.Segmenter.
func (w words) Cut(text string) []index.Span {
	var spans []index.Span
	for _, t := range w.Segment(text) {
		spans = append(spans, index.Span{Start: t.Start, End: t.End})
	}
	return spans
}

// TestAnalyzedCases runs testdata/cases/sample on the sample and testdata/cases/seeds on the shared
// seeds, with the real analyzer. Anyone can add lines to them.
func TestAnalyzedCases(t *testing.T) {
	an, err := analyze.New(analyze.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Run("sample", func(t *testing.T) {
		list, err := sample.Articles()
		if err != nil {
			t.Fatal(err)
		}
		var as []corpus.Article
		for _, a := range list {
			as = append(as, corpus.Article{Title: a.Title, Text: a.Text, Source: a.Source, Published: a.Published})
		}
		runCases(t, an, "testdata/cases/sample/queries.tsv", as)
	})
	t.Run("seeds", func(t *testing.T) {
		files, err := filepath.Glob(filepath.Join(corpustest.Shared(t, "data/seeds"), "*.txt"))
		if err != nil || len(files) == 0 {
			t.Fatal(files, err)
		}
		var as []corpus.Article
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			as = append(as, corpus.Article{Title: filepath.Base(file), Text: string(b)})
		}
		runCases(t, an, "testdata/cases/seeds/queries.tsv", as)
	})
}

func runCases(t *testing.T, an *analyze.Analyzer, path string, as []corpus.Article) {
	ix := analyzedIndex(t, an, as)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(strings.TrimSpace(string(b)), "\n") {
		query, want, ok := strings.Cut(line, "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		res, err := ix.Search(context.Background(), index.Request{Query: query, Synonyms: true})
		if err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		for i, begin := range strings.Split(want, ">") {
			if i >= len(res.Hits) || !strings.HasPrefix(res.Hits[i].Title, begin) {
				t.Errorf("%s: hit %d of %d does not begin with %s: %v", query, i+1, len(res.Hits), begin, firstTitles(res))
			}
		}
	}
}

func firstTitles(res index.Result) []string {
	var out []string
	for _, h := range res.Hits[:min(3, len(res.Hits))] {
		out = append(out, h.Title)
	}
	return out
}

func analyzedIndex(t *testing.T, an *analyze.Analyzer, as []corpus.Article) *index.Index {
	dir := t.TempDir()
	s, err := corpus.Open(context.Background(), dir, corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	for _, a := range as {
		a.ID, a.State = corpus.ArticleID("", a.Title+a.Text), corpus.StateOK
		if _, err := s.Save(context.Background(), corpus.Extracted{Article: &a}); err != nil {
			t.Fatal(err)
		}
		if err := s.SaveTags(context.Background(), corpus.Tagged{ID: a.ID, Text: a.Text, Tags: an.Analyze(a)}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := index.Update(context.Background(), s, dir, words{an.Segmenter()}, index.BuildOptions{}); err != nil {
		t.Fatal(err)
	}
	ix, err := index.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	return ix
}
