package figures

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"

	"jiandu/corpus"
)

// Ways to group figures into a series.
const (
	ByYear     = "year"
	ByMonth    = "month"
	ByProvince = "province"
	ByCity     = "city"
)

// How the value of a cell came about.
const (
	BasisReported = "reported" // one figure says it
	BasisSum      = "sum"      // figures of periods that do not overlap, added up
	BasisBelow    = "below"    // figures of areas below the cell's, added up: not all of it
	BasisLatest   = "latest"   // shares and states are not added: the latest one
	BasisAsOf     = "as of"    // counted up to a day, from a start that is not given: the latest one
	BasisEarly    = "early"    // published before its period was over: a plan, a forecast or an intermediate state
	BasisUndated  = "undated"  // figures without a period are not added: the latest one
)

// Series is the figures of one concept, a cell for each year, month or area.
type Series struct {
	Action string `json:"action"`
	Object string `json:"object"`
	Unit   string `json:"unit"`
	Scope  string `json:"scope,omitempty"`  // what the count is narrowed to by the words around it: 违反中央八项规定精神
	Body   string `json:"body,omitempty"`   // who counts, where it is not the bodies of discipline: 法院
	Region string `json:"region,omitempty"` // of a series by time
	Cells  []Cell `json:"cells"`
}

// Cell is one value of a series, with what it rests on.
type Cell struct {
	Key     string   `json:"key"` // 2023, 2023-07, or a GB/T 2260 code
	Value   float64  `json:"value"`
	Approx  string   `json:"approx,omitempty"`
	Basis   string   `json:"basis"`
	Span    string   `json:"span"` // SpanYear …, of the longest figure
	From    string   `json:"from,omitempty"`
	To      string   `json:"to,omitempty"`
	Parts   int      `json:"parts"`            // figures that were added up
	Gaps    bool     `json:"gaps,omitempty"`   // whether days between their periods are not counted
	Rests   []Figure `json:"rests_on"`         // those figures
	Others  []Figure `json:"others,omitempty"` // articles that give another value for the same
	Also    []Figure `json:"also,omitempty"`   // other figures under the same name, of the same area and period
	Reports int      `json:"reports"`          // articles, reprint groups counted once
	Breaks  []Break  `json:"breaks,omitempty"` // changes of definition since the cell before

	chosen []*Fact // what Rests was made of
	below  bool    // whether they are figures of areas below the cell's
}

// SeriesOf groups the figures that q means. Longest series first.
func SeriesOf(ctx context.Context, db *sql.DB, q Query, by string) ([]Series, error) {
	if _, ok := keys[by]; !ok {
		return nil, fmt.Errorf("by %q: want year, month, province or city", by)
	}
	if q.broad() && q.Limit > 0 {
		return topSeries(ctx, db, q, by)
	}
	found, err := findSettled(ctx, db, q)
	if err != nil {
		return nil, err
	}
	return seriesOf(ctx, db, found, q, by)
}

// seriesOf groups settled figures, of which the first q.Limit series are given, with their evidence.
func seriesOf(ctx context.Context, db *sql.DB, found []Figure, q Query, by string) ([]Series, error) {
	var out []Series
	for c, fs := range facts(found, q) {
		out = append(out, split(c, fs, by, keys[by])...)
	}
	slices.SortFunc(out, func(a, b Series) int {
		return cmp.Or(a.rank(q)-b.rank(q), len(b.Cells)-len(a.Cells), reports(b)-reports(a), cmp.Compare(a.Region, b.Region),
			cmp.Compare(a.Action, b.Action), cmp.Compare(a.Object, b.Object), cmp.Compare(a.Unit, b.Unit),
			cmp.Compare(a.Scope, b.Scope), cmp.Compare(a.Body, b.Body))
	})
	if q.Limit > 0 && len(out) > q.Limit {
		out = out[:q.Limit]
	}
	if err := contest(ctx, db, out); err != nil {
		return nil, err
	}
	return out, complete(ctx, db, evidenceOf(out))
}

// rank puts the series of all that the query asks for before those of its parts.
func (s *Series) rank(q Query) int {
	if q.Action+q.Object != "" && len(s.Cells) > 1 && s.Object == q.Object && s.Scope == "" && s.Body == "" && s.Action == q.Action {
		return 0
	}
	return 1
}

// contest fills in Others of the cells, and takes them out of Also.
func contest(ctx context.Context, db *sql.DB, series []Series) error {
	var shown []*Fact
	for _, s := range series {
		for _, c := range s.Cells {
			shown = append(shown, c.chosen...)
		}
	}
	if err := contradict(ctx, db, shown); err != nil {
		return err
	}
	for _, s := range series {
		for i := range s.Cells {
			c := &s.Cells[i]
			for _, f := range c.chosen {
				c.Others = append(c.Others, f.Others...)
			}
			c.Also = slices.DeleteFunc(c.Also, func(f Figure) bool {
				return slices.ContainsFunc(c.Others, func(o Figure) bool { return o.ArticleID == f.ArticleID && o.Ord == f.Ord })
			})
			c.chosen = nil
		}
	}
	return nil
}

// evidenceOf gives the figures that series show.
func evidenceOf(series []Series) []*Figure {
	var out []*Figure
	for _, s := range series {
		for i := range s.Cells {
			c := &s.Cells[i]
			out = append(append(append(out, pointers(c.Rests)...), pointers(c.Others)...), pointers(c.Also)...)
		}
	}
	return out
}

func pointers(figures []Figure) []*Figure {
	out := make([]*Figure, len(figures))
	for i := range figures {
		out[i] = &figures[i]
	}
	return out
}

// keys says into which cell a figure of an area and period goes; "" for none.
var keys = map[string]func(region string, p *corpus.Period) string{
	ByYear:     func(_ string, p *corpus.Period) string { return timeKey(p, 4) },
	ByMonth:    func(_ string, p *corpus.Period) string { return timeKey(p, 7) },
	ByProvince: func(region string, _ *corpus.Period) string { return areaKey(region, 2) },
	ByCity:     func(region string, _ *corpus.Period) string { return areaKey(region, 4) },
}

// timeKey gives the year (4) or month (7) that holds the whole period.
func timeKey(p *corpus.Period, digits int) string {
	if p == nil || len(p.From) < digits || len(p.To) < digits || p.From[:digits] != p.To[:digits] {
		return ""
	}
	return p.From[:digits]
}

// municipalities are the provinces that are one city: 北京, 天津, 上海, 重庆.
var municipalities = []string{"11", "12", "31", "50"}

// areaKey gives the code of the province (2) or city (4) that a region lies in.
func areaKey(region string, digits int) string {
	prefix := areaPrefix(region)
	switch {
	case len(prefix) < 2 || region == national:
		return ""
	case slices.Contains(municipalities, prefix[:2]):
		digits = 2 // a city itself
	case len(prefix) < digits:
		return ""
	}
	return (prefix[:digits] + "0000")[:6]
}

// split makes the series of one concept: by time one a region, by area one for all.
func split(c concept, fs []*Fact, by string, keyOf func(string, *corpus.Period) string) []Series {
	type place struct{ region, key string }
	cells := map[place][]*Fact{}
	for _, f := range fs {
		p := place{key: keyOf(f.Region, f.Period)}
		if p.key == "" {
			continue
		}
		if by == ByYear || by == ByMonth {
			p.region = f.Region
		}
		cells[p] = append(cells[p], f)
	}
	byRegion := map[string][]Cell{}
	for p, fs := range cells {
		byRegion[p.region] = append(byRegion[p.region], cellOf(p.key, by, fs))
	}
	var out []Series
	for region, cells := range byRegion {
		slices.SortFunc(cells, func(a, b Cell) int { return cmp.Compare(a.Key, b.Key) })
		s := Series{Action: c.action, Object: c.object, Unit: c.unit, Scope: c.scope, Body: c.body, Region: region, Cells: cells}
		if by == ByYear || by == ByMonth {
			markBreaks(&s)
		}
		out = append(out, s)
	}
	return out
}

func reports(s Series) int {
	n := 0
	for _, c := range s.Cells {
		n += c.Reports
	}
	return n
}

// FormatValue writes a value without needless digits.
func FormatValue(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
