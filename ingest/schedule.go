package ingest

import (
	"context"
	"errors"
	"sync"

	"jiandu/corpus"
)

type laneState int

const (
	laneIdle   laneState = iota
	laneActive           // a worker is at it
	laneClosed           // not again in this run
)

// schedule keeps a worker at every lane that has something queued, up to the
// number of hosts at once, until nothing is left.
func (c *crawl) schedule(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var workers sync.WaitGroup
	defer workers.Wait()
	for {
		lanes, err := c.store.Lanes(ctx)
		if err != nil {
			return stopCause(ctx, err)
		}
		if c.launch(ctx, cancel, &workers, lanes) == 0 {
			return stopCause(ctx, nil)
		}
		select {
		case <-c.wake:
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
}

// stopCause gives the reason for which ctx ended, or err when it has not.
func stopCause(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}

// launch starts workers for lanes that have none, and gives the number at work.
func (c *crawl) launch(ctx context.Context, cancel context.CancelCauseFunc, workers *sync.WaitGroup, lanes map[corpus.Lane]int) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	active, queued := 0, 0
	for _, st := range c.lanes {
		if st == laneActive {
			active++
		}
	}
	for l, n := range lanes {
		src := c.sources[l.Source]
		if src == nil || c.lanes[l] == laneClosed {
			continue
		}
		queued += n
		if c.lanes[l] == laneActive || active >= c.cfg.Parallel {
			continue
		}
		c.lanes[l] = laneActive
		active++
		workers.Go(func() {
			if err := c.work(ctx, src, l); err != nil && !errors.Is(err, context.Canceled) {
				cancel(err)
			}
		})
	}
	c.total = c.done + queued
	return active
}

func (c *crawl) wakeUp() {
	select {
	case c.wake <- struct{}{}:
	default:
	}
}
