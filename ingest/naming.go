package ingest

import (
	"context"
	"errors"
	"time"

	"jiandu/corpus"
)

// A page says by <link rel=canonical> under which URL it wants to be known, so that
// twins are one article. Some templates say the same of every page. So a URL is
// believed to be a page's only while no page with another text is known by it.

// reasonClaimed is why the article of a URL is set aside that pages with several texts named as theirs.
const reasonClaimed = "several different reports named this URL as theirs"

// name settles under which URL the article of a visit is kept, and moves what was
// stored there before, by the word of another page, to that page's own URL.
func (l *lane) name(ctx context.Context, t corpus.Target, v *corpus.Visit) error {
	a, own := v.Article, v.Pages[0].FinalURL
	claimed := Key(a.URL) != Key(own)
	old, err := l.stranger(ctx, a, own)
	switch {
	case err != nil:
		return err
	case old != nil && claimed:
		wanted := a.URL
		v.Tally.Misnamed++
		Identify(a, own, "")
		l.evict(old, wanted, v)
	case old != nil:
		l.evict(old, "", v)
	}
	if k := Key(a.URL); k != t.Key {
		l.claims.take(k)
		t.State, t.Tries, t.NextAt, t.Error, t.DoneAt = corpus.TargetDone, 0, time.Time{}, "", l.opt.Now()
		v.Settled = append(v.Settled, alias(t, k, a.URL))
	}
	return nil
}

// holder is what is stored where an article wants to go: another report.
type holder struct {
	corpus.Article
	own string // where its page was found, or "" for one that was set aside
}

// stranger gives the report that is stored under an article's URL, if it is another
// one: from a page elsewhere, with another text.
func (l *lane) stranger(ctx context.Context, a *corpus.Article, own string) (*holder, error) {
	old, err := l.store.Article(ctx, a.ID)
	if errors.Is(err, corpus.ErrNotFound) {
		return nil, nil
	}
	if err != nil || old.Site != a.Site {
		return nil, err
	}
	pages, err := l.store.Addresses(ctx, a.ID)
	if err != nil {
		return nil, err
	}
	h := &holder{Article: old}
	for _, p := range pages {
		if Key(p.URL) == Key(own) {
			return nil, nil
		}
		if p.Hash == old.PageHash {
			h.own = p.URL
		}
	}
	if old.Reason != reasonClaimed && nearlyEqual(old.Text, a.Text) || old.Reason == reasonClaimed && Key(a.URL) == Key(own) {
		return nil, nil
	}
	return h, nil
}

// evict moves a stored report to its page's own URL, unless that is where it is.
// wanted, where not "", is then free, and asked for: there may be a report of its own.
func (l *lane) evict(h *holder, wanted string, v *corpus.Visit) {
	if h.own == "" || Key(h.own) == Key(h.URL) {
		return
	}
	to := h.Article
	Identify(&to, h.own, "")
	v.Moved = append(v.Moved, corpus.Move{From: h.ID, To: to.ID, URL: to.URL, Reason: reasonClaimed})
	v.Tally.Misnamed++
	if t, ok := l.src.target(wanted, corpus.KindArticle, 0); ok {
		l.claims.free(t.Key)
		t.NextAt, t.DoneAt = time.Time{}, time.Time{}
		v.Settled = append(v.Settled, t)
	}
}

// shingle is how many code points of two texts are compared at a time.
const shingle = 8

// nearlyEqual tells whether most of the shorter text stands in the other.
func nearlyEqual(a, b string) bool {
	x, y := []rune(squeeze(a)), []rune(squeeze(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < shingle {
		return string(x) == string(y)
	}
	held := map[string]bool{}
	for i := 0; i+shingle <= len(y); i++ {
		held[string(y[i:i+shingle])] = true
	}
	n, same := 0, 0
	for i := 0; i+shingle <= len(x); i++ {
		n++
		if held[string(x[i:i+shingle])] {
			same++
		}
	}
	return 2*same > n
}
