package figures

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
)

// Contradictions gives figures of different articles that count the same thing
// (action, object, unit, region and period) with different exact values. Each
// item holds the figure published first, and the others in Others.
func Contradictions(ctx context.Context, db *sql.DB, q Query) ([]*Fact, error) {
	limit := q.Limit
	q.Limit = 0
	found, err := all(Find(ctx, db, q))
	if err != nil {
		return nil, err
	}
	out := []*Fact{}
	// Without words of the query, each figure keeps its own; an action and an
	// object are both needed to say that two figures count the same.
	for c, fs := range facts(found, Query{}) {
		if c.action == "" || c.object == "" {
			continue
		}
		for _, f := range fs {
			if len(f.Others) > 0 && isFirst(f) {
				out = append(out, f)
			}
		}
	}
	slices.SortFunc(out, func(a, b *Fact) int {
		return cmp.Or(cmp.Compare(a.Period.To, b.Period.To), cmp.Compare(a.ArticleID, b.ArticleID), a.Ord-b.Ord)
	})
	if limit > 0 && len(out) > limit {
		out = out[:limit]
	}
	return out, nil
}

func isFirst(f *Fact) bool {
	return !slices.ContainsFunc(f.Others, func(o Figure) bool {
		return cmp.Or(cmp.Compare(orLast(o.Published), orLast(f.Published)), cmp.Compare(o.ArticleID, f.ArticleID)) < 0
	})
}
