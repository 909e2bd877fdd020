package web

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
)

// A source that the crawler finds broken is told of first, with the reason; a
// source that was never crawled is there too; without the crawler the page counts.
func TestSourcesHealth(t *testing.T) {
	opt := sampleOptions(t)
	var fail error
	opt.Health = func(context.Context) ([]SourceHealth, error) {
		return []SourceHealth{
			{ID: "b", Name: "示例网站", State: SourceBroken, Reason: "the list links to no article", LastRun: time.Date(2024, 5, 1, 8, 0, 0, 0, time.UTC)},
			{ID: "a", Name: "另一网站", State: SourceNever},
		}, fail
	}
	h, err := New(opt)
	must(t, err)
	body := get(h, "/sources").Body.String()
	for _, want := range []string{`role="alert"`, "1 个来源失效", "the list links to no article", "尚未采集", "2024-05-01 08:00"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	fail = errors.New("no file")
	if w := get(h, "/sources"); w.Code != 200 || strings.Contains(w.Body.String(), `role="alert"`) {
		t.Errorf("without the crawler: %d", w.Code)
	}
}
