package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
	"jiandu/index"
)

func (a *app) watchCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "watch",
		Short: "Saved queries: what is new since they were run last",
		Args:  args(cobra.NoArgs),
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		Example: examples("jiandu watch add liuyang 室组地 --region 浏阳", "jiandu watch run || echo nothing new",
			"jiandu watch list", "jiandu watch remove liuyang"),
	}
	cmd.AddCommand(a.watchAdd(), a.watchRun(), a.watchList(), a.watchRemove())
	return cmd
}

func (a *app) watchAdd() *cobra.Command {
	var f searchFlags
	cmd := &cobra.Command{
		Use:     "add NAME [QUERY]",
		Short:   "Save a query under a name, in place of one with that name",
		Long:    "Saves a query; its words and flags are those of `jiandu search`. What is here already does not count as new.",
		Example: examples("jiandu watch add liuyang 室组地 --region 浏阳"),
		Args:    args(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, words []string) error {
			f.Query = strings.Join(words[1:], " ")
			if err := f.resolve(); err != nil {
				return err
			}
			query, err := json.Marshal(f.Request)
			if err != nil {
				return err
			}
			return a.writing(cmd.Context(), func(s *corpus.Store) error {
				if err := s.PutWatch(cmd.Context(), words[0], string(query)); err != nil {
					return err
				}
				a.say("watching %s", words[0])
				return nil
			})
		},
	}
	f.add(cmd)
	return cmd
}

func (a *app) watchList() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "The saved queries",
		Args:  args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.reading(cmd.Context(), func(s *corpus.Store) error {
				watches, err := s.Watches(cmd.Context())
				if err != nil {
					return err
				}
				g := grid{heads: []string{"name", "query"}, wide: map[int]int{1: 80}}
				for _, w := range watches {
					g.rows = append(g.rows, []string{w.Name, queryWords(w.Query)})
				}
				return a.print(g, watches, false)
			})
		},
	}
}

// queryWords writes a saved query as it was asked: its words, then what restricts it.
func queryWords(saved string) string {
	var r index.Request
	if err := json.Unmarshal([]byte(saved), &r); err != nil {
		return saved
	}
	out := nonEmpty(r.Query)
	for _, f := range []struct {
		name   string
		values []string
	}{
		{"theme", r.Themes},
		{"region", r.Regions},
		{"unit", r.Units},
		{"measure", r.Measures},
		{"source", r.Sources},
		{"from", nonEmpty(r.From)},
		{"to", nonEmpty(r.To)},
	} {
		for _, v := range f.values {
			out = append(out, "--"+f.name+" "+v)
		}
	}
	switch {
	case r.YearFrom > 0 && r.YearFrom == r.YearTo:
		out = append(out, fmt.Sprintf("--year %d", r.YearFrom))
	case r.YearFrom > 0 || r.YearTo > 0:
		out = append(out, "--year "+yearOr(r.YearFrom)+".."+yearOr(r.YearTo))
	}
	return strings.Join(out, " ")
}

func yearOr(year int) string {
	if year == 0 {
		return ""
	}
	return fmt.Sprint(year)
}

func (a *app) watchRemove() *cobra.Command {
	return &cobra.Command{
		Use:   "remove NAME",
		Short: "Forget a saved query",
		Args:  args(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, words []string) error {
			return a.writing(cmd.Context(), func(s *corpus.Store) error { return s.DropWatch(cmd.Context(), words[0]) })
		},
	}
}

func (a *app) watchRun() *cobra.Command {
	return &cobra.Command{
		Use:     "run [NAME...]",
		Short:   "New articles of the saved queries; exit code 4 when there are none",
		Example: examples("jiandu watch run", "jiandu watch run liuyang --json"),
		RunE: func(cmd *cobra.Command, names []string) error {
			return a.writing(cmd.Context(), func(s *corpus.Store) error { return a.runWatches(cmd.Context(), s, names) })
		},
	}
}

// news is what a watch found.
type news struct {
	Name string      `json:"name"`
	Hits []index.Hit `json:"hits"`
}

func (a *app) runWatches(ctx context.Context, s *corpus.Store, names []string) error {
	watches, err := s.Watches(ctx)
	if err != nil {
		return err
	}
	for _, n := range names {
		if !slices.ContainsFunc(watches, func(w corpus.Watch) bool { return w.Name == n }) {
			return fmt.Errorf("watch %q: %w", n, corpus.ErrNotFound)
		}
	}
	ix, err := index.Open(a.data)
	if err != nil {
		return err
	}
	defer ix.Close()
	if last, err := s.LastSeq(ctx); err != nil || ix.Status().Seq < last {
		return errors.Join(err, fmt.Errorf("the index is behind the corpus: run `jiandu index` first"))
	}
	var found []news
	for _, w := range watches {
		if len(names) > 0 && !slices.Contains(names, w.Name) {
			continue
		}
		n, err := a.runWatch(ctx, s, ix, w)
		if err != nil {
			return fmt.Errorf("watch %q: %w", w.Name, err)
		}
		found = append(found, n)
	}
	return a.printNews(found)
}

// runWatch finds what is new and records that it was shown.
func (a *app) runWatch(ctx context.Context, s *corpus.Store, ix *index.Index, w corpus.Watch) (news, error) {
	var r index.Request
	if err := json.Unmarshal([]byte(w.Query), &r); err != nil {
		return news{}, err
	}
	ids, newest, err := s.AddedSince(ctx, w.Seen)
	if err != nil {
		return news{}, err
	}
	n := news{Name: w.Name, Hits: []index.Hit{}}
	if len(ids) == 0 {
		return n, nil
	}
	isNew := map[string]bool{}
	for _, id := range ids {
		isNew[id] = true
	}
	r.Limit, r.Facets, r.Sort, r.Cursor = pageSize, nil, index.SortNewest, ""
	for {
		res, err := ix.Search(ctx, r)
		if err != nil {
			return n, err
		}
		for _, h := range res.Hits {
			if isNew[h.ID] {
				n.Hits = append(n.Hits, h)
			}
		}
		if r.Cursor = res.Next; r.Cursor == "" {
			return n, s.SawWatch(ctx, w.Name, newest)
		}
	}
}

func (a *app) printNews(found []news) error {
	total := 0
	for _, n := range found {
		total += len(n.Hits)
	}
	if a.json {
		if err := a.printJSON(found); err != nil {
			return err
		}
	} else {
		if err := a.printNewsTable(found); err != nil {
			return err
		}
	}
	if total == 0 {
		return errNothingNew
	}
	return nil
}

func (a *app) printNewsTable(found []news) error {
	places, err := gazetteer.Load()
	if err != nil {
		return err
	}
	for _, n := range found {
		a.say("%s: %d new", n.Name, len(n.Hits))
		for _, h := range n.Hits {
			fmt.Fprintf(a.out, "  %s  %s\n", cmp10(h.Published), a.bold(h.Title))
			if len(h.Snippets) > 0 {
				fmt.Fprintf(a.out, "              %s\n", a.marked(strings.ReplaceAll(h.Snippets[0].Text, "\n", " "), h.Snippets[0].Marks))
			}
			fmt.Fprintf(a.out, "              %s\n", a.faint(strings.Join(nonEmpty(h.Source, regionNames(places, h.Regions), h.ID, h.URL), "  ")))
		}
	}
	return nil
}
