package web

import (
	"context"
	"net/http"

	"jiandu/corpus"
)

// sourcesPage is what templates/sources.html shows.
type sourcesPage struct {
	view
	Counts  corpus.Counts
	Sources []sourceHealth
}

// sourceHealth is how the crawl of one source goes, as far as the corpus tells.
type sourceHealth struct {
	ID          string
	Articles    int
	Quarantined int
	Newest      string // latest day of publication
	Fetched     string // when a page was fetched last
	Queued      int
	Done        int
	Failed      int
	Error       string // of a URL that failed last
}

// State sums it up: good, idle (nothing was fetched by crawling), failing or quarantine.
func (h sourceHealth) State() string {
	switch {
	case h.Failed > 0 && h.Failed*5 >= h.Done:
		return "failing"
	case h.Quarantined > 0 && h.Quarantined*5 >= h.Articles:
		return "quarantine"
	case h.Done == 0 && h.Queued == 0:
		return "idle"
	}
	return "good"
}

// Class is the look of the state.
func (h sourceHealth) Class() string {
	return map[string]string{"failing": "bad", "quarantine": "warn"}[h.State()]
}

const healthQuery = `WITH ids AS (SELECT site AS id FROM article UNION SELECT source FROM frontier)
SELECT ids.id,
  (SELECT count(*) FROM article WHERE site = ids.id AND state = 'ok'),
  (SELECT count(*) FROM article WHERE site = ids.id AND state = 'quarantined'),
  coalesce((SELECT max(published) FROM article WHERE site = ids.id), ''),
  coalesce((SELECT max(fetched_at) FROM page WHERE source = ids.id), ''),
  (SELECT count(*) FROM frontier WHERE source = ids.id AND state = 'queued'),
  (SELECT count(*) FROM frontier WHERE source = ids.id AND state = 'done'),
  (SELECT count(*) FROM frontier WHERE source = ids.id AND state = 'failed'),
  coalesce((SELECT error FROM frontier WHERE source = ids.id AND state = 'failed' ORDER BY done_at DESC LIMIT 1), '')
FROM ids WHERE ids.id <> '' ORDER BY ids.id`

func (s *server) sourcesPage(w http.ResponseWriter, r *http.Request) error {
	page := sourcesPage{view: s.newView(r, "sources", "")}
	var err error
	if page.Counts, err = s.Store.Counts(r.Context(), ""); err != nil {
		return err
	}
	if page.Sources, err = s.sources(r.Context()); err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "no-store")
	return s.render(w, page.Lang, "sources", page)
}

func (s *server) sources(ctx context.Context) ([]sourceHealth, error) {
	rows, err := s.Store.DB().QueryContext(ctx, healthQuery)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []sourceHealth
	for rows.Next() {
		var h sourceHealth
		if err := rows.Scan(&h.ID, &h.Articles, &h.Quarantined, &h.Newest, &h.Fetched, &h.Queued, &h.Done, &h.Failed, &h.Error); err != nil {
			return nil, err
		}
		out = append(out, h)
	}
	return out, rows.Err()
}
