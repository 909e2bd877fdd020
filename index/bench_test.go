//go:build bench || slow

package index_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/registry"
	"github.com/klauspost/compress/zstd"

	"jiandu/analyze"
	"jiandu/corpus"
	"jiandu/corpus/corpustest"
	"jiandu/index"
)

// The benchmark compares the index with the parts that it is made of:
//
//	JIANDU_BENCH=5000 go test -tags bench -run TestBench -v -timeout 60m ./index
//
// JIANDU_BENCH is the number of articles (all of them by default).

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
	return s
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

func buildBare(t testing.TB, dir string, as []corpus.Article, m mapping.IndexMapping, data func(corpus.Article) map[string]any) bleve.Index {
	ix, err := bleve.NewUsing(dir, m, scorch.Name, scorch.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	b := ix.NewBatch()
	for _, a := range as {
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

func rate(name string, n int, bytes int64, w stopwatch, size int64) {
	took, cpu := time.Since(w.wall), cpuTime()-w.cpu
	fmt.Printf("%-34s %8.0f articles/s %6.2f MB/s %7.1fs (cpu %.1fs)  %6.1f MB = %.2f × text\n", name,
		float64(n)/took.Seconds(), float64(bytes)/1e6/took.Seconds(), took.Seconds(), cpu.Seconds(), float64(size)/1e6, float64(size)/float64(bytes))
}

func TestBenchBuild(t *testing.T) {
	as := readItems(t, benchSize())
	var text int64
	for _, a := range as {
		text += int64(len(a.Text))
	}
	seg := loadSegmenter(t)
	bareSegmenter = seg
	fmt.Printf("%d articles, %.1f MB of text, %d processors\n", len(as), float64(text)/1e6, runtime.GOMAXPROCS(0))

	dir := benchDir(t)
	s := fillStore(t, dir, as, someTags)
	watch := startWatch()
	rep, err := index.Update(context.Background(), s, dir, seg, index.BuildOptions{})
	if err != nil {
		t.Fatal(err)
	}
	rate("jiandu, all of it", len(as), text, watch, rep.Bytes)

	bare := filepath.Join(t.TempDir(), "bare")
	watch = startWatch()
	ix := buildBare(t, bare, as, bareMapping(false), func(a corpus.Article) map[string]any { return map[string]any{"body": a.Text} })
	ix.Close()
	rate("gse into one Bleve field", len(as), text, watch, dirSize(bare))
}

// benchDir gives the folder JIANDU_BENCH_DIR, which stays, or one that goes.
func benchDir(t testing.TB) string {
	if dir := os.Getenv("JIANDU_BENCH_DIR"); dir != "" {
		return dir
	}
	return t.TempDir()
}
