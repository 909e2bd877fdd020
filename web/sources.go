package web

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strings"
	"time"

	"jiandu/corpus"
)

// sourcesPage is what templates/sources.html shows.
type sourcesPage struct {
	view
	Counts  corpus.Counts
	Sources []sourceHealth
	Broken  []sourceHealth // of Sources
}

// States of a source.
const (
	SourceOK     = "ok"
	SourceNever  = "never"  // not crawled yet
	SourceBroken = "broken" // it used to give articles, and does not any more
)

// SourceHealth is what the crawler knows of a source.
type SourceHealth struct {
	ID        string    // as in sources.yaml
	Name      string    // for people
	State     string    // SourceOK …
	Reason    string    // why it is broken
	LastRun   time.Time // zero without one
	New       int       // articles of that run
	NearEmpty int       // pages of that run without an article, or with hardly any text
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

	Crawl SourceHealth // zero where sources.yaml does not name the source
}

// Name says what people call it.
func (h sourceHealth) Name() string { return cmp.Or(h.Crawl.Name, h.ID) }

// State sums it up: broken, never (crawled), good, idle (nothing was fetched by
// crawling), failing or quarantine.
func (h sourceHealth) State() string {
	switch {
	case h.Crawl.State == SourceBroken, h.Crawl.State == SourceNever:
		return h.Crawl.State
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
	return map[string]string{SourceBroken: "bad", SourceNever: "warn", "failing": "bad", "quarantine": "warn"}[h.State()]
}

const healthQuery = `WITH
a AS (SELECT site AS id, sum(state = 'ok') AS ok, sum(state = 'quarantined') AS bad, max(published) AS newest FROM article GROUP BY site),
f AS (SELECT source AS id, sum(state = 'queued') AS queued, sum(state = 'done') AS done, sum(state = 'failed') AS failed FROM frontier GROUP BY source),
p AS (SELECT source AS id, max(fetched_at) AS fetched FROM page GROUP BY source),
ids AS (SELECT id FROM a UNION SELECT id FROM f)
SELECT ids.id, coalesce(a.ok, 0), coalesce(a.bad, 0), coalesce(a.newest, ''), coalesce(p.fetched, ''),
  coalesce(f.queued, 0), coalesce(f.done, 0), coalesce(f.failed, 0),
  coalesce((SELECT error FROM frontier WHERE source = ids.id AND state = 'failed' ORDER BY done_at DESC LIMIT 1), '')
FROM ids LEFT JOIN a ON a.id = ids.id LEFT JOIN f ON f.id = ids.id LEFT JOIN p ON p.id = ids.id
WHERE ids.id <> '' ORDER BY ids.id`

func (s *server) sourcesPage(w http.ResponseWriter, r *http.Request) error {
	page := sourcesPage{view: s.newView(r, "sources", "")}
	var err error
	if page.Counts, err = s.Store.Counts(r.Context(), ""); err != nil {
		return err
	}
	if page.Sources, err = s.sources(r.Context()); err != nil {
		return err
	}
	for _, h := range page.Sources {
		if h.State() == SourceBroken {
			page.Broken = append(page.Broken, h)
		}
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
	if err := rows.Err(); err != nil || s.Health == nil {
		return out, err
	}
	crawl, err := s.Health(ctx)
	if err != nil {
		s.Log.Warn("health of the sources", "error", err)
		return out, nil
	}
	return withCrawl(out, crawl), nil
}

// withCrawl adds what the crawler knows, and the sources of which there is nothing yet.
func withCrawl(out []sourceHealth, crawl []SourceHealth) []sourceHealth {
	for _, c := range crawl {
		i := slices.IndexFunc(out, func(h sourceHealth) bool { return h.ID == c.ID })
		if i < 0 {
			i, out = len(out), append(out, sourceHealth{ID: c.ID})
		}
		out[i].Crawl = c
	}
	slices.SortFunc(out, func(a, b sourceHealth) int { return strings.Compare(a.ID, b.ID) })
	return out
}
