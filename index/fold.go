package index

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// folded is a text as it is compared: NFKC without marks, lower case, simplified
// characters, without quotation marks and without spaces (one space stays
// between two words of Latin letters or digits).
type folded struct {
	runes []rune
	from  []int32 // from[i] is the code point of the original that runes[i] came from
}

// fold folds a text.
func fold(text string) folded {
	f := folded{runes: make([]rune, 0, len(text)/2), from: make([]int32, 0, len(text)/2)}
	var at int32
	space := false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			space = true
		case ignored(r):
		default:
			f.add(r, at, space)
			space = false
		}
		at++
	}
	return f
}

// foldString gives the folded form alone.
func foldString(text string) string { return string(fold(text).runes) }

// add folds one code point, which may give several.
func (f *folded) add(r rune, at int32, space bool) {
	n := len(f.runes)
	if s, ok := foldRune(r); ok {
		f.runes, f.from = append(f.runes, s), append(f.from, at)
	} else {
		for _, s := range norm.NFKD.String(string(r)) {
			if unicode.Is(unicode.Mn, s) || unicode.IsSpace(s) || ignored(s) {
				continue
			}
			f.runes, f.from = append(f.runes, lower(s)), append(f.from, at)
		}
	}
	if space && n > 0 && n < len(f.runes) && isLatin(f.runes[n-1]) && isLatin(f.runes[n]) {
		f.runes, f.from = append(f.runes, 0), append(f.from, 0)
		copy(f.runes[n+1:], f.runes[n:])
		copy(f.from[n+1:], f.from[n:])
		f.runes[n], f.from[n] = ' ', at-1
	}
}

// foldRune folds the code points that become exactly one.
func foldRune(r rune) (rune, bool) {
	switch {
	case r < 0x80:
		return lower(r), true
	case r >= 0x4E00 && r <= 0x9FFF:
		return simplified(r), true
	case r >= 0xFF01 && r <= 0xFF5E: // full-width forms of ASCII
		return lower(r - 0xFEE0), true
	case r == '。' || r == '、':
		return r, true
	}
	return 0, false
}

func lower(r rune) rune {
	if r < 0x80 {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}
	return simplified(unicode.ToLower(r))
}

// ignored tells the marks that no comparison sees: quotation marks and title
// marks of every script, and characters without a form of their own.
func ignored(r rune) bool {
	switch r {
	case '"', '\'', '`', '‘', '’', '“', '”', '„', '‟', '‚', '‛', '«', '»', '‹', '›',
		'「', '」', '『', '』', '《', '》', '〈', '〉', '〝', '〞', '〟', '＂', '＇', '｢', '｣', 0xFFFD:
		return true
	}
	return r > 0x7F && unicode.Is(unicode.Cf, r)
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

// simplified gives the simplified form of a traditional character.
func simplified(r rune) rune { return r }
