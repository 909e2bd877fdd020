package index

import (
	"slices"

	index "github.com/blevesearch/bleve_index_api"
)

// field is a field of a Bleve document whose terms are counted already. They are kept
// as lists, without pointers where there are many: Bleve asks for a map of them when it makes a segment,
// a document at a time, and a map for each of thousands of documents would take most of the memory.
type field struct {
	name    string
	options index.FieldIndexingOptions
	value   []byte
	length  int
	text    string    // folded, that words are of
	words   []counted // each once
	values  []string  // other terms, each once
	pairs   []uint16  // numbers of terms of pairs, each once
	chars   []rune    // characters that are terms, each once
	maps    *termMaps
}

// counted is a word, where it stands in a text (bytes), and how often.
type counted struct {
	at, size uint32
	n        int32
}

// Name is part of index.Field, as are the methods below.
func (f *field) Name() string                        { return f.name }
func (f *field) Value() []byte                       { return f.value }
func (f *field) ArrayPositions() []uint64            { return nil }
func (f *field) EncodedFieldType() byte              { return 't' }
func (f *field) Analyze()                            {}
func (f *field) Options() index.FieldIndexingOptions { return f.options }
func (f *field) AnalyzedLength() int                 { return f.length }
func (f *field) NumPlainTextBytes() uint64           { return uint64(len(f.value)) }
func (f *field) Size() int {
	return len(f.value) + len(f.text) + 12*len(f.words) + 16*len(f.values) + 2*len(f.pairs) + 4*len(f.chars)
}

// AnalyzedTokenFrequencies gives a map that holds until the next field of this name is asked.
func (f *field) AnalyzedTokenFrequencies() index.TokenFrequencies {
	m := f.maps.empty(f.name, len(f.words)+len(f.values)+len(f.pairs)+len(f.chars))
	for _, w := range f.words {
		m[f.text[w.at:w.at+w.size]] = f.maps.times(w.n)
	}
	there := f.maps.times(0)
	for _, v := range f.values {
		m[v] = there
	}
	for _, p := range f.pairs {
		m[pairTermOf(p)] = there
	}
	for _, r := range f.chars {
		m[charTerm(r)] = there
	}
	return m
}

// termMaps lends the maps of a writer's fields, one for each name. It serves one
// batch at a time.
type termMaps struct {
	byName map[string]index.TokenFrequencies
	freqs  map[int32]*index.TokenFreq
}

func newTermMaps() *termMaps {
	return &termMaps{map[string]index.TokenFrequencies{}, map[int32]*index.TokenFreq{}}
}

// wideMap is how many terms a map may have held and still be used for few: to empty
// a map takes as long as it was ever large.
const wideMap = 8192

func (t *termMaps) empty(name string, n int) index.TokenFrequencies {
	m := t.byName[name]
	if m == nil || len(m) > max(wideMap, 4*n) {
		m = make(index.TokenFrequencies, n)
		t.byName[name] = m
		return m
	}
	clear(m)
	return m
}

// times gives a shared count; Bleve reads nothing else of it.
func (t *termMaps) times(n int32) *index.TokenFreq {
	f := t.freqs[n]
	if f == nil {
		f = &index.TokenFreq{}
		f.SetFrequency(int(n))
		t.freqs[n] = f
	}
	return f
}

// stored makes a field that is kept and not searched.
func stored(name string, value []byte) *field {
	return &field{name: name, options: index.StoreField, value: value}
}

// present makes a field that knows which terms are there, and not how often.
func present(name string, more index.FieldIndexingOptions) *field {
	return &field{name: name, options: index.IndexField | index.SkipFreqNorm | more}
}

// keywords makes a field of whole values for filters and facets.
func keywords(name string, values ...string) *field {
	f := present(name, index.DocValues)
	slices.Sort(values)
	for _, v := range slices.Compact(values) {
		if v != "" {
			f.values = append(f.values, v)
		}
	}
	return f
}

// member makes the field of a reprint group, which has no column.
func member(group string) *field {
	f := present(fieldGroup, 0)
	if group != "" {
		f.values = []string{group}
	}
	return f
}
