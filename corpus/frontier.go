package corpus

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// Kinds of targets.
const (
	KindList    = "list"
	KindArticle = "article"
	KindSitemap = "sitemap"
	KindFeed    = "feed"
	KindPart    = "part" // a further page of an article
)

// States of targets.
const (
	TargetQueued  = "queued"
	TargetDone    = "done"
	TargetFailed  = "failed"  // a later run may try again
	TargetGone    = "gone"    // not to be asked for again
	TargetBlocked = "blocked" // by robots.txt or the configuration; every run asks them again
)

// Target is a URL of the frontier.
type Target struct {
	Key      string // identity: canonical URL without scheme and www.
	URL      string // as it is fetched
	Source   string
	Host     string // with its port
	Kind     string
	Depth    int
	Day      string // YYYY-MM-DD or ""
	State    string
	Tries    int
	NextAt   time.Time // zero: at once
	DoneAt   time.Time // zero: never
	ETag     string
	Modified string // Last-Modified
	Linked   int    // links that a list led on to when it last had any
	Error    string
}

const targetColumns = `key, url, source, host, kind, depth, day, state, tries, next_at, done_at, etag, modified, linked, error`

func scanTarget(r Scanner) (Target, error) {
	var t Target
	var next, done string
	err := r.Scan(&t.Key, &t.URL, &t.Source, &t.Host, &t.Kind, &t.Depth, &t.Day, &t.State, &t.Tries, &next, &done,
		&t.ETag, &t.Modified, &t.Linked, &t.Error)
	if err != nil {
		return t, err
	}
	if t.NextAt, err = parseInstant(next); err != nil {
		return t, err
	}
	t.DoneAt, err = parseInstant(done)
	return t, err
}

// instantLayout has a fixed width, so that instants compare as texts.
const instantLayout = "2006-01-02T15:04:05.000Z"

func instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(instantLayout)
}

func parseInstant(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	return time.Parse(time.RFC3339, s)
}

// Lane is the queue of a source at one host.
type Lane struct{ Source, Host string }

// Queue gives up to limit targets of a lane that may be fetched at the instant
// now: those of few steps first, lists before articles, the newest day first.
func (s *Store) Queue(ctx context.Context, l Lane, now time.Time, limit int) ([]Target, error) {
	const q = `SELECT ` + targetColumns + ` FROM frontier WHERE source = ? AND host = ? AND state = 'queued' AND next_at <= ?
ORDER BY depth, kind DESC, day DESC LIMIT ?`
	var ts []Target
	for t, err := range Rows(ctx, s.read, scanTarget, q, l.Source, l.Host, instant(now), limit) {
		if err != nil {
			return nil, fmt.Errorf("read the queue of %s: %w", l.Host, err)
		}
		ts = append(ts, t)
	}
	return ts, nil
}

// NextAt gives the instant at which the first queued target of a lane may be
// fetched, and false when nothing is queued.
func (s *Store) NextAt(ctx context.Context, l Lane) (time.Time, bool, error) {
	const q = `SELECT min(next_at) FROM frontier WHERE source = ? AND host = ? AND state = 'queued'`
	var at sql.NullString
	err := s.read.QueryRowContext(ctx, q, l.Source, l.Host).Scan(&at)
	if err != nil || !at.Valid {
		return time.Time{}, false, err
	}
	t, err := parseInstant(at.String)
	return t, true, err
}

// Defer leaves everything that is queued at a host until the instant.
func (s *Store) Defer(ctx context.Context, host string, until time.Time) error {
	return s.tx(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE frontier SET next_at = ?1 WHERE state = 'queued' AND host = ?2 AND next_at < ?1`, instant(until), host)
		return err
	})
}

// Lanes gives the lanes with targets in the queue, and how many each has.
func (s *Store) Lanes(ctx context.Context) (map[Lane]int, error) {
	rs, err := s.read.QueryContext(ctx, `SELECT source, host, count(*) FROM frontier WHERE state = 'queued' GROUP BY source, host`)
	if err != nil {
		return nil, fmt.Errorf("read the queue: %w", err)
	}
	defer rs.Close()
	lanes := map[Lane]int{}
	for rs.Next() {
		var l Lane
		var n int
		if err := rs.Scan(&l.Source, &l.Host, &n); err != nil {
			return nil, err
		}
		lanes[l] = n
	}
	return lanes, rs.Err()
}

// found queues targets that are not known. One that is known is queued again
// only when it is of a kind that is read in every run, and not in this one yet.
func found(ctx context.Context, tx *sql.Tx, run int64, now time.Time, ts []Target) (added, fresh int, err error) {
	if len(ts) == 0 {
		return 0, 0, nil
	}
	st, err := tx.PrepareContext(ctx, `INSERT INTO frontier (key, url, source, host, kind, depth, day, state, found_run, found_at)
VALUES (?,?,?,?,?,?,?,'queued',?,?)
ON CONFLICT (key) DO UPDATE SET state = 'queued', url = excluded.url, kind = excluded.kind, depth = excluded.depth, tries = 0, next_at = ''
WHERE excluded.kind IN ('list', 'feed', 'sitemap') AND state <> 'queued' AND run < ?`)
	if err != nil {
		return 0, 0, err
	}
	defer st.Close()
	for _, t := range ts {
		r, err := st.ExecContext(ctx, t.Key, t.URL, t.Source, t.Host, t.Kind, t.Depth, t.Day, run, instant(now), run)
		if err != nil {
			return 0, 0, err
		}
		if n, _ := r.RowsAffected(); n > 0 {
			added++
		}
		var in int64
		if err := tx.QueryRowContext(ctx, `SELECT found_run FROM frontier WHERE key = ?`, t.Key).Scan(&in); err != nil {
			return 0, 0, err
		}
		if in == run {
			fresh++
		}
	}
	return added, fresh, nil
}

// settle writes what became of a target.
func settle(ctx context.Context, tx *sql.Tx, run int64, now time.Time, t Target) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO frontier (key, url, source, host, kind, depth, day, state, tries, next_at, found_run, found_at,
done_at, etag, modified, run, linked, error) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
ON CONFLICT (key) DO UPDATE SET state = excluded.state, tries = excluded.tries, next_at = excluded.next_at,
done_at = excluded.done_at, etag = excluded.etag, modified = excluded.modified, run = excluded.run, linked = excluded.linked, error = excluded.error`,
		t.Key, t.URL, t.Source, t.Host, t.Kind, t.Depth, t.Day, t.State, t.Tries, instant(t.NextAt), run, instant(now),
		instant(t.DoneAt), t.ETag, t.Modified, run, t.Linked, t.Error)
	return err
}
