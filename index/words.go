package index

import (
	"strings"
	"sync"
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

// cutter cuts folded text into words and finds the words inside words.
type cutter struct {
	seg   Segmenter
	inner sync.Map // word → []string
}

// each gives the words of a folded text, and the shorter words inside each.
func (c *cutter) each(text string, give func(word string)) int {
	n := 0
	for _, s := range c.seg.Cut(text) {
		word := text[s.Start:s.End]
		if r, _ := utf8.DecodeRuneInString(word); !isWord(r) {
			continue
		}
		n++
		give(word)
		for _, in := range c.within(word) {
			give(in)
		}
	}
	return n
}

// within gives the words of two characters or more at the beginning and at the
// end of a word: those parts that the segmenter leaves whole.
func (c *cutter) within(word string) []string {
	n := utf8.RuneCountInString(word)
	if n < 3 || n > maxInner || len(word) < 3*n {
		return nil
	}
	if w, ok := c.inner.Load(word); ok {
		return w.([]string)
	}
	word = strings.Clone(word) // it stays, the text around it need not
	var parts []string
	for i := 6; i <= len(word)-3; i += 3 {
		parts = c.ifWord(parts, word[:i])
	}
	for i := 3; i <= len(word)-6; i += 3 {
		parts = c.ifWord(parts, word[i:])
	}
	c.inner.Store(word, parts)
	return parts
}

func (c *cutter) ifWord(parts []string, s string) []string {
	if cut := c.seg.Cut(s); len(cut) == 1 && cut[0] == (Span{0, len(s)}) {
		return append(parts, s)
	}
	return parts
}
