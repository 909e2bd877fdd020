package ingest

import "sync"

// claims are the pages that were asked for in this run, or are just now.
type claims struct {
	mu    sync.Mutex
	taken map[string]bool
}

// take claims a page, and tells whether it was free.
func (c *claims) take(key string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.taken[key] {
		return false
	}
	c.taken[key] = true
	return true
}

// free gives a page back, so that it can be asked for again.
func (c *claims) free(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.taken, key)
}
