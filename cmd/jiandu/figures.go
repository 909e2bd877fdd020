package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
	"jiandu/index/figures"
)

// figureFlags are the words of `jiandu figures`.
type figureFlags struct {
	figures.Query
	region, year, by, period, measure string
	compare, csv                      bool
}

func (a *app) figuresCommand() *cobra.Command {
	var f figureFlags
	cmd := &cobra.Command{
		Use:   "figures",
		Short: "Figures as a list, a series by year or region, or two years side by side",
		Long: `Lists the figures of the corpus, each with its sentence, source, date and link. A
figure that stands in several reprints counts once; a cumulative figure and the
months in it are never added together.

--by groups them into series; --compare sets the same span of two years side by
side. What the words around a figure narrow it to (处分 of 违反中央八项规定精神问题) is a
series of its own, shown in 〔〕. Series mark where a definition changed (‖), values
that other articles contradict (≠), other figures of the same period (~), and parts
of a year (░). docs/figures.md tells which figures stand together.`,
		Example: examples(
			"jiandu figures --action 处分 --region 浏阳",
			"jiandu figures --action 处分 --object 违反中央八项规定精神 --by year",
			"jiandu figures --action 立案 --period 2023,2024 --compare",
			"jiandu figures --action 查处 --by province --csv"),
		Args: args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			places, err := f.resolve()
			if err != nil {
				return err
			}
			return a.reading(cmd.Context(), func(s *corpus.Store) error { return a.figures(cmd.Context(), s, places, f) })
		},
	}
	flags := cmd.Flags()
	f.addScope(flags)
	flags.StringVar(&f.Object, "object", "", "to what: contained in the object or the sentence")
	flags.StringVar(&f.Actor, "actor", "", "by whom")
	flags.StringVar(&f.Query.Unit, "unit", "", "unit of counting: 起, 人, %")
	flags.StringVar(&f.Theme, "theme", "", "theme of the article")
	flags.StringVar(&f.measure, "measure", "", "measure that the article reports")
	flags.StringVar(&f.by, "by", "", "series by year, month, province or city")
	flags.StringVar(&f.period, "period", "", "with --compare: two years, 2023,2024")
	flags.BoolVar(&f.compare, "compare", false, "set the same span of two years side by side")
	flags.IntVar(&f.Limit, "limit", 0, "at most so many figures, series or pairs; 0 for all")
	flags.BoolVar(&f.csv, "csv", false, "print as CSV")
	return cmd
}

// addScope adds the flags that say which figures are meant, wherever figures are asked for.
func (f *figureFlags) addScope(flags *pflag.FlagSet) {
	flags.StringVar(&f.Action, "action", "", "what was done: 查处, 处分, 立案 …")
	flags.StringVar(&f.region, "region", "", "area, those below it included; 全国 for national figures")
	flags.StringVar(&f.year, "year", "", "year, or years as 2020..2023, that the figure's period lies in")
}

// resolve checks the words and turns them into the query's.
func (f *figureFlags) resolve() (*gazetteer.Table, error) {
	places, code, err := placesAnd(f.region)
	if err != nil {
		return nil, err
	}
	f.Region = code
	if f.year != "" {
		from, to, err := yearRange(f.year)
		if err != nil {
			return nil, err
		}
		f.From, f.To = from+"-01-01", to+"-12-31"
	}
	if f.compare != (f.period != "") {
		return nil, usagef("--compare and --period go together: --period 2023,2024 --compare")
	}
	if f.compare && f.by != "" {
		return nil, usagef("--compare and --by do not go together")
	}
	return places, nil
}

// yearRange reads 2022 or 2020..2023.
func yearRange(words string) (from, to string, err error) {
	from, to, ok := strings.Cut(words, "..")
	if !ok {
		to = from
	}
	for _, y := range []string{from, to} {
		if len(y) != 4 || strings.Trim(y, "0123456789") != "" {
			return "", "", usagef("year %q: want 2022 or 2020..2023", words)
		}
	}
	if from > to {
		return "", "", usagef("year %q: the first is after the last", words)
	}
	return from, to, nil
}

func (a *app) figures(ctx context.Context, s *corpus.Store, places *gazetteer.Table, f figureFlags) error {
	if f.measure != "" {
		ids, err := figures.Resolve(ctx, s.DB(), f.measure)
		if err != nil {
			return err
		}
		f.Measure = strings.Join(ids, figures.MeasureSep)
	}
	switch {
	case f.compare:
		return a.compareFigures(ctx, s, places, f)
	case f.by != "":
		return a.seriesOfFigures(ctx, s, places, f)
	}
	return a.listFigures(ctx, s, places, f)
}

// listFigures prints as it reads: no cap, whatever the number.
func (a *app) listFigures(ctx context.Context, s *corpus.Store, places *gazetteer.Table, f figureFlags) error {
	g := grid{heads: []string{"period", "region", "actor", "action", "object", "scope", "value", "unit", "sentence", "source", "published", "id", "link"}}
	out := a.stream(g, f.csv)
	for fig, err := range figures.Find(ctx, s.DB(), f.Query) {
		if err != nil {
			return err
		}
		if err := out.add(fig, figureWords(places, fig)); err != nil {
			return err
		}
	}
	return out.end()
}

func figureWords(places *gazetteer.Table, f figures.Figure) []string {
	return []string{
		periodText(f.Period), areaName(places, f.Region), f.Actor, f.Action, f.Object, f.Scope, approximate(f.Approx, f.Value), f.Statistic.Unit,
		strings.TrimSpace(f.Sentence), f.Source, f.Published, f.ArticleID, f.URL,
	}
}

func (a *app) compareFigures(ctx context.Context, s *corpus.Store, places *gazetteer.Table, f figureFlags) error {
	first, second, ok := strings.Cut(f.period, ",")
	if !ok {
		return usagef("--period %q: want two years, 2023,2024", f.period)
	}
	pairs, err := figures.Compare(ctx, s.DB(), f.Query, first, second)
	if err != nil {
		return usageError{err}
	}
	g := grid{
		heads: []string{"region", "action", "object", "scope", "unit", "span", first, second, "change"},
		right: map[int]bool{6: true, 7: true, 8: true}, wide: map[int]int{2: 24, 3: 24},
	}
	if f.csv {
		g.heads = append(g.heads, "sentence "+first, "link "+first, "sentence "+second, "link "+second)
	}
	for _, p := range pairs {
		row := []string{
			areaName(places, p.Region), p.Action, p.Object, strings.Join(nonEmpty(p.Body, p.Scope), " "), p.Unit, p.Span, approximate(p.A.Approx, p.A.Value),
			approximate(p.B.Approx, p.B.Value), fmt.Sprintf("%+.1f%%", p.Change),
		}
		if f.csv {
			row = append(row, p.A.Sentence, p.A.URL, p.B.Sentence, p.B.URL)
		}
		g.rows = append(g.rows, row)
	}
	if err := a.print(g, pairs, f.csv); err != nil || a.json || f.csv {
		return err
	}
	for _, p := range pairs {
		for _, b := range p.Breaks {
			fmt.Fprintf(a.out, "‖ %s  %s\n", p.Object+p.Scope, a.breakNote(b))
		}
		a.proof(first, p.A)
		a.proof(second, p.B)
	}
	return nil
}
