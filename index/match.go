package index

import (
	"context"
	"sort"

	"github.com/RoaringBitmap/roaring/v2"
)

// matcher finds the documents of a part. within, when not nil, bounds what is
// looked for; what it gives may go beyond. The bitmap is not to be changed.
type matcher interface {
	match(ctx context.Context, p *part, within *roaring.Bitmap) (*roaring.Bitmap, error)
	cost() int // the higher, the later
}

type (
	matchAll  struct{}
	matchTerm struct{ field, term string }
	matchEach struct{ of []matcher } // all of them; everything when there is none
	matchAny  struct{ of []matcher } // one of them
	matchNot  struct{ of matcher }
	// matchGuess knows about how many documents a matcher finds, so that what is rare comes first.
	matchGuess struct {
		matcher
		docs uint64
		hint bool // a matchText of the same matchEach finds nothing else
	}
	// matchRange finds the terms from from to to, both inclusive, "" without bound.
	matchRange struct{ field, from, to string }
)

func (matchAll) cost() int    { return 3 }
func (matchTerm) cost() int   { return 1 }
func (m matchEach) cost() int { return dearest(m.of) }
func (m matchAny) cost() int  { return dearest(m.of) }
func (m matchNot) cost() int  { return m.of.cost() + 1 }
func (matchRange) cost() int  { return 4 }

func dearest(of []matcher) int {
	c := 0
	for _, m := range of {
		c = max(c, m.cost())
	}
	return c + 1
}

func (matchAll) match(_ context.Context, p *part, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	if within != nil {
		return within, nil
	}
	return p.all(), nil
}

func (m matchTerm) match(_ context.Context, p *part, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
	return p.docs(m.field, m.term)
}

// flat gives the parts of m and of those that are matchEach themselves, so that what is
// cheap comes before what is dear.
func (m matchEach) flat(of []matcher) []matcher {
	for _, sub := range m.of {
		if each, ok := sub.(matchEach); ok {
			of = each.flat(of)
			continue
		}
		of = append(of, sub)
	}
	return of
}

func (m matchEach) match(ctx context.Context, p *part, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	of := m.flat(nil)
	sort.SliceStable(of, func(i, j int) bool {
		a, b := of[i].cost(), of[j].cost()
		return a < b || a == b && docsOf(of[i]) < docsOf(of[j])
	})
	rest, texts := splitTexts(of)
	for i, sub := range rest {
		if g, ok := sub.(matchGuess); ok && g.hint && within != nil && rathersLook(within, len(rest)-i) {
			continue
		}
		b, err := sub.match(ctx, p, within)
		if err != nil {
			return nil, err
		}
		if within != nil {
			b = roaring.And(within, b)
		}
		if b.IsEmpty() {
			return b, nil
		}
		within = b
	}
	if len(texts) > 0 {
		return matchTexts(ctx, p, within, texts)
	}
	return matchAll{}.match(ctx, p, within)
}

func docsOf(m matcher) uint64 {
	if g, ok := m.(matchGuess); ok {
		return g.docs
	}
	return 0
}

// rathersLook tells whether to look into documents is cheaper than to follow so many hints.
func rathersLook(docs *roaring.Bitmap, hints int) bool {
	return docs.GetCardinality() <= uint64(hints/2)
}

func (m matchAny) match(ctx context.Context, p *part, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	found := make([]*roaring.Bitmap, 0, len(m.of))
	for _, sub := range m.of {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		b, err := sub.match(ctx, p, within)
		if err != nil {
			return nil, err
		}
		if within != nil {
			b = roaring.And(within, b)
		}
		found = append(found, b)
	}
	return roaring.FastOr(found...), nil
}

func (m matchNot) match(ctx context.Context, p *part, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	b, err := m.of.match(ctx, p, within)
	if err != nil {
		return nil, err
	}
	if within == nil {
		within = p.all()
	}
	return roaring.AndNot(within, b), nil
}

func (m matchRange) match(_ context.Context, p *part, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
	var end []byte
	if m.to != "" {
		end = append([]byte(m.to), 0)
	}
	return p.docsWhere(m.field, []byte(m.from), end, func(string) bool { return true })
}

func withoutGone(p *part, b *roaring.Bitmap) *roaring.Bitmap {
	if p.gone == nil {
		return b
	}
	return roaring.AndNot(b, p.gone)
}
