package ingest

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jiandu/corpus"
)

// remade is a site of some articles in one page, and one in two, each with a note that an analyst does not want.
func remade(t *testing.T) *httptest.Server {
	t.Helper()
	page := func(rw http.ResponseWriter, title, more string) {
		note := `<p class="hint">编后的话：大厅的做法，各处可以照着试一试，试过了再谈。</p>`
		fmt.Fprint(rw, strings.Replace(articlePage(title, title+"由此开始。"), "</div>", note+"</div>"+more, 1))
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/xw/", func(rw http.ResponseWriter, r *http.Request) {
		var links strings.Builder
		for i := range 7 {
			fmt.Fprintf(&links, `<li><a href="/xw/202305/t20230501_%d.html">办事公开%d</a></li>`, i, i)
		}
		fmt.Fprint(rw, links.String())
	})
	mux.HandleFunc("/xw/202305/", func(rw http.ResponseWriter, r *http.Request) {
		more := ""
		if strings.Contains(r.URL.Path, "_6") {
			part := strings.Count(filepath.Base(r.URL.Path), "_") - 1
			more = fmt.Sprintf(`<script>createPageHTML_ZW(2, %d, "t20230501_6", "html");</script>`, part)
		}
		page(rw, "办事公开"+strings.Trim(filepath.Base(r.URL.Path), "t.hml"), more)
	})
	srv := httptest.NewServer(mux)
	t.Cleanup(srv.Close)
	return srv
}

// allOf gives the articles of a corpus by URL, without what changes with every making.
func allOf(t *testing.T, s *corpus.Store) map[string]corpus.Article {
	t.Helper()
	all := map[string]corpus.Article{}
	for d, err := range s.Changed(t.Context(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		all[d.URL+d.Title] = d.Article
	}
	return all
}

func writeRules(t *testing.T, s *corpus.Store, rules string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(s.Dir(), "sites.yaml"), []byte(rules), 0o600); err != nil {
		t.Fatal(err)
	}
}

// reextracted makes articles again and tells how many, and how many changed.
func reextracted(t *testing.T, s *corpus.Store, cfg Config) (done, changed, lost int) {
	t.Helper()
	stale, err := StaleExtractions(t.Context(), s, cfg)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Reextract(t.Context(), s, ReextractOptions{Sources: cfg})
	if err != nil || r.Articles != stale {
		t.Fatalf("%+v, %v: want %d articles", r, err, stale)
	}
	return r.Articles, r.Changed, r.Lost
}

func TestReextract(t *testing.T) {
	srv := remade(t)
	s := openStore(t)
	cfg := quick(Source{ID: "a", Start: []string{srv.URL + "/xw/"}})
	if rep, err := Crawl(t.Context(), s, cfg, CrawlOptions{}); err != nil || rep.New != 7 {
		t.Fatalf("%+v, %v", rep, err)
	}
	dir := t.TempDir()
	saved := filepath.Join(dir, "saved.html")
	jsonl := filepath.Join(dir, "records.jsonl")
	html := strings.Replace(articlePage("另存的一篇", "另存的一篇由此开始。"), "</div>", `<p class="hint">编后的话：另存的网页，也照着试一试，试过了再谈。</p></div>`, 1)
	for path, b := range map[string]string{saved: html, jsonl: line("1") + line("2")} {
		if err := os.WriteFile(path, []byte(b), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if rep, err := Import(t.Context(), s, []string{dir}, ImportOptions{}); err != nil || rep.New != 3 {
		t.Fatalf("%+v, %v", rep, err)
	}
	first := allOf(t, s)
	if done, _, _ := reextracted(t, s, cfg); done != 0 {
		t.Fatalf("%d articles are stale at once", done)
	}

	writeRules(t, s, "- name: ours\n  when: body\n  drop: .hint\n  body: .TRS_Editor\n")
	seq, err := s.LastSeq(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if done, changed, lost := reextracted(t, s, cfg); done != 8 || changed != 8 || lost != 0 {
		t.Errorf("made %d again, %d changed, %d lost; want 8, 8, 0", done, changed, lost)
	}
	second := allOf(t, s)
	for key, a := range first {
		want, now := a.Text, second[key]
		if a.PageHash != "" {
			for part := range strings.Lines(a.Text) {
				if strings.HasPrefix(part, "编后") {
					want = strings.Replace(want, strings.TrimSpace(part), "", 1)
				}
			}
		}
		if squeeze(want) != squeeze(now.Text) || now.ID != a.ID || now.Published != a.Published {
			t.Errorf("%s:\n%+v\nwas\n%+v", key, now, a)
		}
	}
	if last, _ := s.LastSeq(t.Context()); last != seq+8 {
		t.Errorf("change number %d, want %d", last, seq+8)
	}
	if done, _, _ := reextracted(t, s, cfg); done != 0 {
		t.Errorf("made %d again without need", done)
	}
	// The same file again is the same article, though its text has changed since.
	if rep, err := Import(t.Context(), s, []string{saved}, ImportOptions{}); err != nil || rep.New+rep.Changed != 0 || rep.Unchanged != 1 {
		t.Errorf("%+v, %v", rep, err)
	}

	if err := os.Remove(filepath.Join(s.Dir(), "sites.yaml")); err != nil {
		t.Fatal(err)
	}
	reextracted(t, s, cfg)
	for key, a := range allOf(t, s) {
		if a.FirstSeen, a.Extractor = first[key].FirstSeen, first[key].Extractor; a != first[key] {
			t.Errorf("without the rules again %s:\n%+v\nwas\n%+v", key, a, first[key])
		}
	}
}

// The selectors of a source count for its own articles only, and those that they
// made stay where the source is not known.
func TestReextractBySelectors(t *testing.T) {
	srv := remade(t)
	s := openStore(t)
	plain := Source{ID: "a", Start: []string{srv.URL + "/xw/"}}
	if rep, err := Crawl(t.Context(), s, quick(plain), CrawlOptions{}); err != nil || rep.New != 7 {
		t.Fatalf("%+v, %v", rep, err)
	}
	chosen := plain
	chosen.Selectors.Date = ".hint"
	if done, _, _ := reextracted(t, s, quick(chosen)); done != 7 {
		t.Errorf("made %d again, want 7", done)
	}
	if done, _, _ := reextracted(t, s, Config{}); done != 0 {
		t.Errorf("made %d again without the source", done)
	}
	if done, _, _ := reextracted(t, s, quick(plain)); done != 7 {
		t.Errorf("made %d again, want 7", done)
	}
}

// A report that no rule finds any more is set aside, not lost, and comes back.
func TestReextractLost(t *testing.T) {
	s := openStore(t)
	page := filepath.Join(t.TempDir(), "p.html")
	if err := os.WriteFile(page, []byte(articlePage("另存的一篇", "另存的一篇由此开始。")), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Import(t.Context(), s, []string{page}, ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	writeRules(t, s, "- name: ours\n  when: body\n  body: body\n  drop: body *\n")
	reextracted(t, s, Config{})
	for _, a := range allOf(t, s) {
		if a.State != corpus.StateQuarantined {
			t.Errorf("%+v", a)
		}
	}
	writeRules(t, s, "")
	reextracted(t, s, Config{})
	for _, a := range allOf(t, s) {
		if a.State != corpus.StateOK || a.Reason != "" {
			t.Errorf("%+v", a)
		}
	}
}

// One that is stopped leaves whole batches, and the next goes on.
func TestReextractStopped(t *testing.T) {
	s := openStore(t)
	dir := t.TempDir()
	const pages = reextractBatch + 50
	for i := range pages {
		b := []byte(articlePage(fmt.Sprintf("另存的第%d篇", i), fmt.Sprintf("第%d篇由此开始。", i)))
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d.html", i)), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if rep, err := Import(t.Context(), s, []string{dir}, ImportOptions{}); err != nil || rep.New != pages {
		t.Fatalf("%+v, %v", rep, err)
	}
	writeRules(t, s, "- name: ours\n  hosts: [example.org]\n  body: p\n")
	ctx, cancel := context.WithCancel(t.Context())
	_, err := Reextract(ctx, s, ReextractOptions{Progress: func(Step) { cancel() }})
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if done, changed, _ := reextracted(t, s, Config{}); done != 50 || changed != 0 {
		t.Errorf("made %d again, %d changed; want the other 50, and none changed", done, changed)
	}
}

func TestExtractorRulesAreRead(t *testing.T) {
	s := openStore(t)
	writeRules(t, s, "- name: ours\n  bodi: p\n")
	_, err := Reextract(t.Context(), s, ReextractOptions{})
	if err == nil || !strings.Contains(err.Error(), "bodi") || !strings.Contains(err.Error(), "sites.yaml") {
		t.Error(err)
	}
}
