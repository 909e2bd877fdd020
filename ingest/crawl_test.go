package ingest

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
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

// articlePage gives the page of an article as TRS sites write it; the text makes up its paragraphs.
const filler = `办事大厅把流程写在墙上，也写在网上：先看清单，再备材料，随后排号，最后领取回执。
窗口每天公布当日办结的件数，群众可以当面打分，也可以在意见簿上留言。工作人员每周汇总一次，说明哪些环节太慢、由谁负责改、何时改完。
过了一个月，再回头看同样的环节，若仍旧太慢，就换一种办法。这样的记录保存三年，任何人都可以查阅。`

func articlePage(title, text string) string {
	return fmt.Sprintf(`<html><head><meta charset="utf-8"><title>%s</title></head><body><h1>%s</h1><div class="TRS_Editor"><p>%s</p><p>%s</p></div></body></html>`, title, title, text, filler)
}

func TestCrawlOfSingleArticles(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, articlePage("办事公开"+r.URL.Path, "正文从这里开始。"))
	}))
	defer srv.Close()
	cfg := quick(Source{ID: "other", Start: []string{srv.URL + "/list"}})
	rep, err := Crawl(context.Background(), openStore(t), cfg, CrawlOptions{URLs: []string{srv.URL + "/any", srv.URL + "/some?id=1", srv.URL + "/any#x"}})
	if err != nil || rep.New != 2 || rep.Pages != 2 {
		t.Errorf("%+v, %v: want two articles", rep, err)
	}
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

// TestCanonicalLinkIsHeard: two addresses of a page that names one of them are one article.
func TestCanonicalLinkIsHeard(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			fmt.Fprint(w, `<a href="/zt/202302/t20230201_7.html">专题</a><a href="/xw/202302/t20230201_7.html">新闻</a>`)
		case "/robots.txt":
			http.NotFound(w, r)
		default:
			fmt.Fprint(w, strings.Replace(articlePage("办事公开", "正文从这里开始。"), "<head>", `<head><link rel="canonical" href="/xw/202302/t20230201_7.html">`, 1))
		}
	}))
	defer srv.Close()
	store := openStore(t)
	rep, err := Crawl(context.Background(), store, quick(Source{ID: "s", Start: []string{srv.URL}}), CrawlOptions{})
	if err != nil || rep.New != 1 || rep.Changed != 0 {
		t.Errorf("%+v, %v: want one article", rep, err)
	}
	for d, err := range store.Changed(context.Background(), 0) {
		if err != nil || d.URL != srv.URL+"/xw/202302/t20230201_7.html" {
			t.Errorf("%s, %v", d.URL, err)
		}
	}
}

// TestStoppedCrawlLosesNothing ends a crawl in the middle by its context.
func TestStoppedCrawlLosesNothing(t *testing.T) {
	w := newTown(t, 31, 60, 1, "http://127.0.0.1:1")
	store := openStore(t)
	ctx, cancel := context.WithCancel(context.Background())
	seen := 0
	rep, err := Crawl(ctx, store, quick(w.source()), CrawlOptions{Progress: func(s Step) {
		if seen = s.Articles; seen >= 10 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || rep.New < 10 || rep.Queued == 0 {
		t.Fatalf("%+v, %v: want a crawl that was stopped", rep, err)
	}
	again, err := Crawl(context.Background(), store, quick(w.source()), CrawlOptions{Version: "again"})
	if err != nil || rep.New+again.New != len(w.want()) || again.Changed > 0 {
		t.Errorf("%d and %+v, %v: want %d articles", rep.New, again, err, len(w.want()))
	}
}
