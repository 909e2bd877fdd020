package corpus

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
	_ "modernc.org/sqlite" // the database driver "sqlite"
)

// SchemaVersion is the version of the schema that this program writes (PRAGMA
// user_version of corpus.db). It also reads those from oldestRead on, which differ
// only in their indexes.
const (
	SchemaVersion = 2
	oldestRead    = 1
)

// Errors that callers tell apart with errors.Is.
var (
	ErrNotFound    = errors.New("not found")
	ErrLocked      = errors.New("another process is writing to this data directory")
	ErrNewerSchema = errors.New("the corpus was written by a newer version of jiandu")
	ErrNoCorpus    = errors.New("no corpus here yet")
)

//go:embed schema.sql
var schema string

//go:embed schema2.sql
var schema2 string

// migrations[i] takes a corpus from version i to version i+1.
var migrations = []string{schema, schema2}

// Store is the corpus on disk. It is safe for concurrent use.
type Store struct {
	dir  string
	read *sql.DB // many readers
	wr   *sql.DB // one writer; nil when opened for reading
	lock *flock.Flock
	now  func() time.Time
}

// Options says how a store is opened.
type Options struct {
	// ReadOnly opens for asking only: no lock is taken, and a missing corpus is ErrNoCorpus.
	ReadOnly bool
	// Now gives the time of first_seen and the like; time.Now when nil.
	Now func() time.Time
}

// Open opens the corpus in the data directory dir, and makes both when it opens
// for writing and they are missing. It fails with ErrLocked when another process
// writes there, with ErrNewerSchema (leaving the file untouched) when the file
// is from a newer program, and with ErrNoCorpus when there is nothing to read.
func Open(ctx context.Context, dir string, opt Options) (*Store, error) {
	s := &Store{dir: dir, now: opt.Now}
	if s.now == nil {
		s.now = time.Now
	}
	path := filepath.Join(dir, "corpus.db")
	if opt.ReadOnly {
		if _, err := os.Stat(path); err != nil {
			return nil, fmt.Errorf("%w: %s", ErrNoCorpus, path)
		}
	} else if err := s.lockDir(); err != nil {
		return nil, err
	}
	if err := s.open(ctx, path, opt.ReadOnly); err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", path, err), s.Close())
	}
	return s, nil
}

// Dir gives the data directory.
func (s *Store) Dir() string { return s.dir }

// DB gives the pool of read-only connections, for the questions of other rooms.
func (s *Store) DB() *sql.DB { return s.read }

// Close releases the files and the lock.
func (s *Store) Close() error {
	var errs []error
	for _, db := range []*sql.DB{s.wr, s.read} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	if s.lock != nil {
		errs = append(errs, s.lock.Unlock())
	}
	return errors.Join(errs...)
}

// lockDir takes the writer's lock of the data directory, or fails at once.
func (s *Store) lockDir() error {
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return fmt.Errorf("data directory: %w", err)
	}
	lock := flock.New(filepath.Join(s.dir, "write.lock"))
	ok, err := lock.TryLock()
	if err != nil {
		return fmt.Errorf("lock %s: %w", lock.Path(), err)
	}
	if !ok {
		return fmt.Errorf("%w: %s", ErrLocked, s.dir)
	}
	s.lock = lock
	return nil
}

func (s *Store) open(ctx context.Context, path string, readOnly bool) error {
	var err error
	if s.read, err = connect(path, true); err != nil {
		return err
	}
	if readOnly {
		return checkVersion(ctx, s.read)
	}
	if s.wr, err = connect(path, false); err != nil {
		return err
	}
	s.wr.SetMaxOpenConns(1)
	return s.migrate(ctx, migrations)
}

// connect opens a pool. A reader may still write the -shm file of the WAL, so
// "query_only" stands in for mode=ro.
func connect(path string, readOnly bool) (*sql.DB, error) {
	q := url.Values{"_pragma": {"busy_timeout(10000)", "foreign_keys(1)", "cache_size(-16000)"}}
	if readOnly {
		q.Add("_pragma", "query_only(1)")
	} else {
		q.Add("_pragma", "journal_mode(WAL)")
		q.Add("_pragma", "synchronous(NORMAL)")
		q.Add("_pragma", "wal_autocheckpoint(8000)") // pages: large batches touch the same ones again and again
		q.Add("_txlock", "immediate")
	}
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: q.Encode()}
	return sql.Open("sqlite", u.String())
}

func version(ctx context.Context, db *sql.DB) (int, error) {
	var v int
	err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&v)
	return v, err
}

func checkVersion(ctx context.Context, db *sql.DB) error {
	v, err := version(ctx, db)
	switch {
	case err != nil:
		return err
	case v > SchemaVersion:
		return newer(v, SchemaVersion)
	case v < oldestRead:
		return fmt.Errorf("schema %d is older than %d: run any writing command once to bring it up", v, oldestRead)
	}
	return nil
}

// migrate brings the corpus up to the version that steps lead to, one transaction
// a version. A newer one is refused.
func (s *Store) migrate(ctx context.Context, steps []string) error {
	v, err := version(ctx, s.read)
	if err != nil {
		return err
	}
	if v > len(steps) {
		return newer(v, len(steps))
	}
	for ; v < len(steps); v++ {
		step := fmt.Sprintf("%s; PRAGMA user_version = %d", steps[v], v+1)
		err := s.tx(ctx, func(tx *sql.Tx) error {
			_, err := tx.ExecContext(ctx, step)
			return err
		})
		if err != nil {
			return fmt.Errorf("schema %d: %w", v+1, err)
		}
	}
	return nil
}

func newer(have, know int) error {
	return fmt.Errorf("%w: schema %d, this program knows %d", ErrNewerSchema, have, know)
}

// tx runs f in one transaction of the writer.
func (s *Store) tx(ctx context.Context, f func(*sql.Tx) error) error {
	if s.wr == nil {
		return errors.New("the corpus is open for reading only")
	}
	tx, err := s.wr.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := f(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}
