package ingest

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// block is one line of a page as a reader sees it: a paragraph, a heading, a row of a table, a link of a list.
type block struct {
	text  string
	size  int        // code points of text
	link  int        // code points of it that are inside links
	node  *html.Node // the innermost element that makes lines, and holds it
	tag   atom.Atom  // of node
	muted bool       // inside what its markup calls navigation, comments, a footer or the like
	kind  noise      // of text
	under bool       // a short centred line right under a picture
}

// span is a half-open range of blocks.
type span struct{ from, to int }

// layout is a page as a sequence of blocks, and where each element lies in it.
type layout struct {
	blocks []block
	spans  map[*html.Node]span
	quiet  []*html.Node // elements whose markup says that they surround the report
}

// newLayout reads a page into blocks, and tells which are noise or muted.
func newLayout(root *html.Node) *layout {
	l := lay(root)
	for i := range l.blocks {
		b := &l.blocks[i]
		if b.kind = classify(b.text); b.under && b.kind == noNoise {
			b.kind = noiseCaption
		}
	}
	l.mute()
	return l
}

// lay reads the tree under root into blocks.
func lay(root *html.Node) *layout {
	l := &layout{spans: map[*html.Node]span{}}
	w := walker{layout: l, holder: root}
	w.walk(root)
	w.flush()
	return l
}

// mute marks the blocks of the quiet elements. One that holds most of the page's
// running text is not meant by its name: templates call their frames page_bg or footer_wrap.
func (l *layout) mute() {
	sum := l.worths()
	for _, n := range l.quiet {
		s := l.spans[n]
		if sum[s.to]-sum[s.from] > 0.5*sum[len(l.blocks)] {
			continue
		}
		for i := s.from; i < s.to; i++ {
			l.blocks[i].muted = true
		}
	}
}

// walker gathers text until an element ends the line.
type walker struct {
	*layout
	line   strings.Builder
	link   int // size of link text in line
	inLink int // depth of <a>
	inPre  int
	image  bool // an image stood after the last line
	holder *html.Node
}

func (w *walker) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode:
		if skipped(n) {
			return
		}
		w.element(n)
		return
	}
	w.children(n)
}

func (w *walker) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c)
	}
}

func (w *walker) text(s string) {
	if w.inPre > 0 {
		for i, part := range strings.Split(s, "\n") {
			if i > 0 {
				w.flush()
			}
			w.add(part)
		}
		return
	}
	w.add(s)
}

func (w *walker) add(s string) {
	w.line.WriteString(s)
	if w.inLink > 0 {
		w.link += len([]rune(strings.Join(strings.Fields(s), "")))
	}
}

func (w *walker) element(n *html.Node) {
	switch {
	case n.DataAtom == atom.Br:
		w.flush()
		return
	case n.DataAtom == atom.Img:
		w.image = w.line.Len() == 0
	case n.DataAtom == atom.Table && isGrid(n):
		w.flush()
		from := len(w.blocks)
		w.grid(n)
		w.spans[n] = span{from, len(w.blocks)}
		return
	}
	depth := w.enter(n)
	lines := makesLines(n)
	holder := w.holder
	if lines {
		w.flush()
		w.holder = n
	}
	from := len(w.blocks)
	w.children(n)
	if lines {
		w.flush()
		w.holder = holder
	}
	w.spans[n] = span{from, len(w.blocks)}
	depth()
}

// enter counts what the element opens, and gives what closes it.
func (w *walker) enter(n *html.Node) (leave func()) {
	count := &w.inLink
	switch {
	case n.DataAtom == atom.A && attr(n, "href") != "" && !strings.HasPrefix(attr(n, "href"), "mailto:"):
	case n.DataAtom == atom.Pre:
		count = &w.inPre
	default:
		if isMuted(n) {
			w.quiet = append(w.quiet, n)
		}
		return func() {}
	}
	*count++
	return func() { *count-- }
}

// flush ends the line.
func (w *walker) flush() {
	text := tidy(w.line.String())
	link := w.link
	w.line.Reset()
	w.link = 0
	if text == "" {
		return
	}
	size := runes(text)
	w.blocks = append(w.blocks, block{
		text: text, size: size, link: min(link, size), node: w.holder, tag: w.holder.DataAtom,
		under: w.image && size <= longestCaption && isCentred(w.holder) && !strings.HasSuffix(text, "。"),
	})
	w.image = false
}

// longestCaption is how long a line may be to be taken for a caption by its place alone, in code points.
const longestCaption = 60

// tidy makes one line of text: control and invisible characters go, white space
// becomes one blank, and a line break of the source between two Chinese characters nothing.
func tidy(s string) string {
	var b strings.Builder
	var last rune
	gap, broke := false, false
	for _, r := range s {
		switch {
		case r == '\n' || r == '\r':
			gap, broke = true, true
			continue
		case unicode.IsSpace(r):
			gap = true
			continue
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar:
			continue
		}
		if gap && last != 0 && !(broke && isHan(last) && isHan(r)) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last, gap, broke = r, false, false
	}
	return b.String()
}

// isHan tells whether r is a Chinese character or mark.
func isHan(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef
}
