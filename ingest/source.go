package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"jiandu/corpus"
)

// source is a source with its patterns compiled.
type source struct {
	Source
	articles, lists, exclude []pattern
	singles                  []string // articles to fetch besides
}

// singles gives a source that is nothing but a list of articles.
func singles(urls []string, m Manners) (*source, error) {
	s := Source{ID: "import", Manners: m, Articles: []string{"/**"}}
	for _, raw := range urls {
		u, err := parseHTTP(raw)
		if err != nil {
			return nil, err
		}
		if h := canonicalHost(u); !slices.Contains(s.Hosts, h) {
			s.Hosts = append(s.Hosts, h)
		}
	}
	src, err := newSource(s)
	if err == nil {
		src.singles = urls
	}
	return src, err
}

func newSource(s Source) (*source, error) {
	src := &source{Source: s}
	articles := s.Articles
	if len(articles) == 0 {
		articles = defaultArticles
	}
	for _, p := range []struct {
		to   *[]pattern
		from []string
	}{{&src.articles, articles}, {&src.lists, s.Lists}, {&src.exclude, s.Exclude}} {
		list, err := compilePatterns(p.from)
		if err != nil {
			return nil, fmt.Errorf("source %s: %w", s.ID, err)
		}
		*p.to = list
	}
	return src, nil
}

// rules gives a hash of all that decides what is found and made of pages.
func (s *source) rules() string {
	plain := s.Source
	plain.Manners, plain.MaxPages, plain.Name = Manners{}, 0, ""
	sum := sha256.Sum256(fmt.Appendf(nil, "%+v", plain))
	return hex.EncodeToString(sum[:8])
}

// starts gives the targets with which a run begins.
func (s *source) starts() []corpus.Target {
	var ts []corpus.Target
	for _, k := range []struct {
		kind string
		urls []string
	}{
		{corpus.KindList, s.Start},
		{corpus.KindFeed, s.Feeds},
		{corpus.KindSitemap, s.Sitemaps},
		{corpus.KindArticle, s.singles},
	} {
		for _, u := range k.urls {
			if t, ok := s.target(u, k.kind, 0); ok {
				ts = append(ts, t)
			}
		}
	}
	return ts
}

// allowed tells whether a URL may be asked for by the source's rules. A host
// without a port allows only the scheme's own one.
func (s *source) allowed(u *url.URL) bool {
	return s.allowedHost(u) && !matchAny(s.exclude, u)
}

func (s *source) allowedHost(u *url.URL) bool {
	if u.Scheme != "http" && u.Scheme != "https" {
		return false
	}
	h := canonicalHost(u)
	return slices.ContainsFunc(s.Hosts, func(a string) bool {
		return strings.TrimPrefix(strings.ToLower(a), "www.") == strings.TrimPrefix(h, "www.")
	})
}

// target makes a target of a URL, if the source allows it.
func (s *source) target(raw, kind string, depth int) (corpus.Target, bool) {
	clean, err := Canonical(raw)
	if err != nil {
		return corpus.Target{}, false
	}
	u := parseURL(clean)
	if !s.allowed(u) {
		return corpus.Target{}, false
	}
	t := corpus.Target{Key: Key(clean), URL: clean, Source: s.ID, Host: u.Host, Kind: kind, Depth: depth, State: corpus.TargetQueued}
	if kind == corpus.KindArticle {
		t.Day = urlDay(u)
	}
	return t, true
}

// sort tells what a link of a list leads to: an article, another list, or nothing that is followed.
func (s *source) sort(raw string) string {
	clean, err := Canonical(raw)
	if err != nil {
		return ""
	}
	switch u := parseURL(clean); {
	case matchAny(s.lists, u):
		return corpus.KindList
	case matchAny(s.articles, u):
		return corpus.KindArticle
	}
	return ""
}

// found makes targets of the links of a list at the given depth. linked counts
// the links to articles, too old ones included.
func (s *source) found(links []string, depth int) (ts []corpus.Target, linked int) {
	seen := map[string]bool{}
	for _, link := range links {
		kind := s.sort(link)
		if kind == "" {
			continue
		}
		next := depth
		if kind == corpus.KindList {
			next++
		}
		t, ok := s.target(link, kind, next)
		if !ok || seen[t.Key] {
			continue
		}
		seen[t.Key] = true
		if kind == corpus.KindArticle {
			linked++
		}
		if !s.tooOld(t) {
			ts = append(ts, t)
		}
	}
	return ts, linked
}

func (s *source) tooOld(t corpus.Target) bool { return t.Day != "" && t.Day < s.Since }
