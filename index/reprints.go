package index

import "github.com/RoaringBitmap/roaring/v2"

// reprints counts the articles of a group that the request's filters allow, but for one.
func (s *searching) reprints(group string, but uint64) (int, error) {
	if s.gen.alone(idNumber(group)) {
		return 0, nil
	}
	n := 0
	for _, p := range s.parts {
		docs, err := p.members(group)
		if err != nil {
			return 0, err
		}
		docs = withoutGone(p, docs)
		if p.base <= but && but < p.base+uint64(p.size) {
			docs = roaring.AndNot(docs, roaring.BitmapOf(uint32(but-p.base)))
		}
		if docs.IsEmpty() {
			continue
		}
		allowed, err := s.plan.filters.match(s.ctx, p, docs)
		if err != nil {
			return 0, err
		}
		n += int(docs.AndCardinality(allowed))
	}
	return n, nil
}

// members gives the articles of a reprint group, replaced ones included: those that say so, and
// the one whose id is the group's.
func (p *part) members(group string) (*roaring.Bitmap, error) {
	others, err := p.docs(fieldGroup, group)
	if err != nil {
		return nil, err
	}
	first, err := p.docs("_id", group)
	if err != nil {
		return nil, err
	}
	return roaring.Or(others, first), nil
}
