package analyze

import (
	"bufio"
	"encoding/json"
	"os"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"

	"jiandu/corpus"
	"jiandu/corpus/corpustest"
)

// The benchmarks read the same articles: the first 2,000 of the news items,
// or as many as JIANDU_BENCH_ARTICLES says.
//
//	JIANDU_BENCH_ARTICLES=20000 go test ./analyze -run '^$' -bench 'Share|Segment|Analyze$' -benchtime 3x -benchmem -cpu 1
//
// MB/s is bytes of text; articles/s is reported besides.

func BenchmarkBareSegment(b *testing.B) {
	a, arts := testAnalyzer(b), benchArticles(b)
	seg := a.segmenter.(*gseSegmenter)
	runBench(b, arts, func(art corpus.Article) { seg.seg.Segment([]byte(art.Text)) })
}

func BenchmarkAnalyze(b *testing.B) {
	a, arts := testAnalyzer(b), benchArticles(b)
	runBench(b, arts, func(art corpus.Article) { a.Analyze(art) })
}

// BenchmarkShare takes turns, fifty articles at a time, so that what else the machine does hurts both alike. It
// reports the speed of all of analysis as a share of that of the bare segmenter; -cpu 1 for one core.
func BenchmarkShare(b *testing.B) {
	a, arts := testAnalyzer(b), benchArticles(b)
	seg := a.segmenter.(*gseSegmenter)
	var bare, all time.Duration
	b.SetBytes(2 * bytesOf(arts))
	b.ResetTimer()
	for range b.N {
		for some := range slices.Chunk(arts, 50) {
			start := time.Now()
			for _, art := range some {
				seg.seg.Segment([]byte(art.Text))
			}
			bare += time.Since(start)
			start = time.Now()
			for _, art := range some {
				a.Analyze(art)
			}
			all += time.Since(start)
		}
	}
	b.ReportMetric(bare.Seconds()/all.Seconds(), "of-bare")
}

// BenchmarkAnalyzeParallel uses all cores.
func BenchmarkAnalyzeParallel(b *testing.B) {
	a, arts := testAnalyzer(b), benchArticles(b)
	b.SetBytes(bytesOf(arts))
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		var next atomic.Int64
		var g sync.WaitGroup
		for range runtime.GOMAXPROCS(0) {
			g.Go(func() {
				for i := next.Add(1) - 1; i < int64(len(arts)); i = next.Add(1) - 1 {
					a.Analyze(arts[i])
				}
			})
		}
		g.Wait()
	}
	b.ReportMetric(float64(len(arts)*b.N)/b.Elapsed().Seconds(), "articles/s")
}

func runBench(b *testing.B, arts []corpus.Article, work func(corpus.Article)) {
	b.SetBytes(bytesOf(arts))
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		for _, art := range arts {
			work(art)
		}
	}
	b.ReportMetric(float64(len(arts)*b.N)/b.Elapsed().Seconds(), "articles/s")
}

func bytesOf(arts []corpus.Article) int64 {
	n := 0
	for _, a := range arts {
		n += len(a.Text)
	}
	return int64(n)
}

// benchArticles reads the first news items.
func benchArticles(b *testing.B) []corpus.Article {
	b.Helper()
	limit := 2000
	if s := os.Getenv("JIANDU_BENCH_ARTICLES"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			b.Fatalf("JIANDU_BENCH_ARTICLES: %q is no count", s)
		}
		limit = n
	}
	f, err := os.Open(corpustest.Shared(b, "data/xwlb.jsonl.zst"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	z, err := zstd.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	defer z.Close()
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<24)
	var arts []corpus.Article
	for len(arts) < limit && lines.Scan() {
		var art corpus.Article
		if err := json.Unmarshal(lines.Bytes(), &art); err != nil {
			b.Fatal(err)
		}
		arts = append(arts, art)
	}
	if err := lines.Err(); err != nil {
		b.Fatal(err)
	}
	return arts
}
