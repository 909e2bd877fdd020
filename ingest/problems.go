package ingest

import (
	"fmt"
	"net/url"

	"github.com/andybalholm/cascadia"
)

// problems collects problems.
type problems []problem

func (ps *problems) add(field, what string) { *ps = append(*ps, problem{field, what}) }

func (ps *problems) notNegative(field string, n int) {
	if n < 0 {
		ps.add(field, "may not be negative")
	}
}

func (ps *problems) manners(at string, m Manners) {
	switch {
	case m.Rate < 0:
		ps.add(at+".rate", "must be above 0")
	case m.Jitter < 0 || m.Jitter > 1:
		ps.add(at+".jitter", "must lie between 0 and 1")
	case m.Connections < 0 || m.Connections > 8:
		ps.add(at+".connections", "must lie between 1 and 8")
	case m.Retries < 0:
		ps.add(at+".retries", "may not be negative")
	case m.Backoff < 0:
		ps.add(at+".backoff", "may not be negative")
	case m.MaxWait < 0:
		ps.add(at+".max_wait", "may not be negative")
	}
}

func (ps *problems) limits(at string, l Limits) {
	for _, f := range []struct {
		name string
		n    int64
	}{
		{"redirects", int64(l.Redirects)},
		{"body", l.Body},
		{"decoded", l.Decoded},
		{"header_time", int64(l.HeaderTime)},
		{"total_time", int64(l.TotalTime)},
	} {
		if f.n < 0 {
			ps.add(at+"."+f.name, "may not be negative")
		}
	}
}

// urls looks at a list of URLs and gives their hosts.
func (ps *problems) urls(at string, list []string) []string {
	var hosts []string
	for i, s := range list {
		u, err := parseHTTP(s)
		if err != nil {
			ps.add(fmt.Sprintf("%s[%d]", at, i), err.Error())
			continue
		}
		hosts = append(hosts, canonicalHost(u))
	}
	return hosts
}

func (ps *problems) patterns(at string, list []string) {
	for i, s := range list {
		if _, err := compilePattern(s); err != nil {
			ps.add(fmt.Sprintf("%s[%d]", at, i), err.Error())
		}
	}
}

func (ps *problems) selectors(at string, h SiteHints) {
	for _, f := range []struct{ name, css string }{
		{"title", h.Title},
		{"body", h.Body},
		{"date", h.Date},
		{"source", h.Source},
		{"author", h.Author},
	} {
		if _, err := cascadia.ParseGroup(f.css); f.css != "" && err != nil {
			ps.add(at+"."+f.name, fmt.Sprintf("%q is no CSS selector: %v", f.css, err))
		}
	}
}

// parseURL is url.Parse for URLs that were looked at before.
func parseURL(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil {
		return &url.URL{}
	}
	return u
}
