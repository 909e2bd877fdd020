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
		a.printSeries(one, f.by, places)
	}
	if len(series) == 0 {
		a.note("nothing found")
	}
	return nil
}

// seriesGrid puts all series into one grid, for programs.
func seriesGrid(series []figures.Series, places *gazetteer.Table) grid {
	g := grid{heads: []string{
		"action", "object", "scope", "body", "unit", "region", "key", "name", "value", "approx", "basis", "span", "from", "to",
		"parts", "reports", "contradicted", "also", "breaks", "sentence", "source", "published", "url",
	}}
	for _, s := range series {
		for _, c := range s.Cells {
			r := c.Rests[0]
			g.rows = append(g.rows, []string{
				s.Action, s.Object, s.Scope, s.Body, s.Unit, s.Region, c.Key, areaName(places, c.Key), figures.FormatValue(c.Value), c.Approx, c.Basis, c.Span,
				c.From, c.To, fmt.Sprint(c.Parts), fmt.Sprint(c.Reports), fmt.Sprint(len(c.Others)), fmt.Sprint(len(c.Also)), breakDates(c), r.Sentence, r.Source, r.Published, r.URL,
			})
		}
	}
	return g
}

// bracketed marks words that a figure does not say itself.
func bracketed(s string) string {
	if s == "" {
		return ""
	}
	return "〔" + s + "〕"
}

func breakDates(c figures.Cell) string {
	var out []string
	for _, b := range c.Breaks {
		out = append(out, b.Since)
	}
	return strings.Join(out, " ")
}

// printSeries prints one series as a table with bars, and what to beware of below it.
func (a *app) printSeries(s figures.Series, by string, places *gazetteer.Table) {
	title := strings.Join(nonEmpty(areaName(places, s.Region), s.Body, s.Action, s.Object, bracketed(s.Scope)), " · ")
	fmt.Fprintf(a.out, "%s (%s)\n", title, s.Unit)
	g := grid{heads: []string{"", "value", "", "basis", "period", "reports"}, right: map[int]bool{1: true, 5: true}}
	top := 0.0
	for _, c := range s.Cells {
		if c.Basis != figures.BasisAsOf {
			top = math.Max(top, c.Value)
		}
	}
	var notes []string
	for _, c := range s.Cells {
		name := areaName(places, c.Key)
		marks, more := a.beware(name, c)
		notes = append(notes, more...)
		g.rows = append(g.rows, []string{
			name + marks, approximate(c.Approx, c.Value), barOf(c, by, top), a.basis(c), periodText(periodOf(c)), fmt.Sprint(c.Reports),
		})
	}
	a.printTable(g)
	for _, n := range notes {
		fmt.Fprintln(a.out, n)
	}
	if s.Region == "" && yearsDiffer(s.Cells) {
		fmt.Fprintln(a.out, "! "+a.tr("not the same year everywhere: --year sets one"))
	}
	for _, c := range s.Cells {
		a.proof(areaName(places, c.Key), c.Rests[0])
	}
	fmt.Fprintln(a.out)
}

// yearsDiffer tells whether the cells of areas are of more than one year.
func yearsDiffer(cells []figures.Cell) bool {
	for _, c := range cells {
		if c.To[:min(4, len(c.To))] != cells[0].To[:min(4, len(cells[0].To))] {
			return true
		}
	}
	return false
}

// beware gives the marks of a cell, and a note for each.
func (a *app) beware(name string, c figures.Cell) (marks string, notes []string) {
	for _, b := range c.Breaks {
		marks += "‖"
		notes = append(notes, "‖ "+name+"  "+a.breakNote(b))
	}
	if len(c.Others) > 0 {
		marks += "≠"
		notes = append(notes, "≠ "+name+"  "+a.elsewhere(a.tr("another report says %s: %s"), c.Others[0]))
	}
	if len(c.Also) > 0 {
		marks += "~"
		notes = append(notes, "~ "+name+"  "+a.elsewhere(a.tr("of the same period, perhaps of something else: %s: %s"), c.Also[0]))
	}
	return marks, notes
}

func (a *app) elsewhere(message string, f figures.Figure) string {
	return fmt.Sprintf(message, approximate(f.Approx, f.Value)+f.Statistic.Unit, strings.Join(nonEmpty(f.Quote, f.Source, f.Published, f.ArticleID), " "))
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
	switch {
	case c.Basis == figures.BasisSum && c.Gaps:
		return fmt.Sprintf(a.tr("sum of %d, with gaps"), c.Parts)
	case c.Basis == figures.BasisSum:
		return fmt.Sprintf(a.tr("sum of %d"), c.Parts)
	case c.Basis == figures.BasisBelow:
		return fmt.Sprintf(a.tr("%d below it"), c.Parts)
	}
	return a.tr(c.Basis)
}

func (a *app) breakNote(b figures.Break) string {
	if a.lang == "zh" {
		return b.Zh
	}
	return b.En
}

// barOf draws the bar of a cell: lighter where it has a part of its time only,
// none where the value counts from before it.
func barOf(c figures.Cell, by string, top float64) string {
	whole := map[string]string{figures.ByYear: figures.SpanYear, figures.ByMonth: figures.SpanMonth}[by]
	switch {
	case c.Basis == figures.BasisAsOf:
		return ""
	case whole != "" && (c.Span != whole || c.Basis == figures.BasisEarly) && c.Basis != figures.BasisLatest && top > 0:
		return strings.Repeat("░", int(math.Round(c.Value/top*barWidth)))
	}
	return bar(c.Value, top)
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
