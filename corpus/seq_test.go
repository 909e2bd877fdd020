package corpus_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiandu/corpus"
)

// changed gives the ids of the documents that changed after seq, and the last change number.
func changed(t *testing.T, s *corpus.Store, seq int64) ([]string, int64) {
	t.Helper()
	var ids []string
	for d, err := range s.Changed(context.Background(), seq) {
		must(t, err)
		if d.Seq <= seq {
			t.Errorf("change number %d after %d", d.Seq, seq)
		}
		ids, seq = append(ids, d.ID), d.Seq
	}
	return ids, seq
}

// TestChangeNumbers follows the change numbers through what can happen to articles.
func TestChangeNumbers(t *testing.T) {
	ctx := context.Background()
	s := open(t, t.TempDir())
	a, b := article("aaaa", "2024-01-01", "甲"), article("bbbb", "2024-01-02", "乙")
	var seq int64
	step := func(what string, want ...string) {
		t.Helper()
		ids, last := changed(t, s, seq)
		if diff := cmp.Diff(want, ids); diff != "" {
			t.Errorf("%s: changed (-want +got):\n%s", what, diff)
		}
		if n, err := s.LastSeq(ctx); err != nil || n != max(last, seq) {
			t.Errorf("%s: LastSeq = %d, %v; the last document has %d", what, n, err, last)
		}
		seq = max(seq, last)
	}
	save(t, s, a, b)
	step("new articles", "aaaa", "bbbb")
	save(t, s, b, a)
	step("saved again")
	a.Extractor, a.PageHash = "2", "f"
	save(t, s, a)
	step("extracted again to the same")
	a.Title = "题"
	save(t, s, a)
	step("another title", "aaaa")
	must(t, s.SaveTags(ctx, corpus.Tagged{ID: b.ID, Text: b.Text, Tags: corpus.Tags{Analyzer: "v1"}}))
	step("tagged", "bbbb")
	must(t, s.SaveTags(ctx, corpus.Tagged{ID: a.ID, Text: "甲乙", Tags: corpus.Tags{Analyzer: "v1", Years: []int{2024}}}))
	step("tags of a text that has changed since")
	must(t, s.SaveGroups(ctx, corpus.Grouping{ID: b.ID, Group: a.ID}, corpus.Grouping{ID: a.ID, Group: a.ID, Lead: true}))
	step("grouped", "bbbb")
	must(t, s.SaveGroups(ctx, corpus.Grouping{ID: b.ID, Group: a.ID}))
	step("grouped again the same")
	b.State, b.Reason = corpus.StateQuarantined, "no sentence"
	save(t, s, b)
	step("quarantined", "bbbb")
}

// TestCopyWithoutURL saves two pages of one text that no URL tells apart.
func TestCopyWithoutURL(t *testing.T) {
	s := open(t, t.TempDir())
	a := corpus.Article{ID: "aaaa", Text: "甲", Column: "要闻", State: corpus.StateOK, PageHash: "1", Extractor: "1"}
	copied := a
	copied.Column, copied.PageHash = "头条", "2"
	for range 2 {
		save(t, s, a, copied)
	}
	if d, err := s.Document(context.Background(), "aaaa"); err != nil || d.Column != "要闻" || d.Seq != 1 {
		t.Errorf("column %q, change number %d, %v", d.Column, d.Seq, err)
	}
	a.Column, a.Extractor, copied.Extractor = "新闻", "2", "2"
	save(t, s, a, copied)
	if d, err := s.Document(context.Background(), "aaaa"); err != nil || d.Column != "新闻" {
		t.Errorf("after another extractor: column %q, %v", d.Column, err)
	}
}

// TestChangedArticleIsStale checks that tags of an old text are made again.
func TestChangedArticleIsStale(t *testing.T) {
	ctx := context.Background()
	s := open(t, t.TempDir())
	a := article("aaaa", "2024-01-01", "甲")
	save(t, s, a)
	must(t, s.SaveTags(ctx, corpus.Tagged{ID: a.ID, Text: a.Text, Tags: corpus.Tags{Analyzer: "v1"}}))
	stale := func() (n int) {
		for _, err := range s.Stale(ctx, "v1") {
			must(t, err)
			n++
		}
		return n
	}
	if n := stale(); n != 0 {
		t.Errorf("%d stale articles after tagging", n)
	}
	a.Text = "乙"
	save(t, s, a)
	if n := stale(); n != 1 {
		t.Errorf("%d stale articles after a change, want 1", n)
	}
	docs, err := s.Group(ctx, a.ID)
	if err != nil || len(docs) != 1 || docs[0].Text != "乙" {
		t.Errorf("Group: %+v, %v", docs, err)
	}
}

// TestSaveIsAllOrNothing fails in the middle of a batch.
func TestSaveIsAllOrNothing(t *testing.T) {
	ctx := context.Background()
	s := open(t, t.TempDir())
	a := article("aaaa", "2024-01-01", "甲")
	bad := corpus.Statistic{Quote: "8起", SentenceStart: 5, SentenceEnd: 2}
	save(t, s, a)
	err := s.SaveTags(ctx,
		corpus.Tagged{ID: a.ID, Text: a.Text, Tags: corpus.Tags{Analyzer: "v1", Years: []int{2024}}},
		corpus.Tagged{ID: a.ID, Text: a.Text, Tags: corpus.Tags{Analyzer: "v1", Statistics: []corpus.Statistic{bad}}})
	if err == nil {
		t.Error("a sentence outside the text was saved")
	}
	d, err := s.Document(ctx, a.ID)
	if err != nil || d.Analyzer != "" || len(d.Years) != 0 || d.Seq != 1 {
		t.Errorf("after a failed batch: %+v, %v", d.Tags, err)
	}
}
