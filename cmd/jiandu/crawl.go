package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"jiandu/corpus"
	"jiandu/ingest"
)

const crawlLong = `Fetches what is new at the sources of sources.yaml, politely: robots.txt is obeyed
(RFC 9309), each host is asked one page at a time with a pause between. A crawl that
was stopped or killed goes on where it was. docs/sources.md explains sources.yaml.`

type crawlFlags struct {
	sources  string
	maxPages int
	noIndex  bool
}

func (f *crawlFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.sources, "sources", "", "the file that names the sources; default: sources.yaml in the data directory, else here")
	cmd.Flags().IntVar(&f.maxPages, "max-pages", 0, "fetch at most so many pages; 0 leaves it to sources.yaml")
}

func (a *app) crawlCommand() *cobra.Command {
	var f crawlFlags
	cmd := &cobra.Command{
		Use:     "crawl [SOURCE...]",
		Short:   "Fetch new articles from the sources, then tag and index them",
		Long:    crawlLong,
		Example: examples("jiandu crawl", "jiandu crawl --sources sources.yaml ccdi", "jiandu crawl --no-index"),
		RunE: func(cmd *cobra.Command, ids []string) error {
			return a.crawlAnd(cmd.Context(), f, ids, func(s *corpus.Store, cfg ingest.Config) error {
				if f.noIndex {
					return nil
				}
				return a.tagAndIndex(cmd.Context(), s, cfg)
			})
		},
	}
	f.add(cmd)
	cmd.Flags().BoolVar(&f.noIndex, "no-index", false, "stop before tagging and indexing")
	return cmd
}

func (a *app) updateCommand() *cobra.Command {
	var f crawlFlags
	cmd := &cobra.Command{
		Use:     "update [SOURCE...]",
		Short:   "Crawl, then tag and index everything that is new or stale",
		Long:    crawlLong + "\n\nThen everything that is new, or was made by an older version, is tagged and indexed.",
		Example: examples("jiandu update", "jiandu update --sources sources.yaml"),
		RunE: func(cmd *cobra.Command, ids []string) error {
			return a.crawlAnd(cmd.Context(), f, ids, func(s *corpus.Store, cfg ingest.Config) error {
				return a.tagAndIndex(cmd.Context(), s, cfg)
			})
		},
	}
	f.add(cmd)
	return cmd
}

// crawlAnd crawls, prints what came of it, and goes on with then, also where some pages failed.
func (a *app) crawlAnd(ctx context.Context, f crawlFlags, ids []string, then func(*corpus.Store, ingest.Config) error) error {
	cfg, err := a.loadSources(f.sources)
	if err != nil {
		return err
	}
	return a.writing(ctx, func(s *corpus.Store) error {
		m := a.newMeter("crawl")
		report, err := ingest.Crawl(ctx, s, cfg, ingest.CrawlOptions{
			Sources: ids, MaxPages: f.maxPages, Version: version(), Progress: m.step,
		})
		m.end()
		if perr := a.printCrawl(report); perr != nil {
			return perr
		}
		if err != nil {
			return err
		}
		if err := then(s, cfg); err != nil {
			return err
		}
		if report.Failed > 0 {
			return fmt.Errorf("%w: %d pages could not be fetched; see `jiandu sources`", errPartly, report.Failed)
		}
		return nil
	})
}

// loadSources reads the named file, or the one in the data directory, or the one here.
func (a *app) loadSources(path string) (ingest.Config, error) {
	if path != "" {
		return ingest.LoadConfig(path)
	}
	places := []string{filepath.Join(a.data, "sources.yaml"), "sources.yaml"}
	for _, p := range places {
		if _, err := os.Stat(p); !errors.Is(err, fs.ErrNotExist) {
			return ingest.LoadConfig(p)
		}
	}
	return ingest.Config{}, fmt.Errorf("%w: neither %s nor %s is there; docs/sources.md says what to write", errNoSources, places[0], places[1])
}

// knownSources reads the sources where there are any, for what they say of their pages.
func (a *app) knownSources() (ingest.Config, error) {
	cfg, err := a.loadSources("")
	if errors.Is(err, errNoSources) {
		return ingest.Config{}, nil
	}
	return cfg, err
}

// errNoSources says that there is no sources.yaml.
var errNoSources = errors.New("no sources")

// step shows a step of a crawl or an import.
func (m *meter) step(s ingest.Step) {
	note := s.Note
	if s.Articles > 0 || s.Errors > 0 {
		note = fmt.Sprintf(m.a.tr("%d articles, %d failed"), s.Articles, s.Errors)
		if s.Left > 0 {
			note += fmt.Sprintf(m.a.tr(", %s left"), s.Left.Round(time.Second))
		}
	}
	m.at(s.Done, s.Total, note)
}

func (a *app) printCrawl(r ingest.CrawlReport) error {
	if a.json {
		return a.printJSON(r)
	}
	a.say("crawled %d pages: %d new articles, %d changed, %d unchanged; %d failed, %d forbidden by robots.txt, %d left for the next run",
		r.Pages, r.New, r.Changed, r.Unchanged, r.Failed, r.Blocked, r.Queued)
	for _, n := range r.Notes {
		a.note("%s", n)
	}
	return nil
}
