package corpus

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"time"
)

// Extracted is a page and what was made of it. Page is nil for records that
// come without one; Article is nil for pages that hold none.
type Extracted struct {
	Page    *Page
	Article *Article
}

// Saved counts what Save did with articles.
type Saved struct{ New, Changed, Unchanged int }

// Add adds the counts of o.
func (s *Saved) Add(o Saved) {
	s.New += o.New
	s.Changed += o.Changed
	s.Unchanged += o.Unchanged
}

// Save stores pages and articles in one transaction: all of them, or none. An
// article that is stored already with the same content stays as it is; one with
// other content is replaced, and its tags are marked stale.
func (s *Store) Save(ctx context.Context, batch ...Extracted) (Saved, error) {
	var n Saved
	err := s.write(ctx, func(w *writer) error {
		for _, e := range batch {
			if err := s.saveOne(w, e, &n); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return Saved{}, fmt.Errorf("save: %w", err)
	}
	return n, nil
}

func (s *Store) saveOne(w *writer, e Extracted, n *Saved) error {
	if e.Article != nil {
		if err := s.putArticle(w, *e.Article, n); err != nil {
			return fmt.Errorf("article %s: %w", e.Article.ID, err)
		}
	}
	if e.Page == nil {
		return nil
	}
	if e.Article != nil {
		e.Page.ArticleID = e.Article.ID
	}
	if err := putPage(w, *e.Page); err != nil {
		return fmt.Errorf("page %s: %w", e.Page.URL, err)
	}
	return nil
}

const articleColumns = `id, url, original_url, title, source, author, editor, column_name, published, published_from,
text, site, quality, state, reason, page_hash, extractor`

const nextSeq = `(SELECT coalesce(max(seq), 0) + 1 FROM article)`

func (s *Store) putArticle(w *writer, a Article, n *Saved) error {
	old, err := scanArticle(w.row(`SELECT `+articleColumns+`, first_seen FROM article WHERE id = ?`, a.ID))
	switch {
	case errors.Is(err, sql.ErrNoRows):
		n.New++
		_, err = w.exec(`INSERT INTO article (`+articleColumns+`, first_seen, group_id, seq, added)
VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,`+nextSeq+`,`+nextSeq+`)`, append(articleValues(a), s.now().UTC().Format(time.RFC3339), a.ID)...)
		return errors.Join(err, toRegroup(w, a.ID))
	case err != nil:
		return err
	case isCopy(old, a):
		n.Unchanged++
		return nil
	case sameContent(old, a):
		n.Unchanged++
		_, err = w.exec(`UPDATE article SET page_hash = ?, extractor = ? WHERE id = ?`, a.PageHash, a.Extractor, a.ID)
		return err
	}
	n.Changed++
	_, err = w.exec(`UPDATE article SET (`+articleColumns+`) = (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?),
analyzer = '', seq = `+nextSeq+` WHERE id = ?`, append(articleValues(a), a.ID)...)
	return errors.Join(err, toRegroup(w, a.ID))
}

// toRegroup marks an article for Regroup.
func toRegroup(w *writer, id string) error {
	_, err := w.exec(`INSERT OR REPLACE INTO reprint_todo SELECT added, 1 FROM article WHERE id = ?`, id)
	return err
}

// isCopy tells whether a is a second page with the text of an article that has no
// URL to tell them apart: the first one stays, so that saving both again changes nothing.
func isCopy(old, a Article) bool {
	return a.URL == "" && a.Text == old.Text && a.State == old.State && a.Extractor == old.Extractor &&
		a.PageHash != old.PageHash && a.PageHash != "" && old.PageHash != ""
}

// sameContent tells whether two versions of an article say the same; how it was got does not count.
func sameContent(a, b Article) bool {
	for _, x := range []*Article{&a, &b} {
		x.PageHash, x.Extractor, x.FirstSeen = "", "", time.Time{}
	}
	return a == b
}

func articleValues(a Article) []any {
	return []any{
		a.ID, a.URL, a.OriginalURL, a.Title, a.Source, a.Author, a.Editor, a.Column, a.Published, a.PublishedFrom,
		a.Text, a.Site, a.Quality, a.State, a.Reason, a.PageHash, a.Extractor,
	}
}

func articleFields(a *Article, firstSeen *string) []any {
	return []any{
		&a.ID, &a.URL, &a.OriginalURL, &a.Title, &a.Source, &a.Author, &a.Editor, &a.Column, &a.Published, &a.PublishedFrom,
		&a.Text, &a.Site, &a.Quality, &a.State, &a.Reason, &a.PageHash, &a.Extractor, firstSeen,
	}
}

// scanArticle reads articleColumns, first_seen and what more names.
func scanArticle(r Scanner, more ...any) (Article, error) {
	var a Article
	var at string
	if err := r.Scan(append(articleFields(&a, &at), more...)...); err != nil {
		return a, err
	}
	var err error
	a.FirstSeen, err = parseTime(at)
	return a, err
}

// Stale gives the articles in state ok whose tags were not made by the analyzer
// of this version, in the order in which they came. It reads in chunks, so that
// tags can be written while it runs.
func (s *Store) Stale(ctx context.Context, analyzer string) iter.Seq2[Article, error] {
	const q = `SELECT ` + articleColumns + `, first_seen, added FROM article
WHERE added > ? AND analyzer <> ? AND state = 'ok' ORDER BY added LIMIT ?`
	return func(yield func(Article, error) bool) {
		for after, n := int64(0), chunk; n == chunk; {
			n = 0
			scan := func(r Scanner) (Article, error) { return scanArticle(r, &after) }
			for a, err := range Rows(ctx, s.read, scan, q, after, analyzer, chunk) {
				if !yield(a, err) || err != nil {
					return
				}
				n++
			}
		}
	}
}

func parseTime(at string) (time.Time, error) { return time.Parse(time.RFC3339, at) }
