package index

import (
	"container/heap"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"math"
	"sort"
)

// fold keeps one article of each reprint group: the one that leads it, or the
// best where that one was not found.
func (s *searching) fold() {
	at := map[uint64]int{}
	kept := s.found[:0]
	for _, f := range s.found {
		if !s.several[f.key.group] {
			kept = append(kept, f)
			continue
		}
		i, ok := at[f.key.group]
		if !ok {
			at[f.key.group] = len(kept)
			kept = append(kept, f)
			continue
		}
		if f.key.lead && !kept[i].key.lead || f.key.lead == kept[i].key.lead && s.before(f, kept[i]) {
			kept[i] = f
		}
	}
	s.found = kept
}

// before is the order of hits: as asked for, then newest first, then by number.
func (s *searching) before(a, b found) bool {
	switch s.req.Sort {
	case SortNewest, SortOldest:
	default:
		if a.score != b.score {
			return a.score > b.score
		}
	}
	if a.key.day != b.key.day {
		if s.req.Sort == SortOldest {
			return a.key.day != 0 && (b.key.day == 0 || a.key.day < b.key.day)
		}
		return a.key.day > b.key.day
	}
	return a.key.id < b.key.id
}

// worst is a heap of hits with the last one on top.
type worst struct {
	s    *searching
	hits []found
}

func (w *worst) Len() int           { return len(w.hits) }
func (w *worst) Less(i, j int) bool { return w.s.before(w.hits[j], w.hits[i]) }
func (w *worst) Swap(i, j int)      { w.hits[i], w.hits[j] = w.hits[j], w.hits[i] }
func (w *worst) Push(x any)         { w.hits = append(w.hits, x.(found)) }
func (w *worst) Pop() any {
	last := w.hits[len(w.hits)-1]
	w.hits = w.hits[:len(w.hits)-1]
	return last
}

// page makes the hits asked for out of what was found.
func (s *searching) page() error {
	limit := s.req.Limit
	switch {
	case limit < 0:
		return nil
	case limit == 0:
		limit = defaultLimit
	case limit > maxLimit:
		return fmt.Errorf("%w: at most %d hits a page; ask for the next page with its cursor", ErrRequest, maxLimit)
	}
	after, err := s.cursor()
	if err != nil {
		return err
	}
	top, more := s.top(limit, after)
	for _, f := range top {
		h, err := s.hit(f)
		if err != nil {
			return err
		}
		s.res.Hits = append(s.res.Hits, h)
	}
	if more && len(top) > 0 {
		s.res.Next = packCursor(top[len(top)-1])
	}
	return nil
}

// top gives the first hits that come after a hit (nil for none), and whether there are more.
func (s *searching) top(limit int, after *found) (hits []found, more bool) {
	w := &worst{s: s}
	for _, f := range s.found {
		if after != nil && !s.before(*after, f) {
			continue
		}
		if len(w.hits) < limit {
			heap.Push(w, f)
			continue
		}
		more = true
		if s.before(f, w.hits[0]) {
			w.hits[0] = f
			heap.Fix(w, 0)
		}
	}
	sort.Slice(w.hits, func(i, j int) bool { return s.before(w.hits[i], w.hits[j]) })
	return w.hits, more
}

func packCursor(f found) string {
	b := binary.BigEndian.AppendUint32(nil, math.Float32bits(f.score))
	b = binary.BigEndian.AppendUint32(b, f.key.day)
	b = binary.BigEndian.AppendUint64(b, f.key.id)
	return base64.RawURLEncoding.EncodeToString(b)
}

// cursor reads the request's cursor: the last hit of the page before.
func (s *searching) cursor() (*found, error) {
	if s.req.Cursor == "" {
		return nil, nil
	}
	b, err := base64.RawURLEncoding.DecodeString(s.req.Cursor)
	if err != nil || len(b) != 16 {
		return nil, fmt.Errorf("%w: %q is no cursor of a page before", ErrRequest, s.req.Cursor)
	}
	return &found{
		score: math.Float32frombits(binary.BigEndian.Uint32(b)),
		key:   key{day: binary.BigEndian.Uint32(b[4:]), id: binary.BigEndian.Uint64(b[8:])},
	}, nil
}
