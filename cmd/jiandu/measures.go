package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
	"jiandu/index/figures"
)

type measureFlags struct {
	spread, with, region string
	first, csv           bool
	limit                int
}

func (a *app) measuresCommand() *cobra.Command {
	var f measureFlags
	cmd := &cobra.Command{
		Use:   "measures [NAME]",
		Short: "Where and when a measure appeared and spread, and what was reported with it",
		Long: `Without NAME, or with a part of one, lists the measures of the corpus. With the
name of a measure (quotes and aliases do not matter):

  --spread year,province   counts its reports by year, province or both
  --first                  its first report in each province, earliest first
  --with figures           its reports, with the figures that stand beside it`,
		Example: examples(
			"jiandu measures", "jiandu measures 联动", "jiandu measures “室组地”联动 --spread year,province --first",
			"jiandu measures “一函两书” --with figures"),
		Args: args(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, words []string) error {
			return a.reading(cmd.Context(), func(s *corpus.Store) error {
				return a.measures(cmd.Context(), s, strings.Join(words, ""), f)
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.spread, "spread", "", "count reports by year, province, or year,province")
	flags.BoolVar(&f.first, "first", false, "first report in each province")
	flags.StringVar(&f.with, "with", "", "figures: what was reported together with it")
	flags.StringVar(&f.region, "region", "", "area, those below it included")
	flags.IntVar(&f.limit, "limit", 0, "at most so many rows; 0 for all")
	flags.BoolVar(&f.csv, "csv", false, "print as CSV")
	return cmd
}

func (a *app) measures(ctx context.Context, s *corpus.Store, name string, f measureFlags) error {
	places, code, err := placesAnd(f.region)
	if err != nil {
		return err
	}
	if f.with != "" && f.with != "figures" {
		return usagef("--with %q: want figures", f.with)
	}
	asks := f.spread != "" || f.first || f.with != ""
	if asks && name == "" {
		return usagef("name a measure: jiandu measures “室组地”联动 --first")
	}
	if !asks {
		return a.listMeasures(ctx, s, name, f)
	}
	ids, err := figures.Resolve(ctx, s.DB(), name)
	if err != nil {
		return err
	}
	var out measureAnswer
	if f.spread != "" {
		if out.Spread, err = figures.Spread(ctx, s.DB(), ids, strings.Split(f.spread, ",")); err != nil {
			return usageError{err}
		}
	}
	if f.first {
		if out.Firsts, err = figures.Firsts(ctx, s.DB(), ids); err != nil {
			return err
		}
	}
	if f.with != "" {
		if out.Reports, err = figures.MeasureReports(ctx, s.DB(), ids, code, true, f.limit); err != nil {
			return err
		}
	}
	if a.json {
		return a.printJSON(out)
	}
	return a.printMeasure(out, places, f)
}

// measureAnswer is the JSON form of what was asked of one measure.
type measureAnswer struct {
	Spread  []figures.SpreadCell `json:"spread,omitempty"`
	Firsts  []figures.SpreadCell `json:"first,omitempty"`
	Reports []figures.Report     `json:"reports,omitempty"`
}

func (a *app) listMeasures(ctx context.Context, s *corpus.Store, name string, f measureFlags) error {
	ms, err := figures.Measures(ctx, s.DB(), name, f.limit)
	if err != nil {
		return err
	}
	g := grid{heads: []string{"measure", "kind", "articles", "first", "last"}, right: map[int]bool{2: true}, wide: map[int]int{0: 50}}
	for _, m := range ms {
		g.rows = append(g.rows, []string{m.Name, a.tr(m.Kind), fmt.Sprint(m.Articles), m.First, m.Last})
	}
	return a.print(g, ms, f.csv)
}

func (a *app) printMeasure(out measureAnswer, places *gazetteer.Table, f measureFlags) error {
	if f.csv {
		return a.measureCSV(out, places)
	}
	if len(out.Spread) > 0 {
		a.heading("Spread")
		g := spreadGrid(out.Spread, places)
		if len(g.heads) > 1 && g.heads[1] == "" {
			g.heads[1] = "articles"
			if slices.Contains(strings.Split(f.spread, ","), figures.ByYear) {
				g.heads[1] = "undated"
			}
		}
		a.printTable(g)
	}
	if len(out.Firsts) > 0 {
		a.heading("First reports")
		for _, c := range out.Firsts {
			fmt.Fprintln(a.out, a.bold(areaName(places, c.Province)))
			if err := a.printReports([]figures.Report{c.First}, places, false); err != nil {
				return err
			}
		}
	}
	return a.printReports(out.Reports, places, false)
}

// measureCSV prints what was asked for, the spread before the reports.
func (a *app) measureCSV(out measureAnswer, places *gazetteer.Table) error {
	for _, cells := range [][]figures.SpreadCell{out.Spread, out.Firsts} {
		if len(cells) == 0 {
			continue
		}
		g := grid{heads: []string{"year", "province", "name", "articles", "first", "sentence", "source", "title", "id", "link"}}
		for _, c := range cells {
			g.rows = append(g.rows, []string{
				c.Year, c.Province, areaName(places, c.Province), fmt.Sprint(c.Articles), c.First.Published,
				strings.TrimSpace(c.First.Sentence), c.First.Source, c.First.Title, c.First.ArticleID, c.First.URL,
			})
		}
		if err := a.printCSV(g); err != nil {
			return err
		}
	}
	if len(out.Reports) == 0 {
		return nil
	}
	return a.printReports(out.Reports, places, true)
}

// spreadGrid is a table of counts: a row a province, a column a year.
func spreadGrid(cells []figures.SpreadCell, places *gazetteer.Table) grid {
	years, provinces := []string{}, []string{}
	count := map[[2]string]int{}
	for _, c := range cells {
		years, provinces = append(years, c.Year), append(provinces, c.Province)
		count[[2]string{c.Province, c.Year}] += c.Articles
	}
	slices.Sort(years)
	slices.Sort(provinces)
	years, provinces = slices.Compact(years), slices.Compact(provinces)
	g := grid{heads: append([]string{""}, years...), right: map[int]bool{}}
	for _, p := range provinces {
		row := []string{areaName(places, p)}
		for i, y := range years {
			g.right[i+1] = true
			cell := ""
			if n := count[[2]string{p, y}]; n > 0 {
				cell = fmt.Sprint(n)
			}
			row = append(row, cell)
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// printReports prints articles with the sentence and figures that were asked for.
func (a *app) printReports(reports []figures.Report, places *gazetteer.Table, asCSV bool) error {
	if asCSV {
		return a.printCSV(reportGrid(reports, places))
	}
	for _, r := range reports {
		fmt.Fprintf(a.out, "%s  %s  %s\n", cmp10(r.Published), a.bold(r.Title), strings.Join(nonEmpty(r.Source, r.ArticleID), "  "))
		fmt.Fprintf(a.out, "    %s\n", strings.TrimSpace(r.Sentence))
		for _, f := range r.Figures {
			fmt.Fprintf(a.out, "    · %s\n", strings.Join(nonEmpty(periodText(f.Period), f.Actor, f.Action, f.Object, approximate(f.Approx, f.Value)+f.Statistic.Unit), " "))
		}
		if r.URL != "" {
			fmt.Fprintf(a.out, "    %s\n", a.faint(r.URL))
		}
	}
	return nil
}

func reportGrid(reports []figures.Report, places *gazetteer.Table) grid {
	g := grid{heads: []string{"published", "title", "source", "id", "link", "sentence", "period", "region", "action", "object", "value", "unit"}}
	for _, r := range reports {
		base := []string{r.Published, r.Title, r.Source, r.ArticleID, r.URL, strings.TrimSpace(r.Sentence)}
		if len(r.Figures) == 0 {
			g.rows = append(g.rows, append(base, "", "", "", "", "", ""))
		}
		for _, f := range r.Figures {
			g.rows = append(g.rows, append(base[:len(base):len(base)], periodText(f.Period), areaName(places, f.Region), f.Action, f.Object,
				figures.FormatValue(f.Value), f.Statistic.Unit))
		}
	}
	return g
}

// cmp10 fills a missing date, so that lines stay in columns.
func cmp10(day string) string {
	if day == "" {
		return "          "
	}
	return day
}
