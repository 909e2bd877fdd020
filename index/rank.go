package index

import (
	"context"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// Parameters of bm25 (Robertson and Zaragoza, The Probabilistic Relevance
// Framework, 2009), with the usual values.
const (
	bm25K = 1.2
	bm25B = 0.75
)

// When nothing has all the words of a query, an article must have words with this
// share of the weight of all (for a question, with less); and a pair of
// characters that is no word ranks with this share of its weight.
const (
	looseShare    = 0.5
	questionShare = 0.2
	pairShare     = 0.6
)

// ranker scores documents by bm25 over the words of the query.
//
// The terms stand in one order, for sums of fractions depend on it.
type ranker struct {
	words []weighted // words with weight × idf
	mean  float64    // mean length of a document, in weighted words
	pairs []weighted // pairs that are no words, when matching loosely
	floor float64    // least sum of weights of what a document must have
}

func (s *searching) ranker(loosely bool) (ranker, error) {
	r := ranker{mean: max(1, float64(s.gen.meta.Words)/float64(max(1, s.gen.meta.Added)))}
	if !loosely && s.req.Sort != "" && s.req.Sort != SortScore {
		return r, nil
	}
	dict := s.gen.dictionary(s.parts)
	var err error
	if r.words, err = dict.weights(fieldWords, s.plan.score); err != nil || !loosely {
		return r, err
	}
	if r.pairs, err = dict.weights(fieldPairs, s.plan.pairs); err != nil {
		return r, err
	}
	share := looseShare
	if isQuestion(s.req.Query) {
		share = questionShare
	}
	for _, w := range r.words {
		r.floor += w.weight * share
	}
	return r, nil
}

// weighted is a term of a query and what it counts.
type weighted struct {
	term   string
	weight float64
}

// weights gives the weights of terms times their idf, in the order of the terms; those that
// no document has are left out.
func (d *dictionary) weights(field string, terms map[string]float64) ([]weighted, error) {
	var out []weighted
	for _, t := range slices.Sorted(maps.Keys(terms)) {
		n, err := d.countIn(field, t)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			out = append(out, weighted{t, terms[t] * max(math.Log(1+(d.docs-float64(n)+0.5)/(float64(n)+0.5)), 0.01)})
		}
	}
	return out, nil
}

// scores gives the numbers of a part's documents that reach the floor, in order, and their
// scores, or nil for these when nothing ranks.
func (r ranker) scores(ctx context.Context, p *part, docs *roaring.Bitmap) ([]uint32, []float32, error) {
	nums := docs.ToArray()
	if len(r.words) == 0 || len(nums) == 0 {
		return nums, nil, nil
	}
	sc := scoring{p: p, found: docs, docs: nums, scores: make([]float32, len(nums))}
	if r.floor > 0 {
		sc.cover = make([]float32, len(nums))
	}
	for _, w := range r.words {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		if err := sc.addWord(w.term, w.weight, r.mean); err != nil {
			return nil, nil, err
		}
	}
	for _, w := range r.pairs {
		if err := sc.addPair(w.term, w.weight); err != nil {
			return nil, nil, err
		}
	}
	sc.keepReaching(float32(r.floor))
	return sc.docs, sc.scores, nil
}

// scoring adds up the scores of documents of a part.
type scoring struct {
	p      *part
	found  *roaring.Bitmap
	docs   []uint32  // their numbers, in order
	scores []float32 // in the order of docs, as is cover
	cover  []float32 // sum of the weights of the words that a document has; may be nil
	list   segment.PostingsList
	it     segment.PostingsIterator
}

func (s *scoring) addWord(word string, weight, mean float64) error {
	var err error
	if s.list, err = s.p.postings(fieldWords, word, s.list); err != nil {
		return err
	}
	s.it = s.list.Iterator(true, true, false, s.it)
	var post segment.Posting
	for at, doc := range s.docs {
		if post == nil || post.Number() < uint64(doc) {
			if post, err = s.it.Advance(uint64(doc)); err != nil || post == nil {
				return err
			}
		}
		if post.Number() != uint64(doc) {
			continue
		}
		tf := float64(post.Frequency())
		norm := post.Norm() // 1 / √length
		length := 1 / (norm * norm)
		s.scores[at] += float32(weight * tf * (bm25K + 1) / (tf + bm25K*(1-bm25B+bm25B*length/mean)))
		if s.cover != nil {
			s.cover[at] += float32(weight)
		}
	}
	return nil
}

func (s *scoring) addPair(term string, weight float64) error {
	docs, err := s.p.docs(fieldPairs, term)
	if err != nil {
		return err
	}
	at := 0
	for it := roaring.And(docs, s.found).Iterator(); it.HasNext(); {
		for doc := it.Next(); s.docs[at] < doc; {
			at++
		}
		s.scores[at] += float32(weight * pairShare)
	}
	return nil
}

// keepReaching leaves out what does not reach the floor.
func (s *scoring) keepReaching(floor float32) {
	if s.cover == nil {
		return
	}
	n := 0
	for i, doc := range s.docs {
		if s.cover[i] >= floor {
			s.docs[n], s.scores[n] = doc, s.scores[i]
			n++
		}
	}
	s.docs, s.scores = s.docs[:n], s.scores[:n]
}

// loosen makes the matcher for when nothing has all the words of a query that has
// no operators but AND, and no phrases unless it is a question: what has
// enough of them, the best first.
func (c *compiler) loosen(n node, question bool, filters []matcher) matcher {
	if !plainWords(n, question) || longWords(c.plan.score) < 3 && !question {
		return nil
	}
	var any matchAny
	for w := range c.plan.score {
		any.of = append(any.of, matchTerm{fieldWords, w})
	}
	return matchEach{append([]matcher{any}, filters...)}
}

// longWords counts the words of two characters or more: a name that nobody prints (一函三书) is cut into
// characters, and having most of them means nothing.
func longWords(words map[string]float64) int {
	n := 0
	for w := range words {
		if utf8.RuneCountInString(w) > 1 {
			n++
		}
	}
	return n
}

// isQuestion tells queries that ask; an article need not have the words of asking.
// A question mark inside quotation marks belongs to the phrase.
func isQuestion(query string) bool {
	query = strings.TrimSpace(query)
	return strings.HasSuffix(query, "?") || strings.HasSuffix(query, "？")
}

func plainWords(n node, phrases bool) bool {
	switch n := n.(type) {
	case andNode:
		for _, sub := range n.of {
			if !plainWords(sub, phrases) {
				return false
			}
		}
		return true
	case termNode:
		return n.field == "" && !n.prefix && (phrases || !n.phrase)
	}
	return false
}
