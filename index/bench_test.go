//go:build bench || slow

package index_test

import (
	"bufio"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/registry"
	"github.com/blevesearch/bleve/v2/search/query"
	"github.com/klauspost/compress/zstd"

	"jiandu/analyze"
	"jiandu/corpus"
	"jiandu/corpus/corpustest"
	"jiandu/index"
)

// The benchmark compares the index with the parts that it is made of:
//
//	JIANDU_BENCH=all go test -tags bench -run '^TestBench$' -v -timeout 60m ./index
//
// JIANDU_BENCH is the number of articles, or "all".

// cut adapts the analyzer's segmenter.
type cut struct{ analyze.Segmenter }

func (c cut) Cut(text string) []index.Span {
	tokens := c.Segment(text)
	spans := make([]index.Span, len(tokens))
	for i, t := range tokens {
		spans[i] = index.Span{Start: t.Start, End: t.End}
	}
	return spans
}

func benchSize() int {
	if n, err := strconv.Atoi(os.Getenv("JIANDU_BENCH")); err == nil {
		return n
	}
	return 1 << 30
}

// readItems reads articles of the shared news items.
func readItems(t testing.TB, n int) []corpus.Article {
	f, err := os.Open(corpustest.Shared(t, "data/xwlb.jsonl.zst"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := zstd.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var as []corpus.Article
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() && len(as) < n {
		a := corpus.Article{State: corpus.StateOK}
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		a.ID = corpus.ArticleID(a.URL, a.Text)
		as = append(as, a)
	}
	return as
}

func fillStore(t testing.TB, dir string, as []corpus.Article, tags func(corpus.Article) corpus.Tags) *corpus.Store {
	s, err := corpus.Open(context.Background(), dir, corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	saveAll(t, s, as, tags)
	return s
}

func saveAll(t testing.TB, s *corpus.Store, as []corpus.Article, tags func(corpus.Article) corpus.Tags) {
	for len(as) > 0 {
		n := min(500, len(as))
		var es []corpus.Extracted
		var ts []corpus.Tagged
		for i := range as[:n] {
			es = append(es, corpus.Extracted{Article: &as[i]})
			ts = append(ts, corpus.Tagged{ID: as[i].ID, Text: as[i].Text, Tags: tags(as[i])})
		}
		if _, err := s.Save(context.Background(), es...); err != nil {
			t.Fatal(err)
		}
		if err := s.SaveTags(context.Background(), ts...); err != nil {
			t.Fatal(err)
		}
		as = as[n:]
	}
}

// someTags stands in for an analyzer: values that depend on the article's id alone.
func someTags(a corpus.Article) corpus.Tags {
	h := int(a.ID[0])*7 + int(a.ID[1])*13 + int(a.ID[2])*31
	var t corpus.Tags
	for i := range 2 {
		t.Themes = append(t.Themes, corpus.Theme{ID: fmt.Sprintf("theme%d", (h+i*5)%24), Weight: 1})
		t.Regions = append(t.Regions, corpus.Region{Code: fmt.Sprintf("%02d%02d%02d", 11+(h+i)%50, 1+h%9, 1+i)})
	}
	for i := range 4 {
		t.Units = append(t.Units, corpus.Unit{Name: fmt.Sprintf("单位%d", (h*(i+3))%5000)})
		t.Measures = append(t.Measures, corpus.Measure{ID: fmt.Sprintf("举措%d", (h*(i+2))%900)})
	}
	return t
}

type bareAnalyzer struct{ seg index.Segmenter }

func (b bareAnalyzer) Analyze(in []byte) analysis.TokenStream {
	var ts analysis.TokenStream
	for i, s := range b.seg.Cut(string(in)) {
		ts = append(ts, &analysis.Token{Start: s.Start, End: s.End, Term: in[s.Start:s.End], Position: i + 1})
	}
	return ts
}

var bareSegmenter index.Segmenter

func bareMapping(facets bool) mapping.IndexMapping {
	_ = registry.RegisterAnalyzer("bare", func(map[string]any, *registry.Cache) (analysis.Analyzer, error) {
		return bareAnalyzer{bareSegmenter}, nil
	})
	m := bleve.NewIndexMapping()
	m.ScoringModel = "bm25"
	d := bleve.NewDocumentStaticMapping()
	f := bleve.NewTextFieldMapping()
	f.Analyzer, f.Store, f.DocValues, f.IncludeInAll = "bare", false, false, false
	d.AddFieldMappingsAt("body", f)
	if facets {
		for _, name := range []string{"theme", "unit", "measure", "year"} {
			k := bleve.NewKeywordFieldMapping()
			k.Store, k.IncludeInAll = false, false
			d.AddFieldMappingsAt(name, k)
		}
	}
	m.DefaultMapping = d
	return m
}

func buildBare(t testing.TB, dir string, as iter.Seq[corpus.Article], m mapping.IndexMapping, data func(corpus.Article) map[string]any) bleve.Index {
	ix, err := bleve.NewUsing(dir, m, scorch.Name, scorch.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	b := ix.NewBatch()
	for a := range as {
		if err := b.Index(a.ID, data(a)); err != nil {
			t.Fatal(err)
		}
		if b.Size() >= 500 {
			if err := ix.Batch(b); err != nil {
				t.Fatal(err)
			}
			b.Reset()
		}
	}
	if err := ix.Batch(b); err != nil {
		t.Fatal(err)
	}
	return ix
}

func dirSize(dir string) (n int64) {
	filepath.WalkDir(dir, func(_ string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			if i, err := e.Info(); err == nil {
				n += i.Size()
			}
		}
		return nil
	})
	return n
}

func loadSegmenter(t testing.TB) index.Segmenter {
	a, err := analyze.New(analyze.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return cut{a.Segmenter()}
}

// stopwatch measures wall clock and processor time.
type stopwatch struct {
	wall time.Time
	cpu  time.Duration
}

func startWatch() stopwatch { return stopwatch{time.Now(), cpuTime()} }

func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// rate prints how fast something was built, and gives articles a second.
func rate(name string, n int, bytes int64, w stopwatch, size int64) float64 {
	took, cpu := time.Since(w.wall), cpuTime()-w.cpu
	fmt.Printf("%-34s %8.0f articles/s %6.2f MB/s %7.1fs (cpu %.1fs)  %6.1f MB = %.2f × text\n", name,
		float64(n)/took.Seconds(), float64(bytes)/1e6/took.Seconds(), took.Seconds(), cpu.Seconds(), float64(size)/1e6, float64(size)/float64(bytes))
	return float64(n) / took.Seconds()
}

// TestBench builds and asks, beside the bare parts and SQLite.
func TestBench(t *testing.T) {
	if os.Getenv("JIANDU_BENCH") == "" {
		t.Skip("set JIANDU_BENCH to a number of articles, or to all")
	}
	as := readItems(t, benchSize())
	var text int64
	for _, a := range as {
		text += int64(len(a.Text))
	}
	bareSegmenter = loadSegmenter(t)
	fmt.Printf("%d articles, %.1f MB of text, %d processors\n", len(as), float64(text)/1e6, runtime.GOMAXPROCS(0))
	dir := benchDir(t)
	s := fillStore(t, dir, as, someTags)
	ours := benchOurs(t, s, dir, len(as), text)
	fmt.Printf("%-34s %.2f of the bare loop's speed\n", "jiandu", ours/benchBare(t, as, text))
	benchProcesses(t, s, dir)
	queries := benchQueries(as, 1000)
	mine := benchOurQueries(t, dir, queries)
	bare := benchBareQueries(t, as, queries)
	fmt.Printf("%-34s p50 %.2f  p95 %.2f times the bare query for all words\n", "jiandu", mine[0]/bare[0], mine[1]/bare[1])
	benchSQLite(t, as, text, queries)
}

func benchOurs(t *testing.T, s *corpus.Store, dir string, n int, text int64) float64 {
	watch := startWatch()
	rep, err := index.Update(context.Background(), s, dir, bareSegmenter, index.BuildOptions{Full: true})
	if err != nil {
		t.Fatal(err)
	}
	return rate("jiandu, all of it", n, text, watch, rep.Bytes)
}

// benchProcesses builds the whole index, beside the bare loop over the same corpus, and adds 100 articles, each
// as a process.
func benchProcesses(t *testing.T, s *corpus.Store, dir string) {
	ours := process(t, "whole index as a process", dir, "full")
	bare := process(t, "gse into one field as a process", dir, "bare")
	fmt.Printf("%-34s %.2f of the bare loop's speed\n", "jiandu", bare.Seconds()/ours.Seconds())
	var more []corpus.Article
	for i := range 100 {
		body := fmt.Sprintf("第%d篇新的报道。", i)
		more = append(more, corpus.Article{ID: corpus.ArticleID("", body), Text: body, State: corpus.StateOK})
	}
	saveAll(t, s, more, someTags)
	process(t, "100 articles more as a process", dir, "more")
}

// process runs TestBenchProcess and prints and gives the time from exec to exit, and prints the peak memory.
func process(t *testing.T, name, dir, how string) time.Duration {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "-test.run", "^TestBenchProcess$")
	cmd.Env = append(os.Environ(), "JIANDU_BENCH_BUILD="+how, "JIANDU_BENCH_DIR="+dir)
	start := time.Now()
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	took := time.Since(start)
	_, peak, _ := strings.Cut(string(out), "VmHWM:")
	peak, _, _ = strings.Cut(peak, "\n")
	fmt.Printf("%-34s %.2fs with loading the segmenter, peak memory %s\n", name, took.Seconds(), strings.TrimSpace(peak))
	return took
}

// TestBenchProcess is what process runs: the index of a folder brought up to date.
func TestBenchProcess(t *testing.T) {
	how := os.Getenv("JIANDU_BENCH_BUILD")
	if how == "" {
		t.Skip("a part of TestBench")
	}
	dir := os.Getenv("JIANDU_BENCH_DIR")
	s, err := corpus.Open(context.Background(), dir, corpus.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if how == "bare" {
		bareProcess(t, s)
	} else if _, err := index.Update(context.Background(), s, dir, loadSegmenter(t), index.BuildOptions{Full: how == "full"}); err != nil {
		t.Fatal(err)
	}
	status, err := os.ReadFile("/proc/self/status") // not the rusage, which counts the parent's memory too
	if err != nil {
		t.Log(err)
	}
	fmt.Println(string(status))
}

// bareProcess is the bare loop over the texts of a corpus.
func bareProcess(t *testing.T, s *corpus.Store) {
	bareSegmenter = loadSegmenter(t)
	texts := corpus.Rows(context.Background(), s.DB(), func(r corpus.Scanner) (a corpus.Article, err error) {
		err = r.Scan(&a.ID, &a.Text)
		return a, err
	}, "SELECT id, text FROM article")
	buildBare(t, filepath.Join(t.TempDir(), "bare"), func(yield func(corpus.Article) bool) {
		for a, err := range texts {
			if err != nil {
				t.Fatal(err)
			}
			if !yield(a) {
				return
			}
		}
	}, bareMapping(false), bodyOnly).Close()
}

func bodyOnly(a corpus.Article) map[string]any { return map[string]any{"body": a.Text} }

func benchBare(t *testing.T, as []corpus.Article, text int64) float64 {
	bare := filepath.Join(t.TempDir(), "bare")
	watch := startWatch()
	buildBare(t, bare, slices.Values(as), bareMapping(false), bodyOnly).Close()
	return rate("gse into one Bleve field", len(as), text, watch, dirSize(bare))
}

// benchQueries draws queries from titles: whole ones, and stretches of two to six characters.
func benchQueries(as []corpus.Article, n int) []string {
	rnd := rand.New(rand.NewSource(1))
	var qs []string
	for len(qs) < n {
		title := []rune(strings.NewReplacer("(", " ", ")", " ", "（", " ", "）", " ", ":", " ", "：", " ", "\"", " ", "*", " ", "“", " ", "”", " ").Replace(as[rnd.Intn(len(as))].Title))
		if k := 2 + rnd.Intn(5); len(qs)%2 == 0 && len(title) > k {
			at := rnd.Intn(len(title) - k)
			title = title[at : at+k]
		}
		if q := strings.TrimSpace(string(title)); q != "" && !strings.HasPrefix(q, "-") {
			qs = append(qs, q)
		}
	}
	return qs
}

// quantiles runs every query, prints p50 and p95, and gives them in milliseconds.
func quantiles(name string, queries []string, ask func(string) int) [2]float64 {
	var took []time.Duration
	total := 0
	for _, q := range queries {
		start := time.Now()
		total += ask(q)
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	fmt.Printf("%-34s p50 %6.2f ms  p95 %6.2f ms  (%.0f found on average)\n", name,
		ms(took[len(took)/2]), ms(took[len(took)*95/100]), float64(total)/float64(len(queries)))
	return [2]float64{ms(took[len(took)/2]), ms(took[len(took)*95/100])}
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func benchOurQueries(t *testing.T, dir string, queries []string) [2]float64 {
	start := time.Now()
	ix, err := index.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	ask := func(q string) int {
		res, err := ix.Search(context.Background(), index.Request{Query: q, Limit: 10, Facets: []index.FacetRequest{
			{Field: index.FacetTheme}, {Field: index.FacetUnit}, {Field: index.FacetMeasure}, {Field: index.FacetYear},
		}})
		if err != nil {
			t.Errorf("%s: %v", q, err)
		}
		return res.Total
	}
	ask(queries[0])
	fmt.Printf("%-34s %.1f ms\n", "open and first query", ms(time.Since(start)))
	for _, q := range queries[:100] {
		ask(q)
	}
	mine := quantiles("jiandu, four facets, snippets", queries, ask)
	phrases := make([]string, len(queries))
	for i, q := range queries {
		phrases[i] = `"` + q + `"`
	}
	quantiles("jiandu, the same as phrases", phrases, ask)
	start = time.Now()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, q := range queries {
				ask(q)
			}
		})
	}
	wg.Wait()
	fmt.Printf("%-34s %.0f queries/s\n", "jiandu, 8 clients", float64(8*len(queries))/time.Since(start).Seconds())
	return mine
}

func benchBareQueries(t *testing.T, as []corpus.Article, queries []string) [2]float64 {
	ix := buildBare(t, filepath.Join(t.TempDir(), "bare"), slices.Values(as), bareMapping(true), func(a corpus.Article) map[string]any {
		tags := someTags(a)
		data := map[string]any{"body": a.Title + "\n" + a.Text, "year": a.Published[:4]}
		var themes, units, measures []string
		for _, x := range tags.Themes {
			themes = append(themes, x.ID)
		}
		for _, x := range tags.Units {
			units = append(units, x.Name)
		}
		for _, x := range tags.Measures {
			measures = append(measures, x.ID)
		}
		data["theme"], data["unit"], data["measure"] = themes, units, measures
		return data
	})
	defer ix.Close()
	bare := func(and bool) func(string) int {
		return func(q string) int {
			m := bleve.NewMatchQuery(q)
			m.SetField("body")
			if and {
				m.SetOperator(query.MatchQueryOperatorAnd)
			}
			req := bleve.NewSearchRequest(m)
			for _, f := range []string{"theme", "unit", "measure", "year"} {
				req.AddFacet(f, bleve.NewFacetRequest(f, 10))
			}
			res, err := ix.Search(req)
			if err != nil {
				t.Fatal(err)
			}
			return int(res.Total)
		}
	}
	quantiles("bare Bleve, four facets, any word", queries, bare(false))
	return quantiles("bare Bleve, four facets, all words", queries, bare(true))
}

func benchSQLite(t *testing.T, as []corpus.Article, text int64, queries []string) {
	path := filepath.Join(t.TempDir(), "fts.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	watch := startWatch()
	for _, q := range []string{"PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF", "CREATE VIRTUAL TABLE t USING fts5(title, body, tokenize='trigram')", "BEGIN"} {
		if _, err := db.Exec(q); err != nil {
			t.Fatal(err)
		}
	}
	db.SetMaxOpenConns(1)
	for _, a := range as {
		if _, err := db.Exec("INSERT INTO t VALUES (?, ?)", a.Title, a.Text); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := db.Exec("COMMIT"); err != nil {
		t.Fatal(err)
	}
	rate("SQLite FTS5, trigram (with text)", len(as), text, watch, dirSize(filepath.Dir(path)))
	quantiles("SQLite FTS5, phrases, no facets", queries, func(q string) int {
		rows, err := db.Query("SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT 10", `"`+q+`"`)
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		n := 0
		for rows.Next() {
			n++
		}
		return n
	})
}

// benchDir gives the folder JIANDU_BENCH_DIR, which stays, or one that goes.
func benchDir(t testing.TB) string {
	if dir := os.Getenv("JIANDU_BENCH_DIR"); dir != "" {
		return dir
	}
	return t.TempDir()
}
