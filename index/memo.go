package index

import (
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
)

// memo keeps what was dear to find out about the texts of a generation: which documents
// hold a character, and which were looked into for a phrase, so that the next page, another facet
// or the same question again costs nothing of it.
type memo struct {
	mu    sync.Mutex
	chars map[memoKey]*roaring.Bitmap
	texts map[memoKey]looks
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
	worthLook = 64
)

func (m *memo) char(part int, char string) *roaring.Bitmap {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.chars[memoKey{part: part, text: char}]
}

func (m *memo) setChar(part int, char string, docs *roaring.Bitmap) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.chars == nil || len(m.chars) >= maxKept {
		m.chars = map[memoKey]*roaring.Bitmap{}
	}
	m.chars[memoKey{part: part, text: char}] = docs
}

func (m *memo) text(part int, t matchText) looks {
	m.mu.Lock()
	defer m.mu.Unlock()
	if l, ok := m.texts[memoKey{part, t.text, t.titleOnly}]; ok {
		return l
	}
	return looks{roaring.New(), roaring.New()}
}

func (m *memo) setText(part int, t matchText, l looks) {
	if l.looked.GetCardinality() < worthLook {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.texts == nil || len(m.texts) >= maxKept {
		m.texts = map[memoKey]looks{}
	}
	m.texts[memoKey{part, t.text, t.titleOnly}] = l
}
