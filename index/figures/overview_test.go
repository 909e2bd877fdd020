package figures_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"jiandu/index/figures"
)

// One look gives what the list and the series give singly.
func TestLook(t *testing.T) {
	db, ctx := fill(t).DB(), t.Context()
	hidden := cmpopts.IgnoreUnexported(figures.Figure{}, figures.Cell{}, figures.Break{})
	for _, q := range []figures.Query{{}, {Action: "查处"}, {Region: "430000"}, {Object: "问题"}} {
		var want []figures.Figure
		for f, err := range figures.Find(ctx, db, q) {
			must(t, err)
			want = append(want, f)
		}
		series, err := figures.SeriesOf(ctx, db, q, figures.ByYear)
		must(t, err)
		o, err := figures.Look(ctx, db, q, figures.Page{Limit: len(want) + 1, By: figures.ByYear, Others: true})
		must(t, err)
		if d := cmp.Diff(want, o.Figures, hidden, cmpopts.EquateEmpty()); d != "" {
			t.Errorf("%+v: figures (-Find +Look):\n%s", q, d)
		}
		if d := cmp.Diff(series, o.Series, hidden); d != "" {
			t.Errorf("%+v: series (-SeriesOf +Look):\n%s", q, d)
		}
		part, err := figures.Look(ctx, db, q, figures.Page{Skip: 1, Limit: 2})
		must(t, err)
		if part.More != (len(want) > 3) || len(want) > 3 && cmp.Diff(want[1:3], part.Figures, hidden) != "" {
			t.Errorf("%+v: a part of %d: more is %v: %v", q, len(want), part.More, part.Figures)
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
