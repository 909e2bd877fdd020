package analyze

import (
	"strings"
	"unicode/utf8"

	"github.com/go-ego/gse"
)

// Token is a word of a text: its half-open span in bytes, and its part of
// speech in the segmenter's dictionary (n, v, ns, nt, m …; x unknown).
type Token struct {
	Start, End int
	Pos        string
}

// Segmenter cuts a text into words. The tokens cover the text without gaps or
// overlaps. It is safe for concurrent use.
type Segmenter interface {
	Segment(text string) []Token
}

// gseSegmenter is gse with the project's own dictionary in front of its
// simplified Chinese one.
type gseSegmenter struct{ seg gse.Segmenter }

// newGSE loads the dictionaries. Words that are loaded first keep their
// frequency and tag, so ours come before the embedded ones.
func newGSE(lex *lexicon) (*gseSegmenter, error) {
	s := &gseSegmenter{}
	s.seg.SkipLog = true
	s.seg.NotLoadHMM = true
	s.seg.LoadNoFreq = false
	if err := s.seg.LoadDictStr(lex.dictionary()); err != nil {
		return nil, err
	}
	if err := s.seg.LoadDictEmbed("zh_s"); err != nil {
		return nil, err
	}
	return s, nil
}

// Segment cuts text.
func (s *gseSegmenter) Segment(text string) []Token { return s.appendTokens(nil, text) }

// appendTokens cuts text and appends its tokens. Where the segmenter loses count
// of the bytes every character is its own token.
func (s *gseSegmenter) appendTokens(tokens []Token, text string) []Token {
	words := s.seg.Segment([]byte(text))
	if len(words) == 0 || words[len(words)-1].End() != len(text) || !utf8.ValidString(text) {
		return append(tokens, characters(text)...)
	}
	for i := range words {
		tokens = append(tokens, Token{words[i].Start(), words[i].End(), words[i].Token().Pos()})
	}
	return tokens
}

// wordStarts tells where a word of one part of speech may begin, by its first two characters,
// without cutting the text: a set of bits for the pairs, some of which share a bit.
type wordStarts [1 << 10]uint64

// startsOf gives the beginnings of the dictionary's words of a part of speech that have two characters or more.
func (s *gseSegmenter) startsOf(pos string) *wordStarts {
	starts := &wordStarts{}
	for i := range s.seg.Dict.Tokens {
		t := &s.seg.Dict.Tokens[i]
		if t.Pos() != pos {
			continue
		}
		if word := []rune(t.Text()); len(word) > 1 {
			bit := pairBit(word[0], word[1])
			starts[bit/64] |= 1 << (bit % 64)
		}
	}
	return starts
}

func (s *wordStarts) mayStart(text []rune, i int) bool {
	if i+1 >= len(text) {
		return false
	}
	bit := pairBit(text[i], text[i+1])
	return s[bit/64]&(1<<(bit%64)) != 0
}

// pairBit takes Latin letters of either case for one: the segmenter makes them small.
func pairBit(a, b rune) uint32 {
	if a < 0x80 {
		a |= 0x20
	}
	if b < 0x80 {
		b |= 0x20
	}
	return (uint32(a)*0x9E3779B1 ^ uint32(b)*0x85EBCA77) >> 16
}

func characters(text string) []Token {
	var tokens []Token
	for i := 0; i < len(text); {
		_, n := utf8.DecodeRuneInString(text[i:])
		tokens = append(tokens, Token{i, i + n, "x"})
		i += n
	}
	return tokens
}

// dictionary gives the project's words in the form of the segmenter: word,
// frequency and part of speech, one a line.
func (l *lexicon) dictionary() string {
	var b strings.Builder
	for _, row := range l.tables[tableWords].rows {
		b.WriteString(row[0] + " " + row[1] + " " + row[2] + "\n")
	}
	return b.String()
}
