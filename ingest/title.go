package ingest

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	shortestTitle = 3
	longestTitle  = 150 // code points, second line included
)

var (
	titleNames = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:\w*title\w*|\w*tit|bt|biaoti|heading|headline|h-title|xl_?bt)(?:$|[\s_-]|\d)`)
	markup     = regexp.MustCompile(`<[^<>]*>`)
	// siteTail is what stands behind the last separator.
	siteTail  = regexp.MustCompile(`\s*([_\-—–|｜丨:>＞<»·]+)\s*([^_\-—–|｜丨:>＞<»·]*)$`)
	siteWords = regexp.MustCompile(`(?:网|网站|报|报社|在线|政府|频道|新闻|中心|委员会|纪委|监委|门户|官网|杂志|要闻|动态|头条|客户端|大学|学院|财经|搜狐|新浪|网易|腾讯|凤凰|[A-Za-z.]{3,})$`)
)

// plainTitle takes markup and blanks out of a title that was given as text.
func plainTitle(s string) string {
	if strings.Contains(s, "<") {
		s = markup.ReplaceAllString(strings.ReplaceAll(s, "</p>", " "), " ")
	}
	return tidy(html.UnescapeString(s))
}

// titleOf gives the title that an element holds, its lines joined by a blank, or "".
// Lines at its end that name the author are left out.
func titleOf(n *html.Node) (title, author string) {
	lines := linesOf(n)
	for len(lines) > 1 && titleAuthor(lines[len(lines)-1]) != "" {
		author = titleAuthor(lines[len(lines)-1])
		lines = lines[:len(lines)-1]
	}
	t := strings.Trim(strings.Join(lines, " "), "-_ ")
	if size := runes(t); size < shortestTitle || size > longestTitle || isNoise(t) {
		return "", ""
	}
	return t, author
}

// titleAuthor gives the author that the last line of a title names, or "".
func titleAuthor(line string) string {
	if names := reporterLine(line); names != "" {
		return names
	}
	if runes(line) <= 8 && plainName.MatchString(line) && looksLikeNames(line) {
		return authorNames(line)
	}
	return ""
}

// headings looks for the title among the lines above the body: the heading that
// the document's own <title> repeats, or the most conspicuous one.
type headings struct {
	*layout
	doc  string // <title>
	meta string // title given in <meta>
	body int    // first block of the body

	author string // found by find: named in the title's element, or ""
}

// find gives the title, the block where it ends, and whether there is any.
func (h *headings) find() (title string, at int, ok bool) {
	best, most := -1, 0.0
	limit := min(h.body+4, len(h.blocks))
	for i, b := range h.blocks[:limit] {
		if w := h.weigh(i, b); w > most {
			best, most = i, w
		}
	}
	if best < 0 {
		return "", 0, false
	}
	return h.whole(best)
}

// weigh says how much block i looks like the title; 0 is not at all.
func (h *headings) weigh(i int, b block) float64 {
	if b.size < shortestTitle || b.size > longestTitle || b.link > 0 || b.muted || b.kind != noNoise {
		return 0
	}
	w := 0.0
	key := squeeze(b.text)
	switch doc, meta := squeeze(h.doc), squeeze(h.meta); {
	case len(key) >= 9 && (strings.HasPrefix(doc, key) || key == meta):
		w += 6 + float64(min(b.size, 40))/20
	case len(key) >= 12 && strings.Contains(doc, key):
		w += 3 + float64(min(b.size, 40))/20
	case meta != "" && strings.Contains(key, meta):
		w += 5
	}
	switch level := headingOf(b.node); {
	case level != nil && (level.DataAtom == atom.H1 || level.DataAtom == atom.H2):
		w += 3
	case level != nil:
		w += 2
	}
	if w == 0 && !h.aboveCredits(i) {
		return 0
	}
	if _, ok := parseCredits(b.text, true); ok {
		return 0
	}
	return w + 1 - float64(abs(h.body-i))/100
}

// aboveCredits tells whether block i is the last line above one that names source or date.
func (h *headings) aboveCredits(i int) bool {
	if i+1 >= len(h.blocks) || i+1 > h.body+2 || h.blocks[i].size < 5 {
		return false
	}
	c, ok := parseCredits(h.blocks[i+1].text, true)
	return ok && (c.Source != "" || c.Date != "")
}

// whole gives the title around block i with its other lines: those of the same heading, and a second line after a dash.
func (h *headings) whole(i int) (string, int, bool) {
	title, end := h.blocks[i].text, i+1
	if n := headingOf(h.blocks[i].node); n != nil {
		if s := h.spans[n]; s.from <= i && i < s.to {
			if t, author := titleOf(n); t != "" {
				title, end, h.author = t, s.to, author
			}
		}
	}
	title, end = h.withSecondLine(title, end, h.body)
	return title, end, true
}

// withSecondLine joins the line at block end to the title where it goes on with a dash.
func (l *layout) withSecondLine(title string, end, body int) (string, int) {
	if end < len(l.blocks) && l.blocks[end].text == title {
		end++ // the title's element makes no line of its own: its line ends with what holds it
	}
	if end < min(body+2, len(l.blocks)) && (secondLine(l.blocks[end].text) || isSubtitle(l.blocks[end].node)) && !strings.Contains(title, l.blocks[end].text) {
		return title + " " + l.blocks[end].text, end + 1
	}
	return title, end
}

// isSubtitle tells whether a line is marked as the second of a newspaper's title.
func isSubtitle(n *html.Node) bool {
	return find(n, func(d *html.Node) bool { return d.Data == "founder-subtitle" }) != nil && len(linesOf(n)) == 1
}

func secondLine(s string) bool {
	return (strings.HasPrefix(s, "——") || strings.HasPrefix(s, "--") || strings.HasPrefix(s, "──")) && runes(s) > 4 && runes(s) <= 60 && !strings.HasSuffix(s, "。")
}

// headingOf gives the nearest heading around n: <h1> to <h4>, or an element whose class says title.
func headingOf(n *html.Node) *html.Node {
	for depth := 0; n != nil && depth < 4; n, depth = n.Parent, depth+1 {
		switch n.DataAtom {
		case atom.H1, atom.H2, atom.H3, atom.H4:
			return n
		case atom.Body, atom.Td, atom.Article:
			return nil
		}
		if titleNames.MatchString(attr(n, "class")) || titleNames.MatchString(attr(n, "id")) {
			return n
		}
	}
	return nil
}

// squeeze drops all but letters and digits, to compare titles.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if isHan(r) && r >= 0x3400 && r < 0xf000 || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, s)
}

// docTitle gives a <title> without the names of site and channel at its end.
func docTitle(s, siteName string) string {
	s = strings.TrimSpace(s)
	if siteName != "" {
		if i := strings.LastIndex(s, siteName); i > 0 {
			s = strings.TrimRight(s[:i], " _-—–|｜丨:·>＞<")
		}
	}
	for range 4 {
		m := siteTail.FindStringSubmatchIndex(s)
		if m == nil || m[0] == 0 || !isSiteTail(s[m[2]:m[3]], s[m[4]:m[5]], s[:m[0]]) {
			break
		}
		s = strings.TrimSpace(s[:m[0]])
	}
	return s
}

// isSiteTail tells whether what stands behind a separator is a site or channel and
// no part of the title: dashes and bars stand in titles too.
func isSiteTail(separator, tail, rest string) bool {
	switch {
	case runes(tail) > 24:
		return false
	case strings.Trim(separator, "_<>＞") == "":
		return runes(rest) >= 6
	}
	return siteWords.MatchString(tail) && runes(tail) <= 16
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
