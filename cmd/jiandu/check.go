package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
	"jiandu/index/figures"
)

func (a *app) checkCommand() *cobra.Command {
	var f figureFlags
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Figures that contradict one another, and sums and shares that do not add up",
		Long: `Lists figures of different articles that count the same (action, object, scope, unit,
area, period, and the words around them) with another value, the one that was
published first above the others, and marks those that are revised or still count;
then parts and shares of one article that do not add up, even as rounded numbers.
What was published before its period was over is no contradiction.`,
		Example: examples("jiandu check", "jiandu check --region 湖南 --year 2022", "jiandu check --json"),
		Args:    args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			places, err := f.resolve()
			if err != nil {
				return err
			}
			return a.reading(cmd.Context(), func(s *corpus.Store) error { return a.check(cmd.Context(), s, places, f) })
		},
	}
	flags := cmd.Flags()
	f.addScope(flags)
	flags.IntVar(&f.Limit, "limit", 0, "at most so many; 0 for all")
	return cmd
}

// checkAnswer is the JSON form of `jiandu check`.
type checkAnswer struct {
	Contradictions []*figures.Fact `json:"contradictions"`
	Arithmetic     []arithmetic    `json:"arithmetic"`
}

func (a *app) check(ctx context.Context, s *corpus.Store, places *gazetteer.Table, f figureFlags) error {
	var out checkAnswer
	var err error
	if out.Contradictions, err = figures.Contradictions(ctx, s.DB(), f.Query); err != nil {
		return err
	}
	if out.Arithmetic, err = arithmeticOf(ctx, s, f.Query); err != nil {
		return err
	}
	if a.json {
		return a.printJSON(out)
	}
	for _, c := range out.Contradictions {
		revised := ""
		if c.Revised {
			revised = a.tr("revised, or still counting")
		}
		fmt.Fprintf(a.out, "≠ %s\n", strings.Join(nonEmpty(periodText(c.Period), areaName(places, c.Region), c.Action, c.Object, revised), " · "))
		for _, o := range append([]figures.Figure{c.Figure}, c.Others...) {
			a.proof("  "+a.bold(approximate(o.Approx, o.Value)+o.Statistic.Unit), o)
		}
	}
	for _, c := range out.Arithmetic {
		a.printArithmetic(c)
	}
	if len(out.Contradictions)+len(out.Arithmetic) == 0 {
		a.note("nothing found")
	}
	return nil
}
