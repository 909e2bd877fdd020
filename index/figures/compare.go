package figures

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
)

// Pair is the same span of two years side by side.
type Pair struct {
	Action string  `json:"action"`
	Object string  `json:"object"`
	Unit   string  `json:"unit"`
	Region string  `json:"region"`
	Span   string  `json:"span"` // 01-01/06-30
	A      Figure  `json:"a"`
	B      Figure  `json:"b"`
	Change float64 `json:"change"` // of B against A, in percent
}

// Compare sets figures of two years side by side: those with the same concept,
// region and span of the year. yearA and yearB have four digits.
func Compare(ctx context.Context, db *sql.DB, q Query, yearA, yearB string) ([]Pair, error) {
	limit := q.Limit
	q.Limit = 0
	type place struct {
		concept
		region, span string
	}
	sides := map[place]*[2]*Fact{}
	for i, year := range []string{yearA, yearB} {
		if len(year) != 4 {
			return nil, fmt.Errorf("year %q: want four digits", year)
		}
		q.From, q.To = year+"-01-01", year+"-12-31"
		found, err := all(Find(ctx, db, q))
		if err != nil {
			return nil, err
		}
		for c, fs := range facts(found, q) {
			for _, f := range fs {
				if f.Period == nil {
					continue
				}
				p := place{c, f.Region, monthDay(f.Period.From) + "/" + lastDay(f.Period.To)}
				if sides[p] == nil {
					sides[p] = new([2]*Fact)
				}
				if old := sides[p][i]; old == nil || len(f.Seen) > len(old.Seen) {
					sides[p][i] = f
				}
			}
		}
	}
	pairs := []Pair{}
	for p, s := range sides {
		if s[0] != nil && s[1] != nil {
			pairs = append(pairs, Pair{
				Action: p.action, Object: p.object, Unit: p.unit, Region: p.region, Span: p.span,
				A: s[0].Figure, B: s[1].Figure, Change: change(s[0].Value, s[1].Value),
			})
		}
	}
	slices.SortFunc(pairs, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(a.Region, b.Region), cmp.Compare(b.A.Value, a.A.Value), cmp.Compare(a.Span, b.Span),
			cmp.Compare(a.Action, b.Action), cmp.Compare(a.Object, b.Object))
	})
	if limit > 0 && len(pairs) > limit {
		pairs = pairs[:limit]
	}
	return pairs, nil
}

// lastDay makes 29 and 28 February one.
func lastDay(day string) string {
	md := monthDay(day)
	if md == "02-29" {
		return "02-28"
	}
	return md
}

func change(a, b float64) float64 {
	if a == 0 {
		return 0
	}
	return (b - a) / a * 100
}
