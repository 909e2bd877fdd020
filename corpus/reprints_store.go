package corpus

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
)

// querier is a transaction or a pool of connections.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// prepare brings the fingerprints of new and changed articles up to date, puts
// the texts to be looked at into the queue, and gives the articles that they are of.
func (r *regroup) prepare() ([]int64, error) {
	saved, err := column[int64](r, `SELECT added FROM reprint_todo WHERE saved ORDER BY added`)
	if err != nil {
		return nil, err
	}
	for part := range slices.Chunk(saved, printChunk) {
		if err := r.s.write(r.ctx, func(w *writer) error { return r.print(w, toJSON(part)) }); err != nil {
			return nil, err
		}
	}
	todo, err := column[int64](r, `SELECT added FROM reprint_todo WHERE NOT saved`)
	if err != nil {
		return nil, err
	}
	texts, err := column[int64](r, `SELECT DISTINCT text FROM reprint JOIN reprint_todo USING (added) WHERE NOT saved ORDER BY text`)
	for _, t := range texts {
		r.add(t)
	}
	return todo, err
}

// printed is an article whose fingerprint is being made.
type printed struct {
	added    int64
	text     string
	old      sql.NullInt64 // its text in reprint
	group    string
	readable bool // whether it can be a reprint at all
}

// print makes the fingerprints of articles. Those that resembled the old text of
// a changed one, or were in its group, are marked to be looked at again.
func (r *regroup) print(w *writer, todo string) error {
	r.db = w.tx
	defer func() { r.db = r.s.read }()
	var list []printed
	const q = `SELECT a.added, a.text, r.text, a.group_id, a.state = 'ok' FROM json_each(?) j
JOIN article a ON a.added = j.value LEFT JOIN reprint r ON r.added = a.added`
	err := r.each(q, func(rs *sql.Rows) error {
		var p printed
		err := rs.Scan(&p.added, &p.text, &p.old, &p.group, &p.readable)
		list = append(list, p)
		return err
	}, todo)
	if err != nil {
		return err
	}
	var bands []band
	for _, p := range list {
		b, err := r.printOne(w, p)
		if err != nil {
			return err
		}
		bands = append(bands, b...)
	}
	if err := insertBands(w, bands); err != nil {
		return err
	}
	_, err = w.exec(`UPDATE reprint_todo SET saved = 0 WHERE added IN (SELECT value FROM json_each(?))`, todo)
	return err
}

// band is a row of reprint_band.
type band struct{ hash, text int64 }

// insertBands inserts in the order of the table, so that each of its pages is written once.
func insertBands(w *writer, bands []band) error {
	slices.SortFunc(bands, func(a, b band) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.text, b.text)) })
	for _, b := range bands {
		if _, err := w.exec(`INSERT OR IGNORE INTO reprint_band VALUES (?,?)`, b.hash, b.text); err != nil {
			return err
		}
	}
	return nil
}

// printOne makes the fingerprint of an article, and gives the bands of its text where that is new.
func (r *regroup) printOne(w *writer, p printed) ([]band, error) {
	letters := fold(p.text)
	text := hashOf(letters)
	readable := p.readable && len(letters) >= minReprint
	if p.old.Valid {
		if readable && p.old.Int64 == text {
			return nil, r.markGroup(w, p)
		}
		if err := r.forget(w, p); err != nil {
			return nil, err
		}
	}
	if !readable {
		return nil, nil
	}
	if _, err := w.exec(`INSERT INTO reprint VALUES (?,?)`, p.added, text); err != nil {
		return nil, err
	}
	sk := newSketch(letters)
	res, err := w.exec(`INSERT OR IGNORE INTO reprint_text VALUES (?,?,?)`, text, len(letters), sk.pack())
	if err != nil {
		return nil, err
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return nil, err
	}
	var bands []band
	for _, h := range sk.bands() {
		bands = append(bands, band{h, text})
	}
	return bands, nil
}

// markGroup marks the articles in the group of p.
func (r *regroup) markGroup(w *writer, p printed) error {
	_, err := w.exec(`INSERT OR IGNORE INTO reprint_todo SELECT added, 0 FROM article WHERE group_id = ?`, p.group)
	return err
}

// forget takes the old text of an article away, and marks what resembled it.
func (r *regroup) forget(w *writer, p printed) error {
	const mark = `INSERT OR IGNORE INTO reprint_todo SELECT r.added, 0 FROM reprint_band mine
JOIN reprint_band other ON other.hash = mine.hash JOIN reprint r ON r.text = other.text
WHERE mine.text = ? AND mine.hash IN (SELECT value FROM json_each(?))`
	if err := r.markGroup(w, p); err != nil {
		return err
	}
	old, err := r.sketches([]int64{p.old.Int64})
	if err != nil {
		return err
	}
	hashes := toJSON(old[p.old.Int64].sketch.bands())
	if _, err := w.exec(mark, p.old.Int64, hashes); err != nil {
		return err
	}
	if _, err := w.exec(`DELETE FROM reprint WHERE added = ?`, p.added); err != nil {
		return err
	}
	const unused = ` text = ? AND NOT EXISTS (SELECT 1 FROM reprint r WHERE r.text = ?)`
	if _, err := w.exec(`DELETE FROM reprint_band WHERE hash IN (SELECT value FROM json_each(?)) AND`+unused,
		hashes, p.old.Int64, p.old.Int64); err != nil {
		return err
	}
	_, err = w.exec(`DELETE FROM reprint_text WHERE`+unused, p.old.Int64, p.old.Int64)
	return err
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

func hashOf(letters []rune) int64 {
	h := fnv.New64a()
	h.Write([]byte(string(letters)))
	return int64(mix(h.Sum64()) >> 1)
}

// pack writes a sketch as 8 bytes a shingle.
func (s sketch) pack() []byte {
	var b []byte
	for _, list := range [][]uint64{s.digit, s.plain} {
		for _, h := range list {
			b = binary.BigEndian.AppendUint64(b, h)
		}
	}
	return b
}

func unpackSketch(b []byte) sketch {
	var s sketch
	for ; len(b) >= 8; b = b[8:] {
		if h := binary.BigEndian.Uint64(b); h < plainBit {
			s.digit = append(s.digit, h)
		} else {
			s.plain = append(s.plain, h)
		}
	}
	return s
}
