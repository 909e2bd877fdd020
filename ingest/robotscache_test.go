package ingest

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// TestRobotsByStatus crawls a list whose robots.txt answers in all manners.
func TestRobotsByStatus(t *testing.T) {
	for _, c := range []struct {
		name    string
		robots  http.HandlerFunc
		blocked bool
	}{
		{"404", http.NotFound, false},
		{"403", status(http.StatusForbidden), false},
		{"500", status(http.StatusInternalServerError), true},
		{"429", status(http.StatusTooManyRequests), true},
		{"redirect", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/moved/robots.txt", http.StatusMovedPermanently)
		}, true},
		{"redirects without end", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/robots.txt?again", http.StatusFound)
		}, false},
		{"redirect to another host", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://elsewhere.example/robots.txt", http.StatusFound)
		}, false},
		{"breaks off", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, true},
		{"image", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Type", "image/png") }, false},
		{"too long", func(w http.ResponseWriter, _ *http.Request) {
			fmt.Fprint(w, "User-agent: *\nDisallow: /\n")
			fmt.Fprint(w, strings.Repeat("# nothing\n", 2<<20/10))
		}, true},
	} {
		mux := http.NewServeMux()
		mux.HandleFunc("/robots.txt", c.robots)
		mux.HandleFunc("/moved/robots.txt", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "User-agent: jiandu\nDisallow: /") })
		srv := httptest.NewServer(mux)
		cfg := quick(Source{ID: "s", Start: []string{srv.URL + "/list"}})
		cfg.Manners.Retries = 1
		rep, err := Crawl(context.Background(), openStore(t), cfg, CrawlOptions{})
		if blocked := rep.Blocked == 1; err != nil || blocked != c.blocked {
			t.Errorf("%s: %+v, %v; want blocked %v", c.name, rep, err, c.blocked)
		}
		srv.Close()
	}
}

func status(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
}

// TestRobotsAreKeptForADay counts how often robots.txt is asked for.
func TestRobotsAreKeptForADay(t *testing.T) {
	asked, broken := 0, false
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, _ *http.Request) {
		asked++
		if broken {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		fmt.Fprint(w, "User-agent: *\nDisallow: /b")
	})
	mux.HandleFunc("/a", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<p>空") })
	srv := httptest.NewServer(mux)
	defer srv.Close()
	store, now := openStore(t), time.Now()
	for i, c := range []struct {
		after time.Duration
		fails bool
		asked int
	}{{0, false, 1}, {time.Hour, false, 1}, {25 * time.Hour, false, 2}, {60 * time.Hour, true, 6}} {
		broken = c.fails
		cfg := quick(Source{ID: "s", Start: []string{srv.URL + "/a", srv.URL + "/b"}})
		rep, err := Crawl(context.Background(), store, cfg, CrawlOptions{Now: func() time.Time { return now.Add(c.after) }})
		if err != nil || asked != c.asked || rep.Blocked != 1 || rep.Failed != 0 {
			t.Errorf("run %d: asked %d times, want %d; %+v, %v", i, asked, c.asked, rep, err)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2023, 2, 1, 8, 0, 0, 0, time.UTC)
	for value, want := range map[string]time.Duration{
		"": 0, "7": 7 * time.Second, "-1": 0, "soon": 0,
		"Wed, 01 Feb 2023 08:01:00 GMT": time.Minute, "Wed, 01 Feb 2023 07:00:00 GMT": 0,
	} {
		if got := retryAfter(http.Header{"Retry-After": {value}}, now); got != want {
			t.Errorf("%q: %v, want %v", value, got, want)
		}
	}
}

func TestBackoffDoubles(t *testing.T) {
	for n, want := range map[int]time.Duration{1: time.Second, 2: 2 * time.Second, 4: 8 * time.Second, 40: time.Hour} {
		if got := backoff(time.Second, n); got < want || got > want+want/10 {
			t.Errorf("after %d failures %v, want about %v", n, got, want)
		}
	}
}
