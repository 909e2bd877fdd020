package corpus

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
)

// chunk is how many documents are read at once.
const chunk = 500

// Changed gives the documents whose change number is greater than seq, in the
// order of their change numbers, quarantined ones included (so that a reader can
// take them out). What is written while it runs may or may not be given.
func (s *Store) Changed(ctx context.Context, seq int64) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		for {
			docs, err := s.documents(ctx, `seq > ? ORDER BY seq LIMIT ?`, seq, chunk)
			if err != nil {
				yield(Document{}, err)
				return
			}
			for _, d := range docs {
				if !yield(d, nil) {
					return
				}
				seq = d.Seq
			}
			if len(docs) < chunk {
				return
			}
		}
	}
}

// LastSeq gives the greatest change number, 0 in an empty corpus.
func (s *Store) LastSeq(ctx context.Context) (int64, error) {
	var n int64
	err := s.read.QueryRowContext(ctx, `SELECT coalesce(max(seq), 0) FROM article`).Scan(&n)
	return n, err
}

// Document gives one article with its tags. id may be a prefix of four digits or
// more that only one article has. It fails with ErrNotFound.
func (s *Store) Document(ctx context.Context, id string) (Document, error) {
	docs, err := s.documents(ctx, `id >= ? AND id < ? ORDER BY id LIMIT 2`, id, id+"g")
	switch {
	case err != nil:
		return Document{}, err
	case len(id) < 4 || len(docs) == 0:
		return Document{}, fmt.Errorf("article %q: %w", id, ErrNotFound)
	case len(docs) > 1 && docs[0].ID != id:
		return Document{}, fmt.Errorf("article %q: several ids begin so: %s, %s", id, docs[0].ID, docs[1].ID)
	}
	return docs[0], nil
}

// Group gives the articles of a reprint group, the one that leads first.
func (s *Store) Group(ctx context.Context, group string) ([]Document, error) {
	return s.documents(ctx, `group_id = ? ORDER BY lead DESC, published, id`, group)
}

// documents reads the articles that match the condition, with their tags.
func (s *Store) documents(ctx context.Context, where string, args ...any) ([]Document, error) {
	q := `SELECT ` + articleColumns + `, first_seen, group_id, lead, seq, analyzer FROM article WHERE ` + where
	var docs []Document
	for d, err := range Rows(ctx, s.read, scanDocument, q, args...) {
		if err != nil {
			return nil, fmt.Errorf("read articles: %w", err)
		}
		docs = append(docs, d)
	}
	return docs, s.readTags(ctx, docs)
}

func scanDocument(r Scanner) (Document, error) {
	var d Document
	var at string
	err := r.Scan(append(articleFields(&d.Article, &at), &d.Group, &d.Lead, &d.Seq, &d.Analyzer)...)
	if err != nil {
		return d, err
	}
	d.FirstSeen, err = parseTime(at)
	return d, err
}

// readTags fills in the tags of docs: one query a kind of tag.
func (s *Store) readTags(ctx context.Context, docs []Document) error {
	byID := make(map[string]*Document, len(docs))
	ids := make([]string, 0, len(docs))
	for i := range docs {
		byID[docs[i].ID] = &docs[i]
		ids = append(ids, docs[i].ID)
	}
	for _, r := range tagReaders {
		if err := r.read(ctx, s.read, toJSON(ids), byID); err != nil {
			return fmt.Errorf("read tags: %w", err)
		}
	}
	return nil
}

// tagReader reads the rows of one table of tags into documents.
type tagReader struct {
	table, columns string
	scan           func(rs *sql.Rows, doc func(id string) *Document) error
}

func (t tagReader) read(ctx context.Context, db *sql.DB, ids string, byID map[string]*Document) error {
	rs, err := db.QueryContext(ctx, `SELECT article_id, `+t.columns+` FROM `+t.table+
		` WHERE article_id IN (SELECT value FROM json_each(?)) ORDER BY article_id, ord`, ids)
	if err != nil {
		return err
	}
	defer rs.Close()
	for rs.Next() {
		if err := t.scan(rs, func(id string) *Document { return byID[id] }); err != nil {
			return fmt.Errorf("%s: %w", t.table, err)
		}
	}
	return rs.Err()
}

var tagReaders = []tagReader{
	{"region", "code, ambiguous, mentions", func(rs *sql.Rows, doc func(string) *Document) error {
		var id, amb, men string
		var r Region
		err := rs.Scan(&id, &r.Code, &amb, &men)
		if err == nil {
			err = errors.Join(fromJSON(amb, &r.Ambiguous), fromJSON(men, &r.Mentions))
		}
		if err == nil {
			doc(id).Regions = append(doc(id).Regions, r)
		}
		return err
	}},
	{"year", "year", func(rs *sql.Rows, doc func(string) *Document) error {
		var id string
		var y int
		err := rs.Scan(&id, &y)
		if err == nil {
			doc(id).Years = append(doc(id).Years, y)
		}
		return err
	}},
	{"theme", "theme, weight, evidence", func(rs *sql.Rows, doc func(string) *Document) error {
		var id, ev string
		var h Theme
		err := rs.Scan(&id, &h.ID, &h.Weight, &ev)
		if err == nil {
			err = fromJSON(ev, &h.Evidence)
		}
		if err == nil {
			doc(id).Themes = append(doc(id).Themes, h)
		}
		return err
	}},
	{"unit", "name, kind, role, sender, host, region, mentions", func(rs *sql.Rows, doc func(string) *Document) error {
		var id, men string
		var u Unit
		err := rs.Scan(&id, &u.Name, &u.Kind, &u.Role, &u.Sender, &u.Host, &u.Region, &men)
		if err == nil {
			err = fromJSON(men, &u.Mentions)
		}
		if err == nil {
			doc(id).Units = append(doc(id).Units, u)
		}
		return err
	}},
	{"measure", "measure, name, kind, mentions", func(rs *sql.Rows, doc func(string) *Document) error {
		var id, men string
		var m Measure
		err := rs.Scan(&id, &m.ID, &m.Name, &m.Kind, &men)
		if err == nil {
			err = fromJSON(men, &m.Mentions)
		}
		if err == nil {
			doc(id).Measures = append(doc(id).Measures, m)
		}
		return err
	}},
	{
		"statistic", `start, "end", quote, number, value, unit, approx, action, object, actor, region,
period_from, period_to, cumulative, share_of, sentence_start, sentence_end`,
		func(rs *sql.Rows, doc func(string) *Document) error {
			var id string
			var s Statistic
			var p Period
			err := rs.Scan(&id, &s.Start, &s.End, &s.Quote, &s.Number, &s.Value, &s.Unit, &s.Approx, &s.Action, &s.Object, &s.Actor,
				&s.Region, &p.From, &p.To, &s.Cumulative, &s.ShareOf, &s.SentenceStart, &s.SentenceEnd)
			if err != nil {
				return err
			}
			if p.From != "" {
				s.Period = &p
			}
			doc(id).Statistics = append(doc(id).Statistics, s)
			return nil
		},
	},
}

func fromJSON(text string, to any) error { return json.Unmarshal([]byte(text), to) }
