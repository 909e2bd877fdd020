package index

import (
	"context"
	"fmt"
	"runtime"

	"github.com/blevesearch/bleve/v2"
	"golang.org/x/sync/errgroup"

	"jiandu/corpus"
)

// Bounds of a batch, which becomes a segment: so many documents, or so many bytes of text.
const (
	batchDocs  = 3000
	batchBytes = 4 << 20
)

// Bounds of what a worker takes at once.
const (
	pieceDocs  = 64
	pieceBytes = 128 << 10
)

// mostWorkers bounds the workers, each of which holds a batch.
const mostWorkers = 4

// feed reads the changed documents, and shares them among workers.
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
	for range min(max(2, runtime.GOMAXPROCS(0)), mostWorkers) {
		g.Go(func() error {
			return u.newWorker(w, total).run(ctx2, read)
		})
	}
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

// worker cuts documents and makes segments of them, from reading to the finished batch alone: so
// every processor has work while another makes a segment. It belongs to one goroutine.
type worker struct {
	u     *update
	w     *bleveWriter
	make  *maker
	total int
	batch *bleve.Batch
	bytes int64 // of the texts in the batch
}

func (u *update) newWorker(w *bleveWriter, total int) *worker {
	m := &maker{cut: newCutter(u.seg), areas: u.areas, maps: newTermMaps(), tally: newTally()}
	return &worker{u: u, w: w, make: m, total: total, batch: w.ix.NewBatch()}
}

// run takes documents until there are no more.
func (k *worker) run(ctx context.Context, in <-chan []corpus.Document) error {
	for docs := range in {
		if err := k.take(docs); err != nil {
			return err
		}
		if k.batch.Size() < batchDocs && k.bytes < batchBytes {
			continue
		}
		if err := k.flush(ctx); err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil || k.batch.Size() == 0 {
		return err
	}
	return k.flush(ctx)
}

func (k *worker) flush(ctx context.Context) error {
	b := k.batch
	k.batch, k.bytes = k.w.ix.NewBatch(), 0
	return k.w.write(ctx, b)
}

// take puts documents into the batch, and counts them.
func (k *worker) take(docs []corpus.Document) error {
	var got piece
	for _, d := range docs {
		if d.State != corpus.StateOK { // no article (any more)
			k.batch.Delete(d.ID)
			got.removed++
			continue
		}
		doc, n := k.make.document(d)
		if err := k.batch.IndexAdvanced(doc); err != nil {
			return err
		}
		got.docs++
		got.words += int64(n)
		got.bytes += int64(len(d.Text))
	}
	k.bytes += got.bytes
	k.u.count(got, k.total)
	return nil
}

// piece counts documents that were taken at once.
type piece struct {
	docs, removed int
	words         int64 // sum of the lengths of the documents
	bytes         int64 // of their texts
}

// count adds a piece to the report and tells of the progress.
func (u *update) count(p piece, total int) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.report.Indexed += p.docs
	u.report.Removed += p.removed
	u.report.TextBytes += p.bytes
	u.meta.Added += int64(p.docs)
	u.meta.Words += p.words
	if u.opt.Progress != nil {
		u.opt.Progress(u.report.Indexed+u.report.Removed, total)
	}
}
