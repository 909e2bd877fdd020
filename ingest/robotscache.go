package ingest

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"time"

	"jiandu/corpus"
)

// robotsTTL is how long a robots.txt counts (RFC 9309, 2.4).
const robotsTTL = 24 * time.Hour

// maxRobotsHops is how many redirects of a robots.txt are followed (RFC 9309, 2.3.1.2).
const maxRobotsHops = 5

// robotsCache keeps what the robots.txt of every origin says, in the corpus for a day.
type robotsCache struct {
	store *corpus.Store
	agent string
	now   func() time.Time

	mu    sync.Mutex
	known map[string]*robotsEntry
}

type robotsEntry struct {
	mu    sync.Mutex
	ready bool
	rules robots
}

// getter makes a request at a host's pace, and refuses what the source does not allow.
type getter func(ctx context.Context, u *url.URL) (answer, error)

// rules gives the rules of the origin of u. Only a store or a context that fails is an error.
func (c *robotsCache) rules(ctx context.Context, u *url.URL, m Manners, get getter) (robots, error) {
	origin := u.Scheme + "://" + u.Host
	c.mu.Lock()
	e := c.known[origin]
	if e == nil {
		e = &robotsEntry{}
		c.known[origin] = e
	}
	c.mu.Unlock()
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.ready {
		return e.rules, nil
	}
	stored, err := c.load(ctx, origin, m, get)
	if err != nil {
		return robots{}, err
	}
	e.rules, e.ready = judgeRobots(stored, c.agent), true
	return e.rules, nil
}

// load takes the robots.txt from the corpus, or asks for it when that is too
// old. Where it cannot be had, an old one goes on to count.
func (c *robotsCache) load(ctx context.Context, origin string, m Manners, get getter) (corpus.Robots, error) {
	old, err := c.store.Robots(ctx, origin)
	if err != nil && !errors.Is(err, corpus.ErrNotFound) {
		return old, err
	}
	have := err == nil
	if have && c.now().Sub(old.FetchedAt) < robotsTTL {
		return old, nil
	}
	now := corpus.Robots{Origin: origin, FetchedAt: c.now()}
	for n := 1; ; n++ {
		now.Status, now.Body = fetchRobots(ctx, origin, get)
		if ctx.Err() != nil {
			return now, ctx.Err()
		}
		if !unreachable(now.Status) || n > m.Retries {
			break
		}
		if err := sleep(ctx, backoff(m.Backoff, n)); err != nil {
			return now, err
		}
	}
	if unreachable(now.Status) {
		if have {
			return old, nil
		}
		return now, nil // not stored: the next run asks again
	}
	return now, c.store.SaveRobots(ctx, now)
}

// fetchRobots gives the status in the end, 0 when there was no answer, and the body.
func fetchRobots(ctx context.Context, origin string, get getter) (int, string) {
	u := parseURL(origin + "/robots.txt")
	for range maxRobotsHops + 1 {
		ans, err := get(ctx, u)
		var r *refusal
		switch {
		case errors.As(err, &r):
			return http.StatusNotFound, "" // not to be had: another host, or no text
		case err != nil:
			return 0, ""
		case ans.status < 300 || ans.status >= 400:
			return ans.status, string(ans.body)
		}
		next, err := u.Parse(ans.header.Get("Location"))
		if err != nil {
			return http.StatusNotFound, ""
		}
		u = next
	}
	return http.StatusNotFound, ""
}

// unreachable tells of a status that forbids everything for now (RFC 9309,
// 2.3.1.4); 429 is counted in, for it says "not now" rather than "nothing here".
func unreachable(status int) bool {
	return status == 0 || status >= 500 || status == http.StatusTooManyRequests
}

// judgeRobots gives the rules that follow from what was fetched.
func judgeRobots(r corpus.Robots, agent string) robots {
	switch {
	case unreachable(r.Status):
		return robots{rules: []robotsRule{{pattern: "/"}}, note: fmt.Sprintf(": it could not be had (status %d)", r.Status)}
	case r.Status >= 200 && r.Status < 300:
		return parseRobots([]byte(r.Body), agent)
	}
	return robots{}
}
