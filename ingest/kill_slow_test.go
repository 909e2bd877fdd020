//go:build slow

package ingest

import "testing"

// TestCountryOfTowns crawls 2,000 pages on 20 hosts, killed five times on the way,
// and ends with the articles of an undisturbed crawl.
func TestCountryOfTowns(t *testing.T) {
	c := newCountry(t, 20, 75, 4)
	dir := t.TempDir()
	c.crawlKilled(t, dir, 5, 300)
	c.check(t, dir)
	t.Logf("%d requests", c.requests())
}
