package ingest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jiandu/corpus"
	"jiandu/corpus/corpustest"
)

func newStore(t testing.TB) *corpus.Store {
	t.Helper()
	s, err := corpus.Open(t.Context(), t.TempDir(), corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// imported imports paths into a new corpus and gives its articles.
func imported(t testing.TB, paths ...string) ([]corpus.Article, ImportReport) {
	t.Helper()
	s := newStore(t)
	rep, err := Import(t.Context(), s, paths, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var all []corpus.Article
	for d, err := range s.Changed(t.Context(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, d.Article)
	}
	return all, rep
}

// same compares fields as the scorer does: letters and digits only.
func same(a, b string) bool { return squeeze(a) == squeeze(b) }

func TestImportAgainstGold(t *testing.T) {
	all, rep := imported(t, corpustest.Shared(t, "eval/inputs"))
	if len(rep.Skipped) > 0 {
		t.Error(rep.Skipped)
	}
	files, _ := filepath.Glob(filepath.Join(corpustest.Shared(t, "eval/gold"), "*.json"))
	sum := 0.0
	for _, f := range files {
		var g struct{ ID, Title, Source, Author, Published, Text string }
		b, err := os.ReadFile(f)
		if err == nil {
			err = json.Unmarshal(b, &g)
		}
		if err != nil {
			t.Fatal(err)
		}
		var best corpus.Article
		most := -1.0
		for _, a := range all {
			if o := overlap(a.Text, g.Text); o > most {
				best, most = a, o
			}
		}
		sum += most
		t.Logf("%.4f %s %q %q %s %q gold author %q, editor %q column %q original %q", most, g.ID, best.Title, best.Source, best.Published, best.Author, g.Author, best.Editor, best.Column, best.OriginalURL)
		if !same(best.Title, g.Title) || g.Source != "" && !same(best.Source, g.Source) || best.Published != g.Published {
			t.Errorf("%s: title %q (gold %q), source %q (gold %q), published %q (gold %q)", g.ID, best.Title, g.Title, best.Source, g.Source, best.Published, g.Published)
		}
		if *show {
			t.Log(lineDiff(best.Text, g.Text))
		}
	}
	if mean := sum / float64(len(files)); mean < 0.98 {
		t.Errorf("mean F1 of the texts is %.4f, under .98", mean)
	} else {
		t.Logf("mean F1 %.4f", mean)
	}
}

func TestSeedsAreClean(t *testing.T) {
	all, _ := imported(t, corpustest.Shared(t, "data/seeds"))
	if len(all) != 5 {
		t.Fatalf("%d articles, want 5", len(all))
	}
	for _, a := range all {
		for _, noise := range []string{"字号", "版权所有", "免责声明", "扫一扫", "当前位置", "ICP", "发布日期", "分享", "阅读下一篇", "原文链接", "图为"} {
			if strings.Contains(a.Text, noise) {
				t.Errorf("%s: %q is left in the text", a.Title, noise)
			}
		}
	}
}
