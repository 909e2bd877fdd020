package ingest

import (
	"fmt"
	"net/netip"
	"regexp"
	"strings"
	"time"
)

// problem is something wrong with a field, given by its YAML path: $.sources[0].id.
type problem struct{ field, what string }

var defaultManners = Manners{
	Rate: 0.5, Jitter: 0.3, Connections: 1, Retries: 3, Backoff: 5 * time.Second, MaxWait: 2 * time.Minute,
}

var defaultLimits = Limits{
	Redirects: 5, Body: 8 << 20, Decoded: 32 << 20, HeaderTime: 20 * time.Second, TotalTime: time.Minute,
}

// complete fills in defaults and looks for problems.
func (c Config) complete() (Config, []problem) {
	var ps problems
	if c.Contact == "" {
		ps.add("$.contact", "is missing: the owner of a site must be able to reach you (a URL or a mail address)")
	}
	if strings.ContainsAny(c.Contact, "\r\n()") {
		ps.add("$.contact", "may hold no line break or bracket")
	}
	c.Agent = or(c.Agent, "jiandu")
	if !regexp.MustCompile(`^[A-Za-z_-]+$`).MatchString(c.Agent) {
		ps.add("$.agent", "may hold letters, - and _ only (RFC 9309, 2.2.1)")
	}
	c.Parallel = or(c.Parallel, 64)
	ps.notNegative("$.parallel", c.Parallel)
	ps.notNegative("$.max_pages", c.MaxPages)
	for i, n := range c.AllowNetworks {
		if _, err := netip.ParsePrefix(n); err != nil {
			ps.add(fmt.Sprintf("$.allow_networks[%d]", i), fmt.Sprintf("%q is no CIDR block like 127.0.0.0/8", n))
		}
	}
	c.Manners = c.Manners.or(defaultManners)
	ps.manners("$.manners", c.Manners)
	c.Limits = c.Limits.or(defaultLimits)
	ps.limits("$.limits", c.Limits)
	c.sources(&ps)
	return c, ps
}

// sources completes the sources in a copy of their list.
func (c *Config) sources(ps *problems) {
	if len(c.Sources) == 0 {
		ps.add("$.sources", "are missing")
	}
	ids := map[string]bool{}
	list := make([]Source, len(c.Sources))
	for i, s := range c.Sources {
		at := fmt.Sprintf("$.sources[%d]", i)
		if ids[s.ID] {
			ps.add(at+".id", fmt.Sprintf("%q is taken by another source", s.ID))
		}
		ids[s.ID] = true
		s.Manners = s.Manners.or(c.Manners)
		s.complete(at, ps)
		list[i] = s
	}
	c.Sources = list
}

var sourceID = regexp.MustCompile(`^[\p{L}\p{N}][\p{L}\p{N}._-]*$`)

func (s *Source) complete(at string, ps *problems) {
	if !sourceID.MatchString(s.ID) || s.ID == "import" {
		ps.add(at+".id", "must be letters, digits, '.', '_' or '-', and not \"import\"")
	}
	s.Name = or(s.Name, s.ID)
	if len(s.Start)+len(s.Feeds)+len(s.Sitemaps) == 0 {
		ps.add(at, "needs start, feeds or sitemaps")
	}
	hosts := ps.urls(at+".start", s.Start)
	hosts = append(hosts, ps.urls(at+".feeds", s.Feeds)...)
	hosts = append(hosts, ps.urls(at+".sitemaps", s.Sitemaps)...)
	if len(s.Hosts) == 0 {
		s.Hosts = hosts
	}
	for i, h := range s.Hosts {
		if h == "" || strings.ContainsAny(h, "/ @?#") {
			ps.add(fmt.Sprintf("%s.hosts[%d]", at, i), fmt.Sprintf("%q is no host name", h))
		}
	}
	ps.patterns(at+".articles", s.Articles)
	ps.patterns(at+".lists", s.Lists)
	ps.patterns(at+".exclude", s.Exclude)
	if _, err := time.Parse(time.DateOnly, s.Since); s.Since != "" && err != nil {
		ps.add(at+".since", "must be a day like 2023-02-01")
	}
	ps.notNegative(at+".max_pages", s.MaxPages)
	ps.notNegative(at+".max_lists", s.MaxLists)
	ps.notNegative(at+".recheck", s.Recheck)
	ps.manners(at+".manners", s.Manners)
	ps.selectors(at+".selectors", s.Selectors)
}

func (m Manners) or(d Manners) Manners {
	return Manners{
		Rate: or(m.Rate, d.Rate), Jitter: or(m.Jitter, d.Jitter), Connections: or(m.Connections, d.Connections),
		Retries: or(m.Retries, d.Retries), Backoff: or(m.Backoff, d.Backoff), MaxWait: or(m.MaxWait, d.MaxWait),
	}
}

func (l Limits) or(d Limits) Limits {
	return Limits{
		Redirects: or(l.Redirects, d.Redirects), Body: or(l.Body, d.Body), Decoded: or(l.Decoded, d.Decoded),
		HeaderTime: or(l.HeaderTime, d.HeaderTime), TotalTime: or(l.TotalTime, d.TotalTime),
	}
}

// or gives v, or d where v is the zero value.
func or[T comparable](v, d T) T {
	var zero T
	if v == zero {
		return d
	}
	return v
}
