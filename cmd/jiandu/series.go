package main

import (
	"context"
	"fmt"
	"math"
	"strings"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
	"jiandu/index/figures"
)

// barWidth is how many cells the longest bar takes.
const barWidth = 24

func (a *app) seriesOfFigures(ctx context.Context, s *corpus.Store, places *gazetteer.Table, f figureFlags) error {
	series, err := figures.SeriesOf(ctx, s.DB(), f.Query, f.by)
	if err != nil {
		return usageError{err}
	}
	if a.json {
		return a.printJSON(series)
	}
	if f.csv {
		return a.printCSV(seriesGrid(series, places))
	}
	for _, one := range series {
		a.printSeries(one, places)
	}
	if len(series) == 0 {
		a.note("nothing found")
	}
	return nil
}

// seriesGrid puts all series into one grid, for programs.
func seriesGrid(series []figures.Series, places *gazetteer.Table) grid {
	g := grid{heads: []string{
		"action", "object", "unit", "region", "key", "name", "value", "approx", "basis", "span", "from", "to",
		"parts", "reports", "contradicted", "breaks", "sentence", "source", "published", "url",
	}}
	for _, s := range series {
		for _, c := range s.Cells {
			r := c.Rests[0]
			g.rows = append(g.rows, []string{
				s.Action, s.Object, s.Unit, s.Region, c.Key, areaName(places, c.Key), figures.FormatValue(c.Value), c.Approx, c.Basis, c.Span,
				c.From, c.To, fmt.Sprint(c.Parts), fmt.Sprint(c.Reports), fmt.Sprint(len(c.Others)), breakDates(c), r.Sentence, r.Source, r.Published, r.URL,
			})
		}
	}
	return g
}

func breakDates(c figures.Cell) string {
	var out []string
	for _, b := range c.Breaks {
		out = append(out, b.Since)
	}
	return strings.Join(out, " ")
}

// printSeries prints one series as a table with bars, and what to beware of below it.
func (a *app) printSeries(s figures.Series, places *gazetteer.Table) {
	title := strings.Join(nonEmpty(areaName(places, s.Region), s.Action, s.Object), " · ")
	fmt.Fprintf(a.out, "%s (%s)\n", title, s.Unit)
	g := grid{heads: []string{"", "value", "", "basis", "period", "reports"}, right: map[int]bool{1: true, 5: true}}
	top := 0.0
	for _, c := range s.Cells {
		top = math.Max(top, c.Value)
	}
	var notes []string
	for _, c := range s.Cells {
		marks := ""
		for _, b := range c.Breaks {
			notes = append(notes, "‖ "+c.Key+"  "+a.breakNote(b))
			marks += "‖"
		}
		if len(c.Others) > 0 {
			marks += "≠"
			notes = append(notes, a.contradicted(c))
		}
		g.rows = append(g.rows, []string{
			areaName(places, c.Key) + marks, approximate(c.Approx, c.Value), bar(c.Value, top), a.basis(c),
			periodText(periodOf(c)), fmt.Sprint(c.Reports),
		})
	}
	a.printTable(g)
	for _, n := range notes {
		fmt.Fprintln(a.out, n)
	}
	for _, c := range s.Cells {
		a.proof(areaName(places, c.Key), c.Rests[0])
	}
	fmt.Fprintln(a.out)
}

// proof prints the sentence that a value rests on, with its source, date and link.
func (a *app) proof(label string, f figures.Figure) {
	fmt.Fprintf(a.out, "%s  %s\n      %s\n", label, strings.TrimSpace(f.Sentence),
		a.faint(strings.Join(nonEmpty(f.Source, f.Published, f.ArticleID, f.URL), "  ")))
}

func periodOf(c figures.Cell) *corpus.Period {
	if c.From == "" {
		return nil
	}
	return &corpus.Period{From: c.From, To: c.To}
}

func (a *app) basis(c figures.Cell) string {
	if c.Basis == figures.BasisSum {
		return fmt.Sprintf(a.tr("sum of %d"), c.Parts)
	}
	return a.tr(c.Basis)
}

func (a *app) breakNote(b figures.Break) string {
	if a.lang == "zh" {
		return b.Zh
	}
	return b.En
}

func (a *app) contradicted(c figures.Cell) string {
	o := c.Others[0]
	return fmt.Sprintf("≠ %s  "+a.tr("another report says %s: %s"), c.Key, figures.FormatValue(o.Value),
		strings.Join(nonEmpty(o.Source, o.Published, o.ArticleID), " "))
}

// bar draws a value as a share of the top one, in eighths of a cell.
func bar(v, top float64) string {
	if v <= 0 || top <= 0 {
		return ""
	}
	eighths := int(math.Round(v / top * barWidth * 8))
	out := strings.Repeat("█", eighths/8)
	if rest := eighths % 8; rest > 0 {
		out += string([]rune(" ▏▎▍▌▋▊▉")[rest])
	}
	return out
}

func nonEmpty(words ...string) []string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}
