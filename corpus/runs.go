package corpus

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// Tally counts what a run brought from a source.
type Tally struct {
	Lists       int // start pages, list pages, feeds and sitemaps read anew
	ListsSame   int // that had not changed
	ListsFailed int // that could not be read, or are forbidden
	ListsLost   int // start pages that used to link to articles, and do not now or cannot be read
	Linked      int // links to articles on them, known ones included
	Fetched     int // pages read where an article was expected
	New         int // articles
	Changed     int
	Unchanged   int // articles asked for again that were the same
	Failed      int // pages
	NearEmpty   int // pages without an article, or with hardly any text
	Undated     int
	Blocked     int // by robots.txt
	Quarantined int // of the articles that are not nearly empty
	Misnamed    int // articles whose page names another report's URL as its own
	Chars       int // code points of the articles' texts
}

func (t *Tally) fields() []any {
	return []any{
		&t.Lists, &t.ListsSame, &t.ListsFailed, &t.ListsLost, &t.Linked, &t.Fetched, &t.New, &t.Changed, &t.Unchanged, &t.Failed, &t.NearEmpty, &t.Undated,
		&t.Blocked, &t.Quarantined, &t.Misnamed, &t.Chars,
	}
}

const tallyColumns = `lists, lists_same, lists_failed, lists_lost, linked, fetched, new, changed, unchanged, failed, near_empty, undated, blocked, quarantined, misnamed, chars`

// RunTally is the tally of a source in one run.
type RunTally struct {
	Run     int64
	Started time.Time
	Ended   time.Time // zero when the run goes on, or was killed
	Tally
}

// RunStart says what a new run begins with.
type RunStart struct {
	// Rules gives, for the sources that take part, a hash of what the configuration
	// says of each. When it is another one than in the run before, lists are read
	// as if for the first time.
	Rules  map[string]string
	Starts []Target // read in every run
	// MaxTries is the number of tries after which a failed target is left alone.
	MaxTries int
	// Recheck gives, by source, the instant since when an article must have been
	// found to be asked for again.
	Recheck map[string]time.Time
}

// BeginRun opens a run and fills the queue: the starts, what failed or was
// blocked in earlier runs, and articles to be asked for again. What an earlier
// run left in the queue stays there.
func (s *Store) BeginRun(ctx context.Context, b RunStart) (run int64, err error) {
	now := s.now()
	err = s.tx(ctx, func(tx *sql.Tx) error {
		r, err := tx.ExecContext(ctx, `INSERT INTO run (started_at) VALUES (?)`, instant(now))
		if err != nil {
			return err
		}
		if run, err = r.LastInsertId(); err != nil {
			return err
		}
		for source := range b.Rules {
			if err := requeue(ctx, tx, run, source, b); err != nil {
				return fmt.Errorf("%s: %w", source, err)
			}
		}
		_, _, err = found(ctx, tx, run, now, b.Starts)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("begin a run: %w", err)
	}
	return run, nil
}

func requeue(ctx context.Context, tx *sql.Tx, run int64, source string, b RunStart) error {
	if err := forget(ctx, tx, source, b.Rules[source]); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `UPDATE frontier SET state = 'queued', next_at = ''
WHERE source = ? AND (state = 'blocked' OR state = 'failed' AND tries < ?)`, source, b.MaxTries)
	if err != nil {
		return err
	}
	if since, ok := b.Recheck[source]; ok {
		_, err = tx.ExecContext(ctx, `UPDATE frontier SET state = 'queued'
WHERE source = ? AND state = 'done' AND kind = 'article' AND found_at >= ?`, source, instant(since))
		if err != nil {
			return err
		}
	}
	if err := addTally(ctx, tx, run, source, Tally{}); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE run_source SET rules = ? WHERE source = ? AND run = ?`, b.Rules[source], source, run)
	return err
}

// forget makes the lists of a source unread when its rules have changed since its last run.
func forget(ctx context.Context, tx *sql.Tx, source, rules string) error {
	var last string
	err := tx.QueryRowContext(ctx, `SELECT rules FROM run_source WHERE source = ? ORDER BY run DESC LIMIT 1`, source).Scan(&last)
	if errors.Is(err, sql.ErrNoRows) || err == nil && last == rules {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE frontier SET done_at = '', etag = '', modified = '' WHERE source = ? AND kind IN ('list', 'feed', 'sitemap')`, source)
	return err
}

// EndRun marks a run as ended.
func (s *Store) EndRun(ctx context.Context, run int64) error {
	return s.tx(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE run SET ended_at = ? WHERE id = ?`, instant(s.now()), run)
		return err
	})
}

// Visit is everything that comes of one target, stored in one transaction: the
// pages and their article, what became of targets, and what was found.
type Visit struct {
	Run     int64
	Source  string
	Pages   []Page
	Article *Article
	Moved   []Move // done before Article is stored
	Settled []Target
	Found   []Target
	// Next is queued when something of Found was not known before this run, or
	// when Explore is set.
	Next    []Target
	Explore bool
	Tally   Tally // New and Changed are counted by SaveVisit, Unchanged is added to
}

// SaveVisit stores a visit: all of it, or nothing. added is by how much the queue grew.
func (s *Store) SaveVisit(ctx context.Context, v Visit) (saved Saved, added int, err error) {
	err = s.tx(ctx, func(tx *sql.Tx) error {
		saved, added, err = s.saveVisit(ctx, tx, v)
		return err
	})
	if err != nil {
		return Saved{}, 0, fmt.Errorf("save visit: %w", err)
	}
	return saved, added, nil
}

func (s *Store) saveVisit(ctx context.Context, tx *sql.Tx, v Visit) (saved Saved, added int, err error) {
	now := s.now()
	w := newWriter(ctx, tx)
	defer w.close()
	for _, m := range v.Moved {
		if err := s.move(w, m, &saved); err != nil {
			return saved, 0, fmt.Errorf("move article %s: %w", m.From, err)
		}
	}
	if err := s.saveOne(w, Extracted{Article: v.Article}, &saved); err != nil {
		return saved, 0, err
	}
	for _, p := range v.Pages {
		if v.Article != nil {
			p.ArticleID = v.Article.ID
		}
		if err := putPage(w, p); err != nil {
			return saved, 0, fmt.Errorf("page %s: %w", p.URL, err)
		}
	}
	for _, t := range v.Settled {
		if err := settle(ctx, tx, v.Run, now, t); err != nil {
			return saved, 0, fmt.Errorf("target %s: %w", t.URL, err)
		}
	}
	added, fresh, err := found(ctx, tx, v.Run, now, v.Found)
	if err != nil {
		return saved, 0, err
	}
	if fresh > 0 || v.Explore {
		n, _, err := found(ctx, tx, v.Run, now, v.Next)
		if err != nil {
			return saved, 0, err
		}
		added += n
	}
	v.Tally.New, v.Tally.Changed = saved.New, saved.Changed
	v.Tally.Unchanged += saved.Unchanged
	return saved, added, addTally(ctx, tx, v.Run, v.Source, v.Tally)
}

func addTally(ctx context.Context, tx *sql.Tx, run int64, source string, t Tally) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO run_source (run, source, `+tallyColumns+`) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
ON CONFLICT (source, run) DO UPDATE SET lists = lists + excluded.lists, lists_same = lists_same + excluded.lists_same,
lists_failed = lists_failed + excluded.lists_failed, lists_lost = lists_lost + excluded.lists_lost, linked = linked + excluded.linked,
fetched = fetched + excluded.fetched, new = new + excluded.new, changed = changed + excluded.changed,
unchanged = unchanged + excluded.unchanged, failed = failed + excluded.failed, near_empty = near_empty + excluded.near_empty,
undated = undated + excluded.undated, blocked = blocked + excluded.blocked,
quarantined = quarantined + excluded.quarantined, misnamed = misnamed + excluded.misnamed, chars = chars + excluded.chars`, append([]any{run, source}, t.fields()...)...)
	return err
}

// Tallies gives the runs of a source, the last one first, up to limit of them.
func (s *Store) Tallies(ctx context.Context, source string, limit int) ([]RunTally, error) {
	const q = `SELECT id, started_at, ended_at, ` + tallyColumns + ` FROM run_source JOIN run ON run.id = run_source.run
WHERE source = ? ORDER BY run_source.run DESC LIMIT ?`
	var ts []RunTally
	for t, err := range Rows(ctx, s.read, scanTally, q, source, limit) {
		if err != nil {
			return nil, fmt.Errorf("read the runs of %s: %w", source, err)
		}
		ts = append(ts, t)
	}
	return ts, nil
}

func scanTally(r Scanner) (RunTally, error) {
	var t RunTally
	var started, ended string
	if err := r.Scan(append([]any{&t.Run, &started, &ended}, t.fields()...)...); err != nil {
		return t, err
	}
	var err error
	if t.Started, err = parseInstant(started); err != nil {
		return t, err
	}
	t.Ended, err = parseInstant(ended)
	return t, err
}

// SourceCount is what the corpus holds of a source.
type SourceCount struct{ Articles, Queued int }

// SourceCounts counts the articles in state ok, and the queue, by source.
func (s *Store) SourceCounts(ctx context.Context) (map[string]SourceCount, error) {
	const q = `SELECT site, count(*), 0 FROM article WHERE state = 'ok' GROUP BY site
UNION ALL SELECT source, 0, count(*) FROM frontier WHERE state = 'queued' GROUP BY source`
	rs, err := s.read.QueryContext(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("count by source: %w", err)
	}
	defer rs.Close()
	counts := map[string]SourceCount{}
	for rs.Next() {
		var source string
		var c SourceCount
		if err := rs.Scan(&source, &c.Articles, &c.Queued); err != nil {
			return nil, err
		}
		c.Articles += counts[source].Articles
		c.Queued += counts[source].Queued
		counts[source] = c
	}
	return counts, rs.Err()
}
