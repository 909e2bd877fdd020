package index

import (
	"context"
	"fmt"
)

// known counts the articles of the corpus that had come when its change number was seq,
// whatever their state. It grows with no change, and sinks when articles are deleted.
func (u *update) known(ctx context.Context, seq int64) (int, error) {
	var n int
	err := u.store.DB().QueryRowContext(ctx, `SELECT count(*) FROM article WHERE added <= ?`, seq).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("count the articles: %w", err)
	}
	return n, nil
}

// removeGone takes out the articles that the corpus no longer has. Deleting leaves no
// change number, so that the ids are compared, where there are fewer than there were.
func (u *update) removeGone(ctx context.Context, w *bleveWriter) error {
	there, err := u.ids(ctx)
	if err != nil {
		return err
	}
	b := w.ix.NewBatch()
	err = w.eachID(func(id string) {
		if !there[id] {
			b.Delete(id)
		}
	})
	if err != nil || b.Size() == 0 {
		return err
	}
	u.report.Removed += b.Size()
	return w.write(ctx, b)
}

func (u *update) ids(ctx context.Context) (map[string]bool, error) {
	rows, err := u.store.DB().QueryContext(ctx, `SELECT id FROM article`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	ids := map[string]bool{}
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids[id] = true
	}
	return ids, rows.Err()
}

// eachID gives the ids of the documents.
func (w *bleveWriter) eachID(give func(id string)) error {
	adv, err := w.ix.Advanced()
	if err != nil {
		return err
	}
	r, err := adv.Reader()
	if err != nil {
		return err
	}
	defer r.Close()
	docs, err := r.DocIDReaderAll()
	if err != nil {
		return err
	}
	defer docs.Close()
	for {
		n, err := docs.Next()
		if n == nil || err != nil {
			return err
		}
		id, err := r.ExternalID(n)
		if err != nil {
			return fmt.Errorf("id of a document: %w", err)
		}
		give(id)
	}
}
