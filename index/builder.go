package index

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
)

// asyncErrors carries the errors of Bleve's background writers to the builder
// of the folder where they happened. Bleve knows such callbacks by name only, and
// wants them registered once, before any index is opened.
var asyncErrors sync.Map // folder of the store → chan error

const asyncErrorsName = "jiandu"

func init() {
	scorch.RegistryAsyncErrorCallbacks[asyncErrorsName] = func(err error, path string) {
		if ch, ok := asyncErrors.Load(path); ok {
			select {
			case ch.(chan error) <- err:
			default:
			}
		}
	}
}

// bleveWriter writes a Bleve index that nobody reads yet. Its batches need not
// last one by one: finish makes all of them last.
type bleveWriter struct {
	ix     bleve.Index
	path   string
	failed chan error
}

func openBleveWriter(dir string, create bool) (*bleveWriter, error) {
	config := map[string]any{
		"unsafe_batch":           true,
		"bolt_timeout":           "2s",
		"numSnapshotsToKeep":     1,
		"asyncErrorCallbackName": asyncErrorsName,
	}
	w := &bleveWriter{path: filepath.Join(dir, "store"), failed: make(chan error, 1)}
	asyncErrors.Store(w.path, w.failed)
	var err error
	if create {
		w.ix, err = bleve.NewUsing(dir, newMapping(), scorch.Name, scorch.Name, config)
	} else {
		w.ix, err = bleve.OpenUsing(dir, config)
	}
	if err != nil {
		asyncErrors.Delete(w.path)
		return nil, err
	}
	return w, nil
}

// write adds a batch, unless a background writer has failed.
func (w *bleveWriter) write(b *bleve.Batch) error {
	select {
	case err := <-w.failed:
		w.failed <- err
		return fmt.Errorf("write the index: %w", err)
	default:
		return w.ix.Batch(b)
	}
}

// finish waits until everything written is on disk.
func (w *bleveWriter) finish(ctx context.Context) error {
	done := make(chan error, 1)
	b := w.ix.NewBatch()
	b.SetInternal([]byte("finished"), []byte("yes"))
	b.SetPersistedCallback(func(err error) { done <- err })
	if err := w.write(b); err != nil {
		return err
	}
	select {
	case err := <-done:
		return err
	case err := <-w.failed:
		return fmt.Errorf("write the index: %w", err)
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (w *bleveWriter) docs() (int, error) {
	n, err := w.ix.DocCount()
	return int(n), err
}

func (w *bleveWriter) close() error {
	if w.ix == nil {
		return nil
	}
	err := w.ix.Close()
	asyncErrors.Delete(w.path)
	w.ix = nil
	return errors.Join(err)
}
