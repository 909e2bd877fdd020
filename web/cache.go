package web

import (
	"net/http"
	"sync"
	"time"
)

// Bounds of the cache of answers.
const (
	cacheWorth = 20 * time.Millisecond // answers that come faster are not kept
	cacheEntry = 1 << 20               // bytes of one answer
	cacheTotal = 32 << 20
)

// cache keeps answers that took long, by their ETag: it names everything that an
// answer depends on, so an answer is right as long as it is asked for.
type cache struct {
	mu      sync.Mutex
	answers map[string]*buffer
	order   []string // oldest first
	size    int
}

func newCache() *cache { return &cache{answers: map[string]*buffer{}} }

// get gives the answer with this ETag, or nil.
func (c *cache) get(tag string) *buffer {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.answers[tag]
}

// put keeps a finished answer that took long enough, and forgets the oldest ones
// to make room. The answer must not change any more.
func (c *cache) put(out *buffer, took time.Duration) {
	tag := out.header.Get("ETag")
	n := out.body.Len()
	if tag == "" || took < cacheWorth || out.status != http.StatusOK || n > cacheEntry {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.answers[tag] != nil {
		return
	}
	c.answers[tag] = out
	c.order = append(c.order, tag)
	c.size += n
	for c.size > cacheTotal {
		oldest := c.order[0]
		c.order = c.order[1:]
		c.size -= c.answers[oldest].body.Len()
		delete(c.answers, oldest)
	}
}
