package corpus

import (
	"context"
	"fmt"
)

// Counts says how much the corpus holds.
type Counts struct {
	Pages       int `json:"pages"`
	Articles    int `json:"articles"`
	Quarantined int `json:"quarantined"`
	Groups      int `json:"reprint_groups"` // groups of two articles or more
	Units       int `json:"units"`          // distinct names
	Measures    int `json:"measures"`       // distinct ids
	Statistics  int `json:"statistics"`     // rows
	Untagged    int `json:"untagged"`       // articles that the analyzer of the given version has not tagged
	Queued      int `json:"queued"`         // URLs waiting in the frontier
}

// Counts counts; analyzer is the version against which tags are stale.
func (s *Store) Counts(ctx context.Context, analyzer string) (Counts, error) {
	var c Counts
	for _, q := range []struct {
		to  *int
		sql string
		arg []any
	}{
		{&c.Pages, `SELECT count(*) FROM page`, nil},
		{&c.Articles, `SELECT count(*) FROM article WHERE state = 'ok'`, nil},
		{&c.Quarantined, `SELECT count(*) FROM article WHERE state = 'quarantined'`, nil},
		{&c.Groups, `SELECT count(*) FROM (SELECT 1 FROM article GROUP BY group_id HAVING count(*) > 1)`, nil},
		{&c.Units, `SELECT count(DISTINCT name) FROM unit`, nil},
		{&c.Measures, `SELECT count(DISTINCT measure) FROM measure`, nil},
		{&c.Statistics, `SELECT count(*) FROM statistic`, nil},
		{&c.Untagged, `SELECT count(*) FROM article WHERE state = 'ok' AND analyzer <> ?`, []any{analyzer}},
		{&c.Queued, `SELECT count(*) FROM frontier WHERE state = 'queued'`, nil},
	} {
		if err := s.read.QueryRowContext(ctx, q.sql, q.arg...).Scan(q.to); err != nil {
			return c, fmt.Errorf("count: %w", err)
		}
	}
	return c, nil
}
