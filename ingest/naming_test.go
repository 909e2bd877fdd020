package ingest

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"jiandu/corpus"
)

// A template that puts the same <link rel=canonical> on every page merges nothing,
// whether that URL holds a report of its own or none; twins are one article still.
func TestWrongCanonical(t *testing.T) {
	for _, real := range []bool{true, false} {
		mux := http.NewServeMux()
		mux.HandleFunc("/list/", func(w http.ResponseWriter, _ *http.Request) {
			for i := 1; i <= 5; i++ {
				fmt.Fprintf(w, `<a href="/a/202301/t2023010%d_%d.html">办事公开</a>`, i, i)
			}
		})
		mux.HandleFunc("/a/202301/", func(w http.ResponseWriter, r *http.Request) {
			name := r.URL.Path[strings.LastIndex(r.URL.Path, "/")+1:]
			if !real && name == "t20230109_9.html" {
				http.NotFound(w, r)
				return
			}
			text := strings.Repeat("办事大厅第"+name[8:9]+"间里的事情，"+strings.Repeat(string('一'+rune(name[8])), 9)+"，都记在册子上。", 9)
			page := fmt.Sprintf(`<html><head><meta charset="utf-8"><title>第%s篇</title><link rel="canonical" href="/a/202301/t20230109_9.html"></head><body><h1>第%s篇办事公开</h1><div class="TRS_Editor"><p>%s</p></div></body></html>`, name[8:9], name[8:9], text)
			fmt.Fprint(w, page)
		})
		srv := httptest.NewServer(mux)
		t.Cleanup(srv.Close)
		store := openStore(t)
		cfg := quick(Source{ID: "one", Start: []string{srv.URL + "/list/"}, Recheck: 1})
		for range 2 {
			if _, err := Crawl(t.Context(), store, cfg, CrawlOptions{}); err != nil {
				t.Fatal(err)
			}
		}
		urls := map[string]bool{}
		for _, a := range allOf(t, store) {
			if a.State == corpus.StateOK {
				urls[strings.TrimPrefix(a.URL, srv.URL)] = true
				if n := a.URL[len(a.URL)-6 : len(a.URL)-5]; !strings.Contains(a.Text, "第"+n+"间") {
					t.Errorf("%s holds %s", a.URL, a.Text)
				}
			}
		}
		want := 5
		if real {
			want++
		}
		if len(urls) != want {
			t.Errorf("%d articles, want %d: %v", len(urls), want, urls)
		}
		health, err := SourcesHealth(t.Context(), store, cfg)
		if err != nil || health[0].Misnamed < 4 || !strings.Contains(health[0].Reason, "canonical") {
			t.Errorf("%+v, %v", health, err)
		}
	}
}
