package corpus

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// Robots is a robots.txt as it was fetched.
type Robots struct {
	Origin    string // scheme://host:port
	FetchedAt time.Time
	Status    int // HTTP status after redirects, 0 when none came
	Body      string
}

// Robots gives the robots.txt of an origin as it was stored last, or ErrNotFound.
func (s *Store) Robots(ctx context.Context, origin string) (Robots, error) {
	r := Robots{Origin: origin}
	var at string
	err := s.read.QueryRowContext(ctx, `SELECT fetched_at, status, body FROM robots WHERE origin = ?`, origin).Scan(&at, &r.Status, &r.Body)
	if errors.Is(err, sql.ErrNoRows) {
		return r, fmt.Errorf("robots.txt of %s: %w", origin, ErrNotFound)
	}
	if err != nil {
		return r, err
	}
	r.FetchedAt, err = parseInstant(at)
	return r, err
}

// SaveRobots stores a robots.txt in place of the one before.
func (s *Store) SaveRobots(ctx context.Context, r Robots) error {
	return s.tx(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO robots (origin, fetched_at, status, body) VALUES (?,?,?,?)`,
			r.Origin, instant(r.FetchedAt), r.Status, r.Body)
		return err
	})
}
