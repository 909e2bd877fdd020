package ingest

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"

	"jiandu/corpus"
)

// visit deals with one target, and stores all that comes of it at once. It fails
// only with errBudget or errPaused, which leave the target as it was, or when the
// store or ctx does.
func (l *lane) visit(ctx context.Context, t corpus.Target) error {
	v := corpus.Visit{Run: l.run, Source: l.src.ID}
	r, err := l.fetchTarget(ctx, t)
	if err == nil {
		err = l.digest(ctx, t, r, &v)
	}
	failed := err != nil
	if failed {
		for _, k := range r.aliases {
			l.claims.free(k)
		}
		if ctx.Err() != nil || errors.Is(err, errBudget) || errors.Is(err, errPaused) {
			l.claims.free(t.Key)
			return err
		}
		v = corpus.Visit{Run: l.run, Source: l.src.ID}
		l.failed(&t, err, &v)
	}
	saved, added, err := l.save(ctx, t, &v)
	if err != nil {
		return err
	}
	if failed && t.State == corpus.TargetQueued {
		l.claims.free(t.Key)
		added++ // it is still in the queue
	}
	l.tell(v, saved, added, t.URL)
	if elsewhere(v, l.id.Host) {
		l.wakeUp()
	}
	return nil
}

// save stores a visit. No other is stored between the naming of its article and that.
func (l *lane) save(ctx context.Context, t corpus.Target, v *corpus.Visit) (corpus.Saved, int, error) {
	if v.Article == nil {
		return l.store.SaveVisit(ctx, *v)
	}
	l.naming.Lock()
	defer l.naming.Unlock()
	if err := l.name(ctx, t, v); err != nil {
		return corpus.Saved{}, 0, err
	}
	return l.store.SaveVisit(ctx, *v)
}

// elsewhere tells whether something was found at another host.
func elsewhere(v corpus.Visit, host string) bool {
	other := func(t corpus.Target) bool { return t.Host != host }
	return slices.ContainsFunc(v.Found, other) || slices.ContainsFunc(v.Next, other)
}

func (l *lane) fetchTarget(ctx context.Context, t corpus.Target) (reply, error) {
	if !l.src.allowed(parseURL(t.URL)) {
		return reply{}, &refusal{why: "the source does not allow it any more", policy: true}
	}
	r, err := l.request(ctx, l.src, ask{
		url: t.URL, etag: t.ETag, modified: t.Modified,
		archive: t.Kind == corpus.KindSitemap,
	})
	if err != nil {
		return r, err
	}
	return r, r.problem()
}

// problem gives the error that a status stands for, nil for 200 and 304.
func (a answer) problem() error {
	switch {
	case a.status == http.StatusOK, a.status == http.StatusNotModified:
		return nil
	case a.status == http.StatusTooManyRequests, a.status == http.StatusRequestTimeout, a.status >= 500:
		return fmt.Errorf("status %d", a.status)
	}
	return &refusal{why: fmt.Sprintf("status %d", a.status)}
}

// digest takes in what a target gave: into v goes all that is to be stored.
func (l *lane) digest(ctx context.Context, t corpus.Target, r reply, v *corpus.Visit) error {
	v.Explore = t.DoneAt.IsZero()
	t.State, t.Tries, t.NextAt, t.Error, t.DoneAt = corpus.TargetDone, 0, time.Time{}, "", l.opt.Now()
	if r.status != http.StatusNotModified {
		t.ETag, t.Modified = r.header.Get("ETag"), r.header.Get("Last-Modified")
	}
	var err error
	switch {
	case r.status == http.StatusNotModified:
		v.Tally.ListsSame = isList(t)
		v.Tally.Unchanged = 1 - isList(t)
	case t.Kind == corpus.KindArticle:
		err = l.article(ctx, t, r, v)
	default:
		err = l.list(ctx, &t, r, v)
	}
	settleReply(t, r, v)
	return err
}

// settleReply settles a target, and every address that it was redirected to.
func settleReply(t corpus.Target, r reply, v *corpus.Visit) {
	v.Settled = append(v.Settled, t)
	for _, k := range r.aliases {
		v.Settled = append(v.Settled, alias(t, k, r.url))
	}
}

// alias gives the target of another address of the same page.
func alias(t corpus.Target, key, url string) corpus.Target {
	t.Key, t.URL, t.ETag, t.Modified = key, url, "", ""
	return t
}

// failed settles a target that gave nothing.
func (l *lane) failed(t *corpus.Target, err error, v *corpus.Visit) {
	var r *refusal
	t.Error = err.Error()
	switch {
	case errors.Is(err, errKnown):
		t.State = corpus.TargetDone
		t.DoneAt = l.opt.Now()
	case errors.Is(err, errBlocked):
		t.State = corpus.TargetBlocked
		v.Tally.Blocked++
		v.Tally.ListsFailed += isList(*t)
		v.Tally.ListsLost += lost(*t)
	case errors.As(err, &r):
		t.State = corpus.TargetGone
		if r.policy {
			t.State = corpus.TargetBlocked
		}
		v.Tally.Failed++
		v.Tally.ListsFailed += isList(*t)
		v.Tally.ListsLost += lost(*t)
	default:
		l.later(t, v)
	}
	v.Settled = append(v.Settled, *t)
}

func isList(t corpus.Target) int {
	if t.Kind == corpus.KindArticle || t.Kind == corpus.KindPart {
		return 0
	}
	return 1
}

// later puts a target back into the queue; when this run has tried often enough, for the next run.
func (l *lane) later(t *corpus.Target, v *corpus.Visit) {
	t.Tries++
	m := l.src.Manners
	n := l.tried(t.Key)
	if n > m.Retries {
		t.State = corpus.TargetFailed
		v.Tally.Failed++
		v.Tally.ListsFailed += isList(*t)
		v.Tally.ListsLost += lost(*t)
		return
	}
	t.State = corpus.TargetQueued
	t.NextAt = l.opt.Now().Add(max(backoff(m.Backoff, n), l.host(l.id.Host, m).pause()))
}
