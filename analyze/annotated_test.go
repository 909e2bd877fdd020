package analyze

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"testing"

	"jiandu/corpus"
)

// annotated is an article of testdata/articles with what a reader found in it.
type annotated struct {
	corpus.Article
	Regions    []string           `json:"regions"`
	Years      []int              `json:"years"`
	Themes     []string           `json:"themes"`
	Units      []annotatedName    `json:"units"`
	Measures   []annotatedName    `json:"measures"`
	Statistics []corpus.Statistic `json:"statistics"`
}

type annotatedName struct {
	Name  string   `json:"name"`
	Kind  string   `json:"kind"`
	Forms []string `json:"forms"`
}

// TestAnnotated scores the project's own annotated articles against the floors
// of testdata/floors.json. With -v it prints the table and what is wrong.
func TestAnnotated(t *testing.T) {
	scores := map[string]*score{}
	for _, g := range annotatedArticles(t) {
		tags := testAnalyzer(t).Analyze(g.Article)
		for kind, s := range scoreArticle(g, tags) {
			if scores[kind] == nil {
				scores[kind] = &score{}
			}
			scores[kind].add(s)
			for _, miss := range s.wrong {
				t.Logf("%s %s %s", g.ID, kind, miss)
			}
		}
	}
	var floors map[string]float64
	readJSON(t, filepath.Join("testdata", "floors.json"), &floors)
	for kind, s := range scores {
		t.Logf("%-40s F1 %.3f of %d", kind, s.f1(), s.gold)
		if s.f1() < floors[kind] {
			t.Errorf("%s: F1 %.3f is below its floor %.3f", kind, s.f1(), floors[kind])
		}
	}
}

func annotatedArticles(t *testing.T) []annotated {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "articles", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	sort.Strings(files)
	articles := make([]annotated, len(files))
	for i, f := range files {
		readJSON(t, f, &articles[i])
	}
	return articles
}

func readJSON(t *testing.T, path string, v any) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

// score counts what was found right, found, and to be found.
type score struct {
	right, found, gold int
	wrong              []string
}

func (s *score) add(o score) {
	s.right, s.found, s.gold = s.right+o.right, s.found+o.found, s.gold+o.gold
}

func (s *score) f1() float64 {
	if s.found+s.gold == 0 {
		return 1
	}
	return 2 * float64(s.right) / float64(s.found+s.gold)
}

// scoreArticle compares the tags with the annotation, by kind.
func scoreArticle(g annotated, tags corpus.Tags) map[string]score {
	e := corpus.NewExport(corpus.Document{Article: g.Article, Tags: tags})
	figures, full := compareStatistics(g.Statistics, e.Statistics)
	return map[string]score{
		"regions":         compareSets(g.Regions, e.Regions),
		"years":           compareSets(g.Years, e.Years),
		"themes":          compareSets(g.Themes, e.Themes),
		"units":           compareNames(g.Units, unitNames(e.Units)),
		"measures":        compareNames(g.Measures, measureNames(e.Measures)),
		"statistics":      figures,
		"statistics full": full, // with action, object and period
	}
}

func compareSets[T comparable](gold, found []T) score {
	s := score{found: len(found), gold: len(gold)}
	for _, x := range found {
		if slices.Contains(gold, x) {
			s.right++
		}
	}
	if s.right < s.found || s.right < s.gold {
		s.wrong = append(s.wrong, fmt.Sprintf("want %v, got %v", gold, found))
	}
	return s
}

func unitNames(units []corpus.Unit) [][]string {
	var names [][]string
	for _, u := range units {
		names = append(names, []string{normalName(u.Name)})
	}
	return names
}

func measureNames(measures []corpus.Measure) [][]string {
	var names [][]string
	for _, m := range measures {
		forms := []string{normalName(m.Name)}
		for _, x := range m.Mentions {
			forms = append(forms, normalName(x.Text))
		}
		names = append(names, forms)
	}
	return names
}

// compareNames pairs each annotated name with one found that has a form of it.
func compareNames(gold []annotatedName, found [][]string) score {
	s := score{found: len(found), gold: len(gold)}
	taken := make([]bool, len(found))
	for _, g := range gold {
		i := slices.IndexFunc(found, func(forms []string) bool { return slices.ContainsFunc(forms, g.is) })
		if i < 0 || taken[i] {
			s.wrong = append(s.wrong, "- "+g.Name)
			continue
		}
		taken[i] = true
		s.right++
	}
	for i, forms := range found {
		if !taken[i] {
			s.wrong = append(s.wrong, "+ "+forms[0])
		}
	}
	return s
}

func (g annotatedName) is(form string) bool {
	if form == normalName(g.Name) {
		return true
	}
	return slices.ContainsFunc(g.Forms, func(f string) bool { return form == normalName(f) })
}

// compareStatistics pairs the figures in their order by value and unit, and
// counts those whose action, object and period are right too.
func compareStatistics(gold, found []corpus.Statistic) (figures, full score) {
	figures = score{found: len(found), gold: len(gold)}
	taken := make([]bool, len(found))
	full = figures
	for _, g := range gold {
		i := -1
		for k, f := range found {
			if !taken[k] && f.Value == g.Value && f.Unit == g.Unit {
				i = k
				break
			}
		}
		if i < 0 {
			figures.wrong = append(figures.wrong, "- "+g.Quote)
			continue
		}
		taken[i] = true
		figures.right++
		if f := found[i]; loosely(g.Action, f.Action) && loosely(g.Object, f.Object) && samePeriod(g.Period, f.Period) {
			full.right++
		} else {
			full.wrong = append(full.wrong, fmt.Sprintf("%s: %s | %s | %v", g.Quote, f.Action, f.Object, f.Period))
		}
	}
	for i, f := range found {
		if !taken[i] {
			figures.wrong = append(figures.wrong, "+ "+f.Quote)
		}
	}
	return figures, full
}

// loosely tells whether the words are equal, or one holds the other.
func loosely(a, b string) bool {
	a, b = normalName(a), normalName(b)
	return a == b || a != "" && b != "" && (containsAny(a, []string{b}) || containsAny(b, []string{a}))
}

func samePeriod(a, b *corpus.Period) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
