package ingest

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"jiandu/corpus"
)

func TestVerdict(t *testing.T) {
	good := corpus.Tally{Lists: 2, Linked: 30, Fetched: 10, New: 10, Chars: 8000}
	for _, c := range []struct {
		name string
		runs []corpus.Tally // the last one first
		want string         // part of the reason, or ""
	}{
		{"good", []corpus.Tally{good, good}, ""},
		{"nothing new", []corpus.Tally{{Lists: 2, Linked: 30}, good}, ""},
		{"not modified", []corpus.Tally{{ListsSame: 2}, good}, ""},
		{"first run gives nothing", []corpus.Tally{{Lists: 2}}, ""},
		{"a list redesigned", []corpus.Tally{{Lists: 2, Linked: 10, ListsLost: 1}, good}, "1 of its start pages used to link"},
		{"lists gone", []corpus.Tally{{ListsFailed: 2, ListsLost: 2, Failed: 2}, good}, "cannot be read"},
		{"lists forbidden", []corpus.Tally{{ListsFailed: 2, ListsLost: 2, Blocked: 2}, good}, "robots.txt"},
		{"a further list page gone", []corpus.Tally{{Lists: 1, ListsFailed: 1, Failed: 1}, good}, ""},
		{"killed at once after the redesign", []corpus.Tally{{}, {Lists: 1, ListsLost: 1}, good}, "link to none now"},
		{"killed at once", []corpus.Tally{{}, good}, ""},
		{"bodies empty", []corpus.Tally{{Lists: 1, Linked: 30, Fetched: 5, NearEmpty: 5}, good}, "5 of its last 5 pages"},
		{"bodies quarantined", []corpus.Tally{{Lists: 1, Linked: 30, Fetched: 5, NearEmpty: 2, Quarantined: 3, Chars: 400}, good}, "5 of its last 5 pages"},
		{"one empty page a day", []corpus.Tally{{Lists: 1, Linked: 30, Fetched: 1, NearEmpty: 1}, {Lists: 1, Linked: 30, Fetched: 1, NearEmpty: 1}, {Lists: 1, Linked: 30, Fetched: 1, NearEmpty: 1}, good}, "3 of its last 3 pages"},
		{"one empty page", []corpus.Tally{{Lists: 1, Linked: 30, Fetched: 1, NearEmpty: 1}, good}, ""},
		{"bodies shrank", []corpus.Tally{{Lists: 1, Linked: 30, Fetched: 5, Chars: 300}, good}, "shrank from 800 to 60"},
	} {
		var runs []corpus.RunTally
		for _, r := range c.runs {
			runs = append(runs, corpus.RunTally{Tally: r})
		}
		state, reason := verdict(runs)
		if (state == HealthBroken) != (c.want != "") || !strings.Contains(reason, c.want) {
			t.Errorf("%s: %s %q, want %q", c.name, state, reason, c.want)
		}
	}
	if state, _ := verdict(nil); state != HealthNever {
		t.Errorf("without a run: %s", state)
	}
}

// TestRedesignIsLoud crawls a site, whose list then links in another manner.
func TestRedesignIsLoud(t *testing.T) {
	var redesigned atomic.Bool
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/" && redesigned.Load():
			fmt.Fprint(w, `<div id="app"></div><script src="/app.js"></script>`)
		case r.URL.Path == "/":
			fmt.Fprint(w, `<a href="/202302/t20230201_1.html">一</a>`)
		case r.URL.Path == "/robots.txt":
			fmt.Fprint(w, "User-agent: *\nDisallow: /private\n")
		default:
			fmt.Fprint(w, articlePage("办事公开", "正文从这里开始。"))
		}
	}))
	defer srv.Close()
	store := openStore(t)
	cfg := quick(Source{ID: "s", Name: "某站", Start: []string{srv.URL}}, Source{ID: "later", Start: []string{srv.URL + "/private/"}})
	for _, want := range []string{HealthOK, HealthBroken, HealthBroken} {
		if _, err := Crawl(context.Background(), store, cfg, CrawlOptions{Sources: []string{"s"}}); err != nil {
			t.Fatal(err)
		}
		hs, err := SourcesHealth(context.Background(), store, cfg)
		if err != nil || len(hs) != 2 || hs[0].State != want || hs[0].Articles != 1 || hs[0].LastRun.IsZero() || hs[1].State != HealthNever {
			t.Errorf("%+v, %v: want %s", hs, err, want)
		}
		redesigned.Store(true)
	}
	rep, err := Crawl(context.Background(), store, cfg, CrawlOptions{Sources: []string{"later"}})
	if err != nil || rep.Blocked != 1 || rep.Pages != 0 {
		t.Errorf("%+v, %v: want one page forbidden", rep, err)
	}
}
