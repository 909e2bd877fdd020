package figures

import (
	"context"
	"database/sql"
	"slices"
)

// Overview is a page of figures, what other articles say instead of them, and
// the series of all that the query means.
type Overview struct {
	Figures  []Figure
	More     bool       // whether there are figures after those of the page
	Others   [][]Figure // for each of Figures
	Series   []Series   // empty where no grouping was asked for
	evidence []*Figure
}

// Page says what part of the figures an Overview holds.
type Page struct {
	Skip, Limit int
	By          string // ByYear …, or "" for no series
	Series      int    // at most so many
	Others      bool   // look for contradictions of the figures of the page
}

// Look gives the figures that q means, in the order of Find, with their series.
// q.Limit says nothing here.
func Look(ctx context.Context, db *sql.DB, q Query, p Page) (Overview, error) {
	q.Limit = p.Limit + 1
	o := Overview{}
	var err error
	if o.Figures, err = all(find(ctx, db, q, p.Skip)); err != nil {
		return o, err
	}
	if o.More = len(o.Figures) > p.Limit; o.More {
		o.Figures = o.Figures[:p.Limit]
	}
	if p.Others {
		if err := o.contest(ctx, db, q); err != nil {
			return o, err
		}
	}
	if p.By != "" {
		q.Limit = p.Series
		if o.Series, err = SeriesOf(ctx, db, q, p.By); err != nil {
			return o, err
		}
	}
	return o, complete(ctx, db, o.evidence)
}

// contest fills in Others. Only figures of the same place and period contradict
// each other, so the others are not read.
func (o *Overview) contest(ctx context.Context, db *sql.DB, q Query) error {
	near, err := o.near(ctx, db, q)
	if err != nil {
		return err
	}
	type key struct {
		article string
		ord     int
	}
	facts, err := contradictions(ctx, db, near)
	if err != nil {
		return err
	}
	others := map[key][]Figure{}
	for _, fact := range facts {
		all := append([]Figure{fact.Figure}, fact.Others...)
		for _, x := range slices.Concat(fact.Seen, fact.Others) {
			k := key{x.ArticleID, x.Ord}
			for _, y := range all {
				if y.Value != x.Value {
					others[k] = append(others[k], y)
				}
			}
		}
	}
	for _, f := range o.Figures {
		list := others[key{f.ArticleID, f.Ord}]
		o.Others = append(o.Others, list)
		o.evidence = append(o.evidence, pointers(list)...)
	}
	return nil
}

// near gives the figures of the places and periods of those of the page that can
// be contradicted.
func (o *Overview) near(ctx context.Context, db *sql.DB, q Query) ([]Figure, error) {
	where, args, err := q.where(ctx, db)
	if err != nil {
		return nil, err
	}
	var out []Figure
	asked := map[string]bool{}
	for _, f := range o.Figures {
		if f.Region == "" || f.Period == nil || f.Published < f.Period.To || asked[placeKey(f)] {
			continue
		}
		asked[placeKey(f)] = true
		found, err := keysAt(ctx, db, f, where, args...)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, settle(ctx, db, pointers(out))
}
