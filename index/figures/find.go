package figures

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"iter"
	"slices"

	"jiandu/corpus"
)

// Find gives the figures that q means, latest period first, undated ones last.
func Find(ctx context.Context, db *sql.DB, q Query) iter.Seq2[Figure, error] {
	return find(ctx, db, q, 0)
}

// find gives them without the first skip ones, of which no evidence is read.
func find(ctx context.Context, db *sql.DB, q Query, skip int) iter.Seq2[Figure, error] {
	return func(yield func(Figure, error) bool) {
		n, size := 0, firstBatch
		var batch []*Figure
		flush := func() bool {
			if err := errors.Join(complete(ctx, db, batch), settle(ctx, db, batch)); err != nil {
				yield(Figure{}, err)
				return false
			}
			for _, f := range batch {
				if !yield(*f, nil) {
					return false
				}
			}
			batch, size = batch[:0], atOnce
			return true
		}
		for p, err := range places(ctx, db, q) {
			if err != nil {
				yield(Figure{}, err)
				return
			}
			if n++; n <= skip {
				continue
			}
			batch = append(batch, &Figure{row: p.row})
			if q.Limit > 0 && n == skip+q.Limit {
				break
			}
			if len(batch) == size && !flush() {
				return
			}
		}
		flush()
	}
}

// firstBatch is how many figures are read before the first is given.
const firstBatch = 50

// place is where a figure stands in the order of Find.
type place struct {
	row                int64
	to, published, art string
	ord                int
}

// places gives the rows of the figures that q means in the order of Find: as the
// index on the period gives them, those of one last day sorted here.
func places(ctx context.Context, db *sql.DB, q Query) iter.Seq2[place, error] {
	return func(yield func(place, error) bool) {
		where, args, err := q.where(ctx, db)
		if err != nil {
			yield(place{}, err)
			return
		}
		order := "s.period_to"
		if q.Object != "" || q.Measure != "" {
			order = "+" + order // words of sentences are read in the order of the table, a measure has few articles
		}
		query := `SELECT s.rowid, s.period_to, a.published, s.article_id, s.ord FROM statistic s CROSS JOIN article a ON a.id = s.article_id WHERE ` +
			where + ` ORDER BY ` + order + ` DESC`
		var day []place
		flush := func() bool {
			slices.SortFunc(day, byPublished)
			for _, p := range day {
				if !yield(p, nil) {
					return false
				}
			}
			day = day[:0]
			return true
		}
		for p, err := range corpus.Rows(ctx, db, scanPlace, query, args...) {
			if err != nil {
				yield(p, err)
				return
			}
			if len(day) > 0 && day[0].to != p.to && !flush() {
				return
			}
			day = append(day, p)
		}
		flush()
	}
}

func byPublished(a, b place) int {
	return cmp.Or(cmp.Compare(b.published, a.published), cmp.Compare(a.art, b.art), a.ord-b.ord)
}

func scanPlace(rs corpus.Scanner) (place, error) {
	var p place
	return p, rs.Scan(&p.row, &p.to, &p.published, &p.art, &p.ord)
}

func endDay(f Figure) string {
	if f.Period == nil {
		return ""
	}
	return f.Period.To
}
