package ingest

import (
	"context"
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
	Reason      string    `json:"reason,omitempty"` // why it is broken
	LastRun     time.Time `json:"last_run"`
	New         int       `json:"new"`
	Changed     int       `json:"changed"`
	Unchanged   int       `json:"unchanged"`
	Failed      int       `json:"failed"`
	NearEmpty   int       `json:"near_empty"` // articles with hardly any text
	Undated     int       `json:"undated"`
	Blocked     int       `json:"blocked"` // by robots.txt
	Quarantined int       `json:"quarantined"`
	Articles    int       `json:"articles"` // in the corpus
	Queued      int       `json:"queued"`
}

// SourcesHealth tells how every source of the configuration is doing.
func SourcesHealth(ctx context.Context, store *corpus.Store, cfg Config) ([]Health, error) {
	return nil, nil
}
