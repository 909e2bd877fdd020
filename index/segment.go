package index

import (
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// part is a segment of a generation as one search sees it. Documents are known by their
// numbers in the segment. Bitmaps that its methods give are not to be changed.
type part struct {
	seg    segment.Segment
	number int             // of the segment in the generation
	memo   *memo           // of the generation
	gone   *roaring.Bitmap // replaced or removed; may be nil
	base   uint64          // number of its first document in the generation
	size   uint32
	dicts  map[string]segment.TermDictionary
}

func (g *generation) parts() []*part {
	var ps []*part
	for i, s := range g.snap.Segments() {
		ps = append(ps, &part{
			seg: s.Segment(), number: i, memo: &g.memo, gone: s.Deleted(), base: g.starts[i], size: uint32(s.FullSize()),
			dicts: map[string]segment.TermDictionary{},
		})
	}
	return ps
}

func (p *part) dict(field string) (segment.TermDictionary, error) {
	d, ok := p.dicts[field]
	if ok {
		return d, nil
	}
	d, err := p.seg.Dictionary(field)
	if err != nil {
		return nil, fmt.Errorf("dictionary of %s: %w", field, err)
	}
	p.dicts[field] = d
	return d, nil
}

// postings gives the documents that have the term, in the memory of a list that is
// not needed any more (nil for none).
func (p *part) postings(field, term string, old segment.PostingsList) (segment.PostingsList, error) {
	d, err := p.dict(field)
	if err != nil {
		return nil, err
	}
	return d.PostingsList([]byte(term), nil, old)
}

// docs gives the documents that have the term, replaced ones included.
func (p *part) docs(field, term string) (*roaring.Bitmap, error) {
	list, err := p.postings(field, term, nil)
	if err != nil {
		return nil, err
	}
	it, ok := list.Iterator(false, false, false, nil).(segment.OptimizablePostingsIterator)
	if !ok {
		return roaring.New(), nil
	}
	if doc, one := it.DocNum1Hit(); one {
		return roaring.BitmapOf(uint32(doc)), nil
	}
	if bm := it.ActualBitmap(); bm != nil {
		return bm, nil
	}
	return roaring.New(), nil
}

// all gives every document.
func (p *part) all() *roaring.Bitmap {
	b := roaring.New()
	b.AddRange(0, uint64(p.size))
	return b
}

// terms calls f with the terms of a field from start (inclusive) to end
// (exclusive, nil for no end), in order, until it gives false.
func (p *part) terms(field string, start, end []byte, f func(term string, docs uint64) bool) error {
	d, err := p.dict(field)
	if err != nil {
		return err
	}
	it := d.AutomatonIterator(nil, start, end)
	for {
		e, err := it.Next()
		if err != nil || e == nil {
			return err
		}
		if !f(e.Term, e.Count) {
			return nil
		}
	}
}

// docsWhere gives the documents that have a wanted term from start (inclusive) to end (exclusive).
func (p *part) docsWhere(field string, start, end []byte, wanted func(term string) bool) (*roaring.Bitmap, error) {
	found := roaring.New()
	var bad error
	err := p.terms(field, start, end, func(term string, _ uint64) bool {
		if !wanted(term) {
			return true
		}
		var b *roaring.Bitmap
		if b, bad = p.docs(field, term); bad == nil {
			found.Or(b)
		}
		return bad == nil
	})
	if err == nil {
		err = bad
	}
	return found, err
}

// article is what is stored of a document, with what was marked in it.
type article struct {
	id string
	shown
	title, text           []rune
	titleMarks, textMarks []Mark
}

// article reads a document.
func (p *part) article(doc uint32, m marker) (article, error) {
	var a article
	var bad error
	err := p.seg.VisitStoredFields(uint64(doc), func(field string, _ byte, value []byte, _ []uint64) bool {
		switch field {
		case "_id":
			a.id = string(value)
		case storedMeta:
			a.shown, bad = decodeShown(value)
		case storedTitle:
			a.title = decodeText(value)
			a.titleMarks = m.in(value, a.title)
		case storedText:
			a.text = decodeText(value)
			a.textMarks = m.in(value, a.text)
		}
		return true
	})
	if err == nil && bad != nil {
		err = fmt.Errorf("%w: article %s: %w", ErrDamaged, a.id, bad)
	}
	return a, err
}
