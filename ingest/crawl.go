package ingest

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"jiandu/corpus"
)

// CrawlOptions say how a crawl runs.
type CrawlOptions struct {
	Sources  []string         // ids of the sources to crawl; all when empty (none when URLs are given)
	URLs     []string         // single articles to fetch, under the source "import"
	MaxPages int              // requests in this run; 0 leaves it to the configuration
	Version  string           // of the program, for the User-Agent
	Progress Progress         // may be nil
	Now      func() time.Time // time.Now when nil
}

// CrawlReport is what a run brought.
type CrawlReport struct {
	Run       int64    `json:"run"`
	Pages     int      `json:"pages"`           // fetched
	New       int      `json:"new"`             // articles
	Changed   int      `json:"changed"`         // articles
	Unchanged int      `json:"unchanged"`       // articles asked for again that were the same
	Failed    int      `json:"failed"`          // pages
	Blocked   int      `json:"blocked"`         // pages that robots.txt forbids
	Queued    int      `json:"queued"`          // pages left for the next run
	Notes     []string `json:"notes,omitempty"` // hosts that were left before all was read, and why
}

// crawl is one run.
type crawl struct {
	store     *corpus.Store
	cfg       Config
	opt       CrawlOptions
	sources   map[string]*source
	fetch     *fetcher
	extractor *Extractor
	robots    *robotsCache
	claims    claims
	run       int64
	started   time.Time
	wake      chan struct{} // something was queued, or a lane ended
	asked     atomic.Int64  // requests

	naming sync.Mutex // held from the naming of an article until it is stored

	mu     sync.Mutex
	hosts  map[string]*host
	lanes  map[corpus.Lane]laneState
	report CrawlReport
	total  int // pages done and queued
	done   int
}

// Crawl fetches what is new at the sources of the configuration and stores pages
// and articles. It goes on where an interrupted run stopped. When ctx ends it
// stops cleanly and gives ctx's error with the report of what was done; what one
// page or host does wrong is counted in the report and ends nothing.
func Crawl(ctx context.Context, store *corpus.Store, cfg Config, opt CrawlOptions) (CrawlReport, error) {
	c, err := newCrawl(store, cfg, opt)
	if err != nil {
		return CrawlReport{}, fmt.Errorf("crawl: %w", err)
	}
	defer c.fetch.close()
	if err := c.begin(ctx); err != nil {
		return CrawlReport{}, fmt.Errorf("crawl: %w", err)
	}
	err = c.schedule(ctx)
	if err == nil {
		err = store.EndRun(ctx, c.run)
	}
	if err := c.countQueue(context.WithoutCancel(ctx)); err != nil {
		return c.report, fmt.Errorf("crawl: %w", err)
	}
	return c.report, err
}

func newCrawl(store *corpus.Store, cfg Config, opt CrawlOptions) (*crawl, error) {
	cfg, problems := cfg.complete()
	if len(problems) > 0 {
		return nil, fmt.Errorf("configuration: %s: %s", problems[0].field, problems[0].what)
	}
	if opt.Now == nil {
		opt.Now = time.Now
	}
	c := &crawl{
		store: store, cfg: cfg, opt: opt, started: opt.Now(),
		sources: map[string]*source{}, claims: claims{taken: map[string]bool{}},
		wake: make(chan struct{}, 1), hosts: map[string]*host{}, lanes: map[corpus.Lane]laneState{},
	}
	if err := c.choose(); err != nil {
		return nil, err
	}
	var err error
	if c.fetch, err = newFetcher(cfg, opt.Version); err != nil {
		return nil, err
	}
	if c.extractor, err = NewExtractor(store.Dir()); err != nil {
		return nil, err
	}
	c.robots = &robotsCache{store: store, agent: cfg.Agent, now: opt.Now, known: map[string]*robotsEntry{}}
	return c, nil
}

// choose takes the sources that were asked for.
func (c *crawl) choose() error {
	if len(c.opt.URLs) > 0 {
		src, err := singles(c.opt.URLs, c.cfg.Manners)
		if err != nil {
			return err
		}
		c.sources[src.ID] = src
	}
	for _, s := range c.cfg.Sources {
		if len(c.opt.Sources)+len(c.opt.URLs) > 0 && !slices.Contains(c.opt.Sources, s.ID) {
			continue
		}
		src, err := newSource(s)
		if err != nil {
			return err
		}
		c.sources[s.ID] = src
	}
	for _, id := range c.opt.Sources {
		if c.sources[id] == nil {
			return fmt.Errorf("no source %q in the configuration", id)
		}
	}
	return nil
}

func (c *crawl) begin(ctx context.Context) error {
	b := corpus.RunStart{Rules: map[string]string{}, Recheck: map[string]time.Time{}}
	for id, s := range c.sources {
		b.Rules[id] = s.rules()
		b.Starts = append(b.Starts, s.starts()...)
		b.MaxTries = max(b.MaxTries, 4*(s.Manners.Retries+1))
		if s.Recheck > 0 {
			b.Recheck[id] = c.started.AddDate(0, 0, -s.Recheck)
		}
	}
	run, err := c.store.BeginRun(ctx, b)
	c.run, c.report.Run = run, run
	return err
}

func (c *crawl) countQueue(ctx context.Context) error {
	lanes, err := c.store.Lanes(ctx)
	for l, n := range lanes {
		if c.sources[l.Source] != nil {
			c.report.Queued += n
		}
	}
	return err
}

// host gives the treatment of a host; the manners of the source that comes first count.
func (c *crawl) host(name string, m Manners) *host {
	c.mu.Lock()
	defer c.mu.Unlock()
	h := c.hosts[name]
	if h == nil {
		h = newHost(m)
		c.hosts[name] = h
	}
	return h
}

// spent tells whether the run's budget of requests is used up, after taking one of it.
func (c *crawl) spent() bool {
	limit := or(c.opt.MaxPages, c.cfg.MaxPages)
	return c.asked.Add(1) > int64(limit) && limit > 0
}

// tell reports progress after a visit.
func (c *crawl) tell(v corpus.Visit, saved corpus.Saved, added int, note string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.done++
	c.total += added
	c.report.Pages += len(v.Pages) + v.Tally.Lists + v.Tally.ListsSame
	c.report.New += saved.New
	c.report.Changed += saved.Changed
	c.report.Unchanged += saved.Unchanged + v.Tally.Unchanged
	c.report.Failed += v.Tally.Failed
	c.report.Blocked += v.Tally.Blocked
	if c.opt.Progress == nil {
		return
	}
	step := Step{
		Stage: "crawl", Done: c.done, Total: max(c.total, c.done), Articles: c.report.New + c.report.Changed,
		Errors: c.report.Failed, Note: note,
	}
	c.opt.Progress(step.pace(c.opt.Now().Sub(c.started)))
}
