package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
	"jiandu/index/figures"
)

func (a *app) gapsCommand() *cobra.Command {
	var measure, by, region, year string
	var all, asCSV bool
	cmd := &cobra.Command{
		Use:   "gaps",
		Short: "Where a measure is not reported, apart from where nothing was crawled",
		Long: `For each province (or each city of --region) and year: whether a measure is reported,
is not reported although articles on the area were crawled, or whether there is
no article on the area at all, so that nothing can be said.`,
		Example: examples("jiandu gaps --measure “室组地”联动 --by province --year 2024", "jiandu gaps --measure 巡审联动 --by city --region 湖南"),
		Args:    args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if measure == "" {
				return usagef("name a measure with --measure")
			}
			places, code, err := placesAnd(region)
			if err != nil {
				return err
			}
			areas, err := areasOf(places, by, code)
			if err != nil {
				return err
			}
			return a.reading(cmd.Context(), func(s *corpus.Store) error {
				ids, err := figures.Resolve(cmd.Context(), s.DB(), measure)
				if err != nil {
					return err
				}
				gaps, err := figures.Gaps(cmd.Context(), s.DB(), ids, areas, year)
				if err != nil {
					return err
				}
				return a.printGaps(gaps, places, all, asCSV)
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&measure, "measure", "", "name of the measure")
	flags.StringVar(&by, "by", "province", "province, or city (of --region)")
	flags.StringVar(&region, "region", "", "with --by city: the province")
	flags.StringVar(&year, "year", "", "year that the articles report on, or were published in")
	flags.BoolVar(&all, "all", false, "also the areas where it is reported")
	flags.BoolVar(&asCSV, "csv", false, "print as CSV")
	return cmd
}

func areasOf(places *gazetteer.Table, by, code string) ([]string, error) {
	switch {
	case by == "province" && code == "":
		return provinceCodes(places), nil
	case by == "city" && code != "":
		var out []string
		for _, d := range places.Children(code) {
			out = append(out, d.Code)
		}
		return out, nil
	}
	return nil, usagef("--by province, or --by city with --region")
}

func (a *app) printGaps(gaps []figures.Gap, places *gazetteer.Table, all, asCSV bool) error {
	g := grid{heads: []string{"region", "code", "state", "reports", "articles"}, right: map[int]bool{3: true, 4: true}}
	var shown []figures.Gap
	for _, gap := range gaps {
		if gap.State == figures.GapReported && !all {
			continue
		}
		shown = append(shown, gap)
		g.rows = append(g.rows, []string{areaName(places, gap.Region), gap.Region, a.tr(gap.State), fmt.Sprint(gap.Reports), fmt.Sprint(gap.Articles)})
	}
	return a.print(g, shown, asCSV)
}
