package ingest

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"jiandu/corpus"
)

// openStore opens a corpus in a folder of its own.
func openStore(t testing.TB) *corpus.Store {
	t.Helper()
	s, err := corpus.Open(context.Background(), t.TempDir(), corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// quick is a configuration for sites on loopback that loses no time.
func quick(sources ...Source) Config {
	return Config{
		Contact:       "test@example.org",
		AllowNetworks: []string{"127.0.0.0/8"},
		Manners:       Manners{Rate: 2000, Jitter: 0.01, Backoff: 20 * time.Millisecond, MaxWait: 3 * time.Second},
		Limits:        Limits{HeaderTime: time.Second, TotalTime: 2 * time.Second, Body: 1 << 20, Decoded: 4 << 20},
		Sources:       sources,
	}
}

// site serves pages by path and counts how often each was asked for.
func articlePage(title, text string) string {
	return fmt.Sprintf(`<html><head><meta charset="utf-8"><title>%s</title></head><body><h1>%s</h1><div class="TRS_Editor"><p>%s</p></div></body></html>`, title, title, text)
}

func TestCrawlFollowsListsAndGoesOn(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/list/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `<meta charset="utf-8"><a href="/a/202301/t20230102_2.html">二</a><a href="/a/202301/t20230101_1.html">一</a><a href="/about.html">关于</a>`)
	})
	for i := 1; i <= 2; i++ {
		mux.HandleFunc(fmt.Sprintf("/a/202301/t2023010%d_%d.html", i, i), func(w http.ResponseWriter, _ *http.Request) {
			fmt.Fprint(w, articlePage(fmt.Sprintf("第%d篇", i), "本篇由测试写成，说明一座城市怎样公开办事流程。"))
		})
	}
	srv := httptest.NewServer(mux)
	defer srv.Close()
	store := openStore(t)
	cfg := quick(Source{ID: "one", Start: []string{srv.URL + "/list/"}})
	for run, want := range []int{2, 0} {
		rep, err := Crawl(context.Background(), store, cfg, CrawlOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if rep.New != want || rep.Failed != 0 || rep.Queued != 0 {
			t.Errorf("run %d: %+v, want %d new", run+1, rep, want)
		}
	}
}
