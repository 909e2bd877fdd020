package analyze

import (
	"context"
	"fmt"
	"runtime"

	"golang.org/x/sync/errgroup"

	"jiandu/corpus"
)

// batch is how many articles are written in one transaction.
const batch = 500

// TagStale tags the articles of the store whose tags another version made, or
// none did, on all cores. Each batch that progress reports as done is kept,
// whatever happens next. It gives how many were tagged.
func TagStale(ctx context.Context, store *corpus.Store, a *Analyzer, progress func(done int)) (int, error) {
	g, ctx := errgroup.WithContext(ctx)
	articles, tagged := make(chan corpus.Article, batch), make(chan corpus.Tagged, batch)
	g.Go(func() error {
		defer close(articles)
		return feed(ctx, store, a.Version(), articles)
	})
	g.Go(func() error {
		defer close(tagged)
		return tagAll(ctx, a, articles, tagged)
	})
	done := 0
	g.Go(func() error {
		var err error
		done, err = save(ctx, store, tagged, progress)
		return err
	})
	err := g.Wait()
	return done, err
}

func feed(ctx context.Context, store *corpus.Store, version string, to chan<- corpus.Article) error {
	for a, err := range store.Stale(ctx, version) {
		if err != nil {
			return fmt.Errorf("read articles: %w", err)
		}
		select {
		case to <- a:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

func tagAll(ctx context.Context, a *Analyzer, from <-chan corpus.Article, to chan<- corpus.Tagged) error {
	g, ctx := errgroup.WithContext(ctx)
	for range runtime.GOMAXPROCS(0) {
		g.Go(func() error {
			for art := range from {
				select {
				case to <- corpus.Tagged{ID: art.ID, Text: art.Text, Tags: a.Analyze(art)}:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
			return nil
		})
	}
	return g.Wait()
}

// save writes batches. What has been tagged when the work is stopped is written too.
func save(ctx context.Context, store *corpus.Store, from <-chan corpus.Tagged, progress func(done int)) (int, error) {
	done := 0
	var waiting []corpus.Tagged
	flush := func() error {
		if err := store.SaveTags(context.WithoutCancel(ctx), waiting...); err != nil {
			return err
		}
		done += len(waiting)
		waiting = waiting[:0]
		if progress != nil {
			progress(done)
		}
		return nil
	}
	for t := range from {
		if waiting = append(waiting, t); len(waiting) == batch {
			if err := flush(); err != nil {
				return done, err
			}
		}
	}
	if len(waiting) == 0 {
		return done, nil
	}
	return done, flush()
}
