package main

import (
	"context"
	"fmt"

	"jiandu/analyze"
	"jiandu/corpus"
	"jiandu/index"
	"jiandu/ingest"
)

// tagAndIndex brings articles, tags, reprint groups and the index up to date with
// the pages and the rules. cfg tells the sources' own selectors.
func (a *app) tagAndIndex(ctx context.Context, s *corpus.Store, cfg ingest.Config) error {
	an, err := a.tagStage(ctx, s, cfg)
	if err != nil {
		return err
	}
	r, err := a.indexStage(ctx, s, an, false)
	if err == nil && !a.json {
		a.say("index: %d articles, %d put in, %d taken out", r.Docs, r.Indexed, r.Removed)
	}
	return err
}

// extractStage makes articles again that other rules or an older version made.
func (a *app) extractStage(ctx context.Context, s *corpus.Store, cfg ingest.Config) error {
	m := a.newMeter("extract")
	r, err := ingest.Reextract(ctx, s, ingest.ReextractOptions{Sources: cfg, Progress: m.step})
	m.end()
	if err == nil && r.Articles > 0 && !a.json {
		a.say("re-extracted %d articles: %d changed, %d without a report now", r.Articles, r.Changed, r.Lost)
	}
	return err
}

// tagStage makes articles again where that is due, tags what is stale and groups reprints. It gives the analyzer that
// was loaded for it, or nil where nothing was stale.
func (a *app) tagStage(ctx context.Context, s *corpus.Store, cfg ingest.Config) (*analyze.Analyzer, error) {
	if err := a.extractStage(ctx, s, cfg); err != nil {
		return nil, err
	}
	opt := analyze.Options{Dir: a.data}
	version, err := analyze.Version(opt)
	if err != nil {
		return nil, err
	}
	counts, err := s.Counts(ctx, version)
	if err != nil {
		return nil, err
	}
	var an *analyze.Analyzer
	if counts.Untagged > 0 {
		if an, err = analyze.New(opt); err != nil {
			return nil, err
		}
		m := a.newMeter("analyze")
		_, err = analyze.TagStale(ctx, s, an, func(done int) { m.at(done, counts.Untagged, "") })
		m.end()
		if err != nil {
			return nil, fmt.Errorf("analyze: %w", err)
		}
	}
	grouped, err := s.Regroup(ctx)
	if err != nil {
		return nil, fmt.Errorf("group reprints: %w", err)
	}
	if !a.json {
		a.say("tagged %d articles, regrouped %d", counts.Untagged, grouped)
	}
	return an, nil
}

// indexStage brings the index up to date, or makes it anew when full. an may be
// nil; it is loaded when there is something to index.
func (a *app) indexStage(ctx context.Context, s *corpus.Store, an *analyze.Analyzer, full bool) (index.BuildReport, error) {
	opt := analyze.Options{Dir: a.data}
	version, err := analyze.Version(opt)
	if err != nil {
		return index.BuildReport{}, err
	}
	themes, err := a.themeCatalogue("zh")
	if err != nil {
		return index.BuildReport{}, err
	}
	m := a.newMeter("index")
	defer m.end()
	seg := &lazySegmenter{opt: opt, an: an}
	report, err := index.Update(ctx, s, a.data, seg, index.BuildOptions{
		Full: full, Segmenter: version, Themes: themes, Progress: func(done, total int) { m.at(done, total, "") },
	})
	if err == nil {
		err = seg.err
	}
	if err != nil {
		return report, fmt.Errorf("index: %w", err)
	}
	return report, nil
}
