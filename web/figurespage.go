package web

import (
	"context"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"jiandu/index/figures"
)

// figuresPage is what templates/figures.html shows.
type figuresPage struct {
	view
	Asked    bool // with nothing asked for, the commonest actions are shown
	Params   params
	From, To string // years
	By       string
	Common   []commonAction
	Series   []seriesLink
	Chosen   *figures.Series
	Chart    template.HTML
	ChartURL string // the chart as a file
	Rows     []figureRow
	Next     string
	First    string
	CSV      string
	XLSX     string
}

// commonAction is an action that many figures have.
type commonAction struct {
	Name  string
	Count int
	Link  string
}

type seriesLink struct {
	Title  string
	Unit   string
	Cells  int
	Link   string
	Chosen bool
}

type figureRow struct {
	figures.Figure
	Others []figures.Figure // what other articles say instead
	Link   string           // to the sentence
}

// Cell names the key of a cell.
func (p figuresPage) Cell(label func(string) string, key string) string { return label(key) }

// ByArea tells whether the chart has a bar for each area.
func (p figuresPage) ByArea() bool { return p.By == figures.ByProvince || p.By == figures.ByCity }

// ToSentence is the address of a figure's sentence.
func (p figuresPage) ToSentence(f figures.Figure) string {
	return p.Link("/articles/%s", f.ArticleID) + "#" + sentenceID(f.SentenceStart)
}

// maxSeries is how many series a page offers.
const maxSeries = 24

func (s *server) figuresPage(w http.ResponseWriter, r *http.Request) error {
	if to := joinYears(r.URL); to != "" {
		http.Redirect(w, r, to, http.StatusSeeOther)
		return nil
	}
	p, err := readParams(s.api.operations["figures"], r.URL.RawQuery, "lang", "series")
	if err != nil {
		return err
	}
	q, err := s.figureQuery(p)
	if err != nil {
		return err
	}
	if done, err := s.fresh(w, r); done || err != nil {
		return err
	}
	page := figuresPage{view: s.newView(r, "figures", ""), Params: p, By: p.str("by"), Asked: q != (figures.Query{})}
	if page.By == "" {
		page.By = figures.ByYear
	}
	from, to := p.years()
	page.From, page.To = yearText(from), yearText(to)
	if page.Asked {
		err = s.fillFigures(r, &page, q)
	} else {
		page.Common, err = s.commonActions(r.Context(), page.view)
	}
	if err != nil {
		return err
	}
	return s.render(w, page.Lang, "figures", page)
}

func (s *server) fillFigures(r *http.Request, page *figuresPage, q figures.Query) error {
	o, next, err := s.look(r.Context(), q, page.Params, figures.Page{By: page.By, Series: maxSeries, Others: true})
	if err != nil {
		return err
	}
	for i, f := range o.Figures {
		page.Rows = append(page.Rows, figureRow{f, o.Others[i], page.ToSentence(f)})
	}
	here := page.Here.Query()
	with := func(path string, set ...string) string {
		c := cloneValues(here)
		c.Del("cursor")
		for i := 0; i < len(set); i += 2 {
			c.Set(set[i], set[i+1])
		}
		return address(path, c)
	}
	if next != "" {
		page.Next = with("/figures", "cursor", next)
	}
	if page.Params.has("cursor") {
		page.First = with("/figures")
	}
	files := cloneValues(here)
	for _, name := range []string{"cursor", "lang", "series", "by", "limit"} {
		files.Del(name)
	}
	files.Set("format", "xlsx")
	page.XLSX = address("/api/figures", files)
	files.Set("format", "csv")
	files.Set("spreadsheet", "true")
	page.CSV = address("/api/figures", files)
	page.ChartURL = with("/figures/chart.svg")
	s.fillSeries(page, o.Series, with)
	return nil
}

// fillSeries chooses the series that the address names, and draws it.
func (s *server) fillSeries(page *figuresPage, all []figures.Series, with func(string, ...string) string) {
	if len(all) == 0 {
		return
	}
	n := seriesNumber(page.Here, len(all))
	for i, sr := range all {
		page.Series = append(page.Series, seriesLink{
			Title: s.seriesTitle(sr), Unit: sr.Unit, Cells: len(sr.Cells), Chosen: i == n,
			Link: with("/figures", "series", strconv.Itoa(i)),
		})
	}
	page.Chosen = &all[n]
	page.Chart = s.drawSeries(page.Lang, page.By, all[n], func(c figures.Cell) string {
		if len(c.Rests) == 0 {
			return ""
		}
		return page.ToSentence(c.Rests[0])
	})
}

func (s *server) series(ctx context.Context, q figures.Query, by string) ([]figures.Series, error) {
	q.Limit = maxSeries
	return figures.SeriesOf(ctx, s.Store.DB(), q, by)
}

func (s *server) drawSeries(lang, by string, sr figures.Series, link func(figures.Cell) string) template.HTML {
	ch := s.seriesChart(lang, by, sr, link)
	if by == figures.ByProvince || by == figures.ByCity {
		slices.SortStableFunc(ch.Bars, func(a, b bar) int { return int(b.Value) - int(a.Value) })
		return ch.Rows()
	}
	return ch.Columns()
}

// chartFile gives the chart of the page as an SVG file.
func (s *server) chartFile(w http.ResponseWriter, r *http.Request) error {
	p, err := readParams(s.api.operations["figures"], r.URL.RawQuery, "lang", "series")
	if err != nil {
		return err
	}
	q, err := s.figureQuery(p)
	if err != nil {
		return err
	}
	if q == (figures.Query{}) {
		return badParam("action", "a chart needs an action, an object or another filter")
	}
	if done, err := s.fresh(w, r); done || err != nil {
		return err
	}
	by := p.str("by")
	if by == "" {
		by = figures.ByYear
	}
	all, err := s.series(r.Context(), q, by)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		return &problem{Title: "Not found", Status: http.StatusNotFound, Detail: "no series matches"}
	}
	w.Header().Set("Content-Type", "image/svg+xml")
	none := func(figures.Cell) string { return "" }
	_, err = w.Write([]byte(s.drawSeries(language(r), by, all[seriesNumber(r.URL, len(all))], none)))
	return err
}

func seriesNumber(u *url.URL, n int) int {
	i, err := strconv.Atoi(u.Query().Get("series"))
	if err != nil || i < 0 || i >= n {
		return 0
	}
	return i
}

// commonActions gives the actions of the most figures, as a way in.
func (s *server) commonActions(ctx context.Context, v view) ([]commonAction, error) {
	rows, err := s.Store.DB().QueryContext(ctx, `SELECT action, count(*) FROM statistic WHERE action <> '' GROUP BY action ORDER BY count(*) DESC, action LIMIT 60`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []commonAction
	for rows.Next() {
		var a commonAction
		if err := rows.Scan(&a.Name, &a.Count); err != nil {
			return nil, err
		}
		a.Link = v.Link(address("/figures", url.Values{"action": {a.Name}}))
		out = append(out, a)
	}
	return out, rows.Err()
}

func cloneValues(q url.Values) url.Values {
	c := url.Values{}
	for k, v := range q {
		c[k] = slices.Clone(v)
	}
	return c
}
