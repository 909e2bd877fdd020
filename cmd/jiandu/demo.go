package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"jiandu/analyze"
	"jiandu/corpus"
	"jiandu/corpus/sample"
	"jiandu/index"
	"jiandu/ingest"
	"jiandu/web"
)

func (a *app) demoCommand() *cobra.Command {
	var noServe bool
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Try everything on the built-in sample site: no network, no configuration",
		Long: `Starts the built-in sample site on loopback, crawls it as it would any site, tags and
indexes it, prints a short report, and serves the page and the API on 127.0.0.1:8080
until it is interrupted. Everything is kept in the folder demo of the data directory,
which is made anew each time.`,
		Example: examples("jiandu demo", "jiandu demo --no-serve"),
		Args:    args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			a.data = filepath.Join(a.data, "demo")
			return a.demo(cmd.Context(), noServe)
		},
	}
	cmd.Flags().BoolVar(&noServe, "no-serve", false, "end after the report")
	return cmd
}

func (a *app) demo(ctx context.Context, noServe bool) error {
	if err := os.RemoveAll(a.data); err != nil {
		return fmt.Errorf("make the demo's folder anew: %w", err)
	}
	if err := a.demoPipeline(ctx); err != nil {
		return err
	}
	if err := a.demoReport(ctx); err != nil || noServe {
		return err
	}
	return a.reading(ctx, func(s *corpus.Store) error { return a.serveNextFree(ctx, s) })
}

// demoPipeline crawls the sample site and brings tags and index up to date.
func (a *app) demoPipeline(ctx context.Context) error {
	base, stop, err := startSample(ctx)
	if err != nil {
		return err
	}
	defer stop()
	a.say("the sample site runs on %s", base)
	cfg, err := ingest.ParseConfig("sources.yaml", sample.Sources(base))
	if err != nil {
		return err
	}
	return a.writing(ctx, func(s *corpus.Store) error {
		m := a.newMeter("crawl")
		report, err := ingest.Crawl(ctx, s, cfg, ingest.CrawlOptions{Version: version(), Progress: m.step})
		m.end()
		if err != nil {
			return err
		}
		if !a.json {
			if err := a.printCrawl(report); err != nil {
				return err
			}
		}
		return a.tagAndIndex(ctx, s, cfg)
	})
}

// startSample serves the sample site on a free port of loopback.
func startSample(ctx context.Context) (base string, stop func(), err error) {
	ln, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, fmt.Errorf("start the sample site: %w", err)
	}
	h, err := sample.Handler()
	if err != nil {
		return "", nil, err
	}
	srv := &http.Server{Handler: h}
	go srv.Serve(ln) //nolint:errcheck // it ends with Close
	return "http://" + ln.Addr().String(), func() { srv.Close() }, nil
}

// demoQueries are the example searches of the report.
var demoQueries = []struct {
	say string
	r   index.Request
}{
	{`jiandu search 室组地联动`, index.Request{Query: "室组地联动"}},
	{`jiandu search --theme conduct --region 青海`, index.Request{Themes: []string{"conduct"}, Regions: []string{"630000"}}},
	{`jiandu search "“四种形态”" --year 2022 --facet theme`, index.Request{Query: "“四种形态”", YearFrom: 2022, YearTo: 2022, Facets: facetRequests("theme")}},
}

// demoReport prints what was found, and the answers to the example searches.
func (a *app) demoReport(ctx context.Context) error {
	version, err := analyze.Version(analyze.Options{Dir: a.data})
	if err != nil {
		return err
	}
	return a.reading(ctx, func(s *corpus.Store) error {
		c, err := s.Counts(ctx, version)
		if err != nil {
			return err
		}
		if a.json {
			return a.printJSON(c)
		}
		fmt.Fprintln(a.out)
		a.say("found: %d articles (%d reprint groups), %d units, %d measures, %d statistics",
			c.Articles, c.Groups, c.Units, c.Measures, c.Statistics)
		for _, q := range demoQueries {
			fmt.Fprintf(a.out, "\n$ %s\n", q.say)
			f := searchFlags{Request: q.r}
			f.Limit, f.Fold, f.Synonyms = 2, true, true
			if err := a.search(ctx, f); err != nil {
				return err
			}
		}
		fmt.Fprintf(a.out, "\nnext, for example: jiandu --data %s figures --action 查处 --by year\n", a.data)
		return nil
	})
}

// serveNextFree serves on port 8080, or on the next free one, and says so.
func (a *app) serveNextFree(ctx context.Context, s *corpus.Store) error {
	const first, tries = 8080, 20
	var err error
	for port := first; port < first+tries; port++ {
		err = a.serve(ctx, s, serveFlags{listen: fmt.Sprintf("127.0.0.1:%d", port), rate: 50})
		if !errors.Is(err, web.ErrPortTaken) {
			return err
		}
		a.note("port %d is taken, trying the next", port)
	}
	return err
}
