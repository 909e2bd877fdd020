package ingest

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/net/html"

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

// What a page of the national site shows, read from its source by other means than the extractor's.
var (
	shownTitle = regexp.MustCompile(`(?s)<h2 class="tit">(.*?)</h2>`)
	shownFrom  = regexp.MustCompile(`(?s)<em class="e e1">\s*来源：(.*?)</em>`)
	shownDate  = regexp.MustCompile(`(?s)发布时间：\s*(\d{4}-\d{2}-\d{2})`)
)

func TestNationalSite(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(corpustest.Shared(t, "data/ccdi"), "*.html"))
	shown := 0
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		a := extractFile(t, f).Article
		if a == nil || a.State != corpus.StateOK {
			t.Errorf("%s: %+v", f, a)
			continue
		}
		if *show {
			t.Logf("%s|%s|%s %s|%s|%s|%s|%.2f\n%s", filepath.Base(f), a.Title, a.Published, a.PublishedFrom, a.Source, a.Author, a.Column, a.Quality, a.Text)
		}
		title, from, date := shownTitle.FindSubmatch(b), shownFrom.FindSubmatch(b), shownDate.FindSubmatch(b)
		if title == nil {
			continue // the magazine's pages show no source and no day
		}
		shown++
		if want := html.UnescapeString(markup.ReplaceAllString(string(title[1]), "")); !same(a.Title, want) {
			t.Errorf("%s: title %q, shown %q", f, a.Title, want)
		}
		if from != nil && a.Source != strings.TrimSpace(string(from[1])) {
			t.Errorf("%s: source %q, shown %q", f, a.Source, from[1])
		}
		if date != nil && a.Published != string(date[1]) {
			t.Errorf("%s: published %q, shown %q", f, a.Published, date[1])
		}
	}
	t.Logf("%d pages show title, source and day", shown)
}

// TestDatesAgainstGold asks for the day of every page whose gold has one, and that
// a day given elsewhere stands on the page.
func TestDatesAgainstGold(t *testing.T) {
	right, shown := 0, 0
	for _, g := range readHTMLGold(t) {
		a := extractFile(t, g.Page).Article
		want := findDay(g.Date)
		if want != "" {
			shown++
			if a.Published == want {
				right++
			} else {
				t.Logf("%s: %q, gold %q", g.Page, a.Published, g.Date)
			}
			continue
		}
		b, _ := os.ReadFile(g.Page)
		text, _ := Decode(b, "")
		if a.Published != "" && !strings.Contains(text, a.Published) && !strings.Contains(text, dayInChinese(a.Published)) {
			t.Errorf("%s: %s is not on the page", g.Page, a.Published)
		}
	}
	t.Logf("%d of %d days right", right, shown)
	if float64(right) < 0.95*float64(shown) {
		t.Error("under 95 %")
	}
}

func dayInChinese(day string) string { return day[:4] + "年" + day[5:7] + "月" + day[8:] + "日" }

// TestNoPageIsDecodedWrongly looks at the words of every saved page.
func TestNoPageIsDecodedWrongly(t *testing.T) {
	for _, dir := range []string{"data/pages", "data/html-gold/pages", "data/ccdi"} {
		files, _ := filepath.Glob(filepath.Join(corpustest.Shared(t, dir), "*.html"))
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			if text, name := Decode(b, ""); name == "" || fluency(text) < 0.1 {
				t.Errorf("%s: %s, fluency %.2f", f, name, fluency(text))
			}
		}
	}
}
