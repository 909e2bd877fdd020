package index

import (
	"bytes"
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is a text as it is compared: NFKC without marks, lower case, simplified
// characters, without quotation marks and without spaces (one space stays
// between two words of Latin letters or digits).
type folded struct {
	text string
	from []int32 // from[i] is the code point of the original that the i-th of text came from
}

//go:embed traditional.tsv
var traditionalTable string

// What foldTable says of a code point that does not become exactly one.
const (
	foldsToNone  = 0 // ignored
	foldsToSpace = 1 // a space
	foldsToMany  = 2 // several, or one beyond the table
)

// foldTable gives what each code point of the basic plane becomes.
var foldTable = sync.OnceValue(func() *[1 << 16]uint16 {
	t := new([1 << 16]uint16)
	for r := range rune(1 << 16) {
		t[r] = uint16(r)
	}
	for _, s := range [][2]rune{{0, 0x3400}, {0xD800, 0x10000}} { // between lie characters that fold to themselves
		for r := s[0]; r < s[1]; r++ {
			t[r] = foldOne(r)
		}
	}
	for line := range strings.Lines(traditionalTable) {
		from, n := utf8.DecodeRuneInString(line)
		if from != '#' && n < len(line) {
			to, _ := utf8.DecodeRuneInString(line[n+1:])
			t[from] = uint16(to)
		}
	}
	for r := firstOld; r <= lastHan; r++ {
		t[r] = t[t[r]] // 薴 is 苧, which is itself a traditional form, of 苎
	}
	return t
})

// foldOne gives the entry of foldTable of a code point that is no Chinese character.
func foldOne(r rune) uint16 {
	switch {
	case unicode.IsSpace(r):
		return foldsToSpace
	case ignored(r):
		return foldsToNone
	case r < 0x80:
		return uint16(unicode.ToLower(r))
	}
	out := []rune(norm.NFKD.String(string(r)))
	switch {
	case len(out) != 1 || out[0] >= 0x3400 || ignored(out[0]) || unicode.IsSpace(out[0]):
		return foldsToMany
	case unicode.Is(unicode.Mn, out[0]):
		return foldsToNone
	}
	return uint16(unicode.ToLower(out[0]))
}

// foldMany folds a code point that becomes several, or that is not in the table.
func foldMany(r rune, add func(rune)) {
	t := foldTable()
	for _, s := range norm.NFKD.String(string(r)) {
		switch {
		case unicode.IsSpace(s) || ignored(s) || unicode.Is(unicode.Mn, s):
		case s < 1<<16 && t[s] > foldsToMany:
			add(rune(t[s]))
		default:
			add(unicode.ToLower(s))
		}
	}
}

// fold folds a text and keeps where its characters came from.
func fold(text string) folded {
	f := folded{from: make([]int32, 0, len(text)/2)}
	f.text = foldWith(text, func(at int) { f.from = append(f.from, int32(at)) })
	return f
}

// foldString gives the folded form alone.
func foldString(text string) string { return foldWith(text, func(int) {}) }

// foldWith folds text and tells, for each character of the result, the code
// point that it came from.
func foldWith(text string, from func(at int)) string {
	var out bytes.Buffer
	out.Grow(len(text))
	t := foldTable()
	at, space, last := 0, false, rune(0)
	add := func(r rune) {
		if space && isLatin(last) && isLatin(r) {
			out.WriteByte(' ')
			from(at)
		}
		space, last = false, r
		out.WriteRune(r)
		from(at)
	}
	for _, r := range text {
		e := uint16(foldsToMany)
		if r < 1<<16 {
			e = t[r]
		}
		switch e {
		case foldsToNone:
		case foldsToSpace:
			space = true
		case foldsToMany:
			foldMany(r, add)
		default:
			add(rune(e))
		}
		at++
	}
	return out.String()
}

// ignored tells the marks that no comparison sees: quotation marks and title
// marks of every script, and characters without a form of their own.
func ignored(r rune) bool {
	switch r {
	case 0, '"', '\'', '`', '‘', '’', '“', '”', '„', '‟', '‚', '‛', '«', '»', '‹', '›',
		'「', '」', '『', '』', '《', '》', '〈', '〉', '〝', '〞', '〟', '＂', '＇', '｀', '｢', '｣', utf8.RuneError:
		return true
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

// isWord tells letters and digits from punctuation, in folded text.
func isWord(r rune) bool {
	switch {
	case r < 0x80:
		return r >= '0' && r <= '9' || r >= 'a' && r <= 'z'
	case r >= 0x4E00 && r <= 0x9FFF:
		return true
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// isLatin tells the characters that are written in words with spaces between.
func isLatin(r rune) bool {
	return r < 0x2E80 && isWord(r)
}
