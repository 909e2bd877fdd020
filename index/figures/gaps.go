package figures

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// What is known of an area where something is not reported.
const (
	GapReported = "reported"
	GapSilent   = "no report"  // articles on the area were crawled, none reports it
	GapUnseen   = "no article" // nothing on the area was crawled: nothing can be said
)

// Gap says for one area whether a measure was reported.
type Gap struct {
	Region   string `json:"region"`
	State    string `json:"state"`
	Articles int    `json:"articles"` // on the area in the year, reprint groups
	Reports  int    `json:"reports"`  // of them, those that report the measure
}

// Gaps says for each of the areas (codes) how many articles of the year report on
// it or on an area below it, and how many report one of the measures there.
// year has four digits; "" means any.
func Gaps(ctx context.Context, db *sql.DB, ids, areas []string, year string) ([]Gap, error) {
	if len(areas) == 0 {
		return nil, fmt.Errorf("gaps: no areas to look at")
	}
	reports, err := MeasureReports(ctx, db, ids, "", false, 0)
	if err != nil {
		return nil, err
	}
	out := make([]Gap, 0, len(areas))
	for _, area := range areas {
		g := Gap{Region: area, State: GapReported}
		if g.Articles, err = articlesOn(ctx, db, area, year); err != nil {
			return nil, err
		}
		for _, r := range reports {
			if r.in(area, year) {
				g.Reports++
			}
		}
		switch {
		case g.Reports > 0:
		case g.Articles == 0:
			g.State = GapUnseen
		default:
			g.State = GapSilent
		}
		out = append(out, g)
	}
	return out, nil
}

// in tells whether a report holds for an area, or one below it, and a year.
func (r Report) in(area, year string) bool {
	inYear := year == "" || strings.HasPrefix(r.Published, year) ||
		slices.ContainsFunc(r.Years, func(y int) bool { return strconv.Itoa(y) == year })
	return inYear && slices.ContainsFunc(r.Areas, func(code string) bool {
		return code == area || area != national && strings.HasPrefix(code, areaPrefix(area))
	})
}

// articlesOn counts the articles, reprint groups once, that report on an area in a year.
func articlesOn(ctx context.Context, db *sql.DB, area, year string) (int, error) {
	where := &condition{}
	where.add(`a.lead = 1 AND a.state = 'ok'`)
	where.region(`r.code`, area)
	if year != "" {
		where.add(`(substr(a.published, 1, 4) = ? OR EXISTS (SELECT 1 FROM year y WHERE y.article_id = a.id AND y.year = CAST(? AS INTEGER)))`, year, year)
	}
	n := 0
	err := db.QueryRowContext(ctx, `SELECT count(DISTINCT a.id) FROM region r JOIN article a ON a.id = r.article_id WHERE `+
		strings.Join(where.parts, " AND "), where.args...).Scan(&n)
	return n, err
}
