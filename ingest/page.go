package ingest

import (
	"net/url"
	"strings"
	"time"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page is a parsed page, with what is known about it before its text is read.
type page struct {
	root    *html.Node
	layout  *layout
	meta    map[string]string // <meta> by name, property or itemprop in lower case; the first of each
	doc     string            // <title>
	sites   []site            // the rules that apply, the strongest first
	url     string
	fetched time.Time // zero when not known
	byTitle string    // author named in the title's element
}

func newPage(root *html.Node, rawURL string, rules []site, hint site, fetched time.Time) *page {
	p := &page{root: root, meta: metaOf(root), url: rawURL, fetched: fetched, sites: []site{hint}}
	if t := find(root, func(n *html.Node) bool { return n.DataAtom == atom.Title }); t != nil && t.FirstChild != nil {
		p.doc = tidy(t.FirstChild.Data)
	}
	hosts := p.hosts()
	for _, s := range rules {
		if s.applies(hosts, root) {
			p.sites = append(p.sites, s)
		}
	}
	p.layout = newLayout(root)
	return p
}

// hosts gives the hosts that the page says it is from.
func (p *page) hosts() []string {
	var hosts []string
	for _, raw := range []string{p.url, p.meta["og:url"], "http://" + p.meta["sitedomain"]} {
		if u, err := url.Parse(raw); err == nil && u.Hostname() != "" {
			hosts = append(hosts, strings.ToLower(u.Hostname()))
		}
	}
	return hosts
}

func metaOf(root *html.Node) map[string]string {
	meta := map[string]string{}
	for n := range root.Descendants() {
		if n.DataAtom != atom.Meta {
			continue
		}
		for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
			k := strings.ToLower(attr(n, key))
			if v := strings.TrimSpace(attr(n, "content")); k != "" && v != "" && meta[k] == "" {
				meta[k] = v
			}
		}
	}
	return meta
}

// firstMeta gives the first of the named entries that is there.
func (p *page) firstMeta(names ...string) string {
	for _, n := range names {
		if v := strings.TrimSpace(p.meta[n]); v != "" {
			return v
		}
	}
	return ""
}

// body gives the element of the report's text: what a rule selects and holds
// running text, else what reads most like it. ruled says that a rule selected it,
// or would have if it held more: then the page means to be a report.
func (p *page) body() (n *html.Node, ruled bool) {
	sum := p.layout.worths()
	worth := func(n *html.Node) float64 {
		s, ok := p.layout.spans[n]
		if !ok {
			return -1
		}
		return sum[s.to] - sum[s.from]
	}
	least := max(minSentence, leastShare*sum[len(p.layout.blocks)])
	var poor *html.Node
	for _, s := range p.sites {
		for _, sel := range s.body {
			best := richest(cascadia.QueryAll(p.root, sel), worth)
			if best != nil && worth(best) >= least {
				p.drop(best, s)
				return best, true
			}
			if poor == nil {
				poor = best
			}
		}
	}
	if n := p.layout.body(p.root); n != nil && worth(n) >= 4*minSentence || poor == nil {
		return n, poor != nil
	}
	return poor, true
}

// leastShare is the share of a page's running text that what a rule selects must hold to be believed.
const leastShare = 0.25

// richest gives the element of the greatest worth; the outer one of two that hold the same.
func richest(nodes []*html.Node, worth func(*html.Node) float64) *html.Node {
	var best *html.Node
	most := -1.0
	for _, n := range nodes {
		if w := worth(n); w > most {
			best, most = n, w
		}
	}
	return best
}

// drop mutes what a rule says is no part of the body.
func (p *page) drop(body *html.Node, s site) {
	if s.drop == nil {
		return
	}
	for _, n := range cascadia.QueryAll(body, s.drop) {
		for i := p.layout.spans[n].from; i < p.layout.spans[n].to; i++ {
			p.layout.blocks[i].muted = true
		}
	}
}

// ruledText gives the text of the first element that the rules select for a field and that ok accepts.
func (p *page) ruledText(group func(site) cascadia.SelectorGroup, ok func(text string) bool) string {
	for _, s := range p.sites {
		n := first(p.root, group(s), func(n *html.Node) bool { return ok(textOf(n)) })
		if n != nil {
			return textOf(n)
		}
	}
	return ""
}
