package corpus

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Watch is a saved query: what is new for it since it was run last.
type Watch struct {
	Name  string `json:"name"`
	Query string `json:"query"` // JSON, in the form that the asking side gives it
	Seen  int64  `json:"seen"`  // arrival number of the newest article that it has seen
}

// PutWatch saves a watch, in place of one with the same name. Articles that are
// here already do not count as new.
func (s *Store) PutWatch(ctx context.Context, name, query string) error {
	return s.tx(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO watch (name, query, seen)
VALUES (?, ?, (SELECT coalesce(max(added), 0) FROM article))`, name, query)
		return err
	})
}

// DropWatch removes a watch, or fails with ErrNotFound.
func (s *Store) DropWatch(ctx context.Context, name string) error {
	return s.tx(ctx, func(tx *sql.Tx) error { return changeWatch(ctx, tx, name, `DELETE FROM watch WHERE name = ?`, name) })
}

// SawWatch records the newest article that a watch has shown, by arrival number.
func (s *Store) SawWatch(ctx context.Context, name string, seen int64) error {
	return s.tx(ctx, func(tx *sql.Tx) error {
		return changeWatch(ctx, tx, name, `UPDATE watch SET seen = ? WHERE name = ?`, seen, name)
	})
}

func changeWatch(ctx context.Context, tx *sql.Tx, name, query string, args ...any) error {
	res, err := tx.ExecContext(ctx, query, args...)
	if err != nil {
		return err
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, fmt.Errorf("watch %q: %w", name, ErrNotFound))
	}
	return nil
}

// Watches gives the saved queries, by name.
func (s *Store) Watches(ctx context.Context) ([]Watch, error) {
	var out []Watch
	for w, err := range Rows(ctx, s.read, scanWatch, `SELECT name, query, seen FROM watch ORDER BY name`) {
		if err != nil {
			return nil, err
		}
		out = append(out, w)
	}
	return out, nil
}

func scanWatch(r Scanner) (Watch, error) {
	var w Watch
	return w, r.Scan(&w.Name, &w.Query, &w.Seen)
}

// AddedSince gives the ids of the articles that came after the one with the given
// arrival number, in the order of their coming, and the greatest arrival number.
func (s *Store) AddedSince(ctx context.Context, added int64) (ids []string, newest int64, err error) {
	newest = added
	scan := func(r Scanner) (string, error) {
		var id string
		return id, r.Scan(&id, &newest)
	}
	for id, err := range Rows(ctx, s.read, scan, `SELECT id, added FROM article WHERE added > ? AND state = 'ok' ORDER BY added`, added) {
		if err != nil {
			return nil, 0, err
		}
		ids = append(ids, id)
	}
	return ids, newest, nil
}
