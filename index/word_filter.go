package index

import "hash/maphash"

// wordFilter tells of most texts that are no word of the index without looking for them: a set
// of bits, one for each word, that several may share (a Bloom filter with one hash).
type wordFilter struct {
	seed maphash.Seed
	bits []uint64
}

// filterBits is how many bits a filter has: 256 KB of them, so that of 150,000 words
// fewer than one text in ten is taken for a word.
const filterBits = 1 << 21

// newWordFilter reads all words of the parts, which takes some ten milliseconds for a hundred thousand.
func newWordFilter(ps []*part) (*wordFilter, error) {
	f := &wordFilter{maphash.MakeSeed(), make([]uint64, filterBits/64)}
	for _, p := range ps {
		err := p.terms(fieldWords, nil, nil, func(term string, _ uint64) bool {
			bit := f.bit(term)
			f.bits[bit/64] |= 1 << (bit % 64)
			return true
		})
		if err != nil {
			return nil, err
		}
	}
	return f, nil
}

func (f *wordFilter) bit(word string) uint64 { return maphash.String(f.seed, word) % filterBits }

// maybe tells whether a text may be a word. A nil filter knows nothing.
func (f *wordFilter) maybe(word string) bool {
	if f == nil {
		return true
	}
	bit := f.bit(word)
	return f.bits[bit/64]&(1<<(bit%64)) != 0
}
