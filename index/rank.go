package index

import (
	"context"
	"math"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"
)

// Parameters of bm25 (Robertson and Zaragoza, The Probabilistic Relevance
// Framework, 2009), with the usual values.
const (
	bm25K = 1.2
	bm25B = 0.75
)

// ranker scores documents by bm25 over the words of the query.
type ranker struct {
	words map[string]float64 // weight × idf of each word
	mean  float64            // mean length of a document, in weighted words
}

func (s *searching) ranker() ranker {
	r := ranker{mean: max(1, float64(s.gen.meta.Words)/float64(max(1, s.gen.meta.Added)))}
	if s.req.Sort != "" && s.req.Sort != SortScore {
		return r
	}
	r.words = map[string]float64{}
	dict := s.gen.dictionary(s.parts)
	for w, weight := range s.plan.score {
		n, err := dict.count(w)
		if err != nil || n == 0 {
			continue
		}
		idf := math.Log(1 + (dict.docs-float64(n)+0.5)/(float64(n)+0.5))
		r.words[w] = max(idf, 0.01) * weight
	}
	return r
}

// scores gives the scores of a part's documents by number, or nil when nothing ranks.
func (r ranker) scores(ctx context.Context, p *part, docs *roaring.Bitmap) ([]float32, error) {
	if len(r.words) == 0 || docs.IsEmpty() {
		return nil, nil
	}
	except := roaring.Flip(docs, 0, uint64(p.size))
	scores := make([]float32, p.size)
	for w, weight := range r.words {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := r.addWord(p, w, weight, except, scores); err != nil {
			return nil, err
		}
	}
	return scores, nil
}

func (r ranker) addWord(p *part, word string, weight float64, except *roaring.Bitmap, scores []float32) error {
	list, err := p.postings(fieldWords, word, except)
	if err != nil {
		return err
	}
	it := list.Iterator(true, true, false, nil)
	for {
		post, err := it.Next()
		if err != nil || post == nil {
			return err
		}
		tf := float64(post.Frequency())
		norm := post.Norm() // 1 / √length
		length := 1 / (norm * norm)
		scores[post.Number()] += float32(weight * tf * (bm25K + 1) / (tf + bm25K*(1-bm25B+bm25B*length/r.mean)))
	}
}

// loosen makes the matcher for when nothing has all the words of a query that is
// made of words alone: what has the rarest of them ranks first.
func (c *compiler) loosen(n node, filters []matcher) (matcher, error) {
	var any matchAny
	for w := range c.plan.score {
		if utf8.RuneCountInString(w) > 1 {
			any.of = append(any.of, matchTerm{fieldWords, w})
		}
	}
	if !plainWords(n) || len(any.of) < 3 {
		return nil, nil
	}
	return matchEach{append([]matcher{any}, filters...)}, nil
}

func plainWords(n node) bool {
	switch n := n.(type) {
	case andNode:
		for _, sub := range n.of {
			if !plainWords(sub) {
				return false
			}
		}
		return true
	case termNode:
		return n.field == "" && !n.phrase && !n.prefix
	}
	return false
}
