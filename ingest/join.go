package ingest

import (
	"context"
	"errors"
	"strings"
	"unicode/utf8"

	"jiandu/corpus"
)

// nearEmpty is the number of code points under which a text is hardly one.
const nearEmpty = 50

// article takes in a page where an article is expected, with the article's
// further pages. An error means that all of it must be tried again.
func (l *lane) article(ctx context.Context, t corpus.Target, r reply, v *corpus.Visit) error {
	page := l.page(l.src, t.URL, r)
	v.Pages = append(v.Pages, page)
	if r.pdf {
		return nil
	}
	v.Tally.Fetched++
	e, err := l.extractor.Extract(page, l.src.Selectors)
	if err != nil || e.Article == nil {
		v.Tally.NearEmpty++
		return nil
	}
	a := e.Article
	if err := l.join(ctx, a, e.NextPages, t, v); err != nil {
		return err
	}
	a.Site, a.PageHash = l.src.ID, page.Hash
	Identify(a, page.FinalURL, l.trusted(e.Canonical))
	v.Article = a
	count(a, &v.Tally)
	return nil
}

// trusted gives a <link rel=canonical> that looks like an article of the source, or "".
func (l *lane) trusted(rel string) string {
	if rel == "" || l.src.sort(rel) != corpus.KindArticle {
		return ""
	}
	if _, ok := l.src.target(rel, corpus.KindArticle, 0); !ok {
		return ""
	}
	return rel
}

func count(a *corpus.Article, n *corpus.Tally) {
	chars := utf8.RuneCountInString(a.Text)
	n.Chars += chars
	switch {
	case chars < nearEmpty:
		n.NearEmpty++
	case a.State == corpus.StateQuarantined:
		n.Quarantined++
	}
	if a.Published == "" {
		n.Undated++
	}
}

// join adds the further pages of an article to it. Pages that cannot be had at
// all are left out; when one cannot be had now, the article waits.
func (l *lane) join(ctx context.Context, a *corpus.Article, next []string, t corpus.Target, v *corpus.Visit) error {
	var claimed []string
	err := joinParts(a, next, func(url string) (Extraction, bool, error) {
		part, ok := l.src.target(url, corpus.KindPart, t.Depth)
		if !ok || !l.claims.take(part.Key) {
			return Extraction{}, false, nil
		}
		claimed = append(claimed, part.Key)
		e, err := l.part(ctx, part, v)
		return e, true, err
	})
	if err != nil {
		for _, k := range claimed {
			l.claims.free(k)
		}
	}
	return err
}

// joinParts adds further pages to an article, those that next names and those
// that these name in turn. get gives what a page holds, or false to leave it out.
func joinParts(a *corpus.Article, next []string, get func(url string) (Extraction, bool, error)) error {
	texts := []string{a.Text}
	for i, n := 0, 0; i < len(next) && n < maxParts; i++ {
		e, ok, err := get(next[i])
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		n++
		next = append(next, e.NextPages...)
		if e.Article != nil {
			texts = append(texts, e.Article.Text)
			a.Author, a.Editor = or(a.Author, e.Article.Author), or(a.Editor, e.Article.Editor) // often on the last page
		}
	}
	if len(texts) > 1 {
		a.Text = strings.Join(texts, "\n")
		grade(a, 0)
	}
	return nil
}

// part fetches a further page of an article.
func (l *lane) part(ctx context.Context, t corpus.Target, v *corpus.Visit) (Extraction, error) {
	r, err := l.request(ctx, l.src, ask{url: t.URL, part: true})
	if err == nil {
		err = r.problem()
	}
	if err != nil {
		for _, k := range r.aliases {
			l.claims.free(k)
		}
	}
	var no *refusal
	switch {
	case errors.Is(err, errBlocked), errors.Is(err, errKnown), errors.As(err, &no):
		l.failed(&t, err, v)
		return Extraction{}, nil
	case err != nil:
		return Extraction{}, err
	}
	t.State, t.DoneAt = corpus.TargetDone, l.opt.Now()
	settleReply(t, r, v)
	page := l.page(l.src, t.URL, r)
	v.Pages = append(v.Pages, page)
	e, err := l.extractor.Extract(page, l.src.Selectors)
	if err != nil {
		return Extraction{}, nil
	}
	return e, nil
}
