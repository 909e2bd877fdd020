package corpus

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"time"

	"github.com/klauspost/compress/zstd"
)

var (
	encoder, _ = zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	decoder, _ = zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
)

const upsertPage = `INSERT INTO page (url, final_url, source, fetched_at, status, headers, hash, body, article_id)
VALUES (?,?,?,?,?,?,?,?,?)
ON CONFLICT (url, hash) DO UPDATE SET fetched_at = excluded.fetched_at, status = excluded.status,
  headers = excluded.headers, article_id = CASE excluded.article_id WHEN '' THEN article_id ELSE excluded.article_id END`

func putPage(w *writer, p Page) error {
	headers, err := json.Marshal(p.Headers)
	if err != nil {
		return err
	}
	_, err = w.exec(upsertPage, p.URL, p.FinalURL, p.Source, p.FetchedAt.UTC().Format(time.RFC3339),
		p.Status, headers, p.Hash, encoder.EncodeAll(p.Body, nil), p.ArticleID)
	return err
}

// Pages gives every stored page, bodies included, in the order in which they came.
func (s *Store) Pages(ctx context.Context) iter.Seq2[Page, error] {
	const q = `SELECT url, final_url, source, fetched_at, status, headers, hash, body, article_id FROM page ORDER BY id`
	return Rows(ctx, s.read, scanPage, q)
}

// Page gives the page of an article as it was stored last, or ErrNotFound.
func (s *Store) Page(ctx context.Context, articleID string) (Page, error) {
	const q = `SELECT url, final_url, source, fetched_at, status, headers, hash, body, article_id
FROM page WHERE article_id = ? ORDER BY id DESC LIMIT 1`
	p, err := scanPage(s.read.QueryRowContext(ctx, q, articleID))
	if errors.Is(err, sql.ErrNoRows) {
		return p, fmt.Errorf("page of article %s: %w", articleID, ErrNotFound)
	}
	return p, err
}

func scanPage(r Scanner) (Page, error) {
	var p Page
	var at string
	var headers, body []byte
	err := r.Scan(&p.URL, &p.FinalURL, &p.Source, &at, &p.Status, &headers, &p.Hash, &body, &p.ArticleID)
	if err != nil {
		return p, err
	}
	if p.FetchedAt, err = time.Parse(time.RFC3339, at); err != nil {
		return p, fmt.Errorf("page %s: %w", p.URL, err)
	}
	if err := json.Unmarshal(headers, &p.Headers); err != nil {
		return p, fmt.Errorf("page %s: headers: %w", p.URL, err)
	}
	if p.Body, err = decoder.DecodeAll(body, nil); err != nil {
		return p, fmt.Errorf("page %s: body: %w", p.URL, err)
	}
	return p, nil
}

// Scanner is a row of an answer: *sql.Row, or *sql.Rows.
type Scanner interface{ Scan(dest ...any) error }

// Rows runs a query and yields what scan makes of each row. It stops at the first
// error, which it yields.
func Rows[T any](ctx context.Context, db *sql.DB, scan func(Scanner) (T, error), query string, args ...any) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var zero T
		rs, err := db.QueryContext(ctx, query, args...)
		if err != nil {
			yield(zero, err)
			return
		}
		defer rs.Close()
		for rs.Next() {
			v, err := scan(rs)
			if !yield(v, err) || err != nil {
				return
			}
		}
		if err := rs.Err(); err != nil {
			yield(zero, err)
		}
	}
}
