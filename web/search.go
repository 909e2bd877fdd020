package web

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"

	"jiandu/corpus/gazetteer"
	"jiandu/index"
)

// Searcher finds articles. *index.Index is one.
type Searcher interface {
	Search(ctx context.Context, r index.Request) (index.Result, error)
	Suggest(ctx context.Context, prefix string, limit int) ([]index.Suggestion, error)
	Status() index.Status
}

// errNoIndex is the problem of a server without an index.
var errNoIndex = &problem{Title: "No index", Status: http.StatusServiceUnavailable, Detail: "there is no index yet: run jiandu index"}

// errDamaged is the problem of an index that cannot be read.
var errDamaged = &problem{Title: "Damaged index", Status: http.StatusServiceUnavailable, Detail: "the index is damaged: run jiandu index"}

// facetSizes says how many values of each field are counted.
var facetSizes = []index.FacetRequest{
	{Field: index.FacetTheme, Size: 30},
	{Field: index.FacetProvince, Size: 40},
	{Field: index.FacetYear, Size: 100},
	{Field: index.FacetUnit, Size: 12},
	{Field: index.FacetMeasure, Size: 12},
	{Field: index.FacetSource, Size: 12},
}

// searchRequest turns parameters into a request, with areas resolved to codes.
func (s *server) searchRequest(p params) (index.Request, error) {
	r := index.Request{
		Query: strings.TrimSpace(p.str("q")), Themes: p.list("theme"), Units: p.list("unit"), Measures: p.list("measure"), Sources: p.list("source"),
		From: p.str("from"), To: p.str("to"), Sort: p.str("sort"), Limit: p.num("limit"), Cursor: p.str("cursor"),
		Fold: p.flag("fold"), Synonyms: p.flag("synonyms"),
	}
	r.YearFrom, r.YearTo = p.years()
	if r.YearTo != 0 && r.YearFrom > r.YearTo {
		return r, badParam("year", "%s ends before it begins", p.str("year"))
	}
	if r.From != "" && r.To != "" && r.From > r.To {
		return r, badParam("from", "%s is after to=%s", r.From, r.To)
	}
	if r.Sort == index.SortScore && r.Query == "" {
		r.Sort = index.SortNewest
	}
	for _, words := range p.list("region") {
		code, err := s.area(words)
		if err != nil {
			return r, err
		}
		r.Regions = append(r.Regions, code)
	}
	if p.flag("facets") {
		r.Facets = s.facetsFor(r.Regions)
	}
	return r, nil
}

// area resolves a code or name; the problem tells what it may mean.
func (s *server) area(words string) (string, error) {
	if words == "" {
		return "", nil
	}
	code, err := s.Gazetteer.Resolve(words)
	if err != nil {
		return "", badParam("region", "%s", err)
	}
	return code, nil
}

// facetsFor adds the levels below the areas that are asked for.
func (s *server) facetsFor(regions []string) []index.FacetRequest {
	fs := slices.Clone(facetSizes)
	lowest := 0
	for _, code := range regions {
		if d, ok := s.Gazetteer.ByCode(code); ok {
			lowest = max(lowest, d.Level)
		}
	}
	if lowest >= gazetteer.Province {
		fs = append(fs, index.FacetRequest{Field: index.FacetCity, Size: 40})
	}
	if lowest >= gazetteer.City {
		fs = append(fs, index.FacetRequest{Field: index.FacetCounty, Size: 60})
	}
	return fs
}

// find searches, and turns the index's refusals into problems.
func (s *server) find(ctx context.Context, r index.Request) (index.Result, error) {
	if s.Index == nil {
		return index.Result{}, errNoIndex
	}
	res, err := s.search(ctx, r)
	if errors.Is(err, index.ErrDamaged) {
		s.Log.Error("search", "query", r.Query, "error", err)
	}
	return res, searchProblem(err)
}

func searchProblem(err error) error {
	var q *index.QueryError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &q):
		at := q.Column - 1
		return badRequest(fieldError{Parameter: "q", Detail: q.Error(), Offset: &at})
	case errors.Is(err, index.ErrRequest), errors.Is(err, index.ErrTooExpensive):
		return &problem{Title: "Bad request", Status: http.StatusBadRequest, Detail: err.Error()}
	case errors.Is(err, index.ErrNoIndex):
		return errNoIndex
	case errors.Is(err, index.ErrDamaged):
		return errDamaged
	}
	return err
}

// searchResult is the answer of /api/search.
type searchResult struct {
	Total  int                     `json:"total"`
	TookMS float64                 `json:"took_ms"`
	Hits   []index.Hit             `json:"hits"`
	Facets map[string][]facetCount `json:"facets"`
	Next   string                  `json:"next,omitempty"`
	Notes  []string                `json:"notes,omitempty"`
}

type facetCount struct {
	Value string `json:"value"`
	Name  string `json:"name,omitempty"`
	Count int    `json:"count"`
}

// readSearch reads the search that a request asks for. It is done where the client
// has the answer already.
func (s *server) readSearch(w http.ResponseWriter, r *http.Request, operation string) (req index.Request, done bool, err error) {
	p, err := readParams(s.api.operations[operation], r.URL.RawQuery)
	if err != nil {
		return req, false, err
	}
	if req, err = s.searchRequest(p); err != nil {
		return req, false, err
	}
	done, err = s.fresh(w, r)
	return req, done, err
}

func (s *server) apiSearch(w http.ResponseWriter, r *http.Request) error {
	req, done, err := s.readSearch(w, r, "search")
	if done || err != nil {
		return err
	}
	res, err := s.find(r.Context(), req)
	if err != nil {
		return err
	}
	facets, err := s.nameFacets(r.Context(), chinese, res.Facets)
	if err != nil {
		return err
	}
	out := searchResult{Total: res.Total, TookMS: millis(res.Took), Hits: orEmpty(res.Hits), Facets: facets, Next: res.Next, Notes: res.Notes}
	return writeJSON(w, out)
}

func orEmpty[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

func (s *server) apiSuggest(w http.ResponseWriter, r *http.Request) error {
	p, err := readParams(s.api.operations["suggest"], r.URL.RawQuery)
	if err != nil {
		return err
	}
	if done, err := s.fresh(w, r); done || err != nil {
		return err
	}
	if s.Index == nil {
		return errNoIndex
	}
	text, limit := strings.TrimSpace(p.str("q")), p.num("limit")
	found, err := s.Index.Suggest(r.Context(), text, limit)
	if err != nil {
		return searchProblem(err)
	}
	out := s.suggestAreas(text, 3)
	for _, g := range found {
		out = append(out, suggestion{Kind: g.Kind, Value: g.Text, Text: g.Text, Count: g.Count})
	}
	return writeJSON(w, map[string]any{"suggestions": out[:min(len(out), limit)]})
}

// suggestion is a completion; Kind names the parameter that takes Value, or is "word".
type suggestion struct {
	Kind  string `json:"kind"`
	Value string `json:"value"`
	Text  string `json:"text"`
	Count int    `json:"count"`
}

// suggestAreas completes names of areas of two characters or more, the largest areas first.
func (s *server) suggestAreas(text string, limit int) []suggestion {
	out := []suggestion{}
	if utf8.RuneCountInString(text) < 2 {
		return out
	}
	codes := map[string]bool{}
	for name, of := range s.Gazetteer.Names() {
		if strings.HasPrefix(name, text) {
			for _, c := range of {
				codes[c] = true
			}
		}
	}
	for _, c := range slices.SortedFunc(mapKeys(codes), bySize) {
		if d, ok := s.Gazetteer.ByCode(c); ok && d.To == 0 && len(out) < limit {
			out = append(out, suggestion{Kind: "region", Value: c, Text: s.Gazetteer.FullName(c)})
		}
	}
	return out
}
