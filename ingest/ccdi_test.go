package ingest

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"jiandu/corpus/corpustest"
)

// TestCrawlSavedSite serves the saved pages of a national site with a list of
// them, and crawls it by the built-in rules.
func TestCrawlSavedSite(t *testing.T) {
	dir := corpustest.Shared(t, "data/ccdi")
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var list strings.Builder
	pages := 0
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".html") {
			fmt.Fprintf(&list, `<li><a href="/%s">%s</a></li>`, e.Name(), e.Name())
			pages++
		}
	}
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir(dir)))
	mux.HandleFunc("/list.html", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, list.String()) })
	srv := httptest.NewServer(mux)
	defer srv.Close()
	store := openStore(t)
	cfg := quick(Source{ID: "saved", Start: []string{srv.URL + "/list.html"}, Recheck: 1})
	rep, err := Crawl(context.Background(), store, cfg, CrawlOptions{})
	if err != nil || rep.New < pages*3/4 || rep.Failed > 0 || rep.Queued > 0 {
		t.Fatalf("%+v, %v: want articles of %d pages", rep, err, pages)
	}
	t.Logf("%+v", rep)
	again, err := Crawl(context.Background(), store, cfg, CrawlOptions{})
	if err != nil || again.New+again.Changed+again.Failed > 0 || again.Unchanged < rep.New {
		t.Errorf("crawled again: %+v, %v", again, err)
	}
}
