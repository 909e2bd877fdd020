package index

import (
	"sync"

	index "github.com/blevesearch/bleve_index_api"
)

// columns are the doc values of a generation in memory, a field at a time, made
// when a field has been asked for twice or for much of the index.
type columns struct {
	mu     sync.Mutex
	asked  map[string]int
	fields map[string]*column
	keys   []key
	groups map[uint64]bool // with keys: the reprint groups of several articles
}

// column is the values of a field of every document of a generation.
type column struct {
	names []string // by ordinal
	from  []uint32 // ords[from[doc]:from[doc+1]] are the ordinals of a document's values
	ords  []uint32
}

// eager tells whether a column pays for so many documents.
func eager(docs, total int) bool { return docs > 2000 && docs*8 > total }

// column gives a field's column, or nil where it does not pay yet.
func (g *generation) column(field string, docs int) (*column, error) {
	g.cols.mu.Lock()
	defer g.cols.mu.Unlock()
	if c := g.cols.fields[field]; c != nil {
		return c, nil
	}
	if g.cols.asked == nil {
		g.cols.asked, g.cols.fields = map[string]int{}, map[string]*column{}
	}
	g.cols.asked[field]++
	if g.cols.asked[field] < 3 && !eager(docs, g.meta.Docs) {
		return nil, nil
	}
	c := &column{}
	seen := map[string]uint32{}
	err := g.eachValue(field, g.size(), func(i int) uint64 { return uint64(i) }, func(i int, term []byte) {
		c.add(i, term, seen)
	})
	if err != nil {
		return nil, err
	}
	c.end(g.size())
	g.cols.fields[field] = c
	return c, nil
}

func (c *column) add(doc int, term []byte, seen map[string]uint32) {
	c.end(doc)
	ord, ok := seen[string(term)]
	if !ok {
		ord = uint32(len(c.names))
		name := string(term)
		seen[name] = ord
		c.names = append(c.names, name)
	}
	c.ords = append(c.ords, ord)
}

// end closes the documents before doc, and opens it.
func (c *column) end(doc int) {
	for len(c.from) <= doc {
		c.from = append(c.from, uint32(len(c.ords)))
	}
}

func (g *generation) size() int {
	segs := g.snap.Segments()
	if len(segs) == 0 {
		return 0
	}
	return int(g.starts[len(segs)-1]) + int(segs[len(segs)-1].FullSize())
}

// eachValue calls f with each value of a field of n documents, whose numbers doc gives in order.
func (g *generation) eachValue(field string, n int, doc func(i int) uint64, f func(i int, term []byte)) error {
	r, err := g.snap.DocValueReader([]string{field})
	if err != nil {
		return err
	}
	for i := range n {
		err := r.VisitDocValues(index.NewIndexInternalID(nil, doc(i)), func(_ string, term []byte) { f(i, term) })
		if err != nil {
			return err
		}
	}
	return nil
}

// addKeys fills in the keys of what was found.
func (s *searching) addKeys() error {
	keys, err := s.gen.allKeys(len(s.found))
	if err != nil {
		return err
	}
	if keys != nil {
		for i := range s.found {
			s.found[i].key = keys[s.found[i].doc]
		}
		return nil
	}
	return s.gen.eachValue(fieldKey, len(s.found), func(i int) uint64 { return s.found[i].doc }, func(i int, term []byte) {
		s.found[i].key = unpackKey(term)
	})
}

// allKeys gives the keys of every document, or nil where they do not pay yet.
func (g *generation) allKeys(docs int) ([]key, error) {
	g.cols.mu.Lock()
	defer g.cols.mu.Unlock()
	if g.cols.keys != nil {
		return g.cols.keys, nil
	}
	if g.cols.asked == nil {
		g.cols.asked, g.cols.fields = map[string]int{}, map[string]*column{}
	}
	g.cols.asked[fieldKey]++
	if g.cols.asked[fieldKey] < 3 && !eager(docs, g.meta.Docs) {
		return nil, nil
	}
	keys := make([]key, g.size())
	err := g.eachValue(fieldKey, len(keys), func(i int) uint64 { return uint64(i) }, func(i int, term []byte) {
		keys[i] = unpackKey(term)
	})
	if err == nil {
		g.cols.keys, g.cols.groups = keys, severalGroups(keys)
	}
	return keys, err
}

// knownGroups gives the reprint groups of several articles, or nil where they are not known yet.
func (g *generation) knownGroups() map[uint64]bool {
	g.cols.mu.Lock()
	defer g.cols.mu.Unlock()
	return g.cols.groups
}

// alone tells whether it is known already that a reprint group has one article.
func (g *generation) alone(group uint64) bool {
	groups := g.knownGroups()
	return groups != nil && !groups[group]
}
