package ingest

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html/charset"

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
	Links     []Link          // in the order of the page
	NextPages []string        // further pages of the same article
	ListNext  []string        // next pages of a list
	Canonical string          // <link rel=canonical>, absolute, or ""
}

// ExtractorVersion changes when Extract may give other articles for the same page.
const ExtractorVersion = "0"

// Extract reads a page.
func Extract(p corpus.Page, site SiteHints) (Extraction, error) {
	r, err := charset.NewReader(strings.NewReader(string(p.Body)), p.Headers["Content-Type"])
	if err != nil {
		return Extraction{}, fmt.Errorf("decode %s: %w", p.URL, err)
	}
	doc, err := goquery.NewDocumentFromReader(r)
	if err != nil {
		return Extraction{}, fmt.Errorf("parse %s: %w", p.URL, err)
	}
	base, err := url.Parse(p.FinalURL)
	if err != nil {
		return Extraction{}, err
	}
	e := Extraction{ListNext: listNext(doc, base), NextPages: articleParts(doc, base)}
	doc.Find("a[href]").Each(func(_ int, s *goquery.Selection) {
		if u, err := base.Parse(strings.TrimSpace(s.AttrOr("href", ""))); err == nil {
			e.Links = append(e.Links, Link{u.String(), strings.TrimSpace(s.Text())})
		}
	})
	if u, err := base.Parse(doc.Find("link[rel=canonical]").AttrOr("href", "")); err == nil && u.String() != base.String() {
		e.Canonical = u.String()
	}
	e.Article = plainArticle(doc, p, e.Canonical)
	return e, nil
}

func plainArticle(doc *goquery.Document, p corpus.Page, rel string) *corpus.Article {
	a := &corpus.Article{Title: strings.TrimSpace(doc.Find("h1, title").First().Text()), State: corpus.StateOK, Quality: 1, PageHash: p.Hash, Extractor: ExtractorVersion}
	var paragraphs []string
	doc.Find("p").Each(func(_ int, s *goquery.Selection) {
		if t := strings.TrimSpace(s.Text()); t != "" {
			paragraphs = append(paragraphs, t)
		}
	})
	if len(paragraphs) == 0 {
		return nil
	}
	a.Text, a.Site = strings.Join(paragraphs, "\n"), p.Source
	Identify(a, p.FinalURL, rel)
	return a
}
