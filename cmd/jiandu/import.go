package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"jiandu/corpus"
	"jiandu/ingest"
)

func (a *app) importCommand() *cobra.Command {
	var noIndex bool
	cmd := &cobra.Command{
		Use:   "import FILE|FOLDER...",
		Short: "Take saved pages, texts, JSONL, archives and WARC files, then tag and index them",
		Long: `Takes articles from files: saved pages (.html), texts (.txt), records (.jsonl with url,
title, source, published, text), WARC files, each also inside .gz, .zst and .zip, and
folders of them. What can't be read is named and skipped, and the rest goes on (exit
code 3). Importing the same files again changes nothing.`,
		Example: examples("jiandu import saved-pages/ articles.jsonl.zst", "jiandu import crawl.warc.gz --no-index"),
		Args:    args(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, paths []string) error {
			return a.writing(cmd.Context(), func(s *corpus.Store) error { return a.importPaths(cmd.Context(), s, paths, noIndex) })
		},
	}
	cmd.Flags().BoolVar(&noIndex, "no-index", false, "stop before tagging and indexing")
	return cmd
}

func (a *app) importPaths(ctx context.Context, s *corpus.Store, paths []string, noIndex bool) error {
	m := a.newMeter("import")
	report, err := ingest.Import(ctx, s, paths, ingest.ImportOptions{Stdin: a.in, Progress: m.step})
	m.end()
	done := importDone{ImportReport: report}
	if err == nil && len(report.URLs) > 0 {
		done.Crawl, err = a.crawlURLs(ctx, s, report.URLs)
	}
	if perr := a.printImport(done); perr != nil {
		return perr
	}
	if err != nil {
		return err
	}
	failed := 0
	if done.Crawl != nil {
		failed = done.Crawl.Failed + done.Crawl.Blocked
	}
	if !noIndex {
		cfg, err := a.knownSources()
		if err == nil {
			err = a.tagAndIndex(ctx, s, cfg)
		}
		if err != nil {
			return err
		}
	}
	if n := len(report.Skipped) + failed; n > 0 {
		return fmt.Errorf("%w: %d files, records or pages were skipped", errPartly, n)
	}
	return nil
}

// importDone is what an import brought, with what the URLs in it brought.
type importDone struct {
	ingest.ImportReport
	Crawl *ingest.CrawlReport `json:"crawl,omitempty"`
}

// crawlURLs fetches articles that were given by their URLs. It needs a
// sources.yaml, which says whom the owners of the sites can reach.
func (a *app) crawlURLs(ctx context.Context, s *corpus.Store, urls []string) (*ingest.CrawlReport, error) {
	cfg, err := a.loadSources("")
	if err != nil {
		return nil, fmt.Errorf("fetch %d URLs: %w", len(urls), err)
	}
	m := a.newMeter("crawl")
	report, err := ingest.Crawl(ctx, s, cfg, ingest.CrawlOptions{URLs: urls, Version: version(), Progress: m.step})
	m.end()
	return &report, err
}

func (a *app) printImport(r importDone) error {
	if a.json {
		return a.printJSON(r)
	}
	for _, s := range r.Skipped {
		a.note("skipped %s: %s", s.Name, s.Reason)
	}
	a.say("imported: %d new articles, %d changed, %d unchanged; %d in quarantine, %d skipped",
		r.New, r.Changed, r.Unchanged, r.Quarantined, len(r.Skipped))
	if r.Crawl != nil {
		return a.printCrawl(*r.Crawl)
	}
	return nil
}
