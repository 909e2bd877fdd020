package analyze

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"jiandu/corpus"
)

// span is a half-open range of code points of the text.
type span struct{ start, end int }

func (s span) len() int             { return s.end - s.start }
func (s span) contains(i int) bool  { return s.start <= i && i < s.end }
func (s span) covers(o span) bool   { return s.start <= o.start && o.end <= s.end }
func (s span) overlaps(o span) bool { return s.start < o.end && o.start < s.end }

// token is a word of the segmenter, in code points.
type token struct {
	span
	pos string // part of speech of the segmenter's dictionary, "x" unknown
}

// hit is a place where a term of a table stands in the text.
type hit struct {
	span
	row int // of the table
}

// doc is an article while it is analyzed. All positions are code points of
// art.Text. Each pass writes its own fields and reads those of the passes before it.
type doc struct {
	memory *scratch
	art    corpus.Article
	runes  []rune
	byteAt []int32 // code point → byte; one more entry than runes

	paragraphs []span // without the newline
	sentences  []span // with their closing mark; they cover the paragraphs
	clauses    []span // with their closing mark; they cover the sentences
	segmenter  Segmenter
	valid      bool              // the text is valid UTF-8
	tokens     []token           // of the clauses that were cut, in no order
	tokenAt    []int32           // code point → index of the token that holds it, or notCut
	hits       [tableCount][]hit // of each table, by start, shorter first

	year         int           // of publication, 0 unknown
	places       []place       // resolved mentions of places, by start
	units        []*unit       // in the order of their first mention
	unitMentions []unitMention // by start
	ref          day           // publication, as far as it can be told; 0 unknown
	times        []timeExpr    // the times that the text names, by start
	home         string        // code of the area of the source, "" unknown
	locals       []local       // towns and villages, by start
	career       aboutCareer   // of the sentence asked for last
	title        *doc          // the title, read as the text is; nil in a title
	isTitle      bool

	tags corpus.Tags
}

func newDoc(art corpus.Article) *doc { return newDocIn(&scratch{}, art) }

// scratch is the memory of a doc that may serve the next one: nothing that an
// article's tags hold lies in it.
type scratch struct {
	runes                          []rune
	byteAt, tokenAt                []int32
	paragraphs, sentences, clauses []span
	tokens                         []token
	words                          []Token
	bytes                          []byte // of the clause that is cut
	hits                           [tableCount][]hit
}

// release gives the memory back for the next doc.
func (d *doc) release() {
	m := d.memory
	m.runes, m.byteAt, m.tokenAt = d.runes[:0], d.byteAt[:0], d.tokenAt[:0]
	m.paragraphs, m.sentences, m.clauses = d.paragraphs[:0], d.sentences[:0], d.clauses[:0]
	m.tokens = d.tokens[:0]
	for i := range d.hits {
		m.hits[i] = d.hits[i][:0]
	}
}

// newDocIn makes a doc in memory that no other doc uses.
func newDocIn(m *scratch, art corpus.Article) *doc {
	d := &doc{
		art: art, memory: m, runes: m.runes, byteAt: m.byteAt, tokenAt: m.tokenAt, tokens: m.tokens,
		paragraphs: m.paragraphs, sentences: m.sentences, clauses: m.clauses, hits: m.hits,
	}
	if len(art.Published) >= 4 {
		d.year, _ = strconv.Atoi(art.Published[:4])
	}
	d.runes = slices.Grow(d.runes, len(art.Text)/3+1)
	d.byteAt = slices.Grow(d.byteAt, len(art.Text)/3+2)
	for i, r := range art.Text {
		d.runes = append(d.runes, r)
		d.byteAt = append(d.byteAt, int32(i))
	}
	d.byteAt = append(d.byteAt, int32(len(art.Text)))
	d.split()
	return d
}

// text gives the text of a span without copying it.
func (d *doc) text(s span) string { return d.slice(s.start, s.end) }

func (d *doc) slice(start, end int) string {
	return d.art.Text[d.byteAt[start]:d.byteAt[end]]
}

// mention gives the span as evidence.
func (d *doc) mention(s span) corpus.Mention {
	return corpus.Mention{Start: s.start, End: s.end, Text: d.text(s)}
}

// tokenize makes ready to cut the text into words, which is done clause by clause where a pass asks
// for a word: half of the clauses of a report hold nothing that needs them.
func (d *doc) tokenize(seg Segmenter) {
	d.segmenter, d.valid = seg, utf8.ValidString(d.art.Text)
	d.tokenAt = slices.Grow(d.tokenAt, len(d.runes))[:len(d.runes)]
	for i := range d.tokenAt {
		d.tokenAt[i] = notCut
	}
}

// notCut stands in doc.tokenAt where the clause has not been cut.
const notCut = -1

// cut cuts a clause into words.
func (d *doc) cut(c span) {
	at, base := c.start, int(d.byteAt[c.start])
	for _, t := range d.segment(c) {
		start := at
		for at < c.end && int(d.byteAt[at])-base < t.End {
			d.tokenAt[at] = int32(len(d.tokens))
			at++
		}
		if at > start {
			d.tokens = append(d.tokens, token{span{start, at}, t.Pos})
		}
	}
}

// segment cuts a clause, into memory that is used again where the segmenter can.
func (d *doc) segment(c span) []Token {
	if s, ok := d.segmenter.(*gseSegmenter); ok {
		m := d.memory
		m.bytes = append(m.bytes[:0], d.text(c)...)
		m.words = s.appendTokens(m.words[:0], m.bytes, d.valid)
		return m.words
	}
	return d.segmenter.Segment(d.text(c))
}

// word gives the word that holds i; a newline, and what is behind the text, is a word of its own.
func (d *doc) word(i int) token {
	if i >= len(d.runes) || d.runes[i] == '\n' {
		return token{span{i, i + 1}, "x"}
	}
	if d.tokenAt[i] == notCut {
		d.cut(d.clauseAt(i))
	}
	return d.tokens[d.tokenAt[i]]
}

// startsToken tells whether a word begins at i.
func (d *doc) startsToken(i int) bool { return d.word(i).start == i }

// match finds the terms of all tables in one pass over the text.
func (d *doc) match(l *lexicon) {
	t := l.trie
	for i := range d.runes {
		state := int32(0)
		for j := i; j < len(d.runes); j++ {
			if state = t.step(state, d.runes[j]); state < 0 {
				break
			}
			v := t.value[state]
			if v < 0 {
				continue
			}
			for _, e := range l.entries[v] {
				d.hits[e.table] = append(d.hits[e.table], hit{span{i, j + 1}, e.row})
			}
		}
	}
}
