package analyze

import (
	"bufio"
	"encoding/json"
	"os/exec"
	"testing"

	"jiandu/corpus"
	"jiandu/corpus/corpustest"
)

// BenchmarkStatistics measures the passes over times and figures alone, on the
// first news items of the shared collection:
//
//	go test ./analyze -run - -bench Statistics
func BenchmarkStatistics(b *testing.B) {
	a := testAnalyzer(b)
	docs, size := benchDocs(b, a, 400)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			d.times, d.tags.Statistics = nil, nil
			a.findPeriods(d)
			a.findStatistics(d)
			a.findYears(d)
		}
	}
}

// benchDocs gives documents that are analyzed up to their units and regions.
func benchDocs(b *testing.B, a *Analyzer, n int) (docs []*doc, size int) {
	b.Helper()
	zstd, err := exec.LookPath("zstd")
	if err != nil {
		b.Skip("needs zstd")
	}
	cmd := exec.Command(zstd, "-dc", corpustest.Shared(b, "data/xwlb.jsonl.zst"))
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 1<<24)
	for len(docs) < n && lines.Scan() {
		var art corpus.Article
		if err := json.Unmarshal(lines.Bytes(), &art); err != nil {
			b.Fatal(err)
		}
		d := newDoc(art)
		d.tokenize(a.segmenter)
		d.match(a.lex)
		a.findPlaces(d)
		a.findUnits(d)
		a.findRegions(d)
		docs, size = append(docs, d), size+len(art.Text)
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	return docs, size
}
