package figures

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"jiandu/corpus"
)

// keyColumns are those by which figures are grouped and put in order.
const keyColumns = `s.rowid, s.article_id, s.ord, s.number, s.value, s.unit, s.approx, s.action, s.object, s.actor, s.region,
s.period_from, s.period_to, s.cumulative, a.published, a.group_id`

// findKeys gives the figures that q means, in no order, without their evidence,
// which complete fills in: most of what a broad query means is only counted.
func findKeys(ctx context.Context, db *sql.DB, q Query) ([]Figure, error) {
	where, args, err := q.where(ctx, db)
	if err != nil {
		return nil, err
	}
	return all(corpus.Rows(ctx, db, scanKeys, `SELECT `+keyColumns+` FROM statistic s JOIN article a ON a.id = s.article_id WHERE `+where, args...))
}

// keysOf gives figures by their rows, as findKeys does: those that q means.
func keysOf(ctx context.Context, db *sql.DB, q Query, rows []int64) ([]Figure, error) {
	where, args, err := q.where(ctx, db)
	if err != nil {
		return nil, err
	}
	var out []Figure
	for part := range slices.Chunk(rows, atOnce) {
		w := &condition{parts: []string{where}, args: slices.Clone(args)}
		w.add(`s.rowid IN (`+marks(len(part))+`)`, anys(part)...)
		figures, err := all(corpus.Rows(ctx, db, scanKeys, `SELECT `+keyColumns+` FROM statistic s CROSS JOIN article a ON a.id = s.article_id WHERE `+
			strings.Join(w.parts, " AND "), w.args...))
		if err != nil {
			return nil, err
		}
		out = append(out, figures...)
	}
	return out, nil
}

// keysAt gives the figures of the area and period of one, as findKeys does: those
// that fulfil a condition.
func keysAt(ctx context.Context, db *sql.DB, f Figure, where string, args ...any) ([]Figure, error) {
	return all(corpus.Rows(ctx, db, scanKeys, `SELECT `+keyColumns+` FROM statistic s CROSS JOIN article a ON a.id = s.article_id
WHERE s.period_to = ? AND s.region = ? AND s.period_from = ? AND `+where, append([]any{f.Period.To, f.Region, f.Period.From}, args...)...))
}

// atOnce is how many rows one statement names.
const atOnce = 500

// complete fills in the evidence of figures that findKeys gave.
func complete(ctx context.Context, db *sql.DB, figures []*Figure) error {
	for part := range slices.Chunk(figures, atOnce) {
		w := &condition{}
		byRow := map[int64][]*Figure{}
		for _, f := range part {
			if f.row == 0 {
				continue
			}
			if byRow[f.row] == nil {
				w.args = append(w.args, f.row)
			}
			byRow[f.row] = append(byRow[f.row], f)
		}
		if len(byRow) == 0 {
			continue
		}
		query := `SELECT ` + figureColumns + `, s.rowid FROM statistic s JOIN article a ON a.id = s.article_id WHERE s.rowid IN (` + marks(len(w.args)) + `)`
		for f, err := range corpus.Rows(ctx, db, scanFigureRow, query, w.args...) {
			if err != nil {
				return err
			}
			row := f.row
			f.row = 0
			for _, to := range byRow[row] {
				f.setting = to.setting
				*to = f
			}
		}
	}
	return nil
}

func scanKeys(rs corpus.Scanner) (Figure, error) {
	var f Figure
	var p corpus.Period
	err := rs.Scan(&f.row, &f.ArticleID, &f.Ord, &f.Number, &f.Value, &f.Statistic.Unit, &f.Approx, &f.Action, &f.Object, &f.Actor,
		&f.Region, &p.From, &p.To, &f.Cumulative, &f.Published, &f.Group)
	if p.From != "" {
		f.Period = &p
	}
	return f, err
}
