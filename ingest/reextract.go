package ingest

import (
	"context"
	"fmt"
	"runtime"
	"time"

	"golang.org/x/sync/errgroup"

	"jiandu/corpus"
)

// reextractBatch is how many articles are made and stored at once.
const reextractBatch = 200

// ReextractOptions say what the sources' own selectors are, and who is told of progress.
type ReextractOptions struct {
	// Sources gives the selectors of the sources. Articles of a source that is not
	// among them are left as they are if selectors had a part in them.
	Sources  Config
	Progress Progress         // may be nil
	Now      func() time.Time // time.Now when nil
}

// ReextractReport is what Reextract did.
type ReextractReport struct {
	Articles int `json:"articles"` // made again
	Changed  int `json:"changed"`  // that came out otherwise
	Lost     int `json:"lost"`     // of these: in quarantine now, for no report is found on the page any more
}

// Reextract makes articles again whose page was read by another version of the
// extractor: other code, tables, rules of the analyst's or selectors of the
// source. URL and id stay. Records that came without a page are left. It stores
// in batches, so that one that was stopped or killed goes on with what is left;
// doing it again does nothing. It fails when rules can't be read, the corpus can't
// be written, or ctx ends.
func Reextract(ctx context.Context, store *corpus.Store, opt ReextractOptions) (ReextractReport, error) {
	r, err := newReextraction(store, opt)
	if err == nil {
		err = r.all(ctx)
	}
	if err != nil {
		return r.report, fmt.Errorf("extract again: %w", err)
	}
	return r.report, nil
}

// StaleExtractions counts the articles that Reextract would make again.
func StaleExtractions(ctx context.Context, store *corpus.Store, sources Config) (int, error) {
	r, err := newReextraction(store, ReextractOptions{Sources: sources})
	if err != nil {
		return 0, fmt.Errorf("count stale articles: %w", err)
	}
	made, err := r.stale(ctx)
	n := 0
	for _, m := range made {
		n += m.Articles
	}
	return n, err
}

// reextraction is one run of Reextract.
type reextraction struct {
	store     *corpus.Store
	extractor *Extractor
	hints     map[string]SiteHints // by source
	opt       ReextractOptions
	report    ReextractReport
	total     int
	start     time.Time
}

func newReextraction(store *corpus.Store, opt ReextractOptions) (*reextraction, error) {
	if opt.Now == nil {
		opt.Now = time.Now
	}
	r := &reextraction{store: store, opt: opt, hints: map[string]SiteHints{}, start: opt.Now()}
	for _, s := range opt.Sources.Sources {
		r.hints[s.ID] = s.Selectors
	}
	var err error
	r.extractor, err = NewExtractor(store.Dir())
	return r, err
}

// stale gives what was made by other versions, and can be made again.
func (r *reextraction) stale(ctx context.Context) ([]corpus.Made, error) {
	made, err := r.store.Made(ctx)
	var stale []corpus.Made
	for _, m := range made {
		hints, known := r.hints[m.Site]
		if m.Extractor != r.extractor.made(hints) && (known || !byHints(m.Extractor)) {
			stale = append(stale, m)
		}
	}
	return stale, err
}

func (r *reextraction) all(ctx context.Context) error {
	stale, err := r.stale(ctx)
	if err != nil {
		return err
	}
	for _, m := range stale {
		r.total += m.Articles
	}
	for _, m := range stale {
		if err := r.group(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

// group makes the articles again that one version made for one source.
func (r *reextraction) group(ctx context.Context, m corpus.Made) error {
	for after := int64(0); ; {
		list, last, err := r.store.MadeBy(ctx, m, after, reextractBatch)
		if err != nil || len(list) == 0 {
			return err
		}
		if err := r.batch(ctx, list); err != nil {
			return err
		}
		after = last
	}
}

// batch makes articles again, several at a time, and stores them in one transaction.
func (r *reextraction) batch(ctx context.Context, list []corpus.Article) error {
	made := make([]*corpus.Article, len(list))
	workers, inner := errgroup.WithContext(ctx)
	workers.SetLimit(runtime.GOMAXPROCS(0))
	for i, old := range list {
		workers.Go(func() (err error) {
			made[i], err = r.article(inner, old)
			return err
		})
	}
	if err := workers.Wait(); err != nil {
		return err
	}
	var batch []corpus.Extracted
	for _, a := range made {
		if a != nil {
			batch = append(batch, corpus.Extracted{Article: a})
		}
	}
	saved, err := r.store.Save(ctx, batch...)
	if err != nil {
		return err
	}
	r.count(batch, saved)
	return nil
}

func (r *reextraction) count(batch []corpus.Extracted, saved corpus.Saved) {
	r.report.Articles += len(batch)
	r.report.Changed += saved.Changed
	for _, e := range batch {
		if e.Article.Reason == reasonLost {
			r.report.Lost++
		}
	}
	if r.opt.Progress != nil {
		s := Step{Stage: "extract", Done: r.report.Articles, Total: r.total, Articles: r.report.Changed, Errors: r.report.Lost}
		r.opt.Progress(s.pace(r.opt.Now().Sub(r.start)))
	}
}
