package figures

import (
	"context"
	"database/sql"
	"slices"
)

// Overview is what one reading of the figures gives: those of a page, what other
// articles say instead of them, and the series of all.
type Overview struct {
	Total    int // figures that the query means
	Figures  []Figure
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
	found, err := findKeys(ctx, db, q)
	if err != nil {
		return Overview{}, err
	}
	slices.SortFunc(found, byLatest)
	o := Overview{Total: len(found)}
	o.Figures = slices.Clone(found[min(p.Skip, len(found)):min(p.Skip+p.Limit, len(found))])
	o.evidence = pointers(o.Figures)
	if p.Others {
		if err := o.contest(ctx, db, found); err != nil {
			return o, err
		}
	}
	if p.By != "" {
		q.Limit = p.Series
		if q.Object != "" {
			found, err = findSettled(ctx, db, q)
		} else {
			err = settle(ctx, db, found)
		}
		if err != nil {
			return o, err
		}
		if o.Series, err = seriesOf(ctx, db, found, q, p.By); err != nil {
			return o, err
		}
	}
	return o, complete(ctx, db, o.evidence)
}

// contest fills in Others. Only figures of the same place and period contradict
// each other, so the others are left out.
func (o *Overview) contest(ctx context.Context, db *sql.DB, found []Figure) error {
	places := map[string]bool{}
	for _, f := range o.Figures {
		if f.Period != nil && f.Region != "" {
			places[placeKey(f)] = true
		}
	}
	var near []Figure
	for _, f := range found {
		if f.Period != nil && f.Region != "" && places[placeKey(f)] {
			near = append(near, f)
		}
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
