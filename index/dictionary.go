package index

import (
	"math"
	"strings"
	"unicode/utf8"

	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// maxLatin is the most letters of a Latin word of a query.
const maxLatin = 40

// dictionary cuts queries with the words of the index.
type dictionary struct {
	parts []*part
	docs  float64
	memo  *memo
}

func (g *generation) dictionary(ps []*part) *dictionary {
	return &dictionary{parts: ps, docs: float64(max(g.meta.Docs, 1)), memo: &g.memo}
}

// countIn gives in how many documents a term of a field stands.
func (d *dictionary) countIn(field, term string) (uint64, error) {
	if field == fieldWords {
		if n, ok := d.memo.count(term); ok {
			return n, nil
		}
	}
	n, err := d.look(field, term)
	if err == nil && field == fieldWords {
		d.memo.setCount(term, n)
	}
	return n, err
}

func (d *dictionary) look(field, term string) (uint64, error) {
	var n uint64
	var list segment.PostingsList
	for _, p := range d.parts {
		var err error
		if list, err = p.postings(field, term, list); err != nil {
			return 0, err
		}
		n += list.Count()
	}
	return n, nil
}

// rarest gives how many documents have one of the words that a pair of characters lies in, as
// far as that is known: a guess at how many have the pair.
func (d *dictionary) rarest(words []string) func(pair string) uint64 {
	return func(pair string) uint64 {
		least := uint64(math.MaxUint64)
		for _, w := range words {
			if n, ok := d.memo.count(w); ok && strings.Contains(w, pair) {
				least = min(least, n)
			}
		}
		return least
	}
}

// cut cuts folded text into the likeliest words: the way of the least sum of
// -log(share of the documents that have the word). Punctuation is left out.
func (d *dictionary) cut(text string) ([]string, error) {
	filter, err := d.memo.words(d.parts)
	if err != nil {
		return nil, err
	}
	var words []string
	for _, run := range runsOf(text, true) {
		ws, err := d.cutRun(run, filter)
		if err != nil {
			return nil, err
		}
		words = append(words, ws...)
	}
	return words, nil
}

// runsOf gives the stretches of letters and digits of folded text; with apart,
// the Latin ones are stretches of their own.
func runsOf(text string, apart bool) []string {
	var runs []string
	start := -1
	latin := false
	for i, r := range text {
		w := isWord(r)
		if start >= 0 && (!w || apart && isLatin(r) != latin) {
			runs = append(runs, text[start:i])
			start = -1
		}
		if w && start < 0 {
			start, latin = i, isLatin(r)
		}
	}
	if start >= 0 {
		runs = append(runs, text[start:])
	}
	return runs
}

// cutRun finds the cheapest way through a run, from its end to its beginning.
func (d *dictionary) cutRun(run string, filter *wordFilter) ([]string, error) {
	starts := make([]int, 0, len(run)/3+1)
	for i := range run {
		starts = append(starts, i)
	}
	n := len(starts)
	longest := maxInner
	if run[0] < 0x80 {
		longest = maxLatin
	}
	starts = append(starts, len(run))
	cost := make([]float64, n+1)
	next := make([]int, n+1)
	for i := n - 1; i >= 0; i-- {
		cost[i] = math.Inf(1)
		for j := i + 1; j <= n && j <= i+longest; j++ {
			c, err := d.cost(run[starts[i]:starts[j]], filter)
			if err != nil {
				return nil, err
			}
			if c+cost[j] < cost[i] {
				cost[i], next[i] = c+cost[j], j
			}
		}
	}
	var words []string
	for i := 0; i < n; i = next[i] {
		words = append(words, run[starts[i]:starts[next[i]]])
	}
	return words, nil
}

// cost gives what a word of a query costs, nothing finite for what is none of the index.
func (d *dictionary) cost(word string, filter *wordFilter) (float64, error) {
	var n uint64
	var err error
	if filter.maybe(word) {
		n, err = d.countIn(fieldWords, word)
	}
	switch {
	case err != nil:
		return 0, err
	case n > 0:
		return math.Log((d.docs+1)/float64(n)) + 0.5, nil
	case utf8.RuneCountInString(word) == 1:
		return math.Log(d.docs+1) + 3, nil
	}
	return math.Inf(1), nil
}
