package ingest

import (
	"context"
	"errors"
	"time"

	"jiandu/corpus"
)

// CrawlOptions say how a crawl runs.
type CrawlOptions struct {
	Sources  []string         // ids of the sources to crawl; all when empty
	MaxPages int              // requests in this run; 0 leaves it to the configuration
	Version  string           // of the program, for the User-Agent
	Progress Progress         // may be nil
	Now      func() time.Time // time.Now when nil
}

// CrawlReport is what a run brought.
type CrawlReport struct {
	Pages     int `json:"pages"`     // fetched
	New       int `json:"new"`       // articles
	Changed   int `json:"changed"`   // articles
	Unchanged int `json:"unchanged"` // articles asked for again that were the same
	Failed    int `json:"failed"`    // pages
	Blocked   int `json:"blocked"`   // pages that robots.txt forbids
	Queued    int `json:"queued"`    // pages left for the next run
}

// Crawl fetches what is new at the sources of the configuration and stores pages
// and articles.
func Crawl(ctx context.Context, store *corpus.Store, cfg Config, opt CrawlOptions) (CrawlReport, error) {
	return CrawlReport{}, errors.New("crawl: not there yet")
}
