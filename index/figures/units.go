package figures

import (
	"context"
	"database/sql"
	"strings"

	"jiandu/corpus"
)

// UnitName is one unit of the corpus and how often it is reported on.
type UnitName struct {
	Name     string `json:"name"`
	Kind     string `json:"kind"`
	Region   string `json:"region"`
	Articles int    `json:"articles"` // reprint groups
	First    string `json:"first"`
	Last     string `json:"last"`
}

// Units gives the units whose name holds the given words, most reported first.
func Units(ctx context.Context, db *sql.DB, name string, limit int) ([]UnitName, error) {
	q := `SELECT u.name, u.kind, u.region, count(*), coalesce(min(nullif(a.published, '')), ''), max(a.published)
FROM unit u JOIN article a ON a.id = u.article_id WHERE a.lead = 1 AND a.state = 'ok' AND instr(u.name, ?)
GROUP BY u.name ORDER BY u.name = ? DESC, count(*) DESC, u.name` + limitTo(limit)
	return all(corpus.Rows(ctx, db, func(rs corpus.Scanner) (UnitName, error) {
		var u UnitName
		return u, rs.Scan(&u.Name, &u.Kind, &u.Region, &u.Articles, &u.First, &u.Last)
	}, q, name, name))
}

// UnitReport is one point of a unit's timeline.
type UnitReport struct {
	Report
	Role     string   `json:"role"`
	Measures []string `json:"measures"` // names, of the same article
}

// Timeline gives the articles on a unit, earliest first, undated ones last, each
// with the figures of which it is the actor. name is the unit's canonical name,
// or the end of it: 驻应急管理部纪检监察组 finds 中央纪委国家监委驻应急管理部纪检监察组 too.
func Timeline(ctx context.Context, db *sql.DB, name string, limit int) ([]UnitReport, error) {
	q := `SELECT ` + reportColumns + `, u.mentions, u.role, u.name,
coalesce((SELECT group_concat(name, char(9)) FROM (SELECT name FROM measure m WHERE m.article_id = a.id ORDER BY ord)), '')
FROM unit u JOIN article a ON a.id = u.article_id
WHERE a.lead = 1 AND a.state = 'ok' AND (u.name = ? OR substr(u.name, -length(?)) = ?)
GROUP BY a.id ORDER BY a.published = '', a.published, a.id` + limitTo(limit)
	out := []UnitReport{}
	for r, err := range corpus.Rows(ctx, db, scanUnitReport, q, name, name, name) {
		if err != nil {
			return nil, err
		}
		for f, err := range Find(ctx, db, Query{ArticleID: r.ArticleID, Actor: r.unit}) {
			if err != nil {
				return nil, err
			}
			r.Figures = append(r.Figures, f)
		}
		out = append(out, r.UnitReport)
	}
	return out, nil
}

type placedUnitReport struct {
	UnitReport
	unit string
}

// scanUnitReport reads the columns of a report, then those of the unit.
func scanUnitReport(rs corpus.Scanner) (placedUnitReport, error) {
	var r placedUnitReport
	var measures string
	p, err := scanReportAnd(rs, &r.Role, &r.unit, &measures)
	r.Report = p.Report
	if measures != "" {
		r.Measures = strings.Split(measures, "\t")
	}
	return r, err
}
