package corpus

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Made counts the articles of a site that one version of the extractor made of pages.
type Made struct {
	Site, Extractor string
	Articles        int
}

// Made counts the articles that were made of stored pages, by site and version of
// the extractor. Records that came without a page are not among them.
func (s *Store) Made(ctx context.Context) ([]Made, error) {
	const q = `SELECT site, extractor, count(*) FROM article WHERE page_hash <> '' GROUP BY extractor, site ORDER BY site, extractor`
	var made []Made
	scan := func(r Scanner) (Made, error) {
		var m Made
		err := r.Scan(&m.Site, &m.Extractor, &m.Articles)
		return m, err
	}
	for m, err := range Rows(ctx, s.read, scan, q) {
		if err != nil {
			return nil, fmt.Errorf("count by extractor: %w", err)
		}
		made = append(made, m)
	}
	return made, nil
}

// MadeBy gives up to limit of the articles that m counts, in the order in which
// they came. after is where to go on: 0 at first, then what the last call gave.
func (s *Store) MadeBy(ctx context.Context, m Made, after int64, limit int) ([]Article, int64, error) {
	const q = `SELECT ` + articleColumns + `, first_seen, added FROM article
WHERE page_hash <> '' AND extractor = ? AND site = ? AND added > ? ORDER BY added LIMIT ?`
	var list []Article
	scan := func(r Scanner) (Article, error) { return scanArticle(r, &after) }
	for a, err := range Rows(ctx, s.read, scan, q, m.Extractor, m.Site, after, limit) {
		if err != nil {
			return nil, after, fmt.Errorf("read articles of %s: %w", m.Site, err)
		}
		list = append(list, a)
	}
	return list, after, nil
}

// ArticleOf gives the id of the article that was made of a stored page, or "" where there is none.
func (s *Store) ArticleOf(ctx context.Context, url, hash string) (string, error) {
	var id string
	err := s.read.QueryRowContext(ctx, `SELECT article_id FROM page WHERE url = ? AND hash = ?`, url, hash).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("article of page %s: %w", url, err)
	}
	return id, nil
}

// PagesOf gives the stored pages of an article: its first one, its further ones,
// and earlier versions of them, in the order in which they first came.
func (s *Store) PagesOf(ctx context.Context, articleID string) ([]Page, error) {
	const q = `SELECT url, final_url, source, fetched_at, status, headers, hash, body, article_id FROM page WHERE article_id = ? ORDER BY id`
	var pages []Page
	for p, err := range Rows(ctx, s.read, scanPage, q, articleID) {
		if err != nil {
			return nil, fmt.Errorf("pages of article %s: %w", articleID, err)
		}
		pages = append(pages, p)
	}
	return pages, nil
}
