package analyze

import (
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"testing"

	"jiandu/corpus"
	"jiandu/corpus/corpustest"
)

var (
	showKind = flag.String("show", "", "kind of tag whose misses TestGold lists: units, measures, statistics, regions, years, themes")
	onlyID   = flag.String("only", "", "id of the one gold article that TestGold scores")
)

// TestGold scores the tags of the gold articles against floors.json. To see
// what is wrong with one kind of tag:
//
//	go test ./analyze -run TestGold -v -args -show statistics -only ID
func TestGold(t *testing.T) {
	scorer := corpustest.Shared(t, "eval/score.py")
	gold := corpustest.Shared(t, "eval/gold")
	python, err := exec.LookPath("python3")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("needs python3")
		}
		t.Skip("needs python3")
	}
	export := filepath.Join(t.TempDir(), "export.jsonl")
	writeExport(t, testAnalyzer(t), goldArticles(t, gold), export)
	args := []string{scorer, gold, export}
	if *showKind != "" {
		args = append(args, "--show", *showKind)
	}
	if *onlyID != "" {
		args = append(args, "--only", *onlyID)
	} else {
		args = append(args, "--floors", "floors.json")
	}
	out, err := exec.Command(python, args...).CombinedOutput()
	t.Logf("\n%s", out)
	if err != nil {
		t.Errorf("score: %v", err)
	}
}

// goldArticles reads the articles of the annotations in dir, without their tags,
// in the order of their ids.
func goldArticles(tb testing.TB, dir string) []corpus.Article {
	tb.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		tb.Fatal(err)
	}
	sort.Strings(files)
	var arts []corpus.Article
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		var art corpus.Article
		if err := json.Unmarshal(b, &art); err != nil {
			tb.Fatalf("%s: %v", f, err)
		}
		arts = append(arts, art)
	}
	return arts
}

func writeExport(tb testing.TB, a *Analyzer, arts []corpus.Article, path string) {
	tb.Helper()
	f, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	enc := json.NewEncoder(f)
	enc.SetEscapeHTML(false)
	for _, art := range arts {
		doc := corpus.Document{Article: art, Tags: a.Analyze(art)}
		if err := enc.Encode(corpus.NewExport(doc)); err != nil {
			tb.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		tb.Fatal(err)
	}
}
