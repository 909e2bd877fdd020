package figures

import (
	"context"
	"database/sql"
	"strings"

	"jiandu/corpus"
)

// Query says which figures are meant. Empty fields do not restrict.
type Query struct {
	Action    string // contained in the figure's action: 处分 finds 党纪政务处分
	Object    string // contained in the object, or in the sentence
	Actor     string // contained in the actor
	Unit      string // of counting, equal
	Region    string // GB/T 2260 code; areas below it are included, but 000000 means national figures only
	From, To  string // days: the figure's period lies between them, both inclusive
	Theme     string // id of a theme of the article
	Measure   string // id of a measure of the article, or several with MeasureSep between them
	ArticleID string // figures of this article only, a reprint or not
	Limit     int    // 0: all
}

// MeasureSep stands between the ids of Query.Measure.
const MeasureSep = "\x1f"

// Figure is one statistic with its evidence.
type Figure struct {
	corpus.Statistic
	Sentence  string `json:"sentence"`
	ArticleID string `json:"article_id"`
	Ord       int    `json:"ord"` // its place among the article's statistics
	Title     string `json:"title"`
	Source    string `json:"source"`
	Published string `json:"published"`
	URL       string `json:"url"`
	Group     string `json:"group"`
	Articles  int    `json:"articles"` // in the reprint group

	row     int64 // in the table while evidence is still to come, else 0
	setting       // as far as settle has read it
}

const figureColumns = `s.start, s."end", s.quote, s.number, s.value, s.unit, s.approx, s.action, s.object, s.actor, s.region,
s.period_from, s.period_to, s.cumulative, s.share_of, s.sentence_start, s.sentence_end, s.sentence, s.article_id, s.ord,
a.title, a.source, a.published, a.url, a.group_id, (SELECT count(*) FROM article g WHERE g.group_id = a.group_id)`

// where gives the condition and its arguments.
func (q Query) where(ctx context.Context, db *sql.DB) (string, []any, error) {
	w := &condition{}
	w.add(`a.state = 'ok'`)
	if q.ArticleID != "" {
		w.add(`s.article_id = ?`, q.ArticleID)
	} else {
		w.add(`a.lead = 1`)
	}
	if q.Action != "" {
		names, err := actionsWith(ctx, db, q.Action)
		if err != nil {
			return "", nil, err
		}
		w.in(`s.action`, names)
	}
	if q.Object != "" {
		w.add(`(instr(s.object, ?) OR instr(s.sentence, ?))`, q.Object, q.Object)
	}
	if q.Actor != "" {
		w.add(`instr(s.actor, ?)`, q.Actor)
	}
	q.span(w)
	if q.Theme != "" {
		w.add(`EXISTS (SELECT 1 FROM theme t WHERE t.article_id = s.article_id AND t.theme = ?)`, q.Theme)
	}
	if q.Measure != "" {
		ids := strings.Split(q.Measure, MeasureSep)
		w.add(`s.article_id IN (SELECT m.article_id FROM measure m WHERE m.measure IN (`+marks(len(ids))+`))`, anys(ids)...)
	}
	return strings.Join(w.parts, " AND "), w.args, nil
}

// span adds the unit, the area and the time of the query: columns of the index on the period.
func (q Query) span(w *condition) {
	if q.Unit != "" {
		w.add(`s.unit = ?`, q.Unit)
	}
	w.region(`s.region`, q.Region)
	if q.From != "" {
		w.add(`s.period_from >= ?`, q.From)
	}
	if q.To != "" {
		w.add(`s.period_to <= ? AND s.period_to <> ''`, q.To)
	}
}

// condition collects the parts of a WHERE clause.
type condition struct {
	parts []string
	args  []any
}

func (c *condition) add(part string, args ...any) {
	c.parts = append(c.parts, part)
	c.args = append(c.args, args...)
}

func (c *condition) in(column string, values []string) {
	c.add(column+` IN (`+marks(len(values))+`)`, anys(values)...)
}

func anys[T any](values []T) []any {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = v
	}
	return out
}

// marks gives n places for arguments.
func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?,", n), ",") }

// region restricts a column to an area and those below it: GB/T 2260 codes nest
// by pairs of digits.
func (c *condition) region(column, code string) {
	switch {
	case code == "":
	case code == national:
		c.add(column+` = ?`, national)
	default:
		prefix := areaPrefix(code)
		c.add(column+` >= ? AND `+column+` < ?`, prefix, prefix+"~")
	}
}

// national is the code of the whole country.
const national = "000000"

// areaPrefix gives the digits that an area shares with those below it.
func areaPrefix(code string) string {
	for len(code) > 2 && strings.HasSuffix(code, "00") {
		code = code[:len(code)-2]
	}
	return code
}

// actionsWith gives the distinct actions that contain part, by a loose scan of
// the index on action: one seek for each distinct one.
func actionsWith(ctx context.Context, db *sql.DB, part string) ([]string, error) {
	const q = `WITH RECURSIVE t(a) AS (
  SELECT min(action) FROM statistic
  UNION ALL SELECT (SELECT min(action) FROM statistic WHERE action > t.a) FROM t WHERE t.a IS NOT NULL)
SELECT a FROM t WHERE instr(a, ?)`
	return all(corpus.Rows(ctx, db, scanOne[string], q, part))
}

func scanFigure(rs corpus.Scanner) (Figure, error) { return scanFigureAnd(rs) }

func scanFigureRow(rs corpus.Scanner) (Figure, error) {
	var row int64
	f, err := scanFigureAnd(rs, &row)
	f.row = row
	return f, err
}

// scanFigureAnd reads figureColumns, and what comes after them.
func scanFigureAnd(rs corpus.Scanner, more ...any) (Figure, error) {
	var f Figure
	var p corpus.Period
	err := rs.Scan(append([]any{
		&f.Start, &f.End, &f.Quote, &f.Number, &f.Value, &f.Statistic.Unit, &f.Approx, &f.Action, &f.Object, &f.Actor,
		&f.Region, &p.From, &p.To, &f.Cumulative, &f.ShareOf, &f.SentenceStart, &f.SentenceEnd, &f.Sentence, &f.ArticleID, &f.Ord,
		&f.Title, &f.Source, &f.Published, &f.URL, &f.Group, &f.Articles,
	}, more...)...)
	if p.From != "" {
		f.Period = &p
	}
	return f, err
}
