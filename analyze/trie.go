package analyze

import (
	"slices"
	"sort"
)

// trie is a double array over code points: one step a character, two loads a
// step. It is built once from all terms and never changes.
//
// The characters of the terms are numbered densely (0 is any other character).
// From state s, character c leads to t = base[s]+c where check[t] == s.
type trie struct {
	code  []uint16 // character → number, for the Basic Multilingual Plane
	base  []int32
	check []int32
	value []int32 // -1 where no term ends
	first *runeSet
}

// newTrie builds a trie of terms; the value of a term is its index. Terms are
// distinct and not empty; those with characters beyond the Basic Multilingual
// Plane are never found.
func newTrie(terms []string) *trie {
	t := &trie{code: make([]uint16, 1<<16), first: firstsOf(terms...)}
	keys := t.encode(terms)
	b := &trieBuilder{trie: t, keys: keys}
	b.grow(1 << 16)
	t.check[0] = 0
	b.place(0, 0, len(keys), 0)
	n := b.top + len(terms) + 1<<16
	t.base, t.check, t.value = t.base[:min(n, len(t.base))], t.check[:min(n, len(t.check))], t.value[:min(n, len(t.value))]
	return t
}

type trieKey struct {
	codes []uint16
	value int32
}

// encode numbers the characters and sorts the terms.
func (t *trie) encode(terms []string) []trieKey {
	next := uint16(1)
	keys := make([]trieKey, 0, len(terms))
	for i, term := range terms {
		codes, known := make([]uint16, 0, len(term)/3+1), true
		for _, r := range term {
			if int(r) >= len(t.code) {
				known = false
				break
			}
			if t.code[r] == 0 {
				t.code[r] = next
				next++
			}
			codes = append(codes, t.code[r])
		}
		if known {
			keys = append(keys, trieKey{codes, int32(i)})
		}
	}
	sort.Slice(keys, func(i, j int) bool { return slices.Compare(keys[i].codes, keys[j].codes) < 0 })
	return keys
}

type trieBuilder struct {
	*trie
	keys []trieKey
	next []int32 // a cell itself where it is free, else one nearer to the next free one
	top  int     // highest cell in use
}

func (b *trieBuilder) grow(n int) {
	for len(b.check) < n {
		b.next = append(b.next, int32(len(b.next)))
		b.base, b.check, b.value = append(b.base, 0), append(b.check, -1), append(b.value, -1)
	}
}

// place puts the children of state, which stands for the first depth characters
// of keys[lo:hi], into free cells, and goes on with each child.
func (b *trieBuilder) place(state, lo, hi, depth int) {
	if lo < hi && len(b.keys[lo].codes) == depth {
		b.value[state] = b.keys[lo].value
		lo++
	}
	if lo >= hi {
		b.base[state] = -1
		return
	}
	type child struct {
		code   uint16
		lo, hi int
	}
	var children []child
	for i := lo; i < hi; {
		c, j := b.keys[i].codes[depth], i
		for j < hi && b.keys[j].codes[depth] == c {
			j++
		}
		children = append(children, child{c, i, j})
		i = j
	}
	base := b.fit(int(children[0].code), func(base int) bool {
		for _, c := range children {
			if b.check[base+int(c.code)] >= 0 {
				return false
			}
		}
		return true
	})
	b.base[state] = int32(base)
	for _, c := range children {
		cell := base + int(c.code)
		b.check[cell], b.next[cell] = int32(state), int32(cell+1)
		b.top = max(b.top, cell)
	}
	for _, c := range children {
		b.place(base+int(c.code), c.lo, c.hi, depth+1)
	}
}

// fit finds the least base that leaves every child a free cell.
func (b *trieBuilder) fit(first int, fits func(base int) bool) int {
	for cell := b.freeFrom(first + 1); ; cell = b.freeFrom(cell + 1) {
		base := cell - first
		b.grow(base + 1<<16)
		if fits(base) {
			return base
		}
	}
}

// freeFrom gives the first free cell at or after i.
func (b *trieBuilder) freeFrom(i int) int {
	b.grow(i + 1)
	free := i
	for b.check[free] >= 0 {
		free = int(b.next[free])
		b.grow(free + 1)
	}
	for b.check[i] >= 0 { // the next search gets there in one step
		i, b.next[i] = int(b.next[i]), int32(free)
	}
	return free
}

// step gives the state that character r leads to, or -1.
func (t *trie) step(state int32, r rune) int32 {
	if uint32(r) >= 1<<16 || t.code[r] == 0 || t.base[state] < 0 {
		return -1
	}
	next := t.base[state] + int32(t.code[r])
	if t.check[next] != state {
		return -1
	}
	return next
}

// walk calls found for every term that begins at text[start], shorter first,
// with the end of the term and its value.
func (t *trie) walk(text []rune, start int, found func(end, value int)) {
	state := int32(0)
	for i := start; i < len(text); i++ {
		if state = t.step(state, text[i]); state < 0 {
			return
		}
		if v := t.value[state]; v >= 0 {
			found(i+1, int(v))
		}
	}
}

// starts tells whether a term begins at text[i].
func (t *trie) starts(text []rune, i int) bool {
	if !t.first.has(text[i]) {
		return false
	}
	for state := int32(0); i < len(text); i++ {
		if state = t.step(state, text[i]); state < 0 {
			return false
		}
		if t.value[state] >= 0 {
			return true
		}
	}
	return false
}

// find gives the value of a term, or -1.
func (t *trie) find(term string) int {
	runes, got := []rune(term), -1
	t.walk(runes, 0, func(end, value int) {
		if end == len(runes) {
			got = value
		}
	})
	return got
}
