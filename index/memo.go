package index

import (
	"strings"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
)

// memo keeps what was dear to find out about the texts of a generation: which documents
// were looked into for a phrase, so that the next page, another facet or the same question again
// costs nothing of it; and in how many documents words stand, by which queries are cut.
type memo struct {
	mu     sync.Mutex
	counts map[string]uint64
	cuts   int         // texts of queries that were cut
	filter *wordFilter // of all words, when it pays
	texts  map[memoKey]looks
}

// memoKey is a part's number and what was looked for.
type memoKey struct {
	part      int
	text      string
	titleOnly bool
}

// looks is which documents were looked into and which of them hold what was looked
// for. The bitmaps are never changed.
type looks struct{ looked, found *roaring.Bitmap }

// What is kept at most, and the least number of looks that are worth it.
const (
	maxKept   = 512
	maxCounts = 1 << 16
	worthLook = 64
)

// manyCuts is how many texts are cut before a filter of the words pays.
const manyCuts = 4

// words gives the filter of the words, or nil where it does not pay yet.
func (m *memo) words(ps []*part) (*wordFilter, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.cuts++; m.filter != nil || m.cuts < manyCuts {
		return m.filter, nil
	}
	var err error
	m.filter, err = newWordFilter(ps)
	return m.filter, err
}

func (m *memo) count(word string) (n uint64, ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	n, ok = m.counts[word]
	return n, ok
}

func (m *memo) setCount(word string, n uint64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.counts == nil || len(m.counts) >= maxCounts {
		m.counts = map[string]uint64{}
	}
	m.counts[strings.Clone(word)] = n
}

func (m *memo) text(part int, t matchText) looks {
	m.mu.Lock()
	defer m.mu.Unlock()
	if l, ok := m.texts[memoKey{part, t.text, t.titleOnly}]; ok {
		return l
	}
	return looks{roaring.New(), roaring.New()}
}

// addText keeps what a search found out about a text.
func (m *memo) addText(part int, t openText) {
	if t.looked.GetCardinality() < worthLook {
		return
	}
	before := m.text(part, t.matchText)
	l := looks{roaring.Or(before.looked, t.looked), roaring.Or(before.found, t.found)}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.texts == nil || len(m.texts) >= maxKept {
		m.texts = map[memoKey]looks{}
	}
	m.texts[memoKey{part, t.text, t.titleOnly}] = l
}
