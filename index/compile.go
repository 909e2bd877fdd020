package index

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// plan is a compiled request: what matches, what ranks, and what is marked.
type plan struct {
	match   matcher
	score   map[string]float64 // words that rank, with their weights
	pairs   map[string]float64 // terms of pairs that rank when matching loosely
	marks   []string           // folded texts to mark
	filters matchEach          // the request's filters without the query
	loose   matcher            // what to match when match finds nothing; may be nil
}

// compiler makes a plan of a parsed query.
type compiler struct {
	dict     *dictionary
	names    names
	synonyms aliases // nil without synonyms
	plan     *plan
	negative int // inside how many NOTs
}

func (c *compiler) node(n node) (matcher, error) {
	switch n := n.(type) {
	case allNode:
		return matchAll{}, nil
	case andNode:
		of, err := c.nodes(n.of)
		return matchEach{of}, err
	case orNode:
		of, err := c.nodes(n.of)
		return matchAny{of}, err
	case notNode:
		c.negative++
		m, err := c.node(n.of)
		c.negative--
		return matchNot{m}, err
	case rangeNode:
		return matchRange{n.field, n.from, n.to}, nil
	case termNode:
		return c.term(n)
	}
	return nil, fmt.Errorf("unknown part of a query %T", n)
}

func (c *compiler) nodes(ns []node) ([]matcher, error) {
	var of []matcher
	for _, n := range ns {
		m, err := c.node(n)
		if err != nil {
			return nil, err
		}
		of = append(of, m)
	}
	return of, nil
}

func (c *compiler) term(t termNode) (matcher, error) {
	switch t.field {
	case "":
		return c.withAliases(t)
	case fieldTitle:
		return c.text(t)
	}
	return c.value(t.field, t.text, t.prefix, t.col)
}

// withAliases finds a text or what means the same.
func (c *compiler) withAliases(t termNode) (matcher, error) {
	m, err := c.text(t)
	if err != nil || t.prefix {
		return m, err
	}
	of := []matcher{m}
	for _, other := range c.synonyms.of(foldString(t.text)) {
		m, err := c.text(termNode{text: other, phrase: true, col: t.col})
		if err != nil {
			return nil, err
		}
		of = append(of, m)
	}
	if len(of) == 1 {
		return m, nil
	}
	return matchAny{of}, nil
}

// text finds a word, a phrase or the beginning of a word in title or text.
func (c *compiler) text(t termNode) (matcher, error) {
	folded := foldString(t.text)
	words, err := c.dict.cut(folded)
	if err != nil {
		return nil, err
	}
	c.rankPairs(folded)
	if t.phrase || t.prefix {
		c.rank(folded, words)
		return c.holding(t.field, folded, words), nil
	}
	var all matchEach
	for _, w := range joinSingles(folded, words) {
		c.rank(w.text, w.words)
		all.of = append(all.of, c.holding(t.field, w.text, w.words))
	}
	return all, nil
}

// stretch is a part of a query's text with the words in it.
type stretch struct {
	text  string
	words []string
}

// joinSingles makes one stretch of neighbouring words of one character: they are
// a word that the dictionary does not know.
func joinSingles(folded string, words []string) []stretch {
	var out []stretch
	at, end, single := 0, -1, false
	for _, w := range words {
		at += strings.Index(folded[at:], w)
		one := utf8.RuneCountInString(w) == 1
		if n := len(out); one && single && at == end {
			out[n-1].text += w
			out[n-1].words = append(out[n-1].words, w)
		} else {
			out = append(out, stretch{w, []string{w}})
		}
		at += len(w)
		end, single = at, one
	}
	return out
}

// rank takes down what is to be marked, and the words that rank.
func (c *compiler) rank(mark string, words []string) {
	if c.negative%2 == 1 || mark == "" {
		return
	}
	c.plan.marks = append(c.plan.marks, mark)
	for _, w := range words {
		c.plan.score[w]++
	}
}

// rankPairs takes down the pairs of a folded text.
func (c *compiler) rankPairs(folded string) {
	if c.negative%2 == 1 {
		return
	}
	before := rune(-1)
	for _, r := range folded {
		if !isWord(r) {
			before = -1
			continue
		}
		if before >= 0 {
			c.plan.pairs[pairTerm(before, r)] = 1
		}
		before = r
	}
}

// holding finds a folded text in title and text, or in the title alone. words is
// how it is cut.
func (c *compiler) holding(field, folded string, words []string) matcher {
	if folded == "" {
		return matchAll{}
	}
	pairs := fieldPairs
	if field == fieldTitle {
		pairs = fieldTitle
	}
	m := matchText{text: folded, titleOnly: field == fieldTitle}
	each := matchEach{holdingPairs(pairs, folded, c.dict.rarest(words))}
	if len(each.of) == 0 {
		for _, run := range runsOf(folded, false) {
			each.of = append(each.of, holdingChar(pairs, run))
			if run == folded {
				return each
			}
		}
	}
	if len(words) == 1 && words[0] == folded && !m.titleOnly {
		m.word = matchTerm{fieldWords, folded}
	}
	each.of = append(each.of, m)
	return each
}

// value finds a value of a field of tags.
func (c *compiler) value(field, value string, prefix bool, col int) (matcher, error) {
	value = strings.TrimSpace(value)
	terms, err := c.names.terms(c.dict.parts, field, value, prefix)
	if err != nil {
		if col > 0 {
			return nil, &QueryError{Column: col, Want: err.Error(), Got: value}
		}
		return nil, fmt.Errorf("%w: %w", ErrRequest, err)
	}
	var any matchAny
	for _, t := range terms {
		any.of = append(any.of, matchTerm{field, t})
	}
	return any, nil
}
