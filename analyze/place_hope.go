package analyze

import "strconv"

// provinces is a set of provinces, a bit for each of the first two digits of a code.
type provinces [2]uint64

func (p *provinces) add(code string) {
	n, err := strconv.Atoi(code[:min(2, len(code))])
	if err == nil {
		p[n/64] |= 1 << (n % 64)
	}
}

func (p *provinces) addAll(q provinces) {
	p[0] |= q[0]
	p[1] |= q[1]
}

func (p *provinces) overlaps(q provinces) bool { return p[0]&q[0]|p[1]&q[1] != 0 }

// placeHint is what a row of the names of areas tells before the text is looked at.
type placeHint struct {
	in    provinces
	minor bool // a short name of counties alone: 合作, 友好, 资源 are words first
}

// placeHints gives a hint for each row.
func placeHints(rows [][]string, l *lexicon) []placeHint {
	hints := make([]placeHint, len(rows))
	for i, row := range rows {
		found := l.gaz.Find(row[0], 0)
		hints[i].minor = len(found) > 0 && !l.saysKind(row[0])
		if _, zone := l.gaz.Zone(row[0]); zone {
			hints[i].minor = false
		}
		for _, v := range found {
			hints[i].in.add(v.Code)
			hints[i].minor = hints[i].minor && level(v.Code) == 3
		}
	}
	return hints
}

// hopeless tells whether a name can't be that of an area because it is the short name of counties, and nothing
// names the province that one of them lies in: most of them are common words, and need not be cut then.
func (f *placeFinder) hopeless(hits []hit) bool {
	if len(hits) > 1 {
		return false
	}
	hint := f.lex.hints[hits[0].row]
	return hint.minor && !f.beforeHead(hits[0].end) && !f.mayKnow().overlaps(hint.in)
}

// beforeHead tells whether a head noun follows a name that ends at i: 友好|法院.
func (f *placeFinder) beforeHead(i int) bool { return len(f.hitsAt(tableHeads, i)) > 0 }

// mayKnow gives the provinces that the source, the title and the names of the text may speak of.
func (f *placeFinder) mayKnow() *provinces {
	if f.named != nil {
		return f.named
	}
	f.named = &provinces{}
	for code := range f.known {
		f.named.add(code)
	}
	last := -1 // where the last name ends: one that follows it at once may be a part of it
	for _, h := range f.hits[tablePlaces] {
		if hint := f.lex.hints[h.row]; !hint.minor || f.beforeHead(h.end) || h.start <= last {
			f.named.addAll(hint.in)
		}
		last = max(last, h.end)
	}
	return f.named
}
