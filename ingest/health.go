package ingest

import (
	"context"
	"fmt"
	"time"

	"jiandu/corpus"
)

// States of a source.
const (
	HealthOK     = "ok"
	HealthNever  = "never"  // not crawled yet
	HealthBroken = "broken" // it used to give articles, and does not any more
)

// Health is how a source is doing: the counts of its last run, and a judgement.
type Health struct {
	Source      string    `json:"source"`
	Name        string    `json:"name"`
	State       string    `json:"state"`
	Reason      string    `json:"reason,omitempty"` // why it is broken, or what else is amiss
	LastRun     time.Time `json:"last_run"`         // its start; zero without one
	New         int       `json:"new"`              // articles
	Changed     int       `json:"changed"`
	Unchanged   int       `json:"unchanged"`  // articles asked for again that were the same
	Failed      int       `json:"failed"`     // pages
	NearEmpty   int       `json:"near_empty"` // pages without an article, or with hardly any text
	Undated     int       `json:"undated"`
	Blocked     int       `json:"blocked"` // by robots.txt
	Quarantined int       `json:"quarantined"`
	Misnamed    int       `json:"misnamed"` // articles whose page names another report's URL as its own
	Articles    int       `json:"articles"` // in the corpus
	Queued      int       `json:"queued"`
}

// How a source is judged.
const (
	historyRuns  = 50  // runs that are looked at
	enoughPages  = 3   // article pages from which something can be told
	shrunkenTo   = 0.2 // part of the former length of a body that is too little
	emptyAtMost  = 0.8 // part of pages without a text that is too much
	formerlyGood = 0.5 // part of pages without a text that a source had before it can break
)

// SourcesHealth tells how every source of the configuration is doing, in its order.
func SourcesHealth(ctx context.Context, store *corpus.Store, cfg Config) ([]Health, error) {
	held, err := store.SourceCounts(ctx)
	if err != nil {
		return nil, fmt.Errorf("health: %w", err)
	}
	hs := make([]Health, 0, len(cfg.Sources))
	for _, s := range cfg.Sources {
		runs, err := store.Tallies(ctx, s.ID, historyRuns)
		if err != nil {
			return nil, fmt.Errorf("health: %w", err)
		}
		h := Health{Source: s.ID, Name: s.Name, Articles: held[s.ID].Articles, Queued: held[s.ID].Queued}
		h.last(runs)
		if h.State, h.Reason = verdict(runs); h.Reason == "" && h.Misnamed > 0 {
			h.Reason = fmt.Sprintf("%d of its pages name another report's URL as their own (canonical); they are kept under where they were found", h.Misnamed)
		}
		hs = append(hs, h)
	}
	return hs, nil
}

// last takes over the counts of the last run.
func (h *Health) last(runs []corpus.RunTally) {
	if len(runs) == 0 {
		return
	}
	r := runs[0]
	h.LastRun = r.Started
	h.New, h.Changed, h.Unchanged, h.Failed = r.New, r.Changed, r.Unchanged, r.Failed
	h.NearEmpty, h.Undated, h.Blocked, h.Quarantined, h.Misnamed = r.NearEmpty, r.Undated, r.Blocked, r.Quarantined, r.Misnamed
}

// verdict tells from the runs of a source, the last one first, whether it broke.
func verdict(runs []corpus.RunTally) (state, reason string) {
	if len(runs) == 0 {
		return HealthNever, ""
	}
	if reason := lostLists(runs); reason != "" {
		return HealthBroken, reason
	}
	if reason := noBodies(runs); reason != "" {
		return HealthBroken, reason
	}
	return HealthOK, ""
}

// lostLists tells whether start pages that used to link to articles do not in the
// last run that read any.
func lostLists(runs []corpus.RunTally) string {
	for _, r := range runs {
		if r.Lists+r.ListsSame+r.ListsFailed == 0 {
			continue // stopped before it came to that
		}
		switch {
		case r.ListsLost == 0:
			return ""
		case r.ListsFailed == 0:
			return fmt.Sprintf("%d of its start pages used to link to articles, and link to none now", r.ListsLost)
		case r.Blocked > 0:
			return fmt.Sprintf("%d of its start pages are forbidden by robots.txt now, or that cannot be read", r.ListsLost)
		}
		return fmt.Sprintf("%d of its start pages cannot be read any more", r.ListsLost)
	}
	return ""
}

// noBodies compares the latest pages, enough of them to tell, with those before.
func noBodies(runs []corpus.RunTally) string {
	var now, before corpus.Tally
	for _, r := range runs {
		to := &before
		if now.Fetched < enoughPages {
			to = &now
		}
		to.Fetched += r.Fetched
		to.NearEmpty += r.NearEmpty
		to.Quarantined += r.Quarantined
		to.Chars += r.Chars
	}
	if now.Fetched < enoughPages || before.Fetched < enoughPages || poor(before) > formerlyGood {
		return ""
	}
	if poor(now) > emptyAtMost {
		return fmt.Sprintf("%d of its last %d pages gave no proper text", now.NearEmpty+now.Quarantined, now.Fetched)
	}
	if length(now) < shrunkenTo*length(before) {
		return fmt.Sprintf("its texts shrank from %.0f to %.0f characters on average", length(before), length(now))
	}
	return ""
}

// poor gives the part of pages without a proper text.
func poor(t corpus.Tally) float64 { return float64(t.NearEmpty+t.Quarantined) / float64(t.Fetched) }

func length(t corpus.Tally) float64 { return float64(t.Chars) / float64(t.Fetched) }
