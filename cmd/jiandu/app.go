package main

import (
	"context"
	"io"
	"os"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"

	"jiandu/corpus"
)

// app is what every command needs: where to read and write, in which language,
// and the flags that all commands share.
type app struct {
	in       io.Reader
	out, err io.Writer
	lang     string // "zh" or "en"
	data     string // data directory
	json     bool
	terminal bool // whether err is a terminal, so that bars may be drawn
	colour   bool // whether out is a terminal that takes colours
}

func newApp(in io.Reader, out, errw io.Writer) *app {
	return &app{
		in: in, out: out, err: errw, lang: localeOf(os.Getenv),
		terminal: isTerminal(errw), colour: isTerminal(out) && os.Getenv("NO_COLOR") == "",
	}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}

func defaultData() string {
	if dir := os.Getenv("JIANDU_DATA"); dir != "" {
		return dir
	}
	return "data"
}

// reading opens the corpus for asking, runs f, and closes it.
func (a *app) reading(ctx context.Context, f func(*corpus.Store) error) error {
	return a.with(ctx, corpus.Options{ReadOnly: true}, f)
}

// writing opens the corpus for writing, runs f, and closes it.
func (a *app) writing(ctx context.Context, f func(*corpus.Store) error) error {
	return a.with(ctx, corpus.Options{}, f)
}

func (a *app) with(ctx context.Context, opt corpus.Options, f func(*corpus.Store) error) (err error) {
	s, err := corpus.Open(ctx, a.data, opt)
	if err != nil {
		return err
	}
	defer func() {
		if cerr := s.Close(); err == nil {
			err = cerr
		}
	}()
	return f(s)
}

// exactArgs and friends make cobra's complaints usage errors.
func args(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, words []string) error {
		if err := check(cmd, words); err != nil {
			return usageError{err}
		}
		return nil
	}
}
