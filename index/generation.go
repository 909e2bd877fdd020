package index

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"github.com/gofrs/flock"
)

// Errors that callers tell apart with errors.Is. The first three are mended by running
// `jiandu index`, and their messages say so.
var (
	ErrNoIndex = errors.New("no index here yet: run `jiandu index`")
	ErrDamaged = errors.New("the index is damaged: run `jiandu index`")
	// ErrVersion says that a program of another version made the index.
	ErrVersion = errors.New("the index was made by another version of jiandu: run `jiandu index`")
	// ErrLocked says that another process builds an index there.
	ErrLocked = errors.New("another process is writing this index")
)

const (
	currentFile = "CURRENT"   // holds the number of the generation that answers
	metaFile    = "meta.json" // what a generation is made of
	lockFile    = "lock"      // held shared by the readers of a generation
	bleveDir    = "bleve"
)

// genMeta describes a generation.
type genMeta struct {
	Mapping   int               `json:"mapping"`   // mappingVersion that made it
	Segmenter string            `json:"segmenter"` // version of the segmenter that cut it
	Seq       int64             `json:"seq"`       // the corpus's change number up to which it goes
	Known     int               `json:"known"`     // articles of the corpus up to Seq, of any state
	Docs      int               `json:"docs"`
	Words     int64             `json:"words"` // sum of the lengths of the documents counted in Added
	Added     int64             `json:"added"` // documents ever added, replaced ones too
	Themes    map[string]string `json:"themes,omitempty"`
	Files     []genFile         `json:"files"` // of the folder bleve, by name
}

// home is the folder of generations of a data directory.
type home string

func homeOf(dir string) home { return home(filepath.Join(dir, "index")) }

func (h home) gen(n int) string            { return filepath.Join(string(h), fmt.Sprintf("%06d", n)) }
func (h home) file(n int, f string) string { return filepath.Join(h.gen(n), f) }

// current gives the number of the generation that answers. It fails with
// ErrNoIndex when there is none, and ErrDamaged when the pointer can't be read.
func (h home) current() (int, error) {
	b, err := os.ReadFile(filepath.Join(string(h), currentFile))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, fmt.Errorf("%w (%s)", ErrNoIndex, h)
	}
	if err != nil {
		return 0, fmt.Errorf("read the index pointer: %w", err)
	}
	n, err := strconv.Atoi(strings.TrimSpace(string(b)))
	if err != nil || n < 1 {
		return 0, fmt.Errorf("%w: %s says %q", ErrDamaged, currentFile, b)
	}
	return n, nil
}

// setCurrent moves the pointer, in one step that a crash leaves done or undone.
func (h home) setCurrent(n int) error {
	path := filepath.Join(string(h), currentFile)
	if err := writeSynced(path+".tmp", []byte(strconv.Itoa(n)+"\n")); err != nil {
		return err
	}
	if err := os.Rename(path+".tmp", path); err != nil {
		return err
	}
	return syncDir(string(h))
}

// numbers gives the generations that are there, complete or not, in order.
func (h home) numbers() ([]int, error) {
	entries, err := os.ReadDir(string(h))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var ns []int
	for _, e := range entries {
		if n, err := strconv.Atoi(strings.TrimSuffix(e.Name(), ".tmp")); err == nil && e.IsDir() {
			ns = append(ns, n)
		}
	}
	sort.Ints(ns)
	return ns, err
}

func (h home) readMeta(n int) (genMeta, error) {
	var m genMeta
	b, err := os.ReadFile(h.file(n, metaFile))
	if err != nil {
		return m, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if err := json.Unmarshal(b, &m); err != nil {
		return m, fmt.Errorf("%w: %s: %w", ErrDamaged, metaFile, err)
	}
	return m, nil
}

// hold takes the reader's lock of a generation, which keeps it from being removed.
func (h home) hold(n int) (*flock.Flock, error) {
	lock := flock.New(h.file(n, lockFile))
	ok, err := lock.TryRLock()
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, errors.New("the generation is being removed")
	}
	return lock, nil
}

// sweep removes the generations that are not n and that nobody reads, and what
// killed writers left. What is in use stays for the next time.
func (h home) sweep(n int) {
	entries, _ := os.ReadDir(string(h))
	for _, e := range entries {
		path := filepath.Join(string(h), e.Name())
		if !e.IsDir() || path == h.gen(n) || strings.HasSuffix(e.Name(), ".damaged") {
			continue
		}
		lock := flock.New(filepath.Join(path, lockFile))
		if ok, err := lock.TryLock(); err == nil && ok {
			os.RemoveAll(path)
			lock.Unlock()
		}
	}
}

// setAside renames a damaged generation, and removes the one set aside before.
func (h home) setAside(n int) error {
	old, _ := filepath.Glob(filepath.Join(string(h), "*.damaged"))
	for _, o := range old {
		os.RemoveAll(o)
	}
	err := os.Rename(h.gen(n), h.gen(n)+".damaged")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
