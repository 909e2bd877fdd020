package figures

import (
	"context"
	"database/sql"
	"fmt"
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
// it or on an area below it, and how many of these report one of the measures.
// year has four digits; "" means any.
func Gaps(ctx context.Context, db *sql.DB, ids, areas []string, year string) ([]Gap, error) {
	if len(areas) == 0 {
		return nil, fmt.Errorf("gaps: no areas to look at")
	}
	out := make([]Gap, 0, len(areas))
	for _, area := range areas {
		g, err := gapOf(ctx, db, ids, area, year)
		if err != nil {
			return nil, err
		}
		out = append(out, g)
	}
	return out, nil
}

func gapOf(ctx context.Context, db *sql.DB, ids []string, area, year string) (Gap, error) {
	in := &condition{}
	in.in(`m.measure`, ids)
	where := &condition{}
	where.add(`a.lead = 1 AND a.state = 'ok'`)
	where.region(`r.code`, area)
	if year != "" {
		where.add(`(substr(a.published, 1, 4) = ? OR EXISTS (SELECT 1 FROM year y WHERE y.article_id = a.id AND y.year = CAST(? AS INTEGER)))`, year, year)
	}
	q := `SELECT count(*), coalesce(sum(hit), 0) FROM (
SELECT DISTINCT a.id, EXISTS (SELECT 1 FROM measure m WHERE m.article_id = a.id AND ` + strings.Join(in.parts, "") + `) AS hit
FROM region r JOIN article a ON a.id = r.article_id WHERE ` + strings.Join(where.parts, " AND ") + `)`
	g := Gap{Region: area, State: GapReported}
	err := db.QueryRowContext(ctx, q, append(in.args, where.args...)...).Scan(&g.Articles, &g.Reports)
	switch {
	case g.Articles == 0:
		g.State = GapUnseen
	case g.Reports == 0:
		g.State = GapSilent
	}
	return g, err
}
