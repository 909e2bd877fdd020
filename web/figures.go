package web

import (
	"cmp"
	"context"
	"encoding/base64"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"jiandu/index/figures"
)

// figuresResult is the answer of /api/figures.
type figuresResult struct {
	Figures []figures.Figure `json:"figures"`
	Series  []figures.Series `json:"series,omitempty"`
	Next    string           `json:"next,omitempty"`
}

// figureQuery turns parameters into a query; the years stand for their first and last days.
func (s *server) figureQuery(p params) (figures.Query, error) {
	q := figures.Query{
		Action: p.str("action"), Object: p.str("object"), Actor: p.str("actor"), Unit: p.str("unit"),
		Theme: p.str("theme"), Measure: p.str("measure"), ArticleID: p.str("article"),
	}
	var err error
	if q.Region, err = s.area(p.str("region")); err != nil {
		return q, err
	}
	from, to := p.years()
	if to != 0 && from > to {
		return q, badParam("year", "%s ends before it begins", p.str("year"))
	}
	if from != 0 {
		q.From = fmt.Sprintf("%04d-01-01", from)
	}
	if to != 0 {
		q.To = fmt.Sprintf("%04d-12-31", to)
	}
	return q, nil
}

func (s *server) apiFigures(w http.ResponseWriter, r *http.Request) error {
	p, err := readParams(s.api.operations["figures"], r.URL.RawQuery)
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
	if format := p.str("format"); format != "json" {
		return s.figureFile(w, r, format, p.flag("spreadsheet"), q)
	}
	o, next, err := s.look(r.Context(), q, p, figures.Page{By: p.str("by"), Series: p.num("limit")})
	if err != nil {
		return err
	}
	return writeJSON(w, figuresResult{Figures: orEmpty(o.Figures), Series: o.Series, Next: next})
}

// look gives the figures from the cursor on, and the cursor of the page after.
func (s *server) look(ctx context.Context, q figures.Query, p params, page figures.Page) (figures.Overview, string, error) {
	var err error
	if page.Skip, err = offsetOf(p.str("cursor")); err != nil {
		return figures.Overview{}, "", err
	}
	page.Limit = p.num("limit")
	o, err := figures.Look(ctx, s.Store.DB(), q, page)
	next := ""
	if o.More {
		next = cursorAt(page.Skip + page.Limit)
	}
	return o, next, err
}

// pageOf gives the part of a list from the cursor on, and the cursor of the page
// after. list gives the first n of the list.
func pageOf[T any](p params, list func(n int) ([]T, error)) ([]T, string, error) {
	skip, err := offsetOf(p.str("cursor"))
	if err != nil {
		return nil, "", err
	}
	end := skip + p.num("limit")
	all, err := list(end + 1)
	if err != nil {
		return nil, "", err
	}
	next := ""
	if len(all) > end {
		next = cursorAt(end)
	}
	return orEmpty(all[min(skip, len(all)):min(end, len(all))]), next, nil
}

// maxOffset bounds how far a cursor reaches.
const maxOffset = 1_000_000

// cursorAt hides an offset: what a cursor holds may change.
func cursorAt(offset int) string {
	return base64.RawURLEncoding.EncodeToString([]byte("o" + strconv.Itoa(offset)))
}

func offsetOf(cursor string) (int, error) {
	if cursor == "" {
		return 0, nil
	}
	b, err := base64.RawURLEncoding.DecodeString(cursor)
	text, ok := strings.CutPrefix(string(b), "o")
	n, err2 := strconv.Atoi(text)
	if err != nil || !ok || err2 != nil || n < 0 || n > maxOffset {
		return 0, badParam("cursor", "is not a cursor of this server")
	}
	return n, nil
}

// seriesChart draws a series: standing bars along time, lying bars by area.
func (s *server) seriesChart(lang, by string, sr figures.Series, link func(c figures.Cell) string) chart {
	ch := chart{Title: s.seriesTitle(sr), Unit: sr.Unit}
	for i, c := range sr.Cells {
		if i > 0 && by == figures.ByYear {
			for _, y := range yearsBetween(sr.Cells[i-1].Key, c.Key)[1:] { // years without a figure stay as gaps
				if y != c.Key {
					ch.Bars = append(ch.Bars, bar{Label: y, Class: "none"})
				}
			}
		}
		b := bar{Label: s.cellLabel(by, c), Value: c.Value, Link: link(c)}
		switch {
		case c.Basis == figures.BasisAsOf: // reaches back beyond the cell: no bar beside the others
			b.Class = "none"
		case c.Basis == figures.BasisSum, c.Basis == figures.BasisBelow:
			b.Class = "sum"
		case c.Basis == figures.BasisUndated:
			b.Class = "undated"
		case (c.Span != figures.SpanYear || c.Basis == figures.BasisEarly) && by == figures.ByYear:
			b.Class = "cumulative"
		}
		b.Title = fmt.Sprintf("%s：%s%s（%s）", b.Label, groupDigits(c.Value), sr.Unit, s.words.say(lang, "basis."+c.Basis))
		ch.Bars = append(ch.Bars, b)
	}
	return ch
}

func (s *server) cellLabel(by string, c figures.Cell) string {
	if by == figures.ByProvince || by == figures.ByCity {
		return placeName(s.Gazetteer, c.Key)
	}
	return c.Key
}

func (s *server) seriesTitle(sr figures.Series) string {
	title := strings.TrimSpace(sr.Body + sr.Action + sr.Object)
	if sr.Scope != "" {
		title += "〔" + sr.Scope + "〕"
	}
	if sr.Region != "" {
		title = s.Gazetteer.FullName(sr.Region) + " " + title
	}
	return cmp.Or(strings.TrimSpace(title), sr.Unit)
}
