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

func isHidden(n *html.Node) bool {
	style := attr(n, "style")
	return style != "" && hiding.MatchString(style) || n.DataAtom == atom.Input || attr(n, "hidden") == "hidden"
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
	return mutedNames.MatchString(attr(n, "class") + " " + attr(n, "id"))
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
