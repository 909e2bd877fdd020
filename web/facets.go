package web

import (
	"cmp"
	"context"
	"fmt"
	"html"
	"html/template"
	"iter"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"jiandu/index"
)

// facet is a group of filters beside the hits.
type facet struct {
	Field  string // parameter
	Values []facetValue
	Chosen int // how many values are filters already
}

// shown is how many values of a facet stand open.
const shown = 10

// Top gives the commonest values and those that are chosen.
func (f facet) Top() []facetValue {
	return slices.DeleteFunc(slices.Clone(f.Values), f.isRest)
}

// Rest gives the other values.
func (f facet) Rest() []facetValue {
	return slices.DeleteFunc(slices.Clone(f.Values), func(v facetValue) bool { return !f.isRest(v) })
}

func (f facet) isRest(v facetValue) bool {
	at := slices.IndexFunc(f.Values, func(x facetValue) bool { return x.Link == v.Link })
	return len(f.Values) > shown+2 && at >= shown && !v.Chosen && len(v.Children) == 0
}

// facetValue is one filter; its link adds it, or takes it away.
type facetValue struct {
	Name     string
	Value    string // of the parameter
	Count    int
	Link     string
	Chosen   bool
	Children []facetValue
}

func mapKeys[K comparable, V any](m map[K]V) iter.Seq[K] { return maps.Keys(m) }

// bySize puts provinces before cities before counties, each by code.
func bySize(a, b string) int {
	zeros := func(c string) int { return len(c) - len(strings.TrimRight(c, "0")) }
	return cmp.Or(zeros(b)/2-zeros(a)/2, strings.Compare(a, b))
}

// nameFacets gives the facets with names where the values are codes or ids.
func (s *server) nameFacets(ctx context.Context, lang string, facets map[string][]index.FacetCount) (map[string][]facetCount, error) {
	out := map[string][]facetCount{}
	for field, counts := range facets {
		names, err := s.namesOf(ctx, lang, field, counts)
		if err != nil {
			return nil, err
		}
		out[field] = []facetCount{}
		for _, c := range counts {
			out[field] = append(out[field], facetCount{Value: c.Value, Name: names[c.Value], Count: c.Count})
		}
	}
	return out, nil
}

// namesOf gives names by value; values that name themselves are left out.
func (s *server) namesOf(ctx context.Context, lang, field string, counts []index.FacetCount) (map[string]string, error) {
	names := map[string]string{}
	switch field {
	case index.FacetTheme:
		for _, c := range counts {
			names[c.Value] = s.words.name(lang, "theme", c.Value)
		}
	case index.FacetProvince, index.FacetCity, index.FacetCounty:
		for _, c := range counts {
			names[c.Value] = placeName(s.Gazetteer, c.Value)
		}
	case index.FacetMeasure:
		ids := []string{}
		for _, c := range counts {
			ids = append(ids, c.Value)
		}
		return s.measureNames(ctx, ids)
	}
	return names, nil
}

// measureNames gives the commonest of the names under which measures stand in the articles.
func (s *server) measureNames(ctx context.Context, ids []string) (map[string]string, error) {
	names := map[string]string{}
	for _, id := range ids {
		var name string
		err := s.Store.DB().QueryRowContext(ctx,
			`SELECT name FROM (SELECT name FROM measure WHERE measure = ? LIMIT 200) GROUP BY name ORDER BY count(*) DESC, length(name), name LIMIT 1`, id).Scan(&name)
		if err == nil {
			names[id] = name
		} else if ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	return names, nil
}

// facetList turns counts into filters of the page whose address is here.
func facetList(here *url.URL, field string, counts []facetCount) facet {
	f := facet{Field: field}
	chosen := here.Query()[field]
	for _, c := range counts {
		v := newValue(here, field, c)
		f.Values = append(f.Values, v)
		chosen = slices.DeleteFunc(chosen, func(x string) bool { return x == c.Value || x == c.Name })
		if v.Chosen {
			f.Chosen++
		}
	}
	for _, x := range chosen { // filters that are not among the commonest values
		f.Values = append(f.Values, newValue(here, field, facetCount{Value: x}))
		f.Chosen++
	}
	return f
}

func newValue(here *url.URL, field string, c facetCount) facetValue {
	q := here.Query()
	q.Del("cursor")
	given := q[field]
	same := func(x string) bool { return x == c.Value || (x == c.Name && c.Name != "") }
	v := facetValue{Name: cmp.Or(c.Name, c.Value), Value: c.Value, Count: c.Count, Chosen: slices.ContainsFunc(given, same)}
	if v.Chosen {
		q[field] = slices.DeleteFunc(slices.Clone(given), same)
	} else {
		q[field] = append(slices.Clone(given), c.Value)
	}
	v.Link = address(here.Path, q)
	return v
}

// regionTree hangs cities under their provinces and counties under their cities,
// where a filter has opened them. Going down a branch narrows the filter.
func (s *server) regionTree(here *url.URL, codes []string, facets map[string][]facetCount) facet {
	f := facet{Field: "region"}
	open := map[string]bool{}
	for _, c := range codes {
		open[c] = true
		for _, up := range s.Gazetteer.Ancestors(c) {
			open[up] = true
		}
	}
	var level func(parent string, fields ...string) []facetValue
	level = func(parent string, fields ...string) []facetValue {
		var vs []facetValue
		for _, c := range facets[fields[0]] {
			if parent != "" && !slices.Contains(s.Gazetteer.Ancestors(c.Value), parent) {
				continue
			}
			v := s.regionValue(here, codes, c)
			if open[c.Value] && len(fields) > 1 {
				v.Children = level(c.Value, fields[1:]...)
				if len(v.Children) == 0 && len(fields) > 2 { // municipalities have no cities
					v.Children = level(c.Value, fields[2:]...)
				}
			}
			vs = append(vs, v)
		}
		return vs
	}
	f.Values = level("", index.FacetProvince, index.FacetCity, index.FacetCounty)
	f.Chosen = len(codes)
	return f
}

// regionValue replaces the filter by the area, or takes it away; other areas are not kept, since one looks at one place at a time.
func (s *server) regionValue(here *url.URL, codes []string, c facetCount) facetValue {
	q := here.Query()
	q.Del("cursor")
	v := facetValue{Name: cmp.Or(c.Name, c.Value), Count: c.Count, Chosen: slices.Contains(codes, c.Value)}
	q.Del("region")
	if !v.Chosen {
		q.Set("region", c.Value)
	} else if up := s.Gazetteer.Ancestors(c.Value); len(up) > 0 {
		q.Set("region", up[0])
	}
	v.Link = address(here.Path, q)
	return v
}

// histogram draws the years as bars that are links; script makes a brush of it.
type histogram struct {
	From, To string // chosen years, "" where open
	SVG      template.HTML
}

func newHistogram(here *url.URL, counts []facetCount, from, to int, say func(year string, n int) string) histogram {
	h := histogram{From: yearText(from), To: yearText(to)}
	years := map[int]int{}
	for _, c := range counts {
		if y, err := strconv.Atoi(c.Value); err == nil && y >= 1949 && y < 2100 {
			years[y] = c.Count
		}
	}
	if len(years) == 0 {
		return h
	}
	keys := slices.Sorted(maps.Keys(years))
	first, last, most := keys[0], keys[len(keys)-1], 0
	for _, n := range years {
		most = max(most, n)
	}
	const w, height, base = 260.0, 84.0, 68.0
	step := w / float64(max(last-first+1, 8))
	every := max(1, int(34/step)+1)
	var b strings.Builder
	for y := first; y <= last; y++ {
		n, x := years[y], step*float64(y-first)
		class := "yes"
		if (from != 0 && y < from) || (to != 0 && y > to) {
			class = "no"
		}
		q := here.Query()
		q.Del("cursor")
		q.Set("year", strconv.Itoa(y))
		tall := (base - 6) * float64(n) / float64(most)
		if n > 0 {
			tall = max(tall, 1.5)
		}
		label := html.EscapeString(say(strconv.Itoa(y), n))
		fmt.Fprintf(&b, `<a href="%s" data-year="%d" aria-label="%s"><title>%s</title><rect class="hot" x="%.1f" y="0" width="%.1f" height="%.0f" fill="transparent"/><rect class="%s" x="%.1f" y="%.1f" width="%.1f" height="%.1f"/></a>`,
			html.EscapeString(address(here.Path, q)), y, label, label, x, step, base, class, x+step*.1, base-tall, step*.8, tall)
		if (y-first)%every == 0 {
			fmt.Fprintf(&b, `<text x="%.1f" y="%.0f" text-anchor="middle" aria-hidden="true">%d</text>`, min(max(x+step/2, 13), w-13), height-3, y)
		}
	}
	//nolint:gosec // every text above is escaped
	h.SVG = template.HTML(fmt.Sprintf(`<svg class="histogram" viewBox="0 0 %.0f %.0f" data-brush role="group">%s</svg>`, w, height, b.String()))
	return h
}

func yearText(y int) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(y)
}
