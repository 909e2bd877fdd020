package index

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/gofrs/flock"
)

// Index answers searches. It is safe for concurrent use.
type Index struct {
	home home
	mu   sync.RWMutex
	gen  *generation
}

// Open opens the index of the data directory dir for reading, in milliseconds. It fails
// with ErrNoIndex when there is none, with ErrVersion when another version made it, and with ErrDamaged when its
// files are not what was written.
func Open(dir string) (*Index, error) {
	ix := &Index{home: homeOf(dir)}
	var err error
	ix.gen, err = ix.home.openCurrent()
	if err != nil {
		return nil, fmt.Errorf("open the index: %w", err)
	}
	return ix, nil
}

// Refresh moves to the newest generation, and tells whether there was a newer one. Searches
// that are under way end on the one that they began with. After an error the index
// goes on answering from what it has.
func (ix *Index) Refresh() (bool, error) {
	n, err := ix.home.current()
	if err != nil {
		return false, err
	}
	ix.mu.RLock()
	same := ix.gen != nil && ix.gen.number == n
	ix.mu.RUnlock()
	if same {
		return false, nil
	}
	g, err := ix.home.openCurrent()
	if err != nil {
		return false, fmt.Errorf("refresh the index: %w", err)
	}
	ix.mu.Lock()
	old := ix.gen
	ix.gen = g
	ix.mu.Unlock()
	return true, old.release()
}

// Close closes the index when the searches under way have ended.
func (ix *Index) Close() error {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	if ix.gen == nil {
		return nil
	}
	g := ix.gen
	ix.gen = nil
	return g.release()
}

// Status describes the generation that answers.
type Status struct {
	Generation int
	Docs       int
	Seq        int64 // the corpus's change number up to which it goes
	Bytes      int64
}

// Status tells what is open.
func (ix *Index) Status() Status {
	ix.mu.RLock()
	defer ix.mu.RUnlock()
	if ix.gen == nil {
		return Status{}
	}
	m := ix.gen.meta
	return Status{Generation: ix.gen.number, Docs: m.Docs, Seq: m.Seq, Bytes: sizeOf(m.Files)}
}

// acquire gives the generation that answers now; the caller releases it.
func (ix *Index) acquire() (*generation, error) {
	ix.mu.RLock()
	defer ix.mu.RUnlock()
	if ix.gen == nil {
		return nil, errors.New("the index is closed")
	}
	ix.gen.mu.Lock()
	ix.gen.refs++
	ix.gen.mu.Unlock()
	return ix.gen, nil
}

// generation is an open generation. It closes with its last user.
type generation struct {
	number int
	dir    string // of Bleve's files
	meta   genMeta
	lock   *flock.Flock
	bleve  bleve.Index
	snap   *scorch.IndexSnapshot
	starts []uint64 // first document number of each segment
	cols   columns
	memo   memo

	mu   sync.Mutex
	refs int
}

// openCurrent opens the generation that answers. A writer may move the pointer and remove the
// generation at any moment, so it looks again when the pointer has moved.
func (h home) openCurrent() (*generation, error) {
	for {
		n, err := h.current()
		if err != nil {
			return nil, err
		}
		g, err := h.openGeneration(n)
		if err == nil {
			return g, nil
		}
		if now, err2 := h.current(); err2 != nil || now == n {
			return nil, err
		}
	}
}

func (h home) openGeneration(n int) (_ *generation, err error) {
	g := &generation{number: n, dir: h.file(n, bleveDir), refs: 1}
	defer func() {
		if r := recover(); r != nil { // Bleve may panic on files that it did not write
			err = fmt.Errorf("%w: generation %d: %v", ErrDamaged, n, r)
		}
		if err != nil {
			g.close()
		}
	}()
	if g.lock, err = h.hold(n); err != nil {
		return nil, fmt.Errorf("%w: generation %d: %w", ErrDamaged, n, err)
	}
	if g.meta, err = h.check(n); err != nil {
		return nil, err
	}
	if g.meta.Mapping != mappingVersion {
		return nil, fmt.Errorf("%w (has %d, wants %d)", ErrVersion, g.meta.Mapping, mappingVersion)
	}
	if err := g.open(h.file(n, bleveDir)); err != nil {
		return nil, fmt.Errorf("%w: generation %d: %w", ErrDamaged, n, err)
	}
	return g, nil
}

func (g *generation) open(dir string) error {
	var err error
	g.bleve, err = bleve.OpenUsing(dir, map[string]any{"read_only": true, "unsafe_batch": false, "bolt_timeout": "2s"})
	if err != nil {
		return err
	}
	adv, err := g.bleve.Advanced()
	if err != nil {
		return err
	}
	r, err := adv.Reader()
	if err != nil {
		return err
	}
	snap, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return fmt.Errorf("unexpected kind of index %T", r)
	}
	g.snap = snap
	var at uint64
	for _, s := range snap.Segments() {
		g.starts = append(g.starts, at)
		at += uint64(s.FullSize())
	}
	return nil
}

func (g *generation) release() error {
	g.mu.Lock()
	g.refs--
	last := g.refs == 0
	g.mu.Unlock()
	if !last {
		return nil
	}
	return g.close()
}

func (g *generation) close() error {
	var errs []error
	if g.snap != nil {
		errs = append(errs, g.snap.Close())
	}
	if g.bleve != nil {
		errs = append(errs, g.bleve.Close())
	}
	if g.lock != nil {
		errs = append(errs, g.lock.Unlock())
	}
	return errors.Join(errs...)
}

// Watch calls Refresh every so often until done is closed, and tells of errors.
func (ix *Index) Watch(done <-chan struct{}, every time.Duration, failed func(error)) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-done:
			return
		case <-t.C:
			if _, err := ix.Refresh(); err != nil && failed != nil {
				failed(err)
			}
		}
	}
}
