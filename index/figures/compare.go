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

// sides are the figures of one concept, area and span of the year, in two years.
type sides struct {
	concept
	region, span string
	facts        [2][]*Fact
}

// Compare sets figures of two years side by side: those with the same concept,
// region and span of the year, said of the same subject. yearA and yearB have four digits.
func Compare(ctx context.Context, db *sql.DB, q Query, yearA, yearB string) ([]Pair, error) {
	limit := q.Limit
	q.Limit = 0
	found, err := sidesOf(ctx, db, q, yearA, yearB)
	if err != nil {
		return nil, err
	}
	var read []*Figure
	for _, s := range found {
		for _, f := range slices.Concat(s.facts[0], s.facts[1]) {
			read = append(read, &f.Figure)
		}
	}
	if err := complete(ctx, db, read); err != nil {
		return nil, err
	}
	pairs := []Pair{}
	for _, s := range found {
		if p, ok := s.pair(); ok {
			pairs = append(pairs, p)
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

// sidesOf reads what both years have. What was published before its period was
// over, or counts from before it, is left out.
func sidesOf(ctx context.Context, db *sql.DB, q Query, yearA, yearB string) ([]*sides, error) {
	type key struct {
		concept
		region, span string
	}
	at := map[key]*sides{}
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
				if f.Period == nil || f.older() || f.early() {
					continue
				}
				k := key{c, f.Region, monthDay(f.Period.From) + "/" + lastDay(f.Period.To)}
				if at[k] == nil {
					at[k] = &sides{concept: c, region: k.region, span: k.span}
				}
				at[k].facts[i] = append(at[k].facts[i], f)
			}
		}
	}
	var out []*sides
	for _, s := range at {
		if len(s.facts[0]) > 0 && len(s.facts[1]) > 0 {
			out = append(out, s)
		}
	}
	return out, nil
}

// pair takes the two figures whose subjects are most alike, then those that most
// reports give. Where the object, or what was done, says what is counted, one of
// them may leave its subject to the words before.
func (s *sides) pair() (Pair, bool) {
	var a, b *Fact
	best, seen := -1.0, 0
	for _, x := range s.facts[0] {
		for _, y := range s.facts[1] {
			if l, n := likeSubject(x.Figure, y.Figure), len(x.Seen)+len(y.Seen); l > best || l == best && n > seen {
				a, b, best, seen = x, y, l, n
			}
		}
	}
	least := leastClause
	if s.object+s.scope != "" || narrowed(s.action, "") {
		least = unnamed
	}
	return Pair{
		Action: s.action, Object: s.object, Unit: s.unit, Scope: s.scope, Body: s.body, Region: s.region, Span: s.span,
		A: a.Figure, B: b.Figure, Change: change(a.Value, b.Value), Breaks: breaksBetween(s.concept, a.Period, b.Period),
	}, best >= leastClause || best == least
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
