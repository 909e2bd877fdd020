package index

import (
	"context"

	"github.com/RoaringBitmap/roaring/v2"
)

// matchText finds a folded text in title or text (in the title alone) by
// looking into the documents that are left.
type matchText struct {
	text      string
	titleOnly bool
	word      matcher // documents that surely hold it; may be nil
}

func (matchText) cost() int { return 100 }

func (m matchText) match(ctx context.Context, p *part, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	return matchTexts(ctx, p, within, []matchText{m})
}

// splitTexts gives the matchers that look into documents apart from the others.
func splitTexts(of []matcher) (rest []matcher, texts []matchText) {
	for _, m := range of {
		if t, ok := m.(matchText); ok {
			texts = append(texts, t)
			continue
		}
		rest = append(rest, m)
	}
	return rest, texts
}

// matchTexts finds the documents that hold all of the texts, looking into each once.
func matchTexts(ctx context.Context, p *part, within *roaring.Bitmap, texts []matchText) (*roaring.Bitmap, error) {
	left, err := matchAll{}.match(ctx, p, within)
	if err != nil {
		return nil, err
	}
	left = withoutGone(p, left)
	open := make([]openText, len(texts))
	for i, t := range texts {
		if open[i], left, err = openTextOf(ctx, p, t, left); err != nil {
			return nil, err
		}
	}
	need := roaring.New()
	for i := range open {
		open[i].unknown.And(left)
		need.Or(open[i].unknown)
	}
	found := roaring.AndNot(left, need)
	var whole folder
	for it, n := need.Iterator(), 0; it.HasNext(); n++ {
		if n%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		doc := it.Next()
		ok, err := p.holdsAll(doc, open, &whole)
		if err != nil {
			return nil, err
		}
		if ok {
			found.Add(doc)
		}
	}
	for i := range open {
		p.memo.addText(p.number, open[i])
	}
	return found, nil
}

// openText is a text that is looked for in documents.
type openText struct {
	matchText
	find    finder
	unknown *roaring.Bitmap // documents of which it is not known whether they hold it
	looks                   // those that were looked into
}

// openTextOf gives what is not known yet of a text, and left without the documents that are known
// not to hold it.
func openTextOf(ctx context.Context, p *part, t matchText, left *roaring.Bitmap) (openText, *roaring.Bitmap, error) {
	o := openText{matchText: t, find: newFinder(t.text), looks: looks{roaring.New(), roaring.New()}}
	kept := p.memo.text(p.number, t)
	o.unknown = roaring.AndNot(left, kept.looked)
	if t.word == nil {
		return o, roaring.AndNot(left, roaring.AndNot(kept.looked, kept.found)), nil
	}
	sure, err := t.word.match(ctx, p, left)
	if err != nil {
		return o, nil, err
	}
	o.unknown.AndNot(sure)
	known := roaring.AndNot(kept.looked, kept.found)
	known.AndNot(sure)
	return o, roaring.AndNot(left, known), nil
}

// holdsAll tells whether the title or the text of a document holds each of the texts of which that is
// not known. The values are looked at where they are: Bleve uses them again.
func (p *part) holdsAll(doc uint32, texts []openText, whole *folder) (bool, error) {
	missing := 0
	for i := range texts {
		if texts[i].unknown.Contains(doc) {
			texts[i].looked.Add(doc)
			missing++
		}
	}
	err := p.seg.VisitStoredFields(uint64(doc), func(field string, _ byte, value []byte, _ []uint64) bool {
		if field != storedTitle && field != storedText {
			return true
		}
		for i := range texts {
			t := &texts[i]
			if t.titleOnly && field != storedTitle || !t.unknown.Contains(doc) || t.found.Contains(doc) {
				continue
			}
			if t.find.in(value, whole) {
				t.found.Add(doc)
				missing--
			}
		}
		return missing > 0
	})
	return missing == 0, err
}
