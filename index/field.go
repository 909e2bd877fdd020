package index

import index "github.com/blevesearch/bleve_index_api"

// field is a field of a Bleve document whose terms are counted already.
type field struct {
	name    string
	options index.FieldIndexingOptions
	value   []byte
	length  int
	terms   index.TokenFrequencies
}

// Name is part of index.Field, as are the methods below.
func (f *field) Name() string                                     { return f.name }
func (f *field) Value() []byte                                    { return f.value }
func (f *field) ArrayPositions() []uint64                         { return nil }
func (f *field) EncodedFieldType() byte                           { return 't' }
func (f *field) Analyze()                                         {}
func (f *field) Options() index.FieldIndexingOptions              { return f.options }
func (f *field) AnalyzedLength() int                              { return f.length }
func (f *field) AnalyzedTokenFrequencies() index.TokenFrequencies { return f.terms }
func (f *field) NumPlainTextBytes() uint64                        { return uint64(len(f.value)) }
func (f *field) Size() int                                        { return len(f.value) + 64*len(f.terms) }

// stored makes a field that is kept and not searched.
func stored(name string, value []byte) *field {
	return &field{name: name, options: index.StoreField, value: value}
}

// present makes a field that knows which terms are there, and not how often.
func present(name string, more index.FieldIndexingOptions) *field {
	return &field{name: name, options: index.IndexField | index.SkipFreqNorm | more, terms: index.TokenFrequencies{}}
}

// keywords makes a field of whole values for filters and facets.
func keywords(name string, values ...string) *field {
	f := present(name, index.DocValues)
	for _, v := range values {
		if v != "" {
			f.has(v)
		}
	}
	return f
}

func (f *field) has(term string) {
	if _, ok := f.terms[term]; !ok {
		f.terms[term] = &index.TokenFreq{}
	}
}

// hasPairs adds the pairs of neighbouring letters and digits of a folded text, but for
// those that are words of the document already.
func (f *field) hasPairs(text string, words index.TokenFrequencies) {
	shared := &index.TokenFreq{} // nothing of it is read where frequencies are skipped
	before, at := rune(-1), 0
	for i, r := range text {
		if !isWord(r) {
			before = -1
			continue
		}
		if before >= 0 && words[text[at:i+runeLen(r)]] == nil {
			f.terms[pairTerm(before, r)] = shared
		}
		before, at = r, i
	}
}

// counted makes a field of terms with frequencies.
func counted(name string) *field {
	return &field{name: name, options: index.IndexField, terms: index.TokenFrequencies{}}
}

// count adds n occurrences of a term.
func (f *field) count(term string, n int) {
	tf, ok := f.terms[term]
	if !ok {
		tf = &index.TokenFreq{}
		f.terms[term] = tf
	}
	tf.SetFrequency(tf.Frequency() + n)
}
