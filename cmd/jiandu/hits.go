package main

import (
	"encoding/csv"
	"fmt"
	"strings"

	"jiandu/corpus/gazetteer"
	"jiandu/index"
)

// hitPrinter prints pages of hits as they come.
type hitPrinter struct {
	a      *app
	places *gazetteer.Table
	csv    bool
	n      int
	facets map[string][]index.FacetCount
	hits   []index.Hit
	table  *csv.Writer
}

var hitHeads = []string{"id", "published", "title", "source", "regions", "themes", "reprints", "snippet", "url"}

func (p *hitPrinter) page(res index.Result) error {
	if res.Facets != nil {
		p.facets = res.Facets
	}
	for _, note := range res.Notes {
		p.a.note("%s", note)
	}
	for _, h := range res.Hits {
		p.n++
		switch {
		case p.a.json:
			p.hits = append(p.hits, h)
		case p.csv:
			if err := p.row(h); err != nil {
				return err
			}
		default:
			p.block(h)
		}
	}
	return nil
}

func (p *hitPrinter) row(h index.Hit) error {
	if p.table == nil {
		p.table = csv.NewWriter(p.a.out)
		if err := p.table.Write(hitHeads); err != nil {
			return err
		}
	}
	snippet := ""
	if len(h.Snippets) > 0 {
		snippet = h.Snippets[0].Text
	}
	return p.table.Write([]string{
		h.ID, h.Published, h.Title, h.Source, strings.Join(h.Regions, " "), strings.Join(h.Themes, " "), fmt.Sprint(h.Reprints), snippet, h.URL,
	})
}

// block prints a hit for people: title, then where it is from, the sentences, the link.
func (p *hitPrinter) block(h index.Hit) {
	a := p.a
	fmt.Fprintf(a.out, "%3d  %s  %s\n", p.n, cmp10(h.Published), a.bold(a.title(h)))
	fmt.Fprintf(a.out, "     %s\n", a.faint(resultLine(h, p.places)))
	for _, s := range h.Snippets {
		fmt.Fprintf(a.out, "     %s\n", a.marked(strings.ReplaceAll(s.Text, "\n", " "), s.Marks))
	}
	fmt.Fprintf(a.out, "     %s\n", a.faint(strings.Join(nonEmpty(h.ID, h.URL), "  ")))
}

// title gives the title with what was found in it.
func (a *app) title(h index.Hit) string {
	if h.Title == "" {
		return a.tr("(untitled)")
	}
	return a.marked(h.Title, h.TitleMark)
}

// marked shows what was found: in colour on a terminal, else between 【】.
func (a *app) marked(text string, marks []index.Mark) string {
	r := []rune(text)
	open, shut := "【", "】"
	if a.colour {
		open, shut = "\x1b[33m", "\x1b[39m"
	}
	var b strings.Builder
	at := 0
	for _, m := range marks {
		b.WriteString(string(r[at:m.Start]) + open + string(r[m.Start:m.End]) + shut)
		at = m.End
	}
	b.WriteString(string(r[at:]))
	return b.String()
}

// end prints what stands below the hits.
func (p *hitPrinter) end(res index.Result) error {
	switch {
	case p.a.json:
		hits := p.hits
		if hits == nil {
			hits = []index.Hit{}
		}
		return p.a.printJSON(map[string]any{"total": res.Total, "took_ms": res.Took.Milliseconds(), "hits": hits, "facets": p.facets})
	case p.csv:
		if p.table == nil {
			return nil
		}
		p.table.Flush()
		return p.table.Error()
	}
	if res.Total == 0 {
		p.a.note("nothing found")
		return nil
	}
	p.a.say("%d of %d articles, %d ms", p.n, res.Total, res.Took.Milliseconds())
	p.printFacets()
	return nil
}

func (p *hitPrinter) printFacets() {
	for _, field := range facetOrder {
		counts, ok := p.facets[field]
		if !ok || len(counts) == 0 {
			continue
		}
		g := grid{heads: []string{field, "articles"}, right: map[int]bool{1: true}, wide: map[int]int{0: 50}}
		for _, c := range counts {
			g.rows = append(g.rows, []string{p.facetName(field, c.Value), fmt.Sprint(c.Count)})
		}
		p.a.printTable(g)
	}
}

var facetOrder = []string{
	index.FacetTheme, index.FacetProvince, index.FacetCity, index.FacetCounty, index.FacetYear, index.FacetMonth,
	index.FacetUnit, index.FacetMeasure, index.FacetSource,
}

func (p *hitPrinter) facetName(field, value string) string {
	switch field {
	case index.FacetProvince, index.FacetCity, index.FacetCounty:
		return areaName(p.places, value)
	case index.FacetTheme:
		return p.a.themeNames([]string{value})[0]
	}
	return value
}
