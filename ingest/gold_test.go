package ingest

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"jiandu/corpus"
	"jiandu/corpus/corpustest"
)

var show = flag.Bool("show", false, "print what was extracted, and what differs")

// grams gives the 6-grams of the letters and digits of a text.
func grams(text string) map[string]bool {
	var r []rune
	for _, c := range text {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			r = append(r, unicode.ToLower(c))
		}
	}
	set := map[string]bool{}
	for i := 0; i == 0 || i+6 <= len(r); i++ {
		set[string(r[i:min(i+6, len(r))])] = true
	}
	return set
}

// overlap gives the F1 of two texts over character 6-grams.
func overlap(got, want string) float64 {
	g, w := grams(got), grams(want)
	both := 0
	for k := range g {
		if w[k] {
			both++
		}
	}
	return 2 * float64(both) / float64(len(g)+len(w))
}

// htmlGold is one page of the shared gold set.
type htmlGold struct{ Page, Author, Date, Text string }

func readHTMLGold(t testing.TB) []htmlGold {
	dir := corpustest.Shared(t, "data/html-gold")
	b, err := os.ReadFile(filepath.Join(dir, "gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	var gold []htmlGold
	if err := json.Unmarshal(b, &gold); err != nil {
		t.Fatal(err)
	}
	for i := range gold {
		gold[i].Page = filepath.Join(dir, "pages", gold[i].Page)
	}
	return gold
}

func extractFile(t testing.TB, path string) Extraction {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	e, err := Extract(corpus.Page{URL: "http://127.0.0.1/" + filepath.Base(path), Body: b, FetchedAt: time.Now()}, SiteHints{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestBodiesAgainstGold(t *testing.T) {
	sum := 0.0
	gold := readHTMLGold(t)
	for _, g := range gold {
		a := extractFile(t, g.Page).Article
		if a == nil {
			a = &corpus.Article{}
		}
		f := overlap(a.Text, g.Text)
		sum += f
		t.Logf("%.4f %s %s/%s (gold %s) %q %q author %q (gold %q) %s", f, filepath.Base(g.Page)[:8], a.Published, a.PublishedFrom, g.Date, a.Title, a.Source, a.Author, g.Author, a.Reason)
		if f < 0.90 {
			t.Errorf("%s: F1 %.3f is under .90", g.Page, f)
		}
		if *show && f < 1 {
			t.Log(lineDiff(a.Text, g.Text))
		}
	}
	if mean := sum / float64(len(gold)); mean < 0.985 {
		t.Errorf("mean F1 %.4f is under .985", mean)
	} else {
		t.Logf("mean F1 %.4f", mean)
	}
}

// lineDiff gives the lines that only one text has.
func lineDiff(got, want string) string {
	var b strings.Builder
	for _, side := range []struct{ sign, a, b string }{{"+ ", got, want}, {"- ", want, got}} {
		other := grams(side.b)
		for line := range strings.Lines(side.a) {
			missing := 0
			g := grams(line)
			for k := range g {
				if !other[k] {
					missing++
				}
			}
			if missing*3 > len(g) {
				b.WriteString("\n" + side.sign + strings.TrimSpace(line))
			}
		}
	}
	return b.String()
}

func TestNationalSite(t *testing.T) {
	dir := corpustest.Shared(t, "data/ccdi")
	files, _ := filepath.Glob(filepath.Join(dir, "*.html"))
	for _, f := range files {
		a := extractFile(t, f).Article
		if a == nil {
			t.Errorf("%s: no article", f)
			continue
		}
		if *show {
			lines := strings.Split(a.Text, "\n")
			t.Logf("%s|%s|%s %s|%s|%s|%s|%.2f %s|%d\n  %.90s\n  %.90s\n  ...%s", filepath.Base(f), a.Title, a.Published, a.PublishedFrom, a.Source, a.Author, a.Column, a.Quality, a.Reason, len(lines), lines[0], lines[min(1, len(lines)-1)], tailOf(lines[len(lines)-1], 40))
		}
	}
}

func tailOf(s string, n int) string {
	r := []rune(s)
	return string(r[max(0, len(r)-n):])
}
