package ingest

import (
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"jiandu/corpus"
)

// SiteHints are what the configuration knows about the pages of a source: CSS
// selectors that go before what the extractor would choose by itself.
type SiteHints struct {
	Title  string `yaml:"title"`
	Body   string `yaml:"body"`
	Date   string `yaml:"date"`
	Source string `yaml:"source"`
	Author string `yaml:"author"`
}

// Link is a link of a page: its target, absolute, and its text.
type Link struct{ URL, Text string }

// Extraction is what a page holds.
type Extraction struct {
	Article   *corpus.Article // nil when the page is no article
	Links     []Link          // in the order of the page; http and https only
	NextPages []string        // further pages of the same article
	ListNext  []string        // next pages of a list
	Canonical string          // <link rel=canonical> or og:url, absolute, or ""
}

// Extractor reads pages by site rules. It is immutable and safe for concurrent use.
type Extractor struct {
	rules   []site
	version string
}

// NewExtractor gives an extractor with the built-in rules, and before them those
// of dir/sites.yaml where there is such a file. It fails on a malformed one. dir may be "".
func NewExtractor(dir string) (*Extractor, error) {
	own, err := readSites(dir)
	if err != nil {
		return nil, fmt.Errorf("site rules: %w", err)
	}
	rules, err := loadSites(own)
	if err != nil {
		return nil, fmt.Errorf("site rules: %s: %w", filepath.Join(dir, "sites.yaml"), err)
	}
	return &Extractor{rules: rules, version: versionOf(own)}, nil
}

// Extract reads a page by the built-in rules and the hints.
func Extract(p corpus.Page, hints SiteHints) (Extraction, error) {
	x, err := NewExtractor("")
	if err != nil {
		return Extraction{}, err
	}
	return x.Extract(p, hints)
}

// Extract reads a page: decodes it, gathers its links, and makes an article of it
// where it holds one. A dubious article is quarantined and says why. The result
// depends on the page alone: p.FetchedAt only refuses dates that lie after it.
// It fails on a hint that is no CSS selector.
func (x *Extractor) Extract(p corpus.Page, hints SiteHints) (Extraction, error) {
	hint, err := hinted(hints)
	if err != nil {
		return Extraction{}, fmt.Errorf("hints of source %s: %w", p.Source, err)
	}
	root, address, encoding, err := parsePage(p)
	if err != nil {
		return Extraction{}, err
	}
	pg := newPage(root, address, x.rules, hint, p.FetchedAt)
	e := linksOf(root, pg.meta, address)
	if e.Article = pg.article(); e.Article != nil {
		e.Article.Site, e.Article.PageHash, e.Article.Extractor = p.Source, p.Hash, x.made(hints)
		identify(e.Article, address, e.Canonical)
		if encoding == "" {
			e.Article.State, e.Article.Reason = corpus.StateQuarantined, "wrongly encoded"
		}
	}
	return e, nil
}

// extractLinks reads a page for its links alone: the Extraction holds no article.
func extractLinks(p corpus.Page) (Extraction, error) {
	root, address, _, err := parsePage(p)
	if err != nil {
		return Extraction{}, err
	}
	return linksOf(root, metaOf(root), address), nil
}

// parsePage decodes and parses a page. encoding is "" where it can't be told.
func parsePage(p corpus.Page) (root *html.Node, address, encoding string, err error) {
	text, encoding := Decode(p.Body, p.Headers["Content-Type"])
	if root, err = parse(text); err != nil {
		return nil, "", "", fmt.Errorf("parse %s: %w", p.URL, err)
	}
	return root, or(p.FinalURL, p.URL), encoding, nil
}

// linksOf gathers what a page links to.
func linksOf(root *html.Node, meta map[string]string, address string) Extraction {
	base, err := url.Parse(address)
	if err != nil {
		base = &url.URL{}
	}
	doc := goquery.NewDocumentFromNode(root)
	if href := doc.Find("base[href]").AttrOr("href", ""); href != "" {
		if b, err := base.Parse(href); err == nil {
			base = b
		}
	}
	e := Extraction{ListNext: listNext(doc, base), NextPages: articleParts(doc, base)}
	if rel := canonicalOf(root, meta); rel != "" {
		if u, err := base.Parse(rel); err == nil {
			e.Canonical = u.String()
		}
	}
	doc.Find("a[href]").Each(func(_ int, s *goquery.Selection) {
		u, err := base.Parse(strings.TrimSpace(s.AttrOr("href", "")))
		if err == nil && (u.Scheme == "http" || u.Scheme == "https") {
			e.Links = append(e.Links, Link{u.String(), tidy(s.Text())})
		}
	})
	return e
}

// identify sets URL and id; an address that is no URL of the web (a saved file) counts as none.
func identify(a *corpus.Article, address, rel string) {
	if _, err := Canonical(address); err == nil {
		Identify(a, address, rel)
		return
	}
	Identify(a, "", "")
	if c, err := Canonical(rel); err == nil && strings.Contains(strings.TrimPrefix(c, "https://"), "/") {
		Identify(a, c, "")
	}
}
