package ingest

import (
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// deadAfter is how many requests in a row may fail before a host is left alone for the run.
const deadAfter = 8

// errPaused says that a host asked for a longer pause than is waited for.
var errPaused = errors.New("the host asked to come back later")

// host is how one host (with its port) is treated: its pace, its connections,
// and the pause that it asked for. Sources that share a host share it.
type host struct {
	slots   chan struct{} // one for each connection
	limiter *rate.Limiter
	spread  time.Duration // is added to the interval at random, up to it
	maxWait time.Duration // a longer pause is not waited for

	mu     sync.Mutex
	until  time.Time // pause
	failed int       // requests in a row
}

func newHost(m Manners) *host {
	return &host{
		slots:   make(chan struct{}, m.Connections),
		limiter: rate.NewLimiter(rate.Limit(m.Rate), 1),
		spread:  time.Duration(m.Jitter * float64(interval(rate.Limit(m.Rate)))),
		maxWait: max(m.MaxWait, 2*interval(rate.Limit(m.Rate))),
	}
}

// slow makes the host's pace no faster than one request in delay.
func (h *host) slow(delay time.Duration) {
	if delay > 0 && rate.Every(delay) < h.limiter.Limit() {
		h.limiter.SetLimit(rate.Every(delay))
	}
}

// enter waits for a connection, the end of a pause and the next turn; leave must
// follow. It fails with errPaused, or when ctx ends.
func (h *host) enter(ctx context.Context) error {
	select {
	case h.slots <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	if err := h.turn(ctx); err != nil {
		h.leave()
		return err
	}
	return nil
}

func (h *host) leave() { <-h.slots }

func (h *host) turn(ctx context.Context) error {
	pause := h.pause()
	if pause > h.maxWait {
		return errPaused
	}
	if err := sleep(ctx, pause); err != nil {
		return err
	}
	turn := h.limiter.Reserve()
	if turn.Delay() > h.maxWait {
		turn.Cancel()
		return errPaused
	}
	return sleep(ctx, turn.Delay()+time.Duration(rand.Float64()*float64(h.spread)))
}

func interval(r rate.Limit) time.Duration { return time.Duration(float64(time.Second) / float64(r)) }

// pause gives what is left of the pause, 0 or less without one.
func (h *host) pause() time.Duration {
	h.mu.Lock()
	defer h.mu.Unlock()
	return time.Until(h.until)
}

// rest makes everything wait for so long.
func (h *host) rest(d time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if until := time.Now().Add(d); until.After(h.until) {
		h.until = until
	}
}

// heard notes whether a request got an answer.
func (h *host) heard(ok bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.failed++
	if ok {
		h.failed = 0
	}
}

// streak gives the number of requests in a row that failed.
func (h *host) streak() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.failed
}

func (h *host) dead() bool { return h.streak() >= deadAfter }

func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// backoff gives the time to wait after the n-th failure in a row, n from 1: it
// doubles, up to an hour, and differs by up to a tenth so that not all come back at once.
func backoff(base time.Duration, n int) time.Duration {
	d := base
	for i := 1; i < n && d < time.Hour; i++ {
		d *= 2
	}
	d = min(d, time.Hour)
	return d + time.Duration(rand.Float64()*0.1*float64(d))
}

// retryAfter reads a Retry-After header: seconds, or a date (RFC 9110, 10.2.3).
// It gives 0 where there is none.
func retryAfter(h http.Header, now time.Time) time.Duration {
	v := strings.TrimSpace(h.Get("Retry-After"))
	if s, err := strconv.ParseUint(v, 10, 31); err == nil {
		return time.Duration(s) * time.Second
	}
	if t, err := http.ParseTime(v); err == nil {
		return max(t.Sub(now), 0)
	}
	return 0
}
