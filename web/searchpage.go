package web

import (
	"encoding/json"
	"fmt"
	"html"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"jiandu/index"
)

// searchPage is what templates/search.html shows.
type searchPage struct {
	view
	Query    string
	Asked    bool // whether anything was asked for
	Result   index.Result
	TookMS   float64
	Hits     []hitView
	Facets   []facet
	Regions  facet
	Years    histogram
	Filters  []facetValue // what holds now; each link takes it away
	Sorts    []facetValue
	FoldLink string
	Folded   bool
	Hidden   []hiddenField // state that the search box carries along
	Kinds    template.JS   // names of kinds of suggestions, as JSON
	NextLink string
	First    string // first page, where this is a later one
	Help     string
	NoIndex  bool
}

type hiddenField struct{ Name, Value string }

type hitView struct {
	index.Hit
	TitleHTML template.HTML
	Snippets  []template.HTML
	More      string // the reprints, as a search
}

// Chosen gives what a filter holds.
func (p searchPage) Chosen(filter string) []string { return p.Here.Query()[filter] }

// MeasureName gives a measure's name among the filters, or its id.
func (p searchPage) MeasureName(id string) string {
	for _, f := range p.Facets {
		for _, v := range f.Values {
			if f.Field == "measure" && v.Value == id {
				return v.Name
			}
		}
	}
	return id
}

func (s *server) searchPage(w http.ResponseWriter, r *http.Request) error {
	if to := joinYears(r.URL); to != "" {
		http.Redirect(w, r, to, http.StatusSeeOther)
		return nil
	}
	p, err := readParams(s.api.operations["search"], r.URL.RawQuery, "lang")
	if err != nil {
		return err
	}
	req, err := s.searchRequest(p)
	if err != nil {
		return err
	}
	if done, err := s.fresh(w, r); done || err != nil {
		return err
	}
	page := searchPage{view: s.newView(r, "search", ""), Query: p.str("q"), Folded: req.Fold}
	res, err := s.find(r.Context(), req)
	if err != nil {
		return err
	}
	if err := s.fillSearch(r, &page, req, res); err != nil {
		return err
	}
	return s.render(w, page.Lang, "search", page)
}

// joinYears turns the two fields of a form into the one parameter "year", so
// that an address says the same thing in one way.
func joinYears(u *url.URL) string {
	q := u.Query()
	if !q.Has("year_from") && !q.Has("year_to") {
		return ""
	}
	from, to := q.Get("year_from"), q.Get("year_to")
	q.Del("year_from")
	q.Del("year_to")
	q.Del("year")
	switch {
	case from == "" && to == "":
	case from == to:
		q.Set("year", from)
	default:
		q.Set("year", from+"-"+to)
	}
	for name, vs := range q {
		if vs = slices.DeleteFunc(vs, func(v string) bool { return v == "" }); len(vs) == 0 {
			delete(q, name)
		}
	}
	return address(u.Path, q)
}

func (s *server) fillSearch(r *http.Request, page *searchPage, req index.Request, res index.Result) error {
	facets, err := s.nameFacets(r.Context(), page.Lang, res.Facets)
	if err != nil {
		return err
	}
	years := facets[index.FacetYear]
	if req.YearFrom != 0 || req.YearTo != 0 { // the histogram shows what other years would give
		if years, err = s.allYears(r, req); err != nil {
			return err
		}
	}
	say := func(year string, n int) string { return s.words.say(page.Lang, "search.yearbar", year, n) }
	here := page.Here
	page.Result, page.TookMS = res, millis(res.Took)
	page.Asked = req.Query != "" || len(here.Query()) > 0
	page.Years = newHistogram(here, years, req.YearFrom, req.YearTo, say)
	page.Regions = s.regionTree(here, req.Regions, facets)
	for _, field := range []string{index.FacetTheme, index.FacetUnit, index.FacetMeasure, index.FacetSource} {
		page.Facets = append(page.Facets, facetList(here, field, facets[field]))
	}
	for _, h := range res.Hits {
		page.Hits = append(page.Hits, newHitView(page.view, h))
	}
	s.fillControls(page, req)
	return nil
}

func (s *server) allYears(r *http.Request, req index.Request) ([]facetCount, error) {
	req.YearFrom, req.YearTo, req.Limit, req.Cursor = 0, 0, -1, ""
	req.Facets = []index.FacetRequest{{Field: index.FacetYear, Size: 100}}
	res, err := s.find(r.Context(), req)
	if err != nil {
		return nil, err
	}
	named, err := s.nameFacets(r.Context(), chinese, res.Facets)
	return named[index.FacetYear], err
}

// fillControls makes the links that change the state that the address holds.
func (s *server) fillControls(page *searchPage, req index.Request) {
	here := page.Here
	with := func(name, value string) string {
		q := here.Query()
		q.Del("cursor")
		q.Del(name)
		if value != "" {
			q.Set(name, value)
		}
		return address(here.Path, q)
	}
	for _, name := range []string{index.SortScore, index.SortNewest, index.SortOldest} {
		if name == index.SortScore && req.Query == "" {
			continue
		}
		page.Sorts = append(page.Sorts, facetValue{Name: name, Link: with("sort", name), Chosen: req.Sort == name})
	}
	page.FoldLink = with("fold", map[bool]string{true: "false", false: ""}[req.Fold])
	if page.Result.Next != "" {
		page.NextLink = with("cursor", page.Result.Next)
	}
	if req.Cursor != "" {
		page.First = with("cursor", "")
	}
	q := here.Query()
	for _, name := range sortedKeys(q) {
		if name == "q" || name == "cursor" {
			continue
		}
		for _, v := range q[name] {
			page.Hidden = append(page.Hidden, hiddenField{name, v})
			if v == "" || slices.Contains([]string{"lang", "sort", "fold", "limit", "synonyms", "facets"}, name) {
				continue
			}
			page.Filters = append(page.Filters, s.filterChip(page.view, name, v))
		}
	}
	q.Del("cursor")
	q.Del("lang")
	page.Feed = address("/feed", q)
	page.Kinds = s.kindNames(page.Lang)
}

// filterChip is a filter that holds, with the link that takes it away.
func (s *server) filterChip(v view, name, value string) facetValue {
	q := v.Here.Query()
	q.Del("cursor")
	q[name] = slices.DeleteFunc(slices.Clone(q[name]), func(x string) bool { return x == value })
	text := value
	switch name {
	case "theme":
		text = s.words.name(v.Lang, "theme", value)
	case "region":
		if code, err := s.Gazetteer.Resolve(value); err == nil {
			text = s.Gazetteer.FullName(code)
		}
	case "from", "to":
		text = s.words.say(v.Lang, "filter."+name, value)
	}
	return facetValue{Name: text, Link: address(v.Here.Path, q), Children: nil}
}

func (s *server) kindNames(lang string) template.JS {
	names := map[string]string{}
	for _, k := range []string{"unit", "measure", "source", "theme", "word", "region"} {
		names[k] = s.words.say(lang, "suggest."+k)
	}
	b, _ := json.Marshal(names) // a map of strings always marshals
	return template.JS(b)       //nolint:gosec // words of the catalogue
}

func newHitView(v view, h index.Hit) hitView {
	out := hitView{Hit: h, TitleHTML: highlight(h.Title, h.TitleMark)}
	for _, sn := range h.Snippets {
		out.Snippets = append(out.Snippets, highlight(sn.Text, sn.Marks))
	}
	out.More = v.Link("/articles/%s", h.ID) + "#reprints"
	return out
}

// highlight marks ranges of code points of a text, and escapes the rest.
func highlight(text string, marks []index.Mark) template.HTML {
	runes := []rune(text)
	var b strings.Builder
	at := 0
	for _, m := range marks {
		if m.Start < at || m.End > len(runes) || m.Start >= m.End {
			continue
		}
		fmt.Fprintf(&b, "%s<mark>%s</mark>", html.EscapeString(string(runes[at:m.Start])), html.EscapeString(string(runes[m.Start:m.End])))
		at = m.End
	}
	b.WriteString(html.EscapeString(string(runes[at:])))
	return template.HTML(b.String()) //nolint:gosec // escaped above
}
