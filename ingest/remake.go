package ingest

import (
	"context"

	"jiandu/corpus"
)

// reasonLost is why an article is quarantined whose page holds no report by the present rules.
const reasonLost = "the rules find no report on its page any more"

// article makes an article again from its stored pages; nil where the page that it was made of is not there.
func (r *reextraction) article(ctx context.Context, old corpus.Article) (*corpus.Article, error) {
	pages, err := r.store.PagesOf(ctx, old.ID)
	if err != nil {
		return nil, err
	}
	kept := keptPages(old, pages)
	first := kept.first
	if first == nil {
		return nil, nil
	}
	hints := r.hints[old.Site]
	e, err := r.extractor.Extract(*first, hints)
	a := e.Article
	if err != nil || a == nil {
		a = &old
		a.State, a.Quality, a.Reason, a.Extractor = corpus.StateQuarantined, 0, reasonLost, r.extractor.made(hints)
		return a, nil
	}
	err = joinParts(a, e.NextPages, func(url string) (Extraction, bool, error) {
		p, ok := kept.take(url)
		if !ok {
			return Extraction{}, false, nil
		}
		part, err := r.extractor.Extract(p, hints)
		return part, err == nil, nil
	})
	a.ID, a.URL, a.Site, a.PageHash = old.ID, old.URL, old.Site, old.PageHash
	return a, err
}

// parts are the pages of one article.
type parts struct {
	first *corpus.Page
	rest  map[string]corpus.Page // the latest version of each other page, by Key of its addresses
}

// keptPages finds the page that an article was made of, and the further ones.
func keptPages(a corpus.Article, pages []corpus.Page) parts {
	kept := parts{rest: map[string]corpus.Page{}}
	for _, p := range pages {
		if p.Source == importSite && p.FetchedAt.Before(a.FirstSeen) {
			p.FetchedAt = a.FirstSeen // files are older than their import, whose day counted when they were read
		}
		if p.Hash == a.PageHash {
			kept.first = &p
		}
		for _, url := range []string{p.URL, p.FinalURL} {
			if last, ok := kept.rest[Key(url)]; !ok || !p.FetchedAt.Before(last.FetchedAt) {
				kept.rest[Key(url)] = p
			}
		}
	}
	if kept.first != nil {
		kept.drop(*kept.first)
	}
	return kept
}

// take gives a further page, once.
func (k parts) take(url string) (corpus.Page, bool) {
	p, ok := k.rest[Key(url)]
	if ok {
		k.drop(p)
	}
	return p, ok
}

func (k parts) drop(p corpus.Page) {
	delete(k.rest, Key(p.URL))
	delete(k.rest, Key(p.FinalURL))
}
