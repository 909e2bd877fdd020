package figures

import (
	"context"
	"database/sql"
	"slices"

	"jiandu/corpus"
)

// findSettled gives the figures that q means, in no order and without their
// evidence, but settled: with those that only their context narrows to the
// object of the query, where an action bounds how many are read.
func findSettled(ctx context.Context, db *sql.DB, q Query) ([]Figure, error) {
	found, err := findKeys(ctx, db, q)
	if err != nil {
		return nil, err
	}
	if q.Object == "" || q.Action == "" {
		return found, settle(ctx, db, pointers(found))
	}
	have := map[int64]bool{}
	for _, f := range found {
		have[f.row] = true
	}
	wide := q
	wide.Object = ""
	all, err := findKeys(ctx, db, wide)
	if err != nil {
		return nil, err
	}
	if err := settle(ctx, db, pointers(all)); err != nil {
		return nil, err
	}
	return slices.DeleteFunc(all, func(f Figure) bool {
		c := conceptOf(f, q)
		return !have[f.row] && c.object != q.Object && c.scope != q.Object
	}), nil
}

// settle reads the settings of figures that leave something to their context.
func settle(ctx context.Context, db *sql.DB, figures []*Figure) error {
	open := map[string][]*Figure{}
	var articles []any
	for _, f := range figures {
		if !f.unsettled() {
			continue
		}
		if open[f.ArticleID] == nil {
			articles = append(articles, f.ArticleID)
		}
		open[f.ArticleID] = append(open[f.ArticleID], f)
	}
	for part := range slices.Chunk(articles, atOnce) {
		if err := settleSome(ctx, db, part, open); err != nil {
			return err
		}
	}
	adopt(figures)
	return nil
}

// unsettled tells whether the words around a figure may change what it counts, or
// who does.
func (f *Figure) unsettled() bool { return holds("counted", bareAction(f.Action)) }

// settleSome reads the figures of some articles, and the settings of those that are open.
func settleSome(ctx context.Context, db *sql.DB, articles []any, open map[string][]*Figure) error {
	query := `SELECT article_id, ord, start, action, object, actor, quote, unit, sentence_start, sentence_end, sentence FROM statistic
WHERE article_id IN (` + marks(len(articles)) + `) ORDER BY article_id, ord`
	at := ""
	var article []neighbour
	done := func() {
		for _, f := range open[at] {
			if f.Ord < len(article) {
				f.setting = settingOf(article, f.Ord)
			}
		}
		article = article[:0]
	}
	for n, err := range corpus.Rows(ctx, db, scanNeighbour, query, articles...) {
		if err != nil {
			return err
		}
		if n.article != at {
			done()
			at = n.article
		}
		article = append(article, n.neighbour)
	}
	done()
	return nil
}

type placedNeighbour struct {
	article string
	neighbour
}

func scanNeighbour(rs corpus.Scanner) (placedNeighbour, error) {
	var n placedNeighbour
	return n, rs.Scan(&n.article, &n.ord, &n.start, &n.action, &n.object, &n.actor, &n.quote, &n.unit, &n.sentence, &n.finish, &n.text)
}

// leastTelling is the least value that tells by itself what it counts: no two
// counts of one area and period come out at 96756.
const leastTelling = 1000

// adopt gives figures without a scope that of the same figure elsewhere: what
// one report leaves out, another says.
func adopt(figures []*Figure) {
	type same struct {
		action, unit, place string
		value               float64
	}
	keyOf := func(f *Figure) same {
		return same{actionName(f.Action), unitName(f.Statistic.Unit, f.Object), placeKey(*f), f.Value}
	}
	scopes := map[same]string{}
	for _, f := range figures {
		if f.Scope != "" && f.Period != nil && f.Value >= leastTelling {
			scopes[keyOf(f)] = f.Scope
		}
	}
	for _, f := range figures {
		if f.Scope == "" && f.Period != nil && narrowed(f.Action, f.Object) {
			f.Scope = scopes[keyOf(f)]
		}
	}
}
