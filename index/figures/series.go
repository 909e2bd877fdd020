package figures

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
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
	BasisSum      = "sum"      // figures of periods, or areas, that do not overlap, added up
	BasisLatest   = "latest"   // shares and states are not added: the latest one
	BasisUndated  = "undated"  // figures without a period are not added: the latest one
)

// Series is the figures of one concept, a cell for each year, month or area.
type Series struct {
	Action string `json:"action"`
	Object string `json:"object"`
	Unit   string `json:"unit"`
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
	Rests   []Figure `json:"rests_on"`         // those figures
	Others  []Figure `json:"others,omitempty"` // articles that give another value for the same
	Reports int      `json:"reports"`          // articles, reprint groups counted once
	Breaks  []Break  `json:"breaks,omitempty"` // changes of definition since the cell before

	chosen []*Fact // what Rests was made of
}

// SeriesOf groups the figures that q means. Longest series first.
func SeriesOf(ctx context.Context, db *sql.DB, q Query, by string) ([]Series, error) {
	found, err := findKeys(ctx, db, q)
	if err != nil {
		return nil, err
	}
	return seriesOf(ctx, db, found, q, by)
}

// seriesOf groups figures, of which the first q.Limit series are given, with their evidence.
func seriesOf(ctx context.Context, db *sql.DB, found []Figure, q Query, by string) ([]Series, error) {
	keyOf, ok := keys[by]
	if !ok {
		return nil, fmt.Errorf("by %q: want year, month, province or city", by)
	}
	var out []Series
	for c, fs := range facts(found, q) {
		out = append(out, split(c, fs, by, keyOf)...)
	}
	slices.SortFunc(out, func(a, b Series) int {
		return cmp.Or(len(b.Cells)-len(a.Cells), reports(b)-reports(a), cmp.Compare(a.Region, b.Region),
			cmp.Compare(a.Action, b.Action), cmp.Compare(a.Object, b.Object), cmp.Compare(a.Unit, b.Unit))
	})
	if q.Limit > 0 && len(out) > q.Limit {
		out = out[:q.Limit]
	}
	if err := contest(ctx, db, out); err != nil {
		return nil, err
	}
	return out, complete(ctx, db, evidenceOf(out))
}

// contest fills in Others of the cells.
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
			out = append(append(out, pointers(s.Cells[i].Rests)...), pointers(s.Cells[i].Others)...)
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

// keys says into which cell a figure goes; "" for none.
var keys = map[string]func(Figure) string{
	ByYear:     func(f Figure) string { return timeKey(f, 4) },
	ByMonth:    func(f Figure) string { return timeKey(f, 7) },
	ByProvince: func(f Figure) string { return areaKey(f, 2) },
	ByCity:     func(f Figure) string { return areaKey(f, 4) },
}

// timeKey gives the year (4) or month (7) that holds the whole period.
func timeKey(f Figure, digits int) string {
	if f.Period == nil || len(f.Period.From) < digits || len(f.Period.To) < digits || f.Period.From[:digits] != f.Period.To[:digits] {
		return ""
	}
	return f.Period.From[:digits]
}

// areaKey gives the code of the province (2) or city (4) that the figure lies in.
func areaKey(f Figure, digits int) string {
	prefix := areaPrefix(f.Region)
	if f.Region == "" || f.Region == national || len(prefix) < digits {
		return ""
	}
	return (prefix[:digits] + "0000")[:6]
}

// split makes the series of one concept: by time one a region, by area one for all.
func split(c concept, fs []*Fact, by string, keyOf func(Figure) string) []Series {
	type place struct{ region, key string }
	cells := map[place][]*Fact{}
	for _, f := range fs {
		p := place{key: keyOf(f.Figure)}
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
		byRegion[p.region] = append(byRegion[p.region], cellOf(p.key, fs))
	}
	var out []Series
	for region, cells := range byRegion {
		slices.SortFunc(cells, func(a, b Cell) int { return cmp.Compare(a.Key, b.Key) })
		s := Series{Action: c.action, Object: c.object, Unit: c.unit, Region: region, Cells: cells}
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
