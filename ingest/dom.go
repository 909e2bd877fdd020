package ingest

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// flatten takes out what nests too deeply to be parsed (the parser stops at 512):
// first unclosed markup of letters, then frames.
var flatten = []*regexp.Regexp{
	regexp.MustCompile(`(?i)</?(?:font|b|i|u|em|strong|span|big|small|center|a)\b[^>]*>`),
	regexp.MustCompile(`(?i)</?(?:div|table|tbody|tr|td|section|article|ul|ol|li|dl|dd|dt|form|blockquote)\b[^>]*>`),
}

// parse reads a page, one that nests too deeply without its frames.
func parse(text string) (*html.Node, error) {
	root, err := html.Parse(strings.NewReader(text))
	for _, re := range flatten {
		if err == nil {
			break
		}
		text = re.ReplaceAllString(text, "\n")
		root, err = html.Parse(strings.NewReader(text))
	}
	return root, err
}

// skipped tells whether an element shows no text of the page.
func skipped(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Select, atom.Button,
		atom.Textarea, atom.Svg, atom.Object, atom.Head, atom.Video, atom.Audio, atom.Canvas, atom.Map, atom.Title:
		return true
	}
	return isHidden(n)
}

var hiding = regexp.MustCompile(`(?i)display\s*:\s*none`)

// isHidden tells whether an element is not shown. One with a report's length of text
// counts as shown: some pages hide the body until a script has set its font.
func isHidden(n *html.Node) bool {
	switch {
	case n.DataAtom == atom.Input:
		return true
	case attr(n, "hidden") == "hidden", matchesAttr(hiding, attr(n, "style")):
		return proseSize(n) < hiddenProse
	}
	return false
}

// hiddenProse is the size from which hidden text is taken for a body, in bytes.
const hiddenProse = 600

// proseSize is the size of the text in paragraphs under n, in bytes.
func proseSize(n *html.Node) int {
	size := 0
	for d := range n.Descendants() {
		if d.Type == html.TextNode && d.Parent.DataAtom != atom.Script && d.Parent.DataAtom != atom.Style && strings.Contains(d.Data, "。") {
			size += len(d.Data)
		}
	}
	return size
}

// makesLines tells whether an element stands on lines of its own.
func makesLines(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Nav, atom.Aside,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd,
		atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption, atom.Center,
		atom.Blockquote, atom.Pre, atom.Form, atom.Fieldset, atom.Figure, atom.Figcaption, atom.Hr, atom.Address,
		atom.Details, atom.Summary, atom.Body, atom.Html:
		return true
	}
	return n.Data == "ucapcontent" || n.Data == "founder-content" || n.Data == "zoom"
}

// mutedNames are words of class names and ids for what surrounds articles.
var mutedNames = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:comments?|foot(?:er)?|copyright|sidebar|aside|related?|recommends?|` +
	`nav(?:bar|igation)?|menu|breadcrumbs?|crumbs?|ranking|share\w*|bdshare\w*|login|pager?|paging|pagination|tuijian|xiangguan|pinglun|` +
	`friendlinks?|toolbar|qrcode|ewm|hotnews)(?:$|[\s_-])`)

func isMuted(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Footer, atom.Nav, atom.Aside, atom.Form:
		return n.DataAtom != atom.Form || attr(n, "id") == "" // pages of ASP.NET put all into one form
	case atom.Body, atom.Html, atom.P:
		return false
	}
	return matchesAttr(mutedNames, attr(n, "class")) || matchesAttr(mutedNames, attr(n, "id"))
}

// matchesAttr is re.MatchString for an expression that matches nothing empty: most elements lack most attributes.
func matchesAttr(re *regexp.Regexp, value string) bool { return value != "" && re.MatchString(value) }

var centring = regexp.MustCompile(`(?i)text-align\s*:\s*center`)

// isCentred tells whether an element centres its line and does not set it as a heading.
func isCentred(n *html.Node) bool {
	if n.DataAtom != atom.P && n.DataAtom != atom.Div && n.DataAtom != atom.Figcaption {
		return false
	}
	bold := find(n, func(d *html.Node) bool { return d.DataAtom == atom.Strong || d.DataAtom == atom.B })
	return bold == nil && (n.DataAtom == atom.Figcaption || strings.EqualFold(attr(n, "align"), "center") || centring.MatchString(attr(n, "style")))
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// textOf gives the text of an element with its lines joined by one blank.
func textOf(n *html.Node) string { return strings.Join(linesOf(n), " ") }

// linesOf gives the lines of an element.
func linesOf(n *html.Node) []string {
	var lines []string
	for _, b := range lay(n).blocks {
		lines = append(lines, b.text)
	}
	return lines
}

// find gives the first element under n that f accepts.
func find(n *html.Node, f func(*html.Node) bool) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && f(d) {
			return d
		}
	}
	return nil
}
