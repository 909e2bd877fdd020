package corpus_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiandu/corpus"
)

// A document that was saved and tagged is read back as it was written.
func TestSaveAndRead(t *testing.T) {
	ctx := context.Background()
	s, err := corpus.Open(ctx, t.TempDir(), corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	a := corpus.Article{ID: corpus.ArticleID("", "甲"), Text: "查处问题8起。", Published: "2024-01-02", State: corpus.StateOK}
	page := corpus.Page{URL: "http://a.test/1", Body: []byte("<p>"), Hash: corpus.BodyHash([]byte("<p>"))}
	n, err := s.Save(ctx, corpus.Extracted{Page: &page, Article: &a})
	if err != nil || n.New != 1 {
		t.Fatalf("Save: %+v, %v", n, err)
	}
	tags := corpus.Tags{
		Analyzer: "v1", Years: []int{2024},
		Regions: []corpus.Region{{Code: "000000"}},
		Statistics: []corpus.Statistic{{
			Start: 0, End: 6, Quote: "查处问题8起", Number: "8", Value: 8, Unit: "起",
			Action: "查处", Object: "问题", Period: &corpus.Period{From: "2024-01-01", To: "2024-01-31"}, SentenceEnd: 7,
		}},
	}
	if err := s.SaveTags(ctx, corpus.Tagged{ID: a.ID, Text: a.Text, Tags: tags}); err != nil {
		t.Fatal(err)
	}
	d, err := s.Document(ctx, a.ID[:6])
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(tags.Statistics, d.Statistics); diff != "" {
		t.Errorf("statistics (-want +got):\n%s", diff)
	}
	if d.Analyzer != "v1" || d.Group != a.ID || !d.Lead || d.Seq != 2 {
		t.Errorf("document: analyzer %q group %q lead %v seq %d", d.Analyzer, d.Group, d.Lead, d.Seq)
	}
	if n, err = s.Save(ctx, corpus.Extracted{Page: &page, Article: &a}); err != nil || n.Unchanged != 1 {
		t.Errorf("Save again: %+v, %v", n, err)
	}
	p, err := s.Page(ctx, a.ID)
	if err != nil || string(p.Body) != "<p>" {
		t.Errorf("Page: %q, %v", p.Body, err)
	}
}
