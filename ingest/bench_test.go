package ingest

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"jiandu/corpus"
)

const (
	benchHosts = 8
	benchPages = 400
)

// benchTowns gives towns whose pages are as long as those of real sites: some 30 KB.
func benchTowns(b *testing.B) (towns []*town, urls []string) {
	for n := range benchHosts {
		w := newTown(b, n, benchPages/benchHosts, 0, "http://127.0.0.1:1")
		w.padding = strings.Repeat(`<li><a href="/about/index.html" target="_blank">栏目导航</a></li>`+"\n", 350)
		towns = append(towns, w)
		for i := range w.singles {
			urls = append(urls, w.srv.URL+w.path(i))
		}
	}
	return towns, urls
}

// BenchmarkBareLoop fetches pages one after the other with net/http, and does nothing with them.
func BenchmarkBareLoop(b *testing.B) {
	_, urls := benchTowns(b)
	for b.Loop() {
		for _, u := range urls {
			resp, err := http.Get(u)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := io.Copy(io.Discard, resp.Body); err != nil {
				b.Fatal(err)
			}
			resp.Body.Close()
		}
	}
	b.ReportMetric(float64(benchPages*b.N)/b.Elapsed().Seconds(), "pages/s")
}

// BenchmarkCrawl fetches the same pages, makes articles of them and stores both.
func BenchmarkCrawl(b *testing.B) {
	towns, _ := benchTowns(b)
	cfg := quick()
	cfg.Manners.Rate = 1e6
	for _, w := range towns {
		s := w.source()
		s.Exclude = []string{"/xw/202301/t2023010{n}_{n}.html", "/xw/2023*/*_m.html"}
		cfg.Sources = append(cfg.Sources, s)
	}
	run := 0
	for b.Loop() {
		run++
		store, err := corpus.Open(context.Background(), b.TempDir(), corpus.Options{})
		if err != nil {
			b.Fatal(err)
		}
		rep, err := Crawl(context.Background(), store, cfg, CrawlOptions{Version: fmt.Sprint(run)})
		if err != nil || rep.New < benchPages*9/10 {
			b.Fatalf("%+v, %v", rep, err)
		}
		store.Close()
	}
	b.ReportMetric(float64(benchPages*b.N)/b.Elapsed().Seconds(), "pages/s")
}
