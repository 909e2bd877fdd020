package figures

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"jiandu/corpus"
)

// Contradictions gives figures of different articles that count the same thing
// (action, object, unit, region and period) with different exact values. Each
// item holds the figure published first, and the others in Others.
func Contradictions(ctx context.Context, db *sql.DB, q Query) ([]*Fact, error) {
	found, err := findRivals(ctx, db, q)
	if err != nil {
		return nil, err
	}
	if err := settle(ctx, db, pointers(found)); err != nil {
		return nil, err
	}
	out, err := contradictions(ctx, db, found)
	if err != nil {
		return nil, err
	}
	if q.Limit > 0 && len(out) > q.Limit {
		out = out[:q.Limit]
	}
	var shown []*Figure
	for _, f := range out {
		shown = append(append(append(shown, &f.Figure), pointers(f.Seen)...), pointers(f.Others)...)
	}
	return out, complete(ctx, db, shown)
}

// findRivals gives the figures that q means without their evidence; of a broad
// query only those that share name, area and period with another.
func findRivals(ctx context.Context, db *sql.DB, q Query) ([]Figure, error) {
	if !q.broad() {
		return findKeys(ctx, db, q)
	}
	lots, err := lotsOf(ctx, db, q, byPlace)
	if err != nil {
		return nil, err
	}
	var rows []int64
	for _, l := range lots {
		if len(l.rows) > 1 {
			rows = append(rows, l.rows...)
		}
	}
	slices.Sort(rows)
	return keysOf(ctx, db, q, rows)
}

// contradictions gives them in the order of their periods.
func contradictions(ctx context.Context, db *sql.DB, found []Figure) ([]*Fact, error) {
	var named []*Fact
	// Without words of the query, each figure keeps its own.
	for _, fs := range facts(found, Query{}) {
		named = append(named, fs...)
	}
	if err := contradict(ctx, db, named); err != nil {
		return nil, err
	}
	out := slices.DeleteFunc(named, func(f *Fact) bool { return len(f.Others) == 0 || !isFirst(f) })
	slices.SortFunc(out, func(a, b *Fact) int {
		return cmp.Or(cmp.Compare(a.Period.To, b.Period.To), cmp.Compare(a.ArticleID, b.ArticleID), a.Ord-b.Ord)
	})
	return out, nil
}

func isFirst(f *Fact) bool {
	return !slices.ContainsFunc(f.Others, func(o Figure) bool {
		return cmp.Or(cmp.Compare(orLast(o.Published), orLast(f.Published)), cmp.Compare(o.ArticleID, f.ArticleID)) < 0
	})
}

// Divided gives the articles with figures that q means, in whose sentences a whole is divided (其中).
func Divided(ctx context.Context, db *sql.DB, q Query) ([]string, error) {
	where, args, err := q.where(ctx, db)
	if err != nil {
		return nil, err
	}
	return all(corpus.Rows(ctx, db, scanOne[string], `SELECT DISTINCT s.article_id FROM statistic s JOIN article a ON a.id = s.article_id
WHERE instr(s.sentence, '其中') AND `+where+` ORDER BY s.article_id`, args...))
}
