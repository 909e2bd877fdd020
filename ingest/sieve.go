package ingest

import (
	"iter"
	"math/bits"
	"regexp/syntax"
	"strings"
	"unicode/utf8"
)

// sieve tells in one pass over a line which of many expressions can match it: those
// that can begin with its first character and whose demanded strings it holds.
type sieve struct {
	first    map[rune]members // by first character, folded
	anyFirst members          // may begin with any
	free     members          // demand nothing
	words    map[rune][]word
	starts   [1 << 10]uint64 // first characters of words, as bits; those beyond the basic plane count modulo
}

// word is a string that expressions demand, or a hint.
type word struct {
	text string // folded, unless it is a hint
	of   members
	hint bool
}

// members is a set of up to 128 expressions.
type members [2]uint64

func (s *members) add(i int)             { s[i/64] |= 1 << (i % 64) }
func (s *members) union(o members)       { s[0], s[1] = s[0]|o[0], s[1]|o[1] }
func (s members) both(o members) members { return members{s[0] & o[0], s[1] & o[1]} }

// all gives the members in order.
func (s members) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for w, rest := range s {
			for ; rest != 0; rest &= rest - 1 {
				if !yield(w*64 + bits.TrailingZeros64(rest)) {
					return
				}
			}
		}
	}
}

// newSieve makes the sieve of expressions, each for a whole line, and of hints, which count as they are written.
func newSieve(patterns, hints []string) *sieve {
	g := &sieve{first: map[rune]members{}, words: map[rune][]word{}}
	if len(patterns) > 128 {
		panic("noise.tsv: more than 128 patterns")
	}
	for i, p := range patterns {
		re := parsed(p)
		g.addFirst(i, re)
		words := demanded(re)
		if len(words) == 0 {
			g.free.add(i)
		}
		for _, w := range words {
			of := members{}
			of.add(i)
			g.addWord(word{text: w, of: of})
		}
	}
	for _, h := range hints {
		g.addWord(word{text: h, hint: true})
	}
	return g
}

func (g *sieve) addFirst(i int, re *syntax.Regexp) {
	runes, nullable, ok := edges(re, false)
	if !ok || nullable {
		g.anyFirst.add(i)
		return
	}
	for r := range runes {
		s := g.first[r]
		s.add(i)
		g.first[r] = s
	}
}

func (g *sieve) addWord(w word) {
	r, _ := utf8.DecodeRuneInString(w.text)
	r = foldRune(r)
	g.starts[r>>6&1023] |= 1 << (r & 63)
	for i, old := range g.words[r] {
		if old.text == w.text && old.hint == w.hint {
			g.words[r][i].of.union(w.of)
			return
		}
	}
	g.words[r] = append(g.words[r], w)
}

// ask gives the expressions that can match a line, and whether it holds a hint.
func (g *sieve) ask(line string) (candidates members, hinted bool) {
	r, _ := utf8.DecodeRuneInString(line)
	candidates = g.anyFirst
	candidates.union(g.first[foldRune(r)])
	held := g.free
	for at, r := range line {
		r = foldRune(r)
		if g.starts[r>>6&1023]&(1<<(r&63)) == 0 {
			continue
		}
		for _, w := range g.words[r] {
			switch {
			case w.hint:
				hinted = hinted || strings.HasPrefix(line[at:], w.text)
			case hasFolded(line[at:], w.text):
				held.union(w.of)
			}
		}
	}
	return candidates.both(held), hinted
}

// hasFolded tells whether s begins with the folded word.
func hasFolded(s, word string) bool {
	for _, w := range word {
		r, n := utf8.DecodeRuneInString(s)
		if n == 0 || foldRune(r) != w {
			return false
		}
		s = s[n:]
	}
	return true
}
