package web

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func answerOf(tag string, size int) *buffer {
	b := newBuffer()
	b.header.Set("ETag", tag)
	b.body.WriteString(strings.Repeat("x", size))
	return b
}

func TestCacheIsBounded(t *testing.T) {
	c := newCache()
	for i := range 100 {
		c.put(answerOf(fmt.Sprint(i), cacheEntry), time.Second)
	}
	if c.size > cacheTotal || len(c.answers) != cacheTotal/cacheEntry || len(c.order) != len(c.answers) {
		t.Errorf("%d answers, %d in order, %d bytes", len(c.answers), len(c.order), c.size)
	}
	if c.get("99") == nil || c.get("0") != nil {
		t.Error("does not keep the newest")
	}
	c.put(answerOf("quick", 1), time.Millisecond)
	c.put(answerOf("large", cacheEntry+1), time.Second)
	if c.get("quick") != nil || c.get("large") != nil {
		t.Error("keeps what is not worth it")
	}
}
