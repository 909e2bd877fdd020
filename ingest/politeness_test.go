package ingest

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// TestLongPauseIsLeftForTheNextRun meets a host that wants to be left alone for
// an hour, and one with a Crawl-delay of an hour.
func TestLongPauseIsLeftForTheNextRun(t *testing.T) {
	for _, robots := range []string{"", "User-agent: *\nCrawl-delay: 3600\n"} {
		var mu sync.Mutex
		asked := 0
		srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/robots.txt" {
				fmt.Fprint(w, robots)
				return
			}
			mu.Lock()
			defer mu.Unlock()
			asked++
			if robots == "" {
				w.Header().Set("Retry-After", "3600")
				w.WriteHeader(http.StatusTooManyRequests)
			}
		}))
		cfg := quick(Source{ID: "s", Start: []string{srv.URL + "/a", srv.URL + "/b", srv.URL + "/c"}})
		start := time.Now()
		store := openStore(t)
		rep, err := Crawl(context.Background(), store, cfg, CrawlOptions{})
		if err != nil || asked > 1 || rep.Queued < 2 || len(rep.Notes) != 1 || !strings.Contains(rep.Notes[0], "come back later") {
			t.Errorf("%q: asked %d times; %+v, %v", robots, asked, rep, err)
		}
		before := asked
		if again, err := Crawl(context.Background(), store, cfg, CrawlOptions{}); err != nil || robots == "" && asked > before {
			t.Errorf("the next run asked %d times; %+v, %v", asked-before, again, err)
		}
		if time.Since(start) > time.Minute {
			t.Errorf("%q: waited %v", robots, time.Since(start))
		}
		srv.Close()
	}
}

// TestDeadHostIsLeft meets a host that breaks off every answer but robots.txt.
func TestDeadHostIsLeft(t *testing.T) {
	var asked atomic.Int64
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		asked.Add(1)
		panic(http.ErrAbortHandler)
	}))
	defer srv.Close()
	var starts []string
	for i := range 30 {
		starts = append(starts, fmt.Sprintf("%s/%d", srv.URL, i))
	}
	rep, err := Crawl(context.Background(), openStore(t), quick(Source{ID: "s", Start: starts}), CrawlOptions{})
	if err != nil || asked.Load() > 2*deadAfter || rep.Queued == 0 || len(rep.Notes) != 1 {
		t.Errorf("asked %d times; %+v, %v", asked.Load(), rep, err)
	}
}

// TestBudgets count requests of runs that may make few.
func TestBudgets(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/" {
			for i := range 20 {
				fmt.Fprintf(w, `<a href="/202302/t202302%02d_1.html">x</a>`, i+1)
			}
			return
		}
		fmt.Fprint(w, articlePage("办事公开"+r.URL.Path, "正文从这里开始。"))
	}))
	defer srv.Close()
	source := Source{ID: "s", Start: []string{srv.URL}}
	limited := source
	limited.MaxPages = 6
	for name, c := range map[string]struct {
		source Source
		run    int
	}{"run": {source, 6}, "host": {limited, 0}} {
		store := openStore(t)
		total := 0
		for range 5 {
			rep, err := Crawl(context.Background(), store, quick(c.source), CrawlOptions{MaxPages: c.run})
			if err != nil || rep.Pages > 6 {
				t.Errorf("%s: %+v, %v", name, rep, err)
			}
			if total == 0 && rep.New != 5 {
				t.Errorf("%s: first run: %+v", name, rep)
			}
			total += rep.New
		}
		if total != 20 {
			t.Errorf("%s: %d articles in the end, want 20", name, total)
		}
		docs := 0
		for d, err := range store.Changed(context.Background(), 0) {
			if err != nil {
				t.Fatal(err)
			}
			if docs++; docs == 1 && !strings.Contains(d.URL, "t20230220_1") {
				t.Errorf("%s: the first article is %s, want the newest", name, d.URL)
			}
		}
	}
}

// TestStopsWhereAllIsKnown counts the list pages that a second run reads.
func TestStopsWhereAllIsKnown(t *testing.T) {
	w := newTown(t, 30, 60, 0, "http://127.0.0.1:1")
	store := openStore(t)
	for i, want := range []int{4, 1} {
		agent := fmt.Sprint("run-", i)
		cfg := quick(w.source())
		if _, err := Crawl(context.Background(), store, cfg, CrawlOptions{Version: agent}); err != nil {
			t.Fatal(err)
		}
		lists := 0
		for what := range w.asked {
			if strings.HasPrefix(what, "jiandu/"+agent) && strings.Contains(what, "/xw/index") {
				lists++
			}
		}
		if lists != want {
			t.Errorf("run %d read %d list pages, want %d", i+1, lists, want)
		}
	}
}
