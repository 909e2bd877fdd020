package figures_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"jiandu/corpus"
	"jiandu/index/figures"
)

// manyYears are counts of a few things in many places and years, some narrowed.
func manyYears() []article {
	var out []article
	for i := range 60 {
		year, n := 2012+i%(3+i%5), 100+i
		region := []string{"000000", "430000", "310101", "530102"}[i%4]
		a := article{name: fmt.Sprintf("a%02d", i), published: fmt.Sprintf("%d-02-%02d", year+1, 1+i%28), regions: []string{region}}
		from, to := fmt.Sprintf("%d-01-01", year), fmt.Sprintf("%d-12-31", year)
		count := fmt.Sprint(n)
		first := fmt.Sprintf("查处违规吃喝问题%d起", n)
		second := fmt.Sprintf("处分%d人", n)
		a.text = first + "，" + second + "。"
		a.figures = []figure{
			{first, count, float64(n), "起", "查处", "违规吃喝问题", region, from, to},
			{second, count, float64(n), "人", "处分", []string{"", "党员干部"}[i%2], region, from, to},
		}
		if i%7 == 0 {
			a.group = "a00"
		}
		out = append(out, a)
	}
	return out
}

// The first series of a broad query are the first of all of them.
func TestFirstSeries(t *testing.T) {
	db := fillWith(t, append(manyYears(), punished...)).DB()
	hidden := cmpopts.IgnoreUnexported(figures.Figure{}, figures.Cell{}, figures.Break{})
	for _, q := range []figures.Query{{}, {Region: "430000"}, {Unit: "人"}, {From: "2013-01-01", To: "2014-12-31"}} {
		for _, by := range []string{figures.ByYear, figures.ByMonth, figures.ByProvince, figures.ByCity} {
			want, err := figures.SeriesOf(t.Context(), db, q, by)
			must(t, err)
			for _, n := range []int{1, 2, 3, 5, 100} {
				few := q
				few.Limit = n
				got, err := figures.SeriesOf(t.Context(), db, few, by)
				must(t, err)
				if d := cmp.Diff(want[:min(n, len(want))], got, hidden, cmpopts.EquateEmpty()); d != "" {
					t.Errorf("%+v by %s (-all +first):\n%s", few, by, d)
				}
			}
		}
	}
}

// Broad contradictions are those of each action.
func TestBroadContradictions(t *testing.T) {
	db := fill(t).DB()
	broad, err := figures.Contradictions(t.Context(), db, figures.Query{})
	must(t, err)
	narrow, err := figures.Contradictions(t.Context(), db, figures.Query{Action: "查处"})
	must(t, err)
	if len(broad) != 1 || len(narrow) != 1 || broad[0].ArticleID != narrow[0].ArticleID {
		t.Errorf("broad %+v, narrow %+v", broad, narrow)
	}
}

// Figures come in the order of their periods, however many are asked for, and
// whether or not the corpus has its newer index.
func TestOrder(t *testing.T) {
	s := fillWith(t, append(manyYears(), notices...))
	db := s.DB()
	var all []string
	last := "9999"
	for f, err := range figures.Find(t.Context(), db, figures.Query{}) {
		must(t, err)
		to := ""
		if f.Period != nil {
			to = f.Period.To
		}
		if to > last {
			t.Fatalf("%s comes after %s", to, last)
		}
		last = to
		all = append(all, fmt.Sprint(f.ArticleID, f.Ord))
	}
	if n := rows(t, s); len(all) != n {
		t.Errorf("%d figures, want %d", len(all), n)
	}
	for _, limit := range []int{1, 7, 50, 51, 1000} {
		var some []string
		for f, err := range figures.Find(t.Context(), db, figures.Query{Limit: limit}) {
			must(t, err)
			some = append(some, fmt.Sprint(f.ArticleID, f.Ord))
		}
		if d := cmp.Diff(all[:min(limit, len(all))], some); d != "" {
			t.Errorf("the first %d: %s", limit, d)
		}
	}
	o, err := figures.Look(t.Context(), db, figures.Query{}, figures.Page{Skip: 60, Limit: 3})
	must(t, err)
	if got := fmt.Sprint(o.Figures[0].ArticleID, o.Figures[0].Ord); got != all[60] || !o.More {
		t.Errorf("figure 60 is %s, want %s; more is %v", got, all[60], o.More)
	}
}

func rows(t *testing.T, s *corpus.Store) int {
	t.Helper()
	n := 0
	must(t, s.DB().QueryRowContext(context.Background(), `SELECT count(*) FROM statistic s JOIN article a ON a.id = s.article_id WHERE a.lead = 1`).Scan(&n))
	return n
}

// The first page is read off the index: nothing sorts all figures for it.
func TestFirstPageUsesIndex(t *testing.T) {
	rs, err := fill(t).DB().QueryContext(t.Context(), `EXPLAIN QUERY PLAN SELECT s.rowid FROM statistic s CROSS JOIN article a ON a.id = s.article_id
WHERE a.state = 'ok' AND a.lead = 1 AND s.region = '000000' ORDER BY s.period_to DESC`)
	must(t, err)
	defer rs.Close()
	var plan string
	for rs.Next() {
		var id, parent, unused int
		var step string
		must(t, rs.Scan(&id, &parent, &unused, &step))
		plan += step + "\n"
	}
	must(t, rs.Err())
	if want := "SCAN s USING INDEX statistic_period\nSEARCH a USING INDEX sqlite_autoindex_article_1 (id=?)\n"; plan != want {
		t.Errorf("plan:\n%s", plan)
	}
}
