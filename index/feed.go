package index

import (
	"context"
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"

	"jiandu/corpus"
)

// Bounds of a batch: so many documents, or so many bytes of text.
const (
	batchDocs  = 5000
	batchBytes = 8 << 20
)

// feed reads the changed documents and writes them, batch by batch, on every processor.
func (u *update) feed(ctx context.Context, w *bleveWriter) error {
	total, err := u.pending(ctx)
	if err != nil {
		return err
	}
	g, ctx2 := errgroup.WithContext(ctx)
	batches := make(chan []corpus.Document)
	g.Go(func() error {
		defer close(batches)
		return u.read(ctx2, batches)
	})
	var mu sync.Mutex
	for range max(2, runtime.GOMAXPROCS(0)) {
		g.Go(func() error {
			for docs := range batches {
				words, err := u.writeBatch(w, docs)
				if err != nil {
					return err
				}
				mu.Lock()
				u.count(docs, words, total)
				mu.Unlock()
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
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

// read groups the changed documents into batches.
func (u *update) read(ctx context.Context, batches chan<- []corpus.Document) error {
	var docs []corpus.Document
	size := 0
	send := func() error {
		select {
		case batches <- docs:
			docs, size = nil, 0
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	for d, err := range u.store.Changed(ctx, u.meta.Seq) {
		if err != nil {
			return err
		}
		u.meta.Seq = max(u.meta.Seq, d.Seq)
		docs, size = append(docs, d), size+len(d.Text)
		if len(docs) >= batchDocs || size >= batchBytes {
			if err := send(); err != nil {
				return err
			}
		}
	}
	if len(docs) == 0 {
		return nil
	}
	return send()
}

// writeBatch writes documents, and takes out those that are no articles (any
// more). It gives the sum of the lengths of those written.
func (u *update) writeBatch(w *bleveWriter, docs []corpus.Document) (int64, error) {
	b := w.ix.NewBatch()
	var words int64
	for _, d := range docs {
		if d.State != corpus.StateOK {
			b.Delete(d.ID)
			continue
		}
		doc, n, err := newDocument(d, u.cut, u.areas)
		if err != nil {
			return 0, err
		}
		words += int64(n)
		if err := b.IndexAdvanced(doc); err != nil {
			return 0, err
		}
	}
	return words, w.write(b)
}

func (u *update) count(docs []corpus.Document, words int64, total int) {
	for _, d := range docs {
		if d.State != corpus.StateOK {
			u.report.Removed++
			continue
		}
		u.report.Indexed++
		u.report.TextBytes += int64(len(d.Text))
		u.meta.Added++
	}
	u.meta.Words += words
	if u.opt.Progress != nil {
		u.opt.Progress(u.report.Indexed+u.report.Removed, total)
	}
}
