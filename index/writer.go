package index

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
)

// BuildOptions says how Update builds.
type BuildOptions struct {
	Full      bool              // make everything anew, even where nothing changed
	Segmenter string            // version of the segmenter: another version makes everything anew
	Themes    map[string]string // names of the themes by id, so that 主题:派驻监督 is understood
	// Progress, when not nil, is called now and then with the number of
	// articles taken in so far and the number to take in.
	Progress func(done, total int)
}

// BuildReport says what Update did.
type BuildReport struct {
	Generation int           `json:"generation"` // that answers now
	Full       bool          `json:"full"`       // made anew
	Reason     string        `json:"reason"`     // why it was made anew, or ""
	Indexed    int           `json:"indexed"`    // articles put in
	Removed    int           `json:"removed"`    // articles taken out
	Docs       int           `json:"docs"`       // articles in the index
	TextBytes  int64         `json:"text_bytes"` // of the articles put in
	Bytes      int64         `json:"bytes"`      // of the index on disk
	Took       time.Duration `json:"took"`
}

// Update brings the index of the data directory dir up to the corpus: it builds a new
// generation out of the last one and the documents that changed, and lets it answer. Readers
// keep what they have open. Where nothing changed it does nothing. On any failure, a full
// disk or a kill included, the last generation goes on answering. It fails with ErrLocked
// when another process is updating.
func Update(ctx context.Context, store *corpus.Store, dir string, seg Segmenter, opt BuildOptions) (BuildReport, error) {
	start := time.Now()
	h := homeOf(dir)
	if err := os.MkdirAll(string(h), 0o755); err != nil {
		return BuildReport{}, fmt.Errorf("index folder: %w", err)
	}
	lock := flock.New(filepath.Join(string(h), "write.lock"))
	if ok, err := lock.TryLock(); err != nil {
		return BuildReport{}, fmt.Errorf("lock the index: %w", err)
	} else if !ok {
		return BuildReport{}, fmt.Errorf("%w: %s", ErrLocked, h)
	}
	defer lock.Unlock()
	areas, err := gazetteer.Load()
	if err != nil {
		return BuildReport{}, err
	}
	u := update{home: h, store: store, seg: seg, opt: opt, areas: areas}
	err = u.run(ctx)
	u.report.Took = time.Since(start)
	if err != nil {
		return u.report, fmt.Errorf("update the index: %w", err)
	}
	return u.report, nil
}

// update is one run of Update.
type update struct {
	home   home
	store  *corpus.Store
	seg    Segmenter
	areas  *gazetteer.Table
	opt    BuildOptions
	base   int  // generation to build upon, 0 for none
	gone   bool // articles were deleted from the corpus
	meta   genMeta
	mu     sync.Mutex // of meta's counts and report while workers run
	report BuildReport
}

func (u *update) run(ctx context.Context) error {
	if err := u.chooseBase(); err != nil {
		return err
	}
	last, err := u.store.LastSeq(ctx)
	if err != nil {
		return err
	}
	if u.base > 0 && last < u.meta.Seq {
		u.base, u.meta = 0, genMeta{}
		u.report.Full, u.report.Reason = true, "the corpus is not the one it was made of"
	}
	if u.base > 0 {
		known, err := u.known(ctx, u.meta.Seq)
		if err != nil {
			return err
		}
		u.gone = known != u.meta.Known
	}
	if u.base > 0 && u.meta.Seq == last && !u.gone && maps.Equal(u.meta.Themes, u.opt.Themes) {
		u.report.Generation, u.report.Docs = u.base, u.meta.Docs
		u.report.Bytes = sizeOf(u.meta.Files)
		u.home.sweep(u.base)
		return nil
	}
	return u.build(ctx)
}

// chooseBase finds the generation to build upon, and says why there is none.
func (u *update) chooseBase() error {
	n, err := u.home.current()
	if err == nil {
		u.meta, err = u.home.check(n)
	}
	switch {
	case errors.Is(err, ErrNoIndex):
		u.report.Reason = "there was none"
	case errors.Is(err, ErrDamaged):
		u.report.Reason = err.Error()
		if n > 0 {
			if err := u.home.setAside(n); err != nil {
				return fmt.Errorf("set the damaged generation aside: %w", err)
			}
		}
	case err != nil:
		return err
	case u.opt.Full:
		u.report.Reason = "asked for"
	case u.meta.Mapping != mappingVersion:
		u.report.Reason = "made by another version"
	case u.meta.Segmenter != u.opt.Segmenter:
		u.report.Reason = "cut by another segmenter"
	default:
		u.base = n
		return nil
	}
	u.report.Full = true
	u.meta = genMeta{}
	return nil
}

// check reads a generation's description and compares its files with it.
func (h home) check(n int) (genMeta, error) {
	m, err := h.readMeta(n)
	if err != nil || m.Mapping != mappingVersion {
		return m, err
	}
	if err := checkFiles(h.file(n, bleveDir), m.Files); err != nil {
		return m, fmt.Errorf("%w: generation %d: %w", ErrDamaged, n, err)
	}
	return m, nil
}

// build makes the next generation in a folder of its own and moves the pointer to it.
func (u *update) build(ctx context.Context) error {
	ns, err := u.home.numbers()
	if err != nil {
		return err
	}
	n := 1
	if len(ns) > 0 {
		n = ns[len(ns)-1] + 1
	}
	tmp := u.home.gen(n) + ".tmp"
	if err := u.fill(ctx, tmp); err != nil {
		return errors.Join(err, os.RemoveAll(tmp))
	}
	if err := errors.Join(os.Rename(tmp, u.home.gen(n)), syncDir(string(u.home)), u.home.setCurrent(n)); err != nil {
		return errors.Join(err, os.RemoveAll(tmp), os.RemoveAll(u.home.gen(n)))
	}
	u.report.Generation = n
	u.home.sweep(n)
	return nil
}

// fill builds a generation in the folder dir.
func (u *update) fill(ctx context.Context, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	path := filepath.Join(dir, bleveDir)
	if u.base > 0 {
		if err := linkTree(u.home.file(u.base, bleveDir), path); err != nil {
			return fmt.Errorf("take over generation %d: %w", u.base, err)
		}
	}
	w, err := openBleveWriter(path, u.base == 0)
	if err != nil {
		return err
	}
	if err := errors.Join(u.feed(ctx, w), w.close()); err != nil {
		return err
	}
	return u.describe(dir)
}

// describe writes what the generation is made of, last, and syncs it all.
func (u *update) describe(dir string) error {
	files, err := listFiles(filepath.Join(dir, bleveDir), u.meta.Files)
	if err != nil {
		return err
	}
	u.meta.Files, u.meta.Mapping = files, mappingVersion
	u.meta.Segmenter, u.meta.Themes = u.opt.Segmenter, u.opt.Themes
	b, err := json.MarshalIndent(u.meta, "", " ")
	if err != nil {
		return err
	}
	u.report.Docs, u.report.Bytes = u.meta.Docs, sizeOf(files)
	return errors.Join(
		writeSynced(filepath.Join(dir, lockFile), nil),
		writeSynced(filepath.Join(dir, metaFile), b),
		syncDir(filepath.Join(dir, bleveDir, "store")), syncDir(filepath.Join(dir, bleveDir)), syncDir(dir))
}

func sizeOf(files []genFile) int64 {
	var n int64
	for _, f := range files {
		n += f.Size
	}
	return n
}
