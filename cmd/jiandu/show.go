package main

import (
	"context"
	"fmt"
	"strings"

	prettytext "github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
	"jiandu/index/figures"
)

func (a *app) showCommand() *cobra.Command {
	var text bool
	cmd := &cobra.Command{
		Use:     "show ID",
		Short:   "One article: its fields, its tags with their sentences, its reprints",
		Example: examples("jiandu show 3f2a9c0d", "jiandu show 3f2a9c0d --text", "jiandu show 3f2a9c0d --json"),
		Args:    args(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, words []string) error {
			return a.reading(cmd.Context(), func(s *corpus.Store) error {
				return a.show(cmd.Context(), s, words[0], text)
			})
		},
	}
	cmd.Flags().BoolVar(&text, "text", false, "print the whole text too")
	return cmd
}

func (a *app) show(ctx context.Context, s *corpus.Store, id string, text bool) error {
	d, err := s.Document(ctx, id)
	if err != nil {
		return err
	}
	if a.json {
		return a.printJSON(corpus.NewExport(d))
	}
	places, err := gazetteer.Load()
	if err != nil {
		return err
	}
	a.showFields(d, places)
	a.showUnits(d)
	a.showMeasures(d)
	a.showStatistics(d, places)
	if err := a.showReprints(ctx, s, d); err != nil {
		return err
	}
	if text {
		fmt.Fprintf(a.out, "\n%s\n", d.Text)
	}
	return nil
}

func (a *app) showFields(d corpus.Document, places *gazetteer.Table) {
	var regions, themes, years []string
	for _, r := range d.Tags.Regions {
		regions = append(regions, places.FullName(r.Code))
	}
	for _, t := range d.Tags.Themes {
		themes = append(themes, t.ID)
	}
	for _, y := range d.Years {
		years = append(years, fmt.Sprint(y))
	}
	fmt.Fprintf(a.out, "%s\n\n", d.Title)
	for _, f := range [][2]string{
		{"id", d.ID},
		{"source", d.Source},
		{"author", d.Author},
		{"published", d.Published},
		{"link", d.URL},
		{"original", d.OriginalURL},
		{"regions", strings.Join(regions, "、")},
		{"years", strings.Join(years, "、")},
		{"themes", strings.Join(a.themeNames(themes), "、")},
	} {
		if f[1] != "" {
			fmt.Fprintf(a.out, "%s  %s\n", prettytext.Pad(a.tr(f[0]), 10, ' '), f[1])
		}
	}
}

func (a *app) showUnits(d corpus.Document) {
	if len(d.Units) == 0 {
		return
	}
	a.heading("Units")
	g := grid{heads: []string{"unit", "kind", "role", "mentions"}, right: map[int]bool{3: true}, wide: map[int]int{0: 50}}
	for _, u := range d.Units {
		g.rows = append(g.rows, []string{u.Name, a.tr(u.Kind), a.tr(u.Role), fmt.Sprint(len(u.Mentions))})
	}
	a.printTable(g)
}

func (a *app) showMeasures(d corpus.Document) {
	if len(d.Measures) == 0 {
		return
	}
	a.heading("Measures")
	g := grid{heads: []string{"measure", "kind", "mentions"}, right: map[int]bool{2: true}, wide: map[int]int{0: 60}}
	for _, m := range d.Measures {
		g.rows = append(g.rows, []string{m.Name, a.tr(m.Kind), fmt.Sprint(len(m.Mentions))})
	}
	a.printTable(g)
}

func (a *app) showStatistics(d corpus.Document, places *gazetteer.Table) {
	if len(d.Statistics) == 0 {
		return
	}
	a.heading("Statistics")
	g := grid{
		heads: []string{"quote", "value", "unit", "action", "object", "actor", "region", "period"},
		right: map[int]bool{1: true}, wide: map[int]int{0: 30, 4: 20, 5: 20},
	}
	for _, f := range d.Statistics {
		g.rows = append(g.rows, []string{
			f.Quote, approximate(f.Approx, f.Value), f.Unit, f.Action, f.Object, f.Actor, areaName(places, f.Region), periodText(f.Period),
		})
	}
	a.printTable(g)
}

func (a *app) showReprints(ctx context.Context, s *corpus.Store, d corpus.Document) error {
	docs, err := s.Group(ctx, d.Group)
	if err != nil || len(docs) < 2 {
		return err
	}
	a.heading("Reprints")
	g := grid{heads: []string{"id", "published", "source", "title"}, wide: map[int]int{3: 40}}
	for _, r := range docs {
		g.rows = append(g.rows, []string{r.ID, r.Published, r.Source, r.Title})
	}
	a.printTable(g)
	return nil
}

// approximate writes a value with its sign of exactness: >, ≈ or <.
func approximate(approx string, v float64) string {
	return map[string]string{corpus.Over: ">", corpus.About: "≈", corpus.Nearly: "<"}[approx] + figures.FormatValue(v)
}

// periodText writes a period as short as it can be said.
func periodText(p *corpus.Period) string {
	if p == nil {
		return ""
	}
	switch figures.SpanOf(p) {
	case figures.SpanYear:
		return p.From[:4]
	case figures.SpanMonth:
		return p.From[:7]
	case figures.SpanDay:
		return p.From
	}
	return p.From + "–" + p.To
}
