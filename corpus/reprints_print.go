package corpus

import (
	"cmp"
	"database/sql"
	"encoding/binary"
	"hash/fnv"
	"slices"
)

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
