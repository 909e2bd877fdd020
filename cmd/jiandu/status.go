package main

import (
	"errors"
	"strconv"

	"github.com/spf13/cobra"

	"jiandu/analyze"
	"jiandu/corpus"
	"jiandu/index"
	"jiandu/ingest"
)

// status is what `jiandu status` says.
type status struct {
	corpus.Counts
	Data     string `json:"data"`
	Schema   int    `json:"schema"`
	Analyzer string `json:"analyzer"`
	Stale    int    `json:"stale"` // articles to be made again from their pages
	Index    string `json:"index"` // "ok", "behind", "missing", "damaged" or "of another version"
	Behind   int64  `json:"behind"`
}

func (a *app) statusCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "status",
		Short:   "What the data directory holds, and what is stale",
		Example: examples("jiandu status", "jiandu status --json"),
		Args:    args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.reading(cmd.Context(), func(s *corpus.Store) error {
				st, err := a.statusOf(cmd, s)
				if err != nil {
					return err
				}
				if a.json {
					return a.printJSON(st)
				}
				a.printStatus(st)
				return nil
			})
		},
	}
}

func (a *app) statusOf(cmd *cobra.Command, s *corpus.Store) (status, error) {
	st := status{Data: a.data, Schema: corpus.SchemaVersion}
	var err error
	if st.Analyzer, err = analyze.Version(analyze.Options{Dir: a.data}); err != nil {
		return st, err
	}
	if st.Counts, err = s.Counts(cmd.Context(), st.Analyzer); err != nil {
		return st, err
	}
	cfg, err := a.knownSources()
	if err != nil {
		return st, err
	}
	if st.Stale, err = ingest.StaleExtractions(cmd.Context(), s, cfg); err != nil {
		return st, err
	}
	last, err := s.LastSeq(cmd.Context())
	if err != nil {
		return st, err
	}
	ix, err := index.Open(a.data)
	switch {
	case errors.Is(err, index.ErrNoIndex):
		st.Index, st.Behind = "missing", last
		return st, nil
	case errors.Is(err, index.ErrVersion):
		st.Index, st.Behind = "of another version", last
		return st, nil
	case err != nil:
		st.Index, st.Behind = "damaged", last
		return st, nil
	}
	defer ix.Close()
	st.Index, st.Behind = "ok", last-ix.Status().Seq
	if st.Behind > 0 {
		st.Index = "behind"
	}
	return st, nil
}

func (a *app) printStatus(st status) {
	g := grid{heads: []string{"what", "count"}, right: map[int]bool{1: true}}
	add := func(what string, n int) { g.rows = append(g.rows, []string{a.tr(what), strconv.Itoa(n)}) }
	add("pages", st.Pages)
	add("articles", st.Articles)
	add("articles in quarantine", st.Quarantined)
	add("reprint groups", st.Groups)
	add("units", st.Units)
	add("measures", st.Measures)
	add("statistics", st.Statistics)
	add("articles to extract again", st.Stale)
	add("articles to tag", st.Untagged)
	add("pages to fetch", st.Queued)
	a.printTable(g)
	a.say("data directory: %s", st.Data)
	a.say("index: %s", a.tr(st.Index))
	if st.Stale > 0 || st.Untagged > 0 || st.Index != "ok" {
		a.say("run `jiandu update`, or `jiandu analyze` and `jiandu index`, to bring it up to date")
	}
}
