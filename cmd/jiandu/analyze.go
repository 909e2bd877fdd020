package main

import (
	"github.com/spf13/cobra"

	"jiandu/corpus"
)

func (a *app) analyzeCommand() *cobra.Command {
	var noIndex bool
	cmd := &cobra.Command{
		Use:   "analyze",
		Short: "Tag the articles that are new, or whose tags an older version made",
		Long: `Tags articles: units, measures, statistics, regions, periods and themes, each with its
place in the text. Articles whose page other rules read are made again before. Only
what is new or stale is done; running it again changes nothing. Tables and rules of
your own in the data directory (lexicon/, sites.yaml) count as a new version.`,
		Example: examples("jiandu analyze", "jiandu analyze --no-index"),
		Args:    args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := a.knownSources()
			if err != nil {
				return err
			}
			return a.writing(cmd.Context(), func(s *corpus.Store) error {
				if !noIndex {
					return a.tagAndIndex(cmd.Context(), s, cfg)
				}
				_, err := a.tagStage(cmd.Context(), s, cfg)
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&noIndex, "no-index", false, "stop before indexing")
	return cmd
}

func (a *app) indexCommand() *cobra.Command {
	var full bool
	cmd := &cobra.Command{
		Use:   "index",
		Short: "Bring the search index up to date with the corpus, or make it anew",
		Long: `Builds a new generation of the index from the last one and what has changed, and lets it
answer. A missing or damaged index is made anew from the corpus; nothing is lost.`,
		Example: examples("jiandu index", "jiandu index --full"),
		Args:    args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.writing(cmd.Context(), func(s *corpus.Store) error {
				r, err := a.indexStage(cmd.Context(), s, nil, full)
				if err != nil {
					return err
				}
				if a.json {
					return a.printJSON(r)
				}
				a.say("index: %d articles, %d put in, %d taken out", r.Docs, r.Indexed, r.Removed)
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&full, "full", false, "make it anew from the corpus")
	return cmd
}
