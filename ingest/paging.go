package ingest

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// pageScript is the call by which TRS/WCM sites draw page links:
// createPageHTML(pages, current from 0, name, ending), also createPageHTML_ZW.
var pageScript = regexp.MustCompile(`createPageHTML\w*\(\s*['"]?(\d+)['"]?\s*,\s*['"]?(\d+)['"]?\s*,\s*['"]([\w.\-]+)['"]\s*,\s*['"](\w+)['"]`)

// maxParts bounds the pages of one article and the jump of a list.
const maxParts = 200

// scriptPages gives the pages that a createPageHTML call announces, the first one
// included, in order, and the position of the current one; nil without such a call.
func scriptPages(doc *goquery.Document, base *url.URL) (pages []string, current int) {
	doc.Find("script").EachWithBreak(func(_ int, s *goquery.Selection) bool {
		m := pageScript.FindStringSubmatch(s.Text())
		if m == nil {
			return true
		}
		n, _ := strconv.Atoi(m[1])
		current, _ = strconv.Atoi(m[2])
		for i := range n {
			name := m[3]
			if i > 0 {
				name = fmt.Sprintf("%s_%d", name, i)
			}
			if u, err := base.Parse(name + "." + m[4]); err == nil {
				pages = append(pages, u.String())
			}
			if i > 10_000 {
				break
			}
		}
		return false
	})
	return pages, current
}

// nextWords are the texts of links to the page after this one.
var nextWords = map[string]bool{"下一页": true, "下页": true, "后一页": true, "下一頁": true, "next": true, "下一页>": true}

// nextLink gives the target of the link to the next page, or "".
func nextLink(doc *goquery.Document, base *url.URL) string {
	var next string
	doc.Find("a[href], link[rel=next]").EachWithBreak(func(_ int, s *goquery.Selection) bool {
		text := strings.ToLower(strings.Trim(strings.TrimSpace(s.Text()), "<>[]【】()（）«»›‹→ \u00a0"))
		if rel, _ := s.Attr("rel"); !nextWords[text] && rel != "next" {
			return true
		}
		href, _ := s.Attr("href")
		u, err := base.Parse(strings.TrimSpace(href))
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || Key(u.String()) == Key(base.String()) {
			return true
		}
		next = u.String()
		return false
	})
	return next
}

// listNext gives the list pages that follow this one: at most one.
func listNext(doc *goquery.Document, base *url.URL) []string {
	if pages, at := scriptPages(doc, base); at+1 < len(pages) {
		return pages[at+1 : at+2]
	}
	if next := or(nextLink(doc, base), numberedNext(doc, base)); next != "" {
		return []string{next}
	}
	return nil
}

// articleParts gives the further pages of the article whose first page this is,
// in order: those a script announces, numbered links to t2023_1.html,
// t2023_2.html beside t2023.html, or the next page where only that is linked.
func articleParts(doc *goquery.Document, base *url.URL) []string {
	if pages, at := scriptPages(doc, base); len(pages) > 1 && len(pages) <= maxParts && at == 0 && sameStem(base, pages[0]) {
		return pages[1:]
	}
	if parts := numberedParts(doc, base); len(parts) > 0 {
		return parts
	}
	if next := nextLink(doc, base); next != "" && partNumber(firstPart(base), next) > partNumber(firstPart(base), base.String()) {
		return []string{next}
	}
	return nil
}

// firstPart gives t2023.html for t2023_3.html, and any other URL as it is.
func firstPart(u *url.URL) *url.URL {
	if m := partSuffix.FindStringSubmatch(u.Path); m != nil {
		first := *u
		first.Path, first.RawPath = m[1]+m[2], ""
		return &first
	}
	return u
}

// partSuffix finds a page number of up to three digits: t2023_3.html.
var partSuffix = regexp.MustCompile(`^(.+)[_-]\d{1,3}(\.\w+)$`)

func sameStem(base *url.URL, first string) bool {
	u, err := url.Parse(first)
	return err == nil && stem(u.Path) == stem(base.Path)
}

func stem(p string) string { return strings.TrimSuffix(p, path.Ext(p)) }

// numberedParts gives the linked pages 1, 2, 3 … (or 2, 3 …) of this one, up to the first gap.
func numberedParts(doc *goquery.Document, base *url.URL) []string {
	found, name := map[int]string{}, path.Base(stem(base.EscapedPath()))
	doc.Find("a[href]").Each(func(_ int, s *goquery.Selection) {
		href, _ := s.Attr("href")
		if !strings.Contains(href, name) {
			return // most links, and parsing them costs
		}
		u, err := base.Parse(strings.TrimSpace(href))
		if err != nil {
			return
		}
		u.Fragment = ""
		if n := partNumber(base, u.String()); n > 0 && found[n] == "" {
			found[n] = u.String()
		}
	})
	first := 1
	if found[1] == "" {
		first = 2
	}
	var parts []string
	for n := first; found[n] != "" && n < maxParts; n++ {
		parts = append(parts, found[n])
	}
	return parts
}

// partNumber tells which further page of base's article u is: 3 for
// t2023_3.html (or t2023-3.html) beside t2023.html, else 0.
func partNumber(base *url.URL, link string) int {
	u, err := url.Parse(link)
	if err != nil || u.Host != base.Host || path.Ext(u.Path) != path.Ext(base.Path) || u.RawQuery != base.RawQuery {
		return 0
	}
	rest, ok := strings.CutPrefix(stem(u.Path), stem(base.Path))
	if !ok || len(rest) < 2 || rest[0] != '_' && rest[0] != '-' {
		return 0
	}
	n, err := strconv.Atoi(rest[1:])
	if err != nil || n < 1 || n > maxParts {
		return 0
	}
	return n
}
