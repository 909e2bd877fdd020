package web

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
	"jiandu/index/figures"
)

// measuresResult is the answer of /api/measures.
type measuresResult struct {
	Measures []figures.MeasureName `json:"measures"`
	Firsts   []figures.SpreadCell  `json:"firsts,omitempty"`
	Spread   []figures.SpreadCell  `json:"spread,omitempty"`
	Reports  []figures.Report      `json:"reports,omitempty"`
	Next     string                `json:"next,omitempty"`
}

func (s *server) apiMeasures(w http.ResponseWriter, r *http.Request) error {
	p, err := readParams(s.api.operations["measures"], r.URL.RawQuery)
	if err != nil {
		return err
	}
	if done, err := s.fresh(w, r); done || err != nil {
		return err
	}
	out := measuresResult{}
	if p.has("measure") {
		d, err := s.measure(r, p.str("measure"), p.num("limit"))
		if err != nil {
			return err
		}
		return writeJSON(w, d)
	}
	out.Measures, out.Next, err = pageOf(p, func(n int) ([]figures.MeasureName, error) {
		return figures.Measures(r.Context(), s.Store.DB(), p.str("q"), n)
	})
	if err != nil {
		return err
	}
	return writeJSON(w, out)
}

// measure tells of the measures that the id or name means.
func (s *server) measure(r *http.Request, name string, limit int) (measuresResult, error) {
	var out measuresResult
	ctx, db := r.Context(), s.Store.DB()
	ids, err := figures.Resolve(ctx, db, name)
	if errors.Is(err, corpus.ErrNotFound) {
		return out, &problem{Title: "Not found", Status: http.StatusNotFound, Detail: "no article names this measure"}
	}
	if err != nil {
		return out, badParam("measure", "holds no letter or digit")
	}
	all, err := figures.Measures(ctx, db, "", 0)
	if err != nil {
		return out, err
	}
	out.Measures = slices.DeleteFunc(all, func(m figures.MeasureName) bool { return !slices.Contains(ids, m.ID) })
	if out.Firsts, err = figures.Firsts(ctx, db, ids); err != nil {
		return out, err
	}
	if out.Spread, err = figures.Spread(ctx, db, ids, []string{figures.ByYear, figures.ByProvince}); err != nil {
		return out, err
	}
	out.Reports, err = figures.MeasureReports(ctx, db, ids, "", false, limit)
	return out, err
}

// unitsResult is the answer of /api/units.
type unitsResult struct {
	Units    []figures.UnitName   `json:"units"`
	Timeline []figures.UnitReport `json:"timeline,omitempty"`
	Next     string               `json:"next,omitempty"`
}

func (s *server) apiUnits(w http.ResponseWriter, r *http.Request) error {
	p, err := readParams(s.api.operations["units"], r.URL.RawQuery)
	if err != nil {
		return err
	}
	if done, err := s.fresh(w, r); done || err != nil {
		return err
	}
	var out unitsResult
	name := p.str("q")
	if p.has("unit") {
		name = p.str("unit")
		if out.Timeline, err = figures.Timeline(r.Context(), s.Store.DB(), name, p.num("limit")); err != nil {
			return err
		}
	}
	out.Units, out.Next, err = pageOf(p, func(n int) ([]figures.UnitName, error) {
		return figures.Units(r.Context(), s.Store.DB(), name, n)
	})
	if err != nil {
		return err
	}
	return writeJSON(w, out)
}

// measuresPage is what templates/measures.html shows.
type measuresPage struct {
	view
	Query    string
	Measures []figures.MeasureName
}

func (s *server) measuresPage(w http.ResponseWriter, r *http.Request) error {
	if done, err := s.fresh(w, r); done || err != nil {
		return err
	}
	page := measuresPage{view: s.newView(r, "measures", ""), Query: strings.TrimSpace(r.URL.Query().Get("q"))}
	var err error
	if page.Measures, err = figures.Measures(r.Context(), s.Store.DB(), page.Query, 200); err != nil {
		return err
	}
	return s.render(w, page.Lang, "measures", page)
}

// measurePage is what templates/measure.html shows.
type measurePage struct {
	view
	Name    string
	Names   []figures.MeasureName
	First   *figures.SpreadCell
	Firsts  []figures.SpreadCell
	Heat    heat
	Reports []figures.Report
	Search  string
}

// heat is a table of counts, a row for each province and a column for each year.
type heat struct {
	Years []string
	Rows  []heatRow
}

type heatRow struct {
	Code  string
	Cells []heatCell
	Total int
}

type heatCell struct {
	Count int
	Class string // h0 … h5
	Link  string
}

// maxReports is how many articles a measure's page lists.
const maxReports = 200

func (s *server) measurePage(w http.ResponseWriter, r *http.Request) error {
	id := r.URL.Query().Get("id")
	if id == "" {
		http.Redirect(w, r, "/measures", http.StatusSeeOther)
		return nil
	}
	if done, err := s.fresh(w, r); done || err != nil {
		return err
	}
	m, err := s.measure(r, id, maxReports)
	if err != nil {
		return err
	}
	name := id
	if len(m.Measures) == 1 {
		name = m.Measures[0].Name
	}
	page := measurePage{view: s.newView(r, "measures", name), Name: name, Names: m.Measures, Firsts: m.Firsts, Reports: m.Reports}
	if len(m.Firsts) > 0 {
		page.First = &m.Firsts[0]
	}
	q := url.Values{}
	for _, n := range m.Measures {
		q.Add("measure", n.ID)
	}
	page.Search = page.Link(address("/", q))
	page.Heat = newHeat(m.Spread, func(province, year string) string {
		c := cloneValues(q)
		if province != "" {
			c.Set("region", province)
		}
		c.Set("from", year+"-01-01")
		c.Set("to", year+"-12-31")
		return page.Link(address("/", c))
	})
	return s.render(w, page.Lang, "measure", page)
}

// newHeat lays counts out; years without reports between others stay as empty columns.
func newHeat(cells []figures.SpreadCell, link func(province, year string) string) heat {
	var h heat
	counts := map[[2]string]int{}
	var provinces []string
	first, last, most := "", "", 0
	for _, c := range cells {
		if len(c.Year) != 4 {
			continue
		}
		counts[[2]string{c.Province, c.Year}] = c.Articles
		provinces = append(provinces, c.Province)
		most = max(most, c.Articles)
		if first == "" || c.Year < first {
			first = c.Year
		}
		last = max(last, c.Year)
	}
	h.Years = yearsBetween(first, last)
	slices.Sort(provinces)
	for _, p := range slices.Compact(provinces) {
		row := heatRow{Code: p}
		for _, y := range h.Years {
			n := counts[[2]string{p, y}]
			row.Total += n
			cell := heatCell{Count: n, Class: heatClass(n, most)}
			if n > 0 && p != gazetteer.Nation {
				cell.Link = link(p, y)
			}
			row.Cells = append(row.Cells, cell)
		}
		h.Rows = append(h.Rows, row)
	}
	return h
}
