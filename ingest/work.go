package ingest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"jiandu/corpus"
)

// lane is the work at one source on one host.
type lane struct {
	*crawl
	src *source
	id  corpus.Lane

	mu     sync.Mutex
	buffer []corpus.Target
	flying int            // targets being visited
	count  int            // visits
	closed string         // why nothing more is asked for in this run, or ""
	tries  map[string]int // that failed in this run, by key
}

// tried counts a try that failed, and gives the number of them in this run.
func (l *lane) tried(key string) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.tries[key]++
	return l.tries[key]
}

// work empties a lane, with as many workers as the host may have connections. It
// fails only when the store or ctx does.
func (c *crawl) work(ctx context.Context, src *source, id corpus.Lane) error {
	l := &lane{crawl: c, src: src, id: id, tries: map[string]int{}}
	errs := make(chan error, src.Manners.Connections)
	for range src.Manners.Connections {
		go func() { errs <- l.loop(ctx) }()
	}
	var all []error
	for range src.Manners.Connections {
		all = append(all, <-errs)
	}
	if pause := c.host(id.Host, src.Manners).pause(); l.closed != "" && pause > 0 && ctx.Err() == nil {
		all = append(all, c.store.Defer(ctx, id.Host, c.opt.Now().Add(pause)))
	}
	c.mu.Lock()
	c.lanes[id] = laneIdle
	if l.closed != "" {
		c.lanes[id] = laneClosed
		c.report.Notes = append(c.report.Notes, fmt.Sprintf("%s, %s: left for the next run: %s", id.Source, id.Host, l.closed))
	}
	c.mu.Unlock()
	c.wakeUp()
	return errors.Join(all...)
}

func (l *lane) loop(ctx context.Context) error {
	for {
		t, ok, err := l.next(ctx)
		if err != nil || !ok {
			return err
		}
		err = l.visit(ctx, t)
		l.mu.Lock()
		l.flying--
		l.mu.Unlock()
		if errors.Is(err, errBudget) || errors.Is(err, errPaused) {
			l.close(err.Error())
			err = nil
		}
		if err != nil {
			return err
		}
	}
}

func (l *lane) close(why string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.closed = why
}

// next gives the next target, and false when the lane is empty or closed.
func (l *lane) next(ctx context.Context) (corpus.Target, bool, error) {
	for {
		t, wait, err := l.pick(ctx)
		if err != nil || wait < 0 {
			return t, false, err
		}
		if wait == 0 {
			return t, true, nil
		}
		if err := sleep(ctx, wait); err != nil {
			return t, false, err
		}
	}
}

// poll is how long a worker waits for what others are at.
const poll = 20 * time.Millisecond

// pick claims a target (wait 0), or gives the time to wait before asking again,
// or a negative one when there is nothing left.
func (l *lane) pick(ctx context.Context) (t corpus.Target, wait time.Duration, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.full(); l.closed != "" {
		return t, -1, nil
	}
	if len(l.buffer) == 0 {
		if l.buffer, err = l.store.Queue(ctx, l.id, l.opt.Now(), 4*l.src.Manners.Connections+16); err != nil {
			return t, -1, err
		}
		if len(l.buffer) == 0 {
			wait, err = l.idle(ctx)
			return t, wait, err
		}
	}
	for len(l.buffer) > 0 {
		t, l.buffer = l.buffer[0], l.buffer[1:]
		if l.claims.take(t.Key) {
			l.flying++
			l.count++
			return t, 0, nil
		}
	}
	return t, poll, nil // all that is queued is being asked for elsewhere
}

// full closes the lane when its budget is used up, or its host gives no answers.
func (l *lane) full() {
	switch {
	case l.src.MaxPages > 0 && l.count >= l.src.MaxPages:
		l.closed = "max_pages is reached"
	case l.host(l.id.Host, l.src.Manners).dead():
		l.closed = fmt.Sprintf("%d requests in a row failed", deadAfter)
	}
}

// idle tells how long to wait when nothing may be asked for now.
func (l *lane) idle(ctx context.Context) (time.Duration, error) {
	at, queued, err := l.store.NextAt(ctx, l.id)
	switch {
	case err != nil:
		return -1, err
	case queued:
		wait := at.Sub(l.opt.Now())
		if wait > l.src.Manners.MaxWait {
			l.closed = errPaused.Error()
			return -1, nil
		}
		return max(wait, time.Millisecond), nil
	case l.flying > 0:
		return poll, nil
	}
	return -1, nil
}
