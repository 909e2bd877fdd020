package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"jiandu/corpus"
	"jiandu/ingest"
)

func (a *app) sourcesCommand() *cobra.Command {
	var path string
	var asCSV bool
	cmd := &cobra.Command{
		Use:   "sources",
		Short: "How each source is doing: last run, new, failed, near-empty, broken",
		Long: `Prints the health of each source of sources.yaml. A source is broken when it used to give
articles and now gives none, or when its articles shrink to nothing: a redesign of
the site must not pass in silence. The exit code is 3 when a source is broken.`,
		Example: examples("jiandu sources", "jiandu sources --json"),
		Args:    args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := a.loadSources(path)
			if err != nil {
				return err
			}
			return a.reading(cmd.Context(), func(s *corpus.Store) error {
				health, err := ingest.SourcesHealth(cmd.Context(), s, cfg)
				if err != nil {
					return err
				}
				if err := a.print(a.healthGrid(health), health, asCSV); err != nil {
					return err
				}
				return brokenError(health)
			})
		},
	}
	cmd.Flags().StringVar(&path, "sources", "", "the file that names the sources; default: sources.yaml in the data directory, else here")
	cmd.Flags().BoolVar(&asCSV, "csv", false, "print as CSV")
	return cmd
}

func (a *app) healthGrid(health []ingest.Health) grid {
	g := grid{heads: []string{
		"source", "state", "last run", "articles", "new", "changed", "unchanged", "failed", "near-empty", "undated", "robots", "quarantine", "queued", "reason",
	}, right: map[int]bool{}, wide: map[int]int{13: 30}}
	for i := 3; i <= 12; i++ {
		g.right[i] = true
	}
	for _, h := range health {
		row := []string{h.Source, a.tr(h.State), runTime(h.LastRun)}
		for _, n := range []int{h.Articles, h.New, h.Changed, h.Unchanged, h.Failed, h.NearEmpty, h.Undated, h.Blocked, h.Quarantined, h.Queued} {
			row = append(row, fmt.Sprint(n))
		}
		g.rows = append(g.rows, append(row, h.Reason))
	}
	return g
}

func runTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Local().Format("2006-01-02 15:04")
}

func brokenError(health []ingest.Health) error {
	broken := 0
	for _, h := range health {
		if h.State == ingest.HealthBroken {
			broken++
		}
	}
	if broken == 0 {
		return nil
	}
	return fmt.Errorf("%w: %d sources are broken", errPartly, broken)
}
