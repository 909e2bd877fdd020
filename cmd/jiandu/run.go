package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"jiandu/corpus"
)

// Exit codes, as `jiandu help` documents them.
const (
	exitOK      = 0
	exitFailure = 1
	exitUsage   = 2
	exitPartly  = 3
	exitNothing = 4
)

// errPartly says that the rest went on: what failed has been reported already.
var errPartly = errors.New("some of it failed")

// errNothingNew is what `watch run` ends with when no article is new.
var errNothingNew = errors.New("nothing new")

// usageError is an error in the words of a call.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(format string, args ...any) error {
	return usageError{fmt.Errorf(format, args...)}
}

// run runs the command line args (without the program's name) and writes to
// out and errw only. The error has been printed when it returns; exitCode maps it.
func run(ctx context.Context, args []string, in io.Reader, out, errw io.Writer) error {
	a := newApp(in, out, errw)
	root := a.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	a.printError(err)
	return err
}

func exitCode(err error) int {
	var usage usageError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &usage):
		return exitUsage
	case errors.Is(err, errPartly):
		return exitPartly
	case errors.Is(err, errNothingNew):
		return exitNothing
	}
	return exitFailure
}

// printError says what went wrong and, for the kinds that have one, what to do about it.
func (a *app) printError(err error) {
	if err == nil || errors.Is(err, errNothingNew) {
		return
	}
	if errors.Is(err, context.Canceled) {
		fmt.Fprintln(a.err, a.tr("stopped; everything reported as done is kept"))
		return
	}
	fmt.Fprintf(a.err, "jiandu: %v\n", err)
	for _, h := range hints {
		if errors.Is(err, h.of) {
			fmt.Fprintln(a.err, a.tr(h.say))
		}
	}
}

// hints says, for a kind of error, what helps.
var hints = []struct {
	of  error
	say string
}{
	{of: corpus.ErrNoCorpus, say: "nothing is here yet: run `jiandu import` or `jiandu crawl` first, or name another folder with --data"},
	{of: corpus.ErrLocked, say: "wait until it ends, or name another folder with --data"},
	{of: corpus.ErrNewerSchema, say: "install a newer jiandu; the corpus was left as it is"},
}
