package index

import (
	"math"
	"sync"
	"unicode/utf8"
)

// pairTerm gives the term of a pair of neighbouring characters: one of 65,536, so
// that several pairs share a term. There are over a million pairs in a large
// corpus, most of them in a handful of articles; to keep each would cost more
// than the text itself. A term finds candidates, and the text decides.
func pairTerm(a, b rune) string { return pairTermOf(pairNumber(a, b)) }

func pairNumber(a, b rune) uint16 {
	h := (uint32(a)*0x9E3779B1 ^ uint32(b)*0x85EBCA77) * 0xC2B2AE3D
	return uint16(h >> 16)
}

func pairTermOf(number uint16) string {
	i := int(number) * 3
	return pairTerms()[i : i+3]
}

// pairTerms is all terms one after the other, three bytes each.
var pairTerms = sync.OnceValue(func() string {
	b := make([]byte, 0, 3*65536)
	for h := range 65536 {
		b = append(b, byte('0'+h>>12), byte('0'+h>>6&63), byte('0'+h&63))
	}
	return string(b)
})

// charTerm gives the term of a character: itself.
func charTerm(r rune) string {
	if r < firstChar || r >= 65536 {
		return string(r)
	}
	i := int(r-firstChar) * 3
	return charTerms()[i : i+3]
}

// firstChar is the first character that takes three bytes of UTF-8.
const firstChar = 0x800

// charTerms is the characters from firstChar to the end of the Basic Multilingual Plane, one after the other.
var charTerms = sync.OnceValue(func() string {
	b := make([]byte, 0, 3*(65536-firstChar))
	for r := rune(firstChar); r < 65536; r++ {
		b = utf8.AppendRune(b, r) // three bytes for what is no character, too: those of U+FFFD
	}
	return string(b)
})

// holdingChar finds exactly the documents that hold a letter or digit: as a word, or in one.
func holdingChar(field, char string) matcher {
	m := matchTerm{field, char}
	if field == fieldTitle {
		return m
	}
	return matchGuess{matchAny{[]matcher{m, matchTerm{fieldWords, char}}}, math.MaxUint64, false}
}

// holdingPairs finds the documents that may hold a folded text: those that
// have its pairs, each as a word or among the pairs (those of the title: only so). rare tells how
// many documents have a pair, at most.
func holdingPairs(field, text string, rare func(pair string) uint64) []matcher {
	var ms []matcher
	seen := map[string]bool{}
	before, at := rune(-1), 0
	for i, r := range text {
		if !isWord(r) {
			before = -1
			continue
		}
		pair := text[at : i+runeLen(r)]
		if before >= 0 && !seen[pair] {
			seen[pair] = true
			var m matcher = matchTerm{field, pairTerm(before, r)}
			if field == fieldPairs {
				m = matchAny{[]matcher{m, matchTerm{fieldWords, pair}}}
			}
			ms = append(ms, matchGuess{m, rare(pair), true})
		}
		before, at = r, i
	}
	return ms
}
