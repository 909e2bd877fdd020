package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"jiandu/corpus"
	"jiandu/index/figures"
)

func (a *app) traceCommand() *cobra.Command {
	var limit int
	cmd := &cobra.Command{
		Use:   "trace CLAIM",
		Short: "Is this figure sound: who said it first, who repeats it, who says otherwise, of what is it a share",
		Long: `Looks a claim with a figure up and prints, for the figures that it fits best: the
sentence and the publisher that gave it first, the other articles and reprints
that repeat it, those that give another value for the same action, object, area
and period, and the percentages that stand beside it with the counts that bear
them out.`,
		Example: examples(`jiandu trace "第一种形态处理1242人次"`, `jiandu trace "占82.3%" --limit 3`),
		Args:    args(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, words []string) error {
			return a.reading(cmd.Context(), func(s *corpus.Store) error {
				traces, err := figures.TraceText(cmd.Context(), s.DB(), words[0], limit)
				if err != nil {
					return err
				}
				if a.json {
					return a.printJSON(traces)
				}
				for _, t := range traces {
					a.printTrace(t)
				}
				return nil
			})
		},
	}
	cmd.Flags().IntVar(&limit, "limit", 1, "how many figures that fit the claim; 0 for all")
	return cmd
}

func (a *app) printTrace(t figures.Trace) {
	f := t.First
	fmt.Fprintf(a.out, "%s  %s\n", a.bold(approximate(f.Approx, f.Value)+f.Statistic.Unit),
		strings.Join(nonEmpty(periodText(f.Period), f.Body, f.Actor, f.Action, f.Object, bracketed(f.Scope)), " · "))
	fmt.Fprintf(a.out, "    %s\n", strings.TrimSpace(f.Sentence))
	a.evidence("first said", f)
	for _, r := range t.Repeats {
		a.evidence("repeated", r)
	}
	for _, r := range t.Reprints {
		if r.ArticleID != f.ArticleID {
			fmt.Fprintf(a.out, "    %s  %s\n", a.tr("reprint"), strings.Join(nonEmpty(r.Source, r.Published, r.Title, r.ArticleID, r.URL), "  "))
		}
	}
	for _, o := range t.Others {
		a.evidence(fmt.Sprintf(a.tr("≠ says %s"), approximate(o.Approx, o.Value)+o.Statistic.Unit), o)
	}
	if len(t.Others) == 0 {
		fmt.Fprintf(a.out, "    %s\n", a.tr("no other report gives another value"))
	}
	for _, s := range t.Shares {
		fmt.Fprintf(a.out, "    %s %s\n", a.tr("arithmetic"), fmt.Sprintf("%s / %s = %.2f%% ≈ %s%%", words(s.Part), words(s.Whole), s.Exact, figures.FormatValue(s.Percent.Value)))
	}
	for _, w := range t.Wholes {
		fmt.Fprintf(a.out, "    %s %s\n", a.tr("arithmetic"), fmt.Sprintf(a.tr("%s is %s%% of %s, which must then be %.0f to %.0f"),
			words(w.Count), figures.FormatValue(w.Percent.Value), w.Of, math.Ceil(w.Low), math.Floor(w.High)))
	}
	fmt.Fprintln(a.out)
}

func words(f figures.Figure) string {
	return strings.Join(nonEmpty(f.Action, f.Object), "") + figures.FormatValue(f.Value) + f.Statistic.Unit
}

func (a *app) evidence(label string, f figures.Figure) {
	fmt.Fprintf(a.out, "    %s  %s\n", a.tr(label), strings.Join(nonEmpty(f.Source, f.Published, f.Title, f.ArticleID, f.URL), "  "))
}
