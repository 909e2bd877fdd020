package ingest

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"jiandu/corpus"
)

// headLines is how many lines above the body are asked for credits where no title bounds them.
const headLines = 14

// furnitureLines is how many lines of a body can be the end of the page's head.
const furnitureLines = 6

// shortestKicker is how long a line among them must be, in code points, to be kept: a second title, and no label.
const shortestKicker = 8

// tailLines is how many lines after the body are asked.
const tailLines = 8

// article reads the report of a page; nil where it holds none.
func (p *page) article() *corpus.Article {
	node, ruled := p.body()
	if node == nil {
		return nil
	}
	at := p.layout.spans[node]
	title, top := p.title(at)
	if top > at.from && top < at.to {
		at.from = top // what stands above the title is the page's
	}
	above, head, tail := p.around(at, top)
	r := newReading(title)
	r.above(above)
	r.head(head)
	kept := p.layout.within(at)
	text := r.body(kept)
	r.tail(tail)
	linked := linkShare(p.layout.blocks[at.from:at.to])
	if means := ruled || p.meta["articletitle"] != ""; !means && text == "" || (!means || linked > 0.6) && listLike(kept, linked) {
		return nil
	}
	a := &corpus.Article{Title: r.title, Text: text}
	p.fill(a, r)
	grade(a, linked)
	return a
}

// title gives the title and the block after it; that block is -1 where the title stands in no block.
func (p *page) title(body span) (string, int) {
	for _, s := range p.sites {
		n := first(p.root, s.title, func(n *html.Node) bool { t, _ := titleOf(n); return t != "" })
		if n != nil {
			title, author := titleOf(n)
			p.byTitle = author
			return p.layout.withSecondLine(title, p.layout.spans[n].to, body.from)
		}
	}
	meta := plainTitle(p.firstMeta("articletitle", "og:title", "twitter:title", "title"))
	h := headings{layout: p.layout, doc: p.doc, meta: meta, body: body.from}
	if t, at, ok := h.find(); ok {
		p.byTitle = h.author
		return t, at
	}
	if runes(meta) >= shortestTitle {
		return docTitle(meta, p.firstMeta("sitename", "og:site_name")), -1
	}
	return docTitle(p.doc, p.firstMeta("sitename", "og:site_name")), -1
}

// around gives the lines above the title, between title and body, and after the body, that may say where the report is from.
func (p *page) around(body span, top int) (above, head, tail []block) {
	all := p.layout.blocks
	if top < 0 || top > body.from {
		top = max(0, body.from-headLines)
	}
	return all[max(0, top-headLines/2):top], all[top:min(body.from, top+2*headLines)], all[body.to:min(len(all), body.to+tailLines)]
}

func linkShare(blocks []block) float64 {
	size, link := 0, 0
	for _, b := range blocks {
		size += b.size
		link += b.link
	}
	if size == 0 {
		return 0
	}
	return float64(link) / float64(size)
}

// listLike tells whether what was taken for a body is a list: many links, and no paragraph that is a sentence of some length.
func listLike(kept []block, linked float64) bool {
	flowing := 0
	for _, b := range kept {
		if b.size >= 60 && strings.ContainsAny(b.text, "。！？；") {
			flowing += b.size
		}
	}
	return linked > 0.5 && flowing < 400 || linked > 0.25 && flowing < 100 || flowing == 0 && len(kept) < 3
}

// fill sets the fields of an article: what rules select goes before what the lines
// around the text say, and that before <meta>.
func (p *page) fill(a *corpus.Article, r *reading) {
	c := &r.credits
	a.Source = p.source(c)
	a.Author = firstOf(p.ruledAuthor(func(s site) cascadia.SelectorGroup { return s.author }), c.Author,
		metaAuthor(p.firstMeta("author", "article:author", "articleauthor")), p.byTitle, r.reporters)
	a.Editor = firstOf(p.ruledAuthor(func(s site) cascadia.SelectorGroup { return s.editor }), c.Editor, authorNames(p.firstMeta("editor")))
	a.Column = firstOf(p.ruledText(func(s site) cascadia.SelectorGroup { return s.column }, notEmpty), c.Column, p.firstMeta("columnname"), r.crumb)
	a.OriginalURL = c.Original
	a.Published, a.PublishedFrom = p.published(r)
}

// metaAuthor gives the names in a <meta> entry, where templates often put a site or a number, or "".
func metaAuthor(s string) string {
	if names := authorNames(s); looksLikeNames(names) {
		return names
	}
	return ""
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

func notEmpty(s string) bool { return s != "" }

func (p *page) ruledAuthor(group func(site) cascadia.SelectorGroup) string {
	text := p.ruledText(group, func(t string) bool { return t != "" && runes(t) < 60 })
	if c, ok := parseCredits(text, true); ok {
		return firstOf(c.Author, c.Editor)
	}
	return authorNames(text)
}

func (p *page) source(c *credits) string {
	ruled := p.ruledText(func(s site) cascadia.SelectorGroup { return s.source }, func(t string) bool { return sourceIn(t) != "" })
	return firstOf(sourceIn(ruled), c.Source, sourceName(p.firstMeta("contentsource", "source", "article:source", "mediaid", "og:source")), c.Reprint, p.publisher())
}

func (p *page) publisher() string {
	for _, s := range p.sites {
		if s.publisher != "" {
			return s.publisher
		}
	}
	return ""
}

// sourceIn gives the source that the text of a selected element names.
func sourceIn(text string) string {
	if c, ok := parseCredits(text, true); ok {
		return c.Source
	}
	if _, found := labels().cut(text); len(found) > 0 || findDay(text) != "" || runes(text) > 24 {
		return ""
	}
	return sourceName(text)
}

var metaDates = []string{
	"pubdate", "publishdate", "publish-date", "publishtime", "publish_time", "published_time", "firstpublishedtime", "article:published_time",
	"og:published_time", "og:release_date", "datepublished", "date.issued", "dc.date.issued", "dc.date", "weibo: article:create_at",
	"weibo:article:create_at", "bytedance:published_time", "releasedate", "date", "createdate", "others",
}

// published gives the day of publication and where it was found: on the page, in
// <meta>, in the URL; last above the title, where a newspaper has the day of the issue.
func (p *page) published(r *reading) (day, from string) {
	dated := func(t string) bool { return findDay(t) != "" }
	ruled := findDay(p.ruledText(func(s site) cascadia.SelectorGroup { return s.date }, dated))
	for _, f := range []struct{ day, from string }{
		{ruled, corpus.DateFromPage},
		{r.credits.Date, corpus.DateFromPage},
		{p.metaDay(), corpus.DateFromMeta},
		{dayInURL(p.url), corpus.DateFromURL},
		{r.masthead, corpus.DateFromPage},
	} {
		if d := notFuture(f.day, p.fetched); d != "" {
			return d, f.from
		}
	}
	return "", ""
}

func (p *page) metaDay() string {
	for _, name := range metaDates {
		if d := findDay(p.meta[name]); d != "" {
			return d
		}
	}
	return p.scripted()
}

var (
	// publishedData is the day in JSON-LD and in the data of pages that scripts draw.
	publishedData = regexp.MustCompile(`"(?:datePublished|pubDate|publishTime|publish_time)"\s*:\s*"([^"]{8,40})"`)
	// weixinTime is the time of publication in pages of WeChat, in seconds.
	weixinTime = regexp.MustCompile(`\bvar ct\s*=\s*"(\d{10})"`)
)

// scripted gives the day of publication that a script of the page holds, or "".
func (p *page) scripted() string {
	for n := range p.root.Descendants() {
		if n.DataAtom != atom.Script || n.FirstChild == nil {
			continue
		}
		if m := publishedData.FindStringSubmatch(n.FirstChild.Data); m != nil && findDay(m[1]) != "" {
			return findDay(m[1])
		}
		if m := weixinTime.FindStringSubmatch(n.FirstChild.Data); m != nil {
			sec, _ := strconv.ParseInt(m[1], 10, 64)
			return time.Unix(sec, 0).In(beijing).Format(time.DateOnly)
		}
	}
	return ""
}

// canonicalOf gives what <link rel=canonical> or og:url says, or "".
func canonicalOf(root *html.Node, meta map[string]string) string {
	n := find(root, func(n *html.Node) bool {
		return n.Data == "link" && strings.EqualFold(attr(n, "rel"), "canonical") && attr(n, "href") != ""
	})
	if n != nil {
		return strings.TrimSpace(attr(n, "href"))
	}
	return meta["og:url"]
}
