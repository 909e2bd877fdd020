package ingest

import (
	"context"
	"regexp"
	"strings"
	"time"

	"jiandu/corpus"
)

// savedFrom are the comments in which browsers write where a page was saved from.
var savedFrom = []*regexp.Regexp{
	regexp.MustCompile(`(?i)saved from url=\(\d+\)(https?://[^\s>"]+)`),
	regexp.MustCompile(`(?is)Page saved with SingleFile\s+url:\s*(https?://[^\s>"]+)`),
	regexp.MustCompile(`(?i)Mirrored from ([^\s>"]+) by HTTrack`),
}

// savedPage imports a page that was saved as a file. Its URL is what it says itself, if it does.
func (im *importer) savedPage(ctx context.Context, f file, b []byte) error {
	p := corpus.Page{URL: savedURL(b), Status: 200, Headers: map[string]string{}, Body: b}
	if p.URL == "" {
		p.URL = "file:" + f.name
	}
	return im.page(ctx, f, p, f.time)
}

func savedURL(b []byte) string {
	start := b[:min(len(b), 4<<10)]
	for _, re := range savedFrom {
		if m := re.FindSubmatch(start); m != nil {
			u := string(m[1])
			if re == savedFrom[2] {
				u = "http://" + u
			}
			if c, err := Canonical(u); err == nil {
				return c
			}
		}
	}
	return ""
}

// page extracts and takes a page. fetched is when it was fetched or saved, as far as known.
func (im *importer) page(ctx context.Context, f file, p corpus.Page, fetched time.Time) error {
	p.Source, p.Hash, p.FetchedAt = importSite, corpus.BodyHash(p.Body), im.start
	if p.FinalURL == "" {
		p.FinalURL = p.URL
	}
	e, err := im.extractor.Extract(p, SiteHints{})
	switch {
	case err != nil:
		im.skip(f.name, "%v", err)
		return nil
	case (e.Article == nil || e.Article.Text == "") && f.crawled:
		im.report.Lists++
		return nil
	case e.Article == nil, e.Article.Text == "":
		im.skip(f.name, "holds no article")
		return nil
	}
	if !fetched.IsZero() {
		p.FetchedAt = fetched
	}
	if strings.HasPrefix(p.URL, "file:") {
		if e.Article, err = im.place(ctx, &p, e.Article); err != nil {
			return err
		}
	}
	return im.add(ctx, f.name, e.Article, &p)
}

// place gives the article of a file that does not say where it was saved from. One
// whose <link rel=canonical> does is read again as the page of that address, which
// rules and dates go by. One without any address keeps the id under which it was
// imported before: its text may have been made again since.
func (im *importer) place(ctx context.Context, p *corpus.Page, a *corpus.Article) (*corpus.Article, error) {
	if a.URL == "" {
		id, err := im.store.ArticleOf(ctx, p.URL, p.Hash)
		a.ID = or(id, a.ID)
		return a, err
	}
	saved := p.FetchedAt
	p.URL, p.FinalURL, p.FetchedAt = a.URL, a.URL, im.start
	e, err := im.extractor.Extract(*p, SiteHints{})
	p.FetchedAt = saved
	if err == nil && e.Article != nil && e.Article.ID == a.ID {
		a = e.Article
	}
	return a, nil
}
