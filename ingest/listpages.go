package ingest

import (
	"net/url"
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// pageParams are the query parameters that number the pages of a list, in lower case.
var pageParams = map[string]bool{
	"page": true, "p": true, "pn": true, "pageno": true, "pagenum": true, "pageindex": true, "pagenumber": true,
	"currentpage": true, "curpage": true, "paged": true,
}

// datedName finds names of articles, whose numbers count no pages: t20230201_5.html.
var datedName = regexp.MustCompile(`\d{6}\.\w+$`)

// maxListPages bounds the number of a list page.
const maxListPages = 10_000

// numberedNext gives the list page after this one, where the page links to others
// by number: index_1.html after index.html, index_4.html after index_3.html,
// ?page=3 after ?page=2. It gives "" without such a link.
func numberedNext(doc *goquery.Document, base *url.URL) string {
	here, _ := listNumber(base, base)
	second := "" // of a list that counts from 1, seen from its first page
	next := ""
	doc.Find("a[href]").EachWithBreak(func(_ int, s *goquery.Selection) bool {
		href := strings.TrimSpace(s.AttrOr("href", ""))
		if !strings.ContainsAny(href, "0123456789") {
			return true
		}
		u, err := base.Parse(href)
		if err != nil {
			return true
		}
		n, ok := listNumber(base, u)
		switch {
		case !ok:
		case n == here+1:
			next = u.String()
			return false
		case here == 0 && n == 2 && second == "":
			second = u.String()
		}
		return true
	})
	return or(next, second)
}

// listNumber gives the number of a page of the list that base belongs to: 0 for
// the first page, where it carries none, and false for other URLs.
func listNumber(base, u *url.URL) (int, bool) {
	if u.Host != base.Host {
		return 0, false
	}
	fixed, n := splitQuery(u.Query())
	baseFixed, baseN := splitQuery(base.Query())
	if fixed != baseFixed {
		return 0, false
	}
	if n > 0 || baseN > 0 {
		return n, listRoot(u.Path) == listRoot(base.Path)
	}
	root := listRoot(firstPart(base).Path)
	if listRoot(firstPart(u).Path) != root || datedName.MatchString(root) {
		return 0, false
	}
	return pathNumber(u.Path), true
}

// splitQuery takes the page number out of a query.
func splitQuery(q url.Values) (rest string, n int) {
	for name := range q {
		if pageParams[strings.ToLower(name)] {
			if v, err := strconv.Atoi(q.Get(name)); err == nil && v > 0 && v < maxListPages {
				n = v
				q.Del(name)
			}
		}
	}
	return q.Encode(), n
}

// listRoot makes one of /xw/, /xw/index.html and /xw/index.shtml.
func listRoot(p string) string {
	if strings.HasPrefix(path.Base(p), "index.") || strings.HasPrefix(path.Base(p), "default.") {
		return path.Dir(p) + "/"
	}
	if strings.HasSuffix(p, "/") {
		return path.Clean(p) + "/"
	}
	return p
}

func pathNumber(p string) int {
	if partSuffix.FindStringSubmatch(p) == nil {
		return 0
	}
	s := stem(p)
	n, err := strconv.Atoi(s[strings.LastIndexAny(s, "_-")+1:])
	if err != nil {
		return 0
	}
	return n
}
