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
	several := map[uint64]bool{}
	if s.req.Fold {
		several = s.severalGroups()
	}
	for _, f := range s.req.Facets {
		kind, ok := facetFields[f.Field]
		if !ok {
			return fmt.Errorf("%w: no facet is called %q", ErrRequest, f.Field)
		}
		names, counts, err := s.countValues(kind.field, several)
		if err != nil {
			return err
		}
		s.res.Facets[f.Field] = topCounts(names, counts, f, kind.accept)
	}
	return nil
}

// severalGroups gives the reprint groups of which several articles were found.
func (s *searching) severalGroups() map[uint64]bool {
	groups := make([]uint64, len(s.found))
	for i, f := range s.found {
		groups[i] = f.key.group
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
	counts  []int
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
	c.counts[ord]++
}

func (s *searching) countValues(field string, several map[uint64]bool) ([]string, []int, error) {
	c := counter{several: several, counted: map[[2]uint64]bool{}}
	col, err := s.gen.column(field, len(s.found))
	if err != nil {
		return nil, nil, err
	}
	if col != nil {
		c.counts = make([]int, len(col.names))
		for _, f := range s.found {
			for _, ord := range col.ords[col.from[f.doc]:col.to(f.doc)] {
				c.add(f.key, ord)
			}
		}
		return col.names, c.counts, nil
	}
	var names []string
	ords := map[string]uint32{}
	err = s.gen.eachValue(field, len(s.found), func(i int) uint64 { return s.found[i].doc }, func(i int, term []byte) {
		ord, ok := ords[string(term)]
		if !ok {
			ord = uint32(len(names))
			names = append(names, string(term))
			ords[names[ord]] = ord
		}
		c.add(s.found[i].key, ord)
	})
	return names, c.counts, err
}

// to gives where the values of a document end.
func (c *column) to(doc uint64) uint32 {
	if int(doc)+1 < len(c.from) {
		return c.from[doc+1]
	}
	return uint32(len(c.ords))
}

// topCounts gives the most frequent values that are wanted; years and months in their order.
func topCounts(names []string, counts []int, f FacetRequest, accept func(string) bool) []FacetCount {
	match := foldString(f.Match)
	top := []FacetCount{}
	for ord, n := range counts {
		name := names[ord]
		if n == 0 || accept != nil && !accept(name) || match != "" && !strings.Contains(foldString(name), match) {
			continue
		}
		top = append(top, FacetCount{Value: name, Count: n})
	}
	sort.Slice(top, func(i, j int) bool {
		if top[i].Count != top[j].Count {
			return top[i].Count > top[j].Count
		}
		return top[i].Value < top[j].Value
	})
	size := f.Size
	if size <= 0 {
		size = defaultFacetSize
	}
	return top[:min(size, len(top))]
}
