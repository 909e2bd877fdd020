package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
	"jiandu/index/figures"
)

func (a *app) unitsCommand() *cobra.Command {
	var timeline, asCSV bool
	var limit int
	cmd := &cobra.Command{
		Use:   "units [NAME]",
		Short: "Units of the corpus, or one unit over time",
		Long: `Lists the units whose name holds NAME. With --timeline, the articles on one unit,
earliest first, each with the sentence that names it and the figures it acted in.`,
		Example: examples("jiandu units 纪检监察组", "jiandu units 驻应急管理部纪检监察组 --timeline"),
		Args:    args(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, words []string) error {
			name := strings.Join(words, "")
			if timeline && name == "" {
				return usagef("name a unit: jiandu units 驻应急管理部纪检监察组 --timeline")
			}
			places, err := gazetteer.Load()
			if err != nil {
				return err
			}
			return a.reading(cmd.Context(), func(s *corpus.Store) error {
				if timeline {
					points, err := figures.Timeline(cmd.Context(), s.DB(), name, limit)
					if err != nil {
						return err
					}
					return a.printTimeline(points, places, asCSV)
				}
				units, err := figures.Units(cmd.Context(), s.DB(), name, limit)
				if err != nil {
					return err
				}
				return a.print(a.unitGrid(units, places), units, asCSV)
			})
		},
	}
	cmd.Flags().BoolVar(&timeline, "timeline", false, "the articles on the unit, earliest first")
	cmd.Flags().BoolVar(&asCSV, "csv", false, "print as CSV")
	cmd.Flags().IntVar(&limit, "limit", 0, "at most so many rows; 0 for all")
	return cmd
}

func (a *app) unitGrid(units []figures.UnitName, places *gazetteer.Table) grid {
	g := grid{heads: []string{"unit", "kind", "region", "articles", "first", "last"}, right: map[int]bool{3: true}, wide: map[int]int{0: 50}}
	for _, u := range units {
		g.rows = append(g.rows, []string{u.Name, a.tr(u.Kind), areaName(places, u.Region), fmt.Sprint(u.Articles), u.First, u.Last})
	}
	return g
}

func (a *app) printTimeline(points []figures.UnitReport, places *gazetteer.Table, asCSV bool) error {
	if a.json {
		return a.printJSON(points)
	}
	reports := make([]figures.Report, len(points))
	for i, p := range points {
		reports[i] = p.Report
		if !asCSV {
			reports[i].Source = strings.Join(nonEmpty(p.Source, a.tr(p.Role)), "  ")
		}
	}
	if len(reports) == 0 {
		a.note("nothing found")
	}
	return a.printReports(reports, places, asCSV)
}
