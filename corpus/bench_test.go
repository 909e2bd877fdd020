package corpus_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"jiandu/corpus"
)

// BenchmarkStore saves and tags 20,000 synthetic articles of 1,500 characters with
// 45 tags each.
func BenchmarkStore(b *testing.B) {
	const articles = 20_000
	for b.Loop() {
		s := open(b, b.TempDir())
		var list []corpus.Article
		for i := range articles {
			list = append(list, article(fmt.Sprintf("%016x", uint64(i)*0x9E3779B97F4A7C15), "2024-01-02", synthetic(i)))
		}
		start := time.Now()
		save(b, s, list...)
		saved := time.Now()
		tagAll(b, s, list)
		tagged := time.Now()
		n := 0
		for _, err := range s.Changed(context.Background(), 0) {
			must(b, err)
			n++
		}
		if n != articles {
			b.Fatalf("%d documents", n)
		}
		b.ReportMetric(articles/saved.Sub(start).Seconds(), "saved/s")
		b.ReportMetric(articles/tagged.Sub(saved).Seconds(), "tagged/s")
		b.ReportMetric(articles/time.Since(tagged).Seconds(), "read/s")
	}
}

func synthetic(i int) string {
	return strings.Repeat(fmt.Sprintf("第%d号报告写了一段话，共有若干事项%d件，涉及若干单位。", i, i%97), 50)
}

func tagAll(b *testing.B, s *corpus.Store, list []corpus.Article) {
	b.Helper()
	tags := corpus.Tags{Analyzer: "v1", Years: []int{2024}, Regions: make([]corpus.Region, 3), Themes: make([]corpus.Theme, 3)}
	mentions := []corpus.Mention{{Start: 1, End: 4, Text: "号报告"}, {Start: 5, End: 7, Text: "写了"}}
	for i := range 9 {
		tags.Units = append(tags.Units, corpus.Unit{Name: fmt.Sprint("单位", i), Kind: corpus.KindParty, Mentions: mentions})
		tags.Measures = append(tags.Measures, corpus.Measure{ID: fmt.Sprint("m", i), Name: "机制", Mentions: mentions})
	}
	for i := range 20 {
		tags.Statistics = append(tags.Statistics, corpus.Statistic{Start: i, End: i + 4, Quote: "若干事项", Value: float64(i), Unit: "件", Action: "查处", SentenceEnd: 30})
	}
	for len(list) > 0 {
		var batch []corpus.Tagged
		for _, a := range list[:min(200, len(list))] {
			batch = append(batch, corpus.Tagged{ID: a.ID, Text: a.Text, Tags: tags})
		}
		list = list[len(batch):]
		must(b, s.SaveTags(context.Background(), batch...))
	}
}
