package ingest

import (
	"bytes"
	"context"
	"fmt"

	"github.com/mmcdole/gofeed"

	"jiandu/corpus"
)

// list takes in a list page, a feed or a sitemap: what it leads to goes into v,
// and how much that is into t. One that used to lead on and does not any more
// is read anew by every run, so that it goes on to be noticed.
func (l *lane) list(ctx context.Context, t *corpus.Target, r reply, v *corpus.Visit) error {
	v.Tally.Lists++
	if err := l.readList(*t, r, v); err != nil {
		return err
	}
	sitemaps, err := l.namedSitemaps(ctx, *t)
	if err != nil {
		return err
	}
	n := max(v.Tally.Linked, len(v.Found))
	v.Found = append(v.Found, sitemaps...)
	switch {
	case n > 0:
		t.Linked = n
	case t.Linked > 0:
		t.ETag, t.Modified = "", ""
		v.Tally.ListsLost += lost(*t)
	}
	return nil
}

// namedSitemaps gives the sitemaps that the robots.txt of a start page's host names.
func (l *lane) namedSitemaps(ctx context.Context, t corpus.Target) ([]corpus.Target, error) {
	if !l.src.RobotsSitemaps || t.Depth > 0 || t.Kind != corpus.KindList {
		return nil, nil
	}
	rules, err := l.rules(ctx, l.src, parseURL(t.URL))
	if err != nil {
		return nil, err
	}
	var ts []corpus.Target
	for _, s := range rules.sitemaps {
		if m, ok := l.src.target(s, corpus.KindSitemap, 0); ok {
			ts = append(ts, m)
		}
	}
	return ts, nil
}

// lost is 1 for a start page that used to lead to articles, else 0.
func lost(t corpus.Target) int {
	if t.Linked > 0 && t.Depth == 0 && isList(t) == 1 {
		return 1
	}
	return 0
}

func (l *lane) readList(t corpus.Target, r reply, v *corpus.Visit) error {
	switch t.Kind {
	case corpus.KindFeed:
		return l.feed(r, v)
	case corpus.KindSitemap:
		return l.sitemap(t, r, v)
	}
	e, err := extractLinks(l.page(l.src, t.URL, r))
	if err != nil {
		return &refusal{why: err.Error()}
	}
	links := make([]string, len(e.Links))
	for i, link := range e.Links {
		links[i] = link.URL
	}
	v.Found, v.Tally.Linked = l.src.found(links, t.Depth)
	if l.src.MaxLists > 0 && t.Depth >= l.src.MaxLists {
		return nil
	}
	for _, next := range e.ListNext {
		if n, ok := l.src.target(next, corpus.KindList, t.Depth+1); ok {
			v.Next = append(v.Next, n)
		}
	}
	return nil
}

// feed takes in RSS or Atom. Every item of a feed is an article, unless the
// source says what articles look like.
func (l *lane) feed(r reply, v *corpus.Visit) error {
	f, err := gofeed.NewParser().Parse(bytes.NewReader(r.body))
	if err != nil {
		return &refusal{why: fmt.Sprintf("read the feed: %v", err)}
	}
	for _, item := range f.Items {
		if len(l.src.Articles) > 0 && l.src.sort(item.Link) != corpus.KindArticle {
			continue
		}
		t, ok := l.src.target(item.Link, corpus.KindArticle, 0)
		if !ok {
			continue
		}
		if t.Day == "" && item.PublishedParsed != nil {
			t.Day = item.PublishedParsed.In(chinaTime).Format("2006-01-02")
		}
		l.take(t, v)
	}
	return nil
}

// take counts a link to an article, and queues it unless it is too old.
func (l *lane) take(t corpus.Target, v *corpus.Visit) {
	v.Tally.Linked++
	if !l.src.tooOld(t) {
		v.Found = append(v.Found, t)
	}
}

// sitemap takes in a sitemap or an index of sitemaps.
func (l *lane) sitemap(t corpus.Target, r reply, v *corpus.Visit) error {
	entries, index, err := parseSitemap(r.body)
	if err != nil {
		return &refusal{why: fmt.Sprintf("read the sitemap: %v", err)}
	}
	for _, e := range entries {
		if index {
			if s, ok := l.src.target(e.loc, corpus.KindSitemap, t.Depth+1); ok && t.Depth < maxSitemapDepth {
				v.Found = append(v.Found, s)
			}
			continue
		}
		if l.src.sort(e.loc) != corpus.KindArticle {
			continue
		}
		if a, ok := l.src.target(e.loc, corpus.KindArticle, 0); ok {
			a.Day = or(a.Day, e.day)
			l.take(a, v)
		}
	}
	return nil
}
