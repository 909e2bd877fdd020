package index

import (
	"strings"
	"unicode/utf8"
)

// Span is a half-open range of bytes.
type Span struct{ Start, End int }

// Segmenter cuts a text into words. The spans are half-open byte ranges of text,
// in order; what lies between them is no word. It must be safe for concurrent use.
type Segmenter interface {
	Cut(text string) []Span
}

// maxInner bounds the words that are looked into for words inside them, and the
// length of a query's words, in characters.
const maxInner = 12

// cutter cuts folded text into words and finds the words inside words. It belongs to one goroutine.
type cutter struct {
	seg   Segmenter
	inner map[string][]Span // by word
}

func newCutter(seg Segmenter) *cutter { return &cutter{seg, map[string][]Span{}} }

// each gives the words of a folded text, and the shorter words inside each, by their bytes, and
// how many words it has without those inside.
func (c *cutter) each(text string, give func(from, to int)) int {
	n := 0
	for _, s := range c.seg.Cut(text) {
		word := text[s.Start:s.End]
		if r, _ := utf8.DecodeRuneInString(word); !isWord(r) {
			continue
		}
		n++
		give(s.Start, s.End)
		for _, in := range c.within(word) {
			give(s.Start+in.Start, s.Start+in.End)
		}
	}
	return n
}

// within gives the words of two characters or more at the beginning and at the
// end of a word: those parts that the segmenter leaves whole.
func (c *cutter) within(word string) []Span {
	n := utf8.RuneCountInString(word)
	if n < 3 || n > maxInner || len(word) < 3*n {
		return nil
	}
	if parts, ok := c.inner[word]; ok {
		return parts
	}
	word = strings.Clone(word) // it stays, the text around it need not
	var parts []Span
	for i := 6; i <= len(word)-3; i += 3 {
		parts = c.ifWord(parts, word, Span{0, i})
	}
	for i := 3; i <= len(word)-6; i += 3 {
		parts = c.ifWord(parts, word, Span{i, len(word)})
	}
	c.inner[word] = parts
	return parts
}

func (c *cutter) ifWord(parts []Span, word string, s Span) []Span {
	size := s.End - s.Start
	if cut := c.seg.Cut(word[s.Start:s.End]); len(cut) == 1 && cut[0] == (Span{0, size}) {
		return append(parts, s)
	}
	return parts
}
