package figures

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
)

// SpreadCell counts the reports of a measure in one year and area.
type SpreadCell struct {
	Year     string `json:"year,omitempty"`     // of publication, "" unknown
	Province string `json:"province,omitempty"` // code, 000000 for national reports, "" unknown
	Articles int    `json:"articles"`           // reprint groups
	First    Report `json:"first"`              // the earliest of them
}

// Spread counts reports by year, by province or by both. by holds "year",
// "province" or both of them. An article counts in each province that it names
// beside the measure.
func Spread(ctx context.Context, db *sql.DB, ids, by []string) ([]SpreadCell, error) {
	var byYear, byProvince bool
	for _, b := range by {
		switch b {
		case ByYear:
			byYear = true
		case ByProvince:
			byProvince = true
		default:
			return nil, fmt.Errorf("spread by %q: want year, province or both", b)
		}
	}
	reports, err := MeasureReports(ctx, db, ids, "", false, 0)
	if err != nil {
		return nil, err
	}
	type key struct{ year, province string }
	cells := map[key]*SpreadCell{}
	for _, r := range reports { // earliest first
		for _, p := range provinces(r.Areas, byProvince) {
			k := key{province: p}
			if byYear {
				k.year = r.Published[:min(4, len(r.Published))]
			}
			if cells[k] == nil {
				cells[k] = &SpreadCell{Year: k.year, Province: k.province, First: r.of(p)}
			}
			cells[k].Articles++
		}
	}
	out := []SpreadCell{}
	for _, c := range cells {
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b SpreadCell) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Province, b.Province))
	})
	return out, nil
}

// of gives the report with the sentence that stands beside a province, or an area of it.
func (r Report) of(province string) Report {
	for _, area := range r.Areas {
		if said := r.said[area]; said != "" && len(province) == 6 && strings.HasPrefix(area, province[:2]) {
			r.Sentence = said
			break
		}
	}
	return r
}

// provinces gives the distinct provinces of codes; {""} where none is asked for or known.
func provinces(codes []string, wanted bool) []string {
	out := []string{}
	for _, c := range codes {
		if wanted && len(c) == 6 {
			out = append(out, c[:2]+"0000")
		}
	}
	if len(out) == 0 {
		return []string{""}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Firsts gives the first report of a measure in each province (000000 for
// national reports), earliest first; where none has a date, an undated one, last.
func Firsts(ctx context.Context, db *sql.DB, ids []string) ([]SpreadCell, error) {
	cells, err := Spread(ctx, db, ids, []string{ByProvince})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(cells, func(a, b SpreadCell) int {
		return strings.Compare(orLast(a.First.Published), orLast(b.First.Published))
	})
	return cells, nil
}
