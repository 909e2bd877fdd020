package ingest

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"jiandu/corpus"
	"jiandu/corpus/corpustest"
)

// BenchmarkExtract takes every saved page of the national site in turn.
func BenchmarkExtract(b *testing.B) {
	files, _ := filepath.Glob(filepath.Join(corpustest.Shared(b, "data/ccdi"), "*.html"))
	x, err := NewExtractor("")
	if err != nil {
		b.Fatal(err)
	}
	var pages []corpus.Page
	for _, f := range files {
		body, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		pages = append(pages, corpus.Page{URL: "http://127.0.0.1/" + filepath.Base(f), Body: body, FetchedAt: time.Now()})
	}
	for i := 0; b.Loop(); i++ {
		if _, err := x.Extract(pages[i%len(pages)], SiteHints{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkExtractGold takes the pages of many sites, some with nested tables for layout.
func BenchmarkExtractGold(b *testing.B) {
	var pages []corpus.Page
	for _, g := range readHTMLGold(b) {
		body, err := os.ReadFile(g.Page)
		if err != nil {
			b.Fatal(err)
		}
		pages = append(pages, corpus.Page{URL: "http://127.0.0.1/" + filepath.Base(g.Page), Body: body})
	}
	for i := 0; b.Loop(); i++ {
		if _, err := Extract(pages[i%len(pages)], SiteHints{}); err != nil {
			b.Fatal(err)
		}
	}
}
