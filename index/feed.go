package index

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
	"golang.org/x/sync/errgroup"

	"jiandu/corpus"
)

// Bounds of a batch, which becomes a segment: so many documents, or so many bytes of text.
const (
	batchDocs  = 5000
	batchBytes = 8 << 20
)

// Bounds of what goes from one stage to the next at once.
const (
	pieceDocs  = 64
	pieceBytes = 128 << 10
	ahead      = 40 // pieces that may wait to be written
)

// piece is some documents, ready to be written.
type piece struct {
	docs    []*document.Document
	removed []string // ids of those that are no articles (any more)
	words   int64    // sum of the lengths of docs
	bytes   int64    // of their texts
}

// feed reads the changed documents, cuts them on every processor, and writes them batch by batch.
// Bleve makes one segment at a time, for that takes memory; cutting goes on meanwhile.
func (u *update) feed(ctx context.Context, w *bleveWriter) error {
	total, err := u.pending(ctx)
	if err != nil {
		return err
	}
	if total > batchDocs {
		defer boundMemory()()
	}
	g, ctx2 := errgroup.WithContext(ctx)
	read := make(chan []corpus.Document)
	g.Go(func() error {
		defer close(read)
		return u.read(ctx2, read)
	})
	ready := make(chan piece, ahead)
	maps := newTermMaps()
	var cutting sync.WaitGroup
	for range max(2, runtime.GOMAXPROCS(0)) {
		cutting.Add(1)
		g.Go(func() error {
			defer cutting.Done()
			m := &maker{cut: u.cut, areas: u.areas, maps: maps, tally: newTally()}
			return m.pieces(ctx2, read, ready)
		})
	}
	g.Go(func() error {
		cutting.Wait()
		close(ready)
		return nil
	})
	g.Go(func() error { return u.write(ctx2, w, ready, total) })
	if err := g.Wait(); err != nil {
		return err
	}
	if u.gone {
		if err := u.removeGone(ctx, w); err != nil {
			return fmt.Errorf("take out what was deleted: %w", err)
		}
	}
	if u.meta.Known, err = u.known(ctx, u.meta.Seq); err != nil {
		return err
	}
	if err := w.finish(ctx); err != nil {
		return err
	}
	u.meta.Docs, err = w.docs()
	return err
}

// pending counts the documents that changed.
func (u *update) pending(ctx context.Context) (int, error) {
	var n int
	err := u.store.DB().QueryRowContext(ctx, `SELECT count(*) FROM article WHERE seq > ?`, u.meta.Seq).Scan(&n)
	return n, err
}

// read groups the changed documents.
func (u *update) read(ctx context.Context, out chan<- []corpus.Document) error {
	var docs []corpus.Document
	size := 0
	for d, err := range u.store.Changed(ctx, u.meta.Seq) {
		if err != nil {
			return err
		}
		u.meta.Seq = max(u.meta.Seq, d.Seq)
		docs, size = append(docs, d), size+len(d.Text)
		if len(docs) < pieceDocs && size < pieceBytes {
			continue
		}
		if err := send(ctx, out, docs); err != nil {
			return err
		}
		docs, size = nil, 0
	}
	if len(docs) == 0 {
		return nil
	}
	return send(ctx, out, docs)
}

func send[T any](ctx context.Context, out chan<- T, v T) error {
	select {
	case out <- v:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// pieces makes documents ready until there are no more.
func (m *maker) pieces(ctx context.Context, in <-chan []corpus.Document, out chan<- piece) error {
	for docs := range in {
		p, err := m.piece(docs)
		if err != nil {
			return err
		}
		if err := send(ctx, out, p); err != nil {
			return err
		}
	}
	return nil
}

func (m *maker) piece(docs []corpus.Document) (piece, error) {
	var p piece
	for _, d := range docs {
		if d.State != corpus.StateOK {
			p.removed = append(p.removed, d.ID)
			continue
		}
		doc, n, err := m.document(d)
		if err != nil {
			return p, err
		}
		p.docs = append(p.docs, doc)
		p.words += int64(n)
		p.bytes += int64(len(d.Text))
	}
	return p, nil
}

// write gathers what is ready into batches and writes them.
func (u *update) write(ctx context.Context, w *bleveWriter, ready <-chan piece, total int) error {
	b := w.ix.NewBatch()
	var size int64
	for p := range ready {
		if err := u.add(b, p, total); err != nil {
			return err
		}
		if size += p.bytes; b.Size() < batchDocs && size < batchBytes {
			continue
		}
		if err := w.write(ctx, b); err != nil {
			return err
		}
		b, size = w.ix.NewBatch(), 0
	}
	if b.Size() == 0 {
		return nil
	}
	return w.write(ctx, b)
}

// add puts a piece into a batch, and counts it.
func (u *update) add(b *bleve.Batch, p piece, total int) error {
	for _, doc := range p.docs {
		if err := b.IndexAdvanced(doc); err != nil {
			return err
		}
	}
	for _, id := range p.removed {
		b.Delete(id)
	}
	u.report.Indexed += len(p.docs)
	u.report.Removed += len(p.removed)
	u.report.TextBytes += p.bytes
	u.meta.Added += int64(len(p.docs))
	u.meta.Words += p.words
	if u.opt.Progress != nil {
		u.opt.Progress(u.report.Indexed+u.report.Removed, total)
	}
	return nil
}
