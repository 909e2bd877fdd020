package ingest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"

	"jiandu/corpus"
)

var (
	errBlocked = errors.New("forbidden by robots.txt")
	errBudget  = errors.New("the budget of this run is used up")
	errKnown   = errors.New("leads to a page that is known already")
)

// reply is the answer to a request, after redirects.
type reply struct {
	answer
	url     string   // where it came from
	aliases []string // keys of the pages that redirected here, and of this one, all claimed
}

// request asks for a target and follows redirects. Every hop keeps to the allowed
// hosts, the robots.txt and the pace of its own host. On an error all pages
// that were claimed on the way are free again, the target's own excepted.
func (c *crawl) request(ctx context.Context, s *source, a ask) (reply, error) {
	r := reply{url: a.url}
	own := Key(a.url)
	fail := func(err error) (reply, error) {
		for _, k := range r.aliases {
			c.claims.free(k)
		}
		return reply{}, err
	}
	for range c.cfg.Limits.Redirects + 1 {
		ans, err := c.hop(ctx, s, a)
		if err != nil {
			return fail(err)
		}
		r.answer = ans
		next, err := redirect(a.url, ans)
		if err != nil || next == nil {
			if err != nil {
				return fail(err)
			}
			return r, nil
		}
		if !s.allowed(next) {
			return fail(&refusal{why: "redirects to " + next.String() + ", which the source does not allow"})
		}
		if k := Key(next.String()); k != own && !slices.Contains(r.aliases, k) {
			if !c.claims.take(k) {
				return fail(errKnown)
			}
			r.aliases = append(r.aliases, k)
		}
		a.url, r.url = next.String(), next.String()
		a.etag, a.modified = "", ""
	}
	return fail(&refusal{why: "too many redirects"})
}

// redirect gives where an answer redirects to, or nil.
func redirect(from string, ans answer) (*url.URL, error) {
	switch ans.status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
	default:
		return nil, nil
	}
	next, err := parseURL(from).Parse(ans.header.Get("Location"))
	if err != nil || ans.header.Get("Location") == "" {
		return nil, &refusal{why: "redirects to nowhere"}
	}
	next.Fragment = ""
	return next, nil
}

// hop makes one request in the manner that its host asks for.
func (c *crawl) hop(ctx context.Context, s *source, a ask) (answer, error) {
	u := parseURL(a.url)
	rules, err := c.rules(ctx, s, u)
	if err != nil {
		return answer{}, err
	}
	if !rules.allows(pathQuery(u)) {
		return answer{}, fmt.Errorf("%w%s", errBlocked, rules.note)
	}
	c.host(u.Host, s.Manners).slow(rules.delay)
	if c.spent() && !a.part {
		return answer{}, errBudget
	}
	return c.paced(ctx, s, a)
}

// rules gives what the robots.txt of a URL's host says.
func (c *crawl) rules(ctx context.Context, s *source, u *url.URL) (robots, error) {
	return c.robots.rules(ctx, u, s.Manners, func(ctx context.Context, u *url.URL) (answer, error) {
		if !s.allowedHost(u) {
			return answer{}, &refusal{why: "host is not allowed"}
		}
		return c.paced(ctx, s, ask{url: u.String(), cut: maxRobots + 1})
	})
}

// paced makes a request at the pace of its host, and reads what the answer says of that pace.
func (c *crawl) paced(ctx context.Context, s *source, a ask) (answer, error) {
	h := c.host(parseURL(a.url).Host, s.Manners)
	if err := h.enter(ctx); err != nil {
		return answer{}, err
	}
	defer h.leave()
	ans, err := c.fetch.get(ctx, a)
	var r *refusal
	switch {
	case errors.As(err, &r):
		h.heard(true)
		return ans, err
	case err != nil:
		if ctx.Err() != nil {
			return ans, ctx.Err()
		}
		h.heard(false)
		return ans, err
	}
	h.heard(ans.status < 500)
	if ans.status == http.StatusTooManyRequests || ans.status == http.StatusServiceUnavailable {
		after := retryAfter(ans.header, c.opt.Now())
		h.rest(max(after, backoff(s.Manners.Backoff, h.streak())))
	}
	return ans, nil
}

func pathQuery(u *url.URL) string {
	if u.RawQuery == "" && !u.ForceQuery {
		return u.EscapedPath()
	}
	return u.EscapedPath() + "?" + u.RawQuery
}

// page makes a page of a reply.
func (c *crawl) page(s *source, asked string, r reply) corpus.Page {
	headers := map[string]string{}
	for k := range maps.Keys(r.header) {
		headers[k] = r.header.Get(k)
	}
	return corpus.Page{
		URL: asked, FinalURL: r.url, Source: s.ID, FetchedAt: c.opt.Now().UTC(), Status: r.status,
		Headers: headers, Body: r.body, Hash: corpus.BodyHash(r.body),
	}
}
