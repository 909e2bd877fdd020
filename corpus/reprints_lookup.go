package corpus

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"
)

// querier is a transaction or a pool of connections.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// readShared reads which bands several texts share: with many texts to look up,
// one reading of the table is quicker than a search for each.
func (r *regroup) readShared() error {
	r.shared = map[int64]bool{}
	return r.each(`SELECT hash FROM reprint_band GROUP BY hash HAVING count(*) BETWEEN 2 AND ?`, func(rs *sql.Rows) error {
		var h int64
		err := rs.Scan(&h)
		r.shared[h] = true
		return err
	}, maxBand)
}

// candidates gives the texts that share a band with those given.
func (r *regroup) candidates(prints map[int64]textPrint) ([]textPair, error) {
	owners := map[int64][]int64{}
	var hashes []int64
	for text, p := range prints {
		for _, h := range p.sketch.bands() {
			if r.shared != nil && !r.shared[h] {
				continue
			}
			if owners[h] == nil {
				hashes = append(hashes, h)
			}
			owners[h] = append(owners[h], text)
		}
	}
	const q = `SELECT j.value, (SELECT coalesce(group_concat(text), '') FROM
(SELECT text FROM reprint_band b WHERE b.hash = j.value LIMIT ?)) FROM json_each(?) j`
	pairs := map[textPair]bool{}
	err := r.each(q, func(rs *sql.Rows) error {
		var hash int64
		var texts string
		if err := rs.Scan(&hash, &texts); err != nil {
			return err
		}
		return addPairs(pairs, owners[hash], texts)
	}, maxBand+1, toJSON(hashes))
	out := make([]textPair, 0, len(pairs))
	for p := range pairs {
		out = append(out, p)
	}
	return out, err
}

// addPairs adds the pairs of owners and a list of texts, unless the list is that of a set phrase.
func addPairs(pairs map[textPair]bool, owners []int64, list string) error {
	texts := strings.Split(list, ",")
	if list == "" || len(texts) > maxBand {
		return nil
	}
	for _, s := range texts {
		t, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return fmt.Errorf("texts of a band: %w", err)
		}
		for _, o := range owners {
			if o != t {
				pairs[textPair{a: min(o, t), b: max(o, t)}] = true
			}
		}
	}
	return nil
}

// sketches reads the fingerprints of texts.
func (r *regroup) sketches(texts []int64) (map[int64]textPrint, error) {
	out := make(map[int64]textPrint, len(texts))
	err := r.each(`SELECT text, length, sketch FROM reprint_text WHERE text IN (SELECT value FROM json_each(?))`,
		func(rs *sql.Rows) error {
			var text int64
			var p textPrint
			var packed []byte
			err := rs.Scan(&text, &p.length, &packed)
			p.sketch = unpackSketch(packed)
			out[text] = p
			return err
		}, toJSON(texts))
	return out, err
}

// fingerprints makes the fingerprints by which texts are compared, from the first article of each.
func (r *regroup) fingerprints(texts []int64) (map[int64]*fingerprint, error) {
	out := make(map[int64]*fingerprint, len(texts))
	err := r.each(`SELECT j.value, (SELECT a.text FROM article a WHERE a.added = (SELECT min(added) FROM reprint WHERE text = j.value))
FROM json_each(?) j`,
		func(rs *sql.Rows) error {
			var hash int64
			var text string
			err := rs.Scan(&hash, &text)
			out[hash] = newFingerprint(text)
			return err
		}, toJSON(texts))
	return out, err
}

// each runs a query and calls f on each row.
func (r *regroup) each(query string, f func(*sql.Rows) error, args ...any) error {
	rs, err := r.db.QueryContext(r.ctx, query, args...)
	if err != nil {
		return err
	}
	defer rs.Close()
	for rs.Next() {
		if err := f(rs); err != nil {
			return err
		}
	}
	return rs.Err()
}

// column reads a column of one value a row.
func column[T any](r *regroup, query string, args ...any) ([]T, error) {
	var out []T
	err := r.each(query, func(rs *sql.Rows) error {
		var v T
		err := rs.Scan(&v)
		out = append(out, v)
		return err
	}, args...)
	return out, err
}
