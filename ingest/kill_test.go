package ingest

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"jiandu/corpus"
)

// crawlJob makes the test binary crawl, so that it can be killed.
const crawlJob = "JIANDU_TEST_CRAWL"

type job struct {
	Dir, Version string
	Config       Config
}

func TestMain(m *testing.M) {
	if path := os.Getenv(crawlJob); path != "" {
		if err := crawlAlone(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func crawlAlone(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var j job
	if err := json.Unmarshal(data, &j); err != nil {
		return err
	}
	ctx := context.Background()
	store, err := corpus.Open(ctx, j.Dir, corpus.Options{})
	if err != nil {
		return err
	}
	defer store.Close()
	rep, err := Crawl(ctx, store, j.Config, CrawlOptions{Version: j.Version})
	fmt.Printf("%+v\n", rep)
	return err
}

// startCrawl starts a process that crawls.
func startCrawl(t *testing.T, j job) *exec.Cmd {
	t.Helper()
	data, err := json.Marshal(j)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "job.json")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), crawlJob+"="+path)
	var out strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("%s: %s", j.Version, out.String())
		}
	})
	return cmd
}

// country is all towns, and a server to which nobody may be led.
type country struct {
	towns    []*town
	stranger *httptest.Server
	strayed  []string
}

func newCountry(t *testing.T, towns, singles, longs int) *country {
	c := &country{}
	c.stranger = httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		c.strayed = append(c.strayed, r.URL.String())
	}))
	t.Cleanup(c.stranger.Close)
	for n := range towns {
		c.towns = append(c.towns, newTown(t, n, singles, longs, c.stranger.URL))
	}
	return c
}

func (c *country) config() Config {
	cfg := quick()
	cfg.Manners.Retries = 1
	for _, w := range c.towns {
		cfg.Sources = append(cfg.Sources, w.source())
	}
	return cfg
}

func (c *country) requests() (n int) {
	for _, w := range c.towns {
		n += w.requests()
	}
	return n
}

// crawlKilled crawls with kills on the way, each after a number of requests, and then to the end.
func (c *country) crawlKilled(t *testing.T, dir string, kills, every int) {
	for k := range kills {
		cmd := startCrawl(t, job{dir, fmt.Sprintf("killed-%d", k), c.config()})
		for stop := c.requests() + every; c.requests() < stop; {
			time.Sleep(time.Millisecond)
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()
	}
	if err := startCrawl(t, job{dir, "last", c.config()}).Wait(); err != nil {
		t.Fatalf("the last crawl: %v", err)
	}
}

// check looks at the articles, and at what the servers were asked for.
func (c *country) check(t *testing.T, dir string) {
	store, err := corpus.Open(context.Background(), dir, corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	want, got := map[string]int{}, map[string]int{}
	for _, w := range c.towns {
		for u, n := range w.want() {
			want[u] = n
		}
	}
	for d, err := range store.Changed(context.Background(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		if got[d.URL] > 0 {
			t.Errorf("%s: stored twice", d.URL)
		}
		got[d.URL] = strings.Count(d.Text, "部分由此开始")
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("articles and their pages (-want +got):\n%s", d)
	}
	if len(c.strayed) > 0 {
		t.Errorf("left the allowed hosts: %v", c.strayed)
	}
	for _, w := range c.towns {
		w.check(t)
	}
}

func (w *town) check(t *testing.T) {
	if w.peak > 1 {
		t.Errorf("%s: %d requests at once", w.name, w.peak)
	}
	for what := range w.asked {
		if strings.Contains(what, "t20230101_1.html") || strings.Contains(what, "geheim") {
			t.Errorf("%s: forbidden page fetched: %s", w.name, what)
		}
	}
	for what, n := range w.served {
		// The 503 is asked for again, and a page that redirects to itself.
		if n > 1 && !strings.Contains(what, w.path(901)) && !strings.Contains(what, "t20230104_4.html") {
			t.Errorf("%s: fetched %d times: %s", w.name, n, what)
		}
	}
	for a := range w.agents {
		if !strings.HasPrefix(a, "jiandu/") || !strings.Contains(a, "test@example.org") {
			t.Errorf("User-Agent %q", a)
		}
	}
}

func TestKilledCrawlEndsAlike(t *testing.T) {
	c := newCountry(t, 4, 40, 2)
	dir := t.TempDir()
	c.crawlKilled(t, dir, 2, 80)
	c.check(t, dir)
}
