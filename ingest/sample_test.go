package ingest_test

import (
	"net/http/httptest"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiandu/corpus"
	"jiandu/corpus/sample"
	"jiandu/ingest"
)

// The sample sites are read as their authors meant them, in all fields.
func TestCrawlSample(t *testing.T) {
	h, err := sample.Handler()
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(h)
	defer srv.Close()
	cfg, err := ingest.ParseConfig("sources.yaml", sample.Sources(srv.URL))
	if err != nil {
		t.Fatal(err)
	}
	store, err := corpus.Open(t.Context(), t.TempDir(), corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if _, err := ingest.Crawl(t.Context(), store, cfg, ingest.CrawlOptions{}); err != nil {
		t.Fatal(err)
	}
	got := map[string]corpus.Article{}
	for d, err := range store.Changed(t.Context(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		got[d.URL] = d.Article
	}
	articles, err := sample.Articles()
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range articles {
		a := got[srv.URL+w.Path]
		want := []string{w.Title, w.Source, w.Author, w.Editor, w.Column, w.Published, w.Text}
		if d := cmp.Diff(want, []string{a.Title, a.Source, a.Author, a.Editor, a.Column, a.Published, a.Text}); d != "" {
			t.Errorf("%s:\n%s", w.ID, d)
		}
	}
	if len(got) != len(articles) {
		t.Errorf("%d articles, want %d", len(got), len(articles))
	}
}
