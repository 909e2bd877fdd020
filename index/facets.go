package index

import (
	"fmt"
	"slices"
	"sort"
	"strings"
)

const defaultFacetSize = 10

// facetFields gives the field of the index for each facet, and for the
// facets of regions how many digits of a code their level fills.
var facetFields = map[string]struct {
	field  string
	accept func(value string) bool
}{
	FacetTheme:    {fieldTheme, nil},
	FacetProvince: {fieldRegion, func(c string) bool { return strings.HasSuffix(c, "0000") && c != "000000" }},
	FacetCity:     {fieldRegion, func(c string) bool { return strings.HasSuffix(c, "00") && !strings.HasSuffix(c, "0000") }},
	FacetCounty:   {fieldRegion, func(c string) bool { return !strings.HasSuffix(c, "00") }},
	FacetYear:     {fieldYear, nil},
	FacetMonth:    {fieldMonth, nil},
	FacetUnit:     {fieldUnit, nil},
	FacetMeasure:  {fieldMeasure, nil},
	FacetSource:   {fieldSource, nil},
}

// facets counts the values of the fields asked for. With Fold, a value counts once
// for a reprint group, whichever of its articles have it, so that a count is
// what filtering by the value finds.
func (s *searching) facets() error {
	if len(s.req.Facets) == 0 {
		return nil
	}
	s.res.Facets = map[string][]FacetCount{}
	for _, f := range s.req.Facets {
		kind, ok := facetFields[f.Field]
		if !ok {
			return fmt.Errorf("%w: no facet is called %q", ErrRequest, f.Field)
		}
		c, err := s.countValues(kind.field, s.several)
		if err != nil {
			return err
		}
		s.res.Facets[f.Field] = c.top(f, kind.accept)
	}
	return nil
}

// severalGroups gives the reprint groups of which several articles may have been found; none where they
// are not folded.
func (s *searching) severalGroups() map[uint64]bool {
	if !s.req.Fold {
		return nil
	}
	if groups := s.gen.knownGroups(); groups != nil {
		return groups
	}
	keys := make([]key, len(s.found))
	for i, f := range s.found {
		keys[i] = f.key
	}
	return severalGroups(keys)
}

// severalGroups gives the reprint groups that stand in several of the keys.
func severalGroups(keys []key) map[uint64]bool {
	groups := make([]uint64, len(keys))
	for i, k := range keys {
		groups[i] = k.group
	}
	slices.Sort(groups)
	several := map[uint64]bool{}
	for i := 1; i < len(groups); i++ {
		if groups[i] == groups[i-1] {
			several[groups[i]] = true
		}
	}
	return several
}

// counter counts the values of one field.
type counter struct {
	names   []string // by ordinal, as are the counts
	counts  []uint32
	there   []uint32 // the ordinals that have a count
	several map[uint64]bool
	counted map[[2]uint64]bool // group and value
}

func (c *counter) add(k key, ord uint32) {
	if c.several[k.group] {
		pair := [2]uint64{k.group, uint64(ord)}
		if c.counted[pair] {
			return
		}
		c.counted[pair] = true
	}
	for int(ord) >= len(c.counts) {
		c.counts = append(c.counts, 0)
	}
	if c.counts[ord] == 0 {
		c.there = append(c.there, ord)
	}
	c.counts[ord]++
}

func (s *searching) countValues(field string, several map[uint64]bool) (*counter, error) {
	c := &counter{several: several, counted: map[[2]uint64]bool{}}
	col, err := s.gen.column(field, len(s.found))
	if err != nil {
		return nil, err
	}
	if col != nil {
		c.names, c.counts = col.names, make([]uint32, len(col.names))
		for _, f := range s.found {
			for _, ord := range col.ords[col.from[f.doc]:col.to(f.doc)] {
				c.add(f.key, ord)
			}
		}
		return c, nil
	}
	ords := map[string]uint32{}
	err = s.gen.eachValue(field, len(s.found), func(i int) uint64 { return s.found[i].doc }, func(i int, term []byte) {
		ord, ok := ords[string(term)]
		if !ok {
			ord = uint32(len(c.names))
			c.names = append(c.names, string(term))
			ords[c.names[ord]] = ord
		}
		c.add(s.found[i].key, ord)
	})
	return c, err
}

// to gives where the values of a document end.
func (c *column) to(doc uint64) uint32 {
	if int(doc)+1 < len(c.from) {
		return c.from[doc+1]
	}
	return uint32(len(c.ords))
}

// top gives the most frequent values that are wanted, the first of the alphabet of equals.
func (c *counter) top(f FacetRequest, accept func(string) bool) []FacetCount {
	match := foldString(f.Match)
	size := f.Size
	if size <= 0 {
		size = defaultFacetSize
	}
	top := make([]FacetCount, 0, min(size, len(c.there))+1)
	for _, ord := range c.there {
		c := FacetCount{Value: c.names[ord], Count: int(c.counts[ord])}
		if len(top) == size && !moreFrequent(c, top[size-1]) {
			continue
		}
		if accept != nil && !accept(c.Value) || match != "" && !strings.Contains(foldString(c.Value), match) {
			continue
		}
		at := sort.Search(len(top), func(i int) bool { return moreFrequent(c, top[i]) })
		top = slices.Insert(top, at, c)
		top = top[:min(size, len(top))]
	}
	return top
}

func moreFrequent(a, b FacetCount) bool {
	return a.Count > b.Count || a.Count == b.Count && a.Value < b.Value
}
