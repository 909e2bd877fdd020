package corpus

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Move says that what is stored as one article belongs to another URL.
type Move struct {
	From    string // id
	To, URL string // id and canonical URL under which it is kept from now on
	Reason  string // why; From is quarantined with it, empty, until something else is stored there
}

// move stores an article under its other id, with its pages.
func (s *Store) move(w *writer, m Move, n *Saved) error {
	old, err := scanArticle(w.row(`SELECT `+articleColumns+`, first_seen FROM article WHERE id = ?`, m.From))
	if err != nil {
		return err
	}
	to := old
	to.ID, to.URL = m.To, m.URL
	if err := s.putArticle(w, to, n); err != nil {
		return err
	}
	if _, err := w.exec(`UPDATE page SET article_id = ? WHERE article_id = ?`, m.To, m.From); err != nil {
		return err
	}
	old.Text, old.PageHash, old.Quality, old.State, old.Reason = "", "", 0, StateQuarantined, m.Reason
	return s.putArticle(w, old, new(Saved))
}

// Address is a page of an article: where it was found, and what was there.
type Address struct{ URL, Hash string }

// Addresses gives the addresses of the stored pages of an article, after
// redirects, with the hash of each page.
func (s *Store) Addresses(ctx context.Context, articleID string) ([]Address, error) {
	var list []Address
	scan := func(r Scanner) (Address, error) {
		var a Address
		err := r.Scan(&a.URL, &a.Hash)
		return a, err
	}
	for a, err := range Rows(ctx, s.read, scan, `SELECT final_url, hash FROM page WHERE article_id = ? ORDER BY id`, articleID) {
		if err != nil {
			return nil, fmt.Errorf("addresses of article %s: %w", articleID, err)
		}
		list = append(list, a)
	}
	return list, nil
}

// Article gives one article without its tags, by its whole id. It fails with ErrNotFound.
func (s *Store) Article(ctx context.Context, id string) (Article, error) {
	a, err := scanArticle(s.read.QueryRowContext(ctx, `SELECT `+articleColumns+`, first_seen FROM article WHERE id = ?`, id))
	if errors.Is(err, sql.ErrNoRows) {
		return a, fmt.Errorf("article %s: %w", id, ErrNotFound)
	}
	return a, err
}
