package bodybench

import (
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/go-shiori/go-readability"
	"github.com/markusmobius/go-trafilatura"

	"jiandu/corpus"
	"jiandu/corpus/corpustest"
	"jiandu/ingest"
)

var address, _ = url.Parse("http://127.0.0.1/page.html")

// extractors give the body of a page. The libraries get the page as UTF-8, decoded rightly.
var extractors = []struct {
	name string
	body func(raw []byte, text string) string
}{
	{"jiandu", func(raw []byte, _ string) string {
		e, err := ingest.Extract(corpus.Page{URL: address.String(), Body: raw}, ingest.SiteHints{})
		if err != nil || e.Article == nil {
			return ""
		}
		return e.Article.Text
	}},
	{"trafilatura", func(_ []byte, text string) string {
		r, err := trafilatura.Extract(strings.NewReader(text), trafilatura.Options{OriginalURL: address, EnableFallback: true})
		if err != nil {
			return ""
		}
		return r.ContentText
	}},
	{"readability", func(_ []byte, text string) string {
		r, err := readability.FromReader(strings.NewReader(text), address)
		if err != nil {
			return ""
		}
		return r.TextContent
	}},
}

func TestCompare(t *testing.T) {
	dir := corpustest.Shared(t, "data/html-gold")
	b, err := os.ReadFile(filepath.Join(dir, "gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	var gold []struct{ Page, Text string }
	if err := json.Unmarshal(b, &gold); err != nil {
		t.Fatal(err)
	}
	sum := make([]float64, len(extractors))
	least := []float64{1, 1, 1}
	took := make([]time.Duration, len(extractors))
	for _, g := range gold {
		raw, err := os.ReadFile(filepath.Join(dir, "pages", g.Page))
		if err != nil {
			t.Fatal(err)
		}
		text, _ := ingest.Decode(raw, "")
		row := make([]float64, len(extractors))
		for i, x := range extractors {
			start := time.Now()
			body := x.body(raw, text)
			took[i] += time.Since(start)
			row[i] = overlap(body, g.Text)
			sum[i] += row[i]
			least[i] = min(least[i], row[i])
		}
		t.Logf("%s  %.3f  %.3f  %.3f", g.Page[:8], row[0], row[1], row[2])
	}
	n := len(gold)
	for i, x := range extractors {
		t.Logf("%-12s mean F1 %.4f, least %.3f, %.1f ms a page", x.name, sum[i]/float64(n), least[i], float64(took[i].Microseconds())/1000/float64(n))
	}
	for i := range extractors[1:] {
		if sum[0] < sum[i+1] {
			t.Errorf("%s does better", extractors[i+1].name)
		}
	}
}

// overlap gives the F1 of two texts over 6-grams of letters and digits.
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

func grams(text string) map[string]bool {
	r := []rune(strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, text))
	set := map[string]bool{}
	for i := 0; i == 0 || i+6 <= len(r); i++ {
		set[string(r[i:min(i+6, len(r))])] = true
	}
	return set
}
