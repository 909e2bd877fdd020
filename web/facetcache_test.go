package web

import (
	"testing"

	"jiandu/index"
)

// Facets of another generation are not given, and what a caller does to the map stays with it.
func TestFacetCache(t *testing.T) {
	var c facetCache
	if c.get(0, "k") != nil {
		t.Error("an empty cache gives something")
	}
	c.put(1, "k", map[string][]index.FacetCount{"theme": {{Value: "team", Count: 3}}})
	got := c.get(1, "k")
	if len(got["theme"]) != 1 {
		t.Fatalf("kept %v", got)
	}
	delete(got, "theme")
	if len(c.get(1, "k")) != 1 || c.get(2, "k") != nil || c.get(1, "other") != nil {
		t.Error("the cache gives what was not kept, or not what was")
	}
	c.put(2, "k", got)
	if c.get(1, "k") != nil {
		t.Error("facets of an older generation are kept")
	}
}
