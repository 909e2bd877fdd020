package web

import (
	"context"
	"fmt"
	"maps"
	"sync"
	"time"

	"jiandu/index"
)

// facetCache keeps the facets of everything: the first view of everybody, and
// the dearest part of it.
type facetCache struct {
	mu         sync.Mutex
	generation int // of the index that they were counted in
	counts     map[string]map[string][]index.FacetCount
}

// get gives kept facets, or nil.
func (c *facetCache) get(generation int, key string) map[string][]index.FacetCount {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.generation != generation {
		return nil
	}
	return maps.Clone(c.counts[key])
}

// put keeps facets, and forgets those of other generations.
func (c *facetCache) put(generation int, key string, facets map[string][]index.FacetCount) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.generation != generation || c.counts == nil {
		c.generation, c.counts = generation, map[string]map[string][]index.FacetCount{}
	}
	c.counts[key] = maps.Clone(facets)
}

// isEverything tells whether a request has neither words nor filters.
func isEverything(r index.Request) bool {
	return r.Query == "" && len(r.Themes)+len(r.Regions)+len(r.Units)+len(r.Measures)+len(r.Sources) == 0 &&
		r.YearFrom == 0 && r.YearTo == 0 && r.From == "" && r.To == ""
}

// search searches, and counts the facets of everything once a generation.
func (s *server) search(ctx context.Context, r index.Request) (index.Result, error) {
	if !isEverything(r) || len(r.Facets) == 0 {
		return s.Index.Search(ctx, r)
	}
	generation, key := s.Index.Status().Generation, fmt.Sprintf("%v %#v", r.Fold, r.Facets)
	facets := s.facets.get(generation, key)
	if facets != nil {
		r.Facets = nil
	}
	res, err := s.Index.Search(ctx, r)
	switch {
	case err != nil:
	case facets != nil:
		res.Facets = facets
	case s.Index.Status().Generation == generation: // else nobody knows which one answered
		s.facets.put(generation, key, res.Facets)
	}
	return res, err
}

// KeepWarm reads what the first view needs of each new generation of the index,
// until ctx is done: nobody has to wait for it. It looks for one every so often.
func KeepWarm(ctx context.Context, ix Searcher, every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for last := 0; ; {
		if now := ix.Status().Generation; now != last {
			last = now
			r := index.Request{Fold: true, Sort: index.SortNewest, Limit: 1, Facets: facetSizes}
			ix.Search(ctx, r) //nolint:errcheck // who searches next is told
		}
		select {
		case <-ctx.Done():
			return
		case <-t.C:
		}
	}
}
