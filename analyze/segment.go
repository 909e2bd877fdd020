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
func (s *gseSegmenter) Segment(text string) []Token {
	return s.appendTokens(nil, []byte(text), utf8.ValidString(text))
}

// appendTokens cuts text, which is not kept, and appends its tokens. Where it is no valid UTF-8, and the
// segmenter loses count of the bytes, every character is its own token.
func (s *gseSegmenter) appendTokens(tokens []Token, text []byte, valid bool) []Token {
	words := s.seg.Segment(text)
	if !valid || len(words) == 0 || words[len(words)-1].End() != len(text) {
		return append(tokens, characters(string(text))...)
	}
	for i := range words {
		tokens = append(tokens, Token{words[i].Start(), words[i].End(), words[i].Token().Pos()})
	}
	return tokens
}

// wordsOf gives the dictionary's words of a part of speech that have two characters or more. The
// segmenter makes Latin letters small, so they stand in capitals too.
func (s *gseSegmenter) wordsOf(pos string) []string {
	var words []string
	for i := range s.seg.Dict.Tokens {
		t := &s.seg.Dict.Tokens[i]
		word := t.Text()
		if t.Pos() != pos || utf8.RuneCountInString(word) < 2 {
			continue
		}
		words = append(words, word)
		if upper := strings.ToUpper(word); upper != word {
			words = append(words, upper)
		}
	}
	return words
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
