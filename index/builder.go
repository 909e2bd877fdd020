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
	slots  chan struct{}
}

func openBleveWriter(dir string, create bool) (*bleveWriter, error) {
	config := map[string]any{
		"unsafe_batch":           true,
		"bolt_timeout":           "2s",
		"numSnapshotsToKeep":     1,
		"asyncErrorCallbackName": asyncErrorsName,
	}
	w := &bleveWriter{path: filepath.Join(dir, "store"), failed: make(chan error, 1), slots: make(chan struct{}, unsaved)}
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

// unsaved is how many batches may be in memory and not yet on disk.
const unsaved = 2

// write adds a batch, unless a background writer has failed. It waits while too
// many are not on disk yet.
func (w *bleveWriter) write(ctx context.Context, b *bleve.Batch) error {
	select {
	case w.slots <- struct{}{}:
	case err := <-w.failed:
		return w.fail(err)
	case <-ctx.Done():
		return ctx.Err()
	}
	b.SetPersistedCallback(func(error) { <-w.slots })
	return w.ix.Batch(b)
}

// fail keeps an error of a background writer for whoever asks next.
func (w *bleveWriter) fail(err error) error {
	select {
	case w.failed <- err:
	default:
	}
	return fmt.Errorf("write the index: %w", err)
}

// finish waits until everything written is on disk.
func (w *bleveWriter) finish(ctx context.Context) error {
	done := make(chan error, 1)
	b := w.ix.NewBatch()
	b.SetInternal([]byte("finished"), []byte("yes"))
	b.SetPersistedCallback(func(err error) { done <- err })
	if err := w.ix.Batch(b); err != nil {
		return err
	}
	select {
	case err := <-done:
		return err
	case err := <-w.failed:
		return w.fail(err)
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
