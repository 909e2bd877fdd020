package figures

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"

	"jiandu/corpus"
)

// Pair is the same span of two years side by side.
type Pair struct {
	Action string  `json:"action"`
	Object string  `json:"object"`
	Unit   string  `json:"unit"`
	Region string  `json:"region"`
	Scope  string  `json:"scope,omitempty"` // as of a Series
	Body   string  `json:"body,omitempty"`
	Span   string  `json:"span"` // 01-01/06-30
	A      Figure  `json:"a"`
	B      Figure  `json:"b"`
	Change float64 `json:"change"`           // of B against A, in percent
	Breaks []Break `json:"breaks,omitempty"` // changes of definition between A and B
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
		found, err := findSettled(ctx, db, q)
		if err != nil {
			return nil, err
		}
		for c, fs := range facts(found, q) {
			for _, f := range fs {
				if f.Period == nil || f.older() {
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
			pair := Pair{
				Action: p.action, Object: p.object, Unit: p.unit, Scope: p.scope, Body: p.body, Region: p.region, Span: p.span,
				A: s[0].Figure, B: s[1].Figure, Change: change(s[0].Value, s[1].Value),
			}
			pair.Breaks = breaksBetween(p.concept, s[0].Period, s[1].Period)
			pairs = append(pairs, pair)
		}
	}
	slices.SortFunc(pairs, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(a.Region, b.Region), cmp.Compare(b.A.Value, a.A.Value), cmp.Compare(a.Span, b.Span),
			cmp.Compare(a.Action, b.Action), cmp.Compare(a.Object, b.Object))
	})
	if limit > 0 && len(pairs) > limit {
		pairs = pairs[:limit]
	}
	var shown []*Figure
	for i := range pairs {
		shown = append(shown, &pairs[i].A, &pairs[i].B)
	}
	return pairs, complete(ctx, db, shown)
}

// breaksBetween gives the changes of definition that lie between two periods, or in the later.
func breaksBetween(c concept, a, b *corpus.Period) []Break {
	s := Series{Action: c.action, Object: c.object, Scope: c.scope, Cells: []Cell{{From: a.From, To: a.To}, {From: b.From, To: b.To}}}
	if a.From > b.From {
		slices.Reverse(s.Cells)
	}
	markBreaks(&s)
	return s.Cells[1].Breaks
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
