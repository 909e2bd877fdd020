package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/time/rate"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
	"jiandu/index"
	"jiandu/ingest"
	"jiandu/web"
)

type serveFlags struct {
	listen, tokenFile string
	noAuth            bool
	rate              float64
}

// refreshEvery is how often a running server looks for a newer index.
const refreshEvery = 2 * time.Second

func (a *app) serveCommand() *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the page and the API",
		Long: `Serves the page and the JSON API (docs/api.md) on loopback. Another address needs
--token-file (clients show the token as a bearer token) or, to let everybody in,
--no-auth. It goes on answering while update runs, and moves to the newer index.`,
		Example: examples("jiandu serve", "jiandu serve --listen 0.0.0.0:8080 --token-file token.txt"),
		Args:    args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.reading(cmd.Context(), func(s *corpus.Store) error { return a.serve(cmd.Context(), s, f) })
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.listen, "listen", "127.0.0.1:8080", "address to listen on")
	flags.StringVar(&f.tokenFile, "token-file", "", "file with the token that clients must show")
	flags.BoolVar(&f.noAuth, "no-auth", false, "let everybody in, also on an address that is not loopback")
	flags.Float64Var(&f.rate, "rate", 50, "requests a second and client; 0 sets no limit")
	return cmd
}

func (a *app) serve(ctx context.Context, s *corpus.Store, f serveFlags) error {
	opt := web.ServeOptions{Listen: f.listen, NoAuth: f.noAuth, Ready: func(addr net.Addr) { a.say("serving on http://%s — stop with Ctrl-C", addr) }}
	if f.tokenFile != "" {
		var err error
		if opt.Token, err = web.ReadToken(f.tokenFile); err != nil {
			return err
		}
	}
	h, closeIndex, err := a.handler(ctx, s, opt.Token, f.rate)
	if err != nil {
		return err
	}
	defer closeIndex()
	err = web.Serve(ctx, opt, h)
	if errors.Is(err, web.ErrOpenToAll) {
		return usageError{err}
	}
	return err
}

// handler makes the handler over the corpus and the index, which follows updates until closed.
func (a *app) handler(ctx context.Context, s *corpus.Store, token string, perSecond float64) (http.Handler, func(), error) {
	places, err := gazetteer.Load()
	if err != nil {
		return nil, nil, err
	}
	ix, err := index.Open(a.data)
	if err != nil {
		return nil, nil, err
	}
	log := slog.New(slog.NewTextHandler(a.err, nil))
	done := make(chan struct{})
	go ix.Watch(done, refreshEvery, func(err error) { log.Warn("newer index", "error", err) })
	warming, cool := context.WithCancel(ctx)
	go web.KeepWarm(warming, ix, refreshEvery)
	h, err := web.New(web.Options{
		Store: s, Index: ix, Gazetteer: places, Token: token, Rate: rate.Limit(perSecond), Log: log,
		Health: func(ctx context.Context) ([]web.SourceHealth, error) { return a.sourcesHealth(ctx, s) },
	})
	stop := func() {
		cool()
		close(done)
		ix.Close() //nolint:errcheck // nothing is written
	}
	if err != nil {
		stop()
	}
	return h, stop, err
}

// sourcesHealth tells how the sources of sources.yaml do; nothing without that file.
func (a *app) sourcesHealth(ctx context.Context, s *corpus.Store) ([]web.SourceHealth, error) {
	cfg, err := a.knownSources()
	if err != nil {
		return nil, err
	}
	health, err := ingest.SourcesHealth(ctx, s, cfg)
	out := make([]web.SourceHealth, len(health))
	for i, h := range health {
		out[i] = web.SourceHealth{ID: h.Source, Name: h.Name, State: h.State, Reason: h.Reason, LastRun: h.LastRun, New: h.New, NearEmpty: h.NearEmpty}
	}
	return out, err
}
