package ingest

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"jiandu/corpus"
)

var update = flag.Bool("update", false, "write what is found into the golden files")

// sitePage is what testdata/<site>/want.json says about page.html, fetched from url.txt.
type sitePage struct {
	Encoding  string          `json:"encoding"`
	Article   *corpus.Article `json:"article"` // null where the page holds none
	State     string          `json:"state,omitempty"`
	Reason    string          `json:"reason,omitempty"`
	NextPages []string        `json:"next_pages,omitempty"`
	ListNext  []string        `json:"list_next,omitempty"`
}

// TestSites reads a page of each publishing system; the pages were written for this test.
func TestSites(t *testing.T) {
	pages, _ := filepath.Glob("testdata/*/page.html")
	if len(pages) == 0 {
		t.Fatal("no pages")
	}
	for _, path := range pages {
		dir := filepath.Dir(path)
		t.Run(filepath.Base(dir), func(t *testing.T) { checkSite(t, dir) })
	}
}

func checkSite(t *testing.T, dir string) {
	body, err := os.ReadFile(filepath.Join(dir, "page.html"))
	if err != nil {
		t.Fatal(err)
	}
	address, err := os.ReadFile(filepath.Join(dir, "url.txt"))
	if err != nil {
		t.Fatal(err)
	}
	p := corpus.Page{URL: strings.TrimSpace(string(address)), Body: body, FetchedAt: time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)}
	e, err := Extract(p, SiteHints{})
	if err != nil {
		t.Fatal(err)
	}
	got := sitePage{Article: e.Article, NextPages: e.NextPages, ListNext: e.ListNext}
	_, got.Encoding = Decode(body, "")
	if e.Article != nil {
		got.State, got.Reason = e.Article.State, e.Article.Reason
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(got); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "want.json")
	if *update {
		if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), b.String()); d != "" {
		t.Error(d)
	}
}
