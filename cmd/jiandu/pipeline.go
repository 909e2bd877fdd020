package main

import (
	"context"
	"fmt"

	"jiandu/analyze"
	"jiandu/corpus"
	"jiandu/index"
)

// tagAndIndex brings tags, reprint groups and the index up to date with the corpus.
func (a *app) tagAndIndex(ctx context.Context, s *corpus.Store) error {
	an, err := a.tagStage(ctx, s)
	if err != nil {
		return err
	}
	r, err := a.indexStage(ctx, s, an, false)
	if err == nil && !a.json {
		a.say("index: %d articles, %d put in, %d taken out", r.Docs, r.Indexed, r.Removed)
	}
	return err
}

// tagStage tags what is stale and groups reprints. It gives the analyzer that
// was loaded for it, or nil where nothing was stale.
func (a *app) tagStage(ctx context.Context, s *corpus.Store) (*analyze.Analyzer, error) {
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
