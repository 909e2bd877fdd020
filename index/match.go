package index

import (
	"context"
	"sort"
	"strings"

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
	// matchChar finds the documents with a letter or digit: those that have a word with it.
	matchChar struct{ char string }
	matchEach struct{ of []matcher } // all of them; everything when there is none
	matchAny  struct{ of []matcher } // one of them
	matchNot  struct{ of matcher }
	// matchRange finds the terms from from to to, both inclusive, "" without bound.
	matchRange struct{ field, from, to string }
	// matchText finds a folded text in title or text (in the title alone) by
	// looking into the documents that are left.
	matchText struct {
		text      string
		titleOnly bool
		word      matcher // documents that surely hold it; may be nil
	}
)

func (matchAll) cost() int    { return 3 }
func (matchTerm) cost() int   { return 1 }
func (m matchEach) cost() int { return dearest(m.of) }
func (m matchAny) cost() int  { return dearest(m.of) }
func (m matchNot) cost() int  { return m.of.cost() + 1 }
func (matchRange) cost() int  { return 4 }
func (matchChar) cost() int   { return 90 }
func (matchText) cost() int   { return 100 }

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
	sort.SliceStable(of, func(i, j int) bool { return of[i].cost() < of[j].cost() })
	for _, sub := range of {
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
	return matchAll{}.match(ctx, p, within)
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

// fewEnough is how many documents are rather looked into than all words looked through.
const fewEnough = 3000

func (m matchChar) match(ctx context.Context, p *part, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	known := p.memo.char(p.number, m.char)
	if known != nil {
		return known, nil
	}
	if within != nil && within.GetCardinality() <= fewEnough {
		return matchText{text: m.char}.match(ctx, p, within)
	}
	found, err := p.docsWhere(fieldWords, nil, nil, func(term string) bool { return strings.Contains(term, m.char) })
	if err == nil {
		p.memo.setChar(p.number, m.char, found)
	}
	return found, err
}

func (m matchText) match(ctx context.Context, p *part, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	candidates, err := matchAll{}.match(ctx, p, within)
	if err != nil {
		return nil, err
	}
	candidates = withoutGone(p, candidates)
	found := roaring.New()
	if m.word != nil {
		sure, err := m.word.match(ctx, p, candidates)
		if err != nil {
			return nil, err
		}
		found = roaring.And(candidates, sure)
		candidates = roaring.AndNot(candidates, sure)
	}
	kept := p.memo.text(p.number, m)
	found.Or(roaring.And(candidates, kept.found))
	candidates = roaring.AndNot(candidates, kept.looked)
	hold, err := m.lookInto(ctx, p, candidates)
	if err != nil {
		return nil, err
	}
	found.Or(hold)
	p.memo.setText(p.number, m, looks{roaring.Or(kept.looked, candidates), roaring.Or(kept.found, hold)})
	return found, nil
}

// lookInto finds the documents whose texts hold the text.
func (m matchText) lookInto(ctx context.Context, p *part, candidates *roaring.Bitmap) (*roaring.Bitmap, error) {
	found := roaring.New()
	f := newFinder(m.text)
	for it, n := candidates.Iterator(), 0; it.HasNext(); n++ {
		if n%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		doc := it.Next()
		ok, err := p.holds(doc, f, m.titleOnly)
		if err != nil {
			return nil, err
		}
		if ok {
			found.Add(doc)
		}
	}
	return found, nil
}

func withoutGone(p *part, b *roaring.Bitmap) *roaring.Bitmap {
	if p.gone == nil {
		return b
	}
	return roaring.AndNot(b, p.gone)
}
