package corpus

import (
	"context"
	"encoding/json"
	"fmt"
)

// Tagged is the tags of one article.
type Tagged struct {
	ID   string // of the article
	Text string // the text that was analyzed; tags of a text that has changed since are dropped
	Tags Tags
}

var tagTables = []string{"region", "year", "theme", "unit", "measure", "statistic"}

// SaveTags replaces the tags of the given articles in one transaction: all of them, or none.
func (s *Store) SaveTags(ctx context.Context, batch ...Tagged) error {
	err := s.write(ctx, func(w *writer) error {
		for _, t := range batch {
			if err := w.replace(t); err != nil {
				return fmt.Errorf("article %s: %w", t.ID, err)
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("save tags: %w", err)
	}
	return nil
}

func (w *writer) replace(t Tagged) error {
	res, err := w.exec(`UPDATE article SET analyzer = ?, seq = `+nextSeq+` WHERE id = ? AND text = ?`, t.Tags.Analyzer, t.ID, t.Text)
	if err != nil {
		return err
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return err
	}
	for _, table := range tagTables {
		if _, err := w.exec(`DELETE FROM `+table+` WHERE article_id = ?`, t.ID); err != nil {
			return err
		}
	}
	return w.insert(t)
}

func (w *writer) insert(t Tagged) error {
	for i, r := range t.Tags.Regions {
		if _, err := w.exec(`INSERT INTO region VALUES (?,?,?,?,?)`, t.ID, i, r.Code, toJSON(r.Ambiguous), toJSON(r.Mentions)); err != nil {
			return err
		}
	}
	for i, y := range t.Tags.Years {
		if _, err := w.exec(`INSERT INTO year VALUES (?,?,?)`, t.ID, i, y); err != nil {
			return err
		}
	}
	for i, h := range t.Tags.Themes {
		if _, err := w.exec(`INSERT INTO theme VALUES (?,?,?,?,?)`, t.ID, i, h.ID, h.Weight, toJSON(h.Evidence)); err != nil {
			return err
		}
	}
	for i, u := range t.Tags.Units {
		if _, err := w.exec(`INSERT INTO unit VALUES (?,?,?,?,?,?,?,?,?)`, t.ID, i, u.Name, u.Kind, u.Role, u.Sender, u.Host, u.Region, toJSON(u.Mentions)); err != nil {
			return err
		}
	}
	for i, m := range t.Tags.Measures {
		if _, err := w.exec(`INSERT INTO measure VALUES (?,?,?,?,?,?)`, t.ID, i, m.ID, m.Name, m.Kind, toJSON(m.Mentions)); err != nil {
			return err
		}
	}
	return w.insertStatistics(t)
}

func (w *writer) insertStatistics(t Tagged) error {
	if len(t.Tags.Statistics) == 0 {
		return nil
	}
	text := []rune(t.Text)
	for i, s := range t.Tags.Statistics {
		if s.SentenceStart < 0 || s.SentenceEnd > len(text) || s.SentenceStart > s.SentenceEnd {
			return fmt.Errorf("statistic %q: sentence [%d,%d) is outside the text of %d", s.Quote, s.SentenceStart, s.SentenceEnd, len(text))
		}
		var p Period
		if s.Period != nil {
			p = *s.Period
		}
		_, err := w.exec(`INSERT INTO statistic VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
			t.ID, i, s.Start, s.End, s.Quote, s.Number, s.Value, s.Unit, s.Approx, s.Action, s.Object, s.Actor, s.Region,
			p.From, p.To, s.Cumulative, s.ShareOf, s.SentenceStart, s.SentenceEnd, string(text[s.SentenceStart:s.SentenceEnd]))
		if err != nil {
			return err
		}
	}
	return nil
}

// toJSON writes a list of plain structs or strings; an empty one is [].
func toJSON[T any](v []T) string {
	b, err := json.Marshal(orEmpty(v))
	if err != nil {
		panic(err) // mentions and strings always marshal
	}
	return string(b)
}

// Grouping puts an article into a reprint group.
type Grouping struct {
	ID    string // of the article
	Group string // id of the article that leads the group
	Lead  bool
}

// SaveGroups writes reprint groups in one transaction; articles whose group stays the same keep their change number.
func (s *Store) SaveGroups(ctx context.Context, batch ...Grouping) error {
	return s.write(ctx, func(w *writer) error {
		for _, g := range batch {
			_, err := w.exec(`UPDATE article SET group_id = ?, lead = ?, seq = `+nextSeq+`
WHERE id = ? AND (group_id <> ? OR lead <> ?)`, g.Group, g.Lead, g.ID, g.Group, g.Lead)
			if err != nil {
				return fmt.Errorf("group of article %s: %w", g.ID, err)
			}
		}
		return nil
	})
}
