package figures

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"jiandu/corpus"
)

// lot is the figures of one name (action, object, unit and, by time, area), as the
// index on the period gives them: reprints are among them, and its scopes are one.
type lot struct {
	cells []string // keys of cells that its figures are in
	rows  []int64
}

// broad tells whether a query means so many figures that they are looked over
// in the index before they are read.
func (q Query) broad() bool {
	return q.Action == "" && q.Object == "" && q.Actor == "" && q.Theme == "" && q.Measure == "" && q.ArticleID == ""
}

// topSeries gives the first q.Limit series of a broad query. Only those lots are
// read that have as many cells as the last of them: what a lot holds is one series
// or more with fewer cells.
func topSeries(ctx context.Context, db *sql.DB, q Query, by string) ([]Series, error) {
	lots, err := lotsOf(ctx, db, q, bySeries(by))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(lots, func(a, b *lot) int { return len(b.cells) - len(a.cells) })
	for taken := 0; ; {
		n := min(max(q.Limit, 2*taken), len(lots))
		for n > 0 && n < len(lots) && len(lots[n].cells) == len(lots[n-1].cells) {
			n++
		}
		taken = n
		var rows []int64
		for _, l := range lots[:n] {
			rows = append(rows, l.rows...)
		}
		found, err := keysOf(ctx, db, q, rows)
		if err != nil {
			return nil, err
		}
		if err := settle(ctx, db, pointers(found)); err != nil {
			return nil, err
		}
		out, err := seriesOf(ctx, db, found, q, by)
		if err != nil || n == len(lots) || len(out) == q.Limit && len(out[q.Limit-1].Cells) > len(lots[n].cells) {
			return out, err
		}
	}
}

// grouping says which figures of one name are a lot, and which are in one cell of it.
type grouping struct {
	where string // over the columns of the index
	apart func(region string, p *corpus.Period) string
	cell  func(region string, p *corpus.Period) string
}

// bySeries groups into what split takes apart.
func bySeries(by string) grouping {
	g := grouping{
		where: `s.region NOT IN ('', '` + national + `')`,
		apart: func(string, *corpus.Period) string { return "" },
		cell:  func(region string, p *corpus.Period) string { return keys[by](region, p) },
	}
	if by == ByYear || by == ByMonth {
		g.where = `s.period_to <> '' AND substr(s.period_from, 1, 4) = substr(s.period_to, 1, 4)`
		g.apart = func(region string, _ *corpus.Period) string { return region }
	}
	return g
}

// byPlace groups into figures of one area and period.
var byPlace = grouping{
	where: `s.period_to <> '' AND s.region <> ''`,
	apart: func(region string, p *corpus.Period) string { return region + p.From + p.To },
	cell:  func(string, *corpus.Period) string { return "all" },
}

// lotsOf reads the lots of a query from the index alone.
func lotsOf(ctx context.Context, db *sql.DB, q Query, g grouping) ([]*lot, error) {
	w := &condition{}
	w.add(g.where)
	q.span(w)
	names := map[string]string{} // of the words of the index
	lots := map[string]*lot{}
	var out []*lot
	for l, err := range corpus.Rows(ctx, db, scanLine, `SELECT s.rowid,
s.action || char(31) || s.object || char(31) || s.unit || char(31) || s.region || char(31) || s.period_from || char(31) || s.period_to
FROM statistic s WHERE `+strings.Join(w.parts, " AND "), w.args...) {
		if err != nil {
			return nil, err
		}
		p := l.period()
		cell := g.cell(l.region, p)
		if cell == "" {
			continue
		}
		name, ok := names[l.words]
		if !ok {
			f := strings.Split(l.words, sep)
			name = strings.Join([]string{actionName(f[0]), objectName(f[1]), unitName(f[2], f[1])}, sep)
			names[l.words] = name
		}
		name += sep + g.apart(l.region, p)
		it := lots[name]
		if it == nil {
			it = &lot{}
			lots[name], out = it, append(out, it)
		}
		if !slices.Contains(it.cells, cell) {
			it.cells = append(it.cells, cell)
		}
		it.rows = append(it.rows, l.row)
	}
	return out, nil
}

// line is what lotsOf reads of a figure.
type line struct {
	row                     int64
	words, region, from, to string
}

func (l line) period() *corpus.Period {
	if l.to == "" {
		return nil
	}
	return &corpus.Period{From: l.from, To: l.to}
}

// scanLine reads a row and its words as one column: a broad query has many, and
// each column costs.
func scanLine(rs corpus.Scanner) (line, error) {
	var l line
	var all string
	if err := rs.Scan(&l.row, &all); err != nil {
		return l, err
	}
	for _, to := range []*string{&l.to, &l.from, &l.region} {
		i := strings.LastIndex(all, sep)
		*to, all = all[i+len(sep):], all[:i]
	}
	l.words = all
	return l, nil
}

// sep stands between the columns of a line: char(31).
const sep = "\x1f"
