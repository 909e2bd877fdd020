package corpus

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

func openFrontier(t *testing.T) *Store {
	t.Helper()
	s, err := Open(context.Background(), t.TempDir(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func beginRun(t *testing.T, s *Store, rules string, starts ...Target) int64 {
	t.Helper()
	run, err := s.BeginRun(context.Background(), RunStart{Rules: map[string]string{"s": rules}, Starts: starts, MaxTries: 4})
	if err != nil {
		t.Fatal(err)
	}
	return run
}

func listTarget(key string) Target {
	return Target{Key: key, URL: "http://" + key, Source: "s", Host: "a.cn", Kind: KindList, State: TargetQueued}
}

func articleTarget(key, day string) Target {
	t := listTarget(key)
	t.Kind, t.Day = KindArticle, day
	return t
}

func queue(t *testing.T, s *Store) (keys []string) {
	t.Helper()
	ts, err := s.Queue(context.Background(), Lane{"s", "a.cn"}, time.Now(), 10)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range ts {
		keys = append(keys, q.Key)
	}
	return keys
}

func done(t Target) Target {
	t.State, t.DoneAt, t.ETag = TargetDone, time.Now(), `"1"`
	return t
}

func TestFrontier(t *testing.T) {
	s := openFrontier(t)
	start := listTarget("a.cn/")
	run := beginRun(t, s, "1", start)
	a, b, next := articleTarget("a.cn/1", "2023-01-01"), articleTarget("a.cn/2", "2023-01-02"), listTarget("a.cn/index_1")
	next.Depth = 1
	v := Visit{Run: run, Source: "s", Settled: []Target{done(start)}, Found: []Target{a, b}, Next: []Target{next}, Tally: Tally{Lists: 1, Linked: 2}}
	if _, added, err := s.SaveVisit(context.Background(), v); err != nil || added != 3 {
		t.Fatalf("added %d, %v", added, err)
	}
	if got := queue(t, s); !slices.Equal(got, []string{"a.cn/2", "a.cn/1", "a.cn/index_1"}) {
		t.Errorf("queue %v: want the newest first, then the next list", got)
	}
	// The same list again in the same run adds nothing; in the next one it is read again.
	if _, added, err := s.SaveVisit(context.Background(), Visit{Run: run, Source: "s", Found: []Target{a, start}}); err != nil || added != 0 {
		t.Errorf("added %d, %v", added, err)
	}
	run = beginRun(t, s, "1", start)
	if got := queue(t, s); !slices.Contains(got, "a.cn/") || len(got) != 4 {
		t.Errorf("queue of the next run %v", got)
	}
	// Nothing new: the next page is not queued, unless it is to be explored.
	last := listTarget("a.cn/index_2")
	v = Visit{Run: run, Source: "s", Found: []Target{a, b}, Next: []Target{last}}
	if _, added, err := s.SaveVisit(context.Background(), v); err != nil || added != 0 {
		t.Errorf("added %d, %v", added, err)
	}
	v.Explore = true
	if _, added, err := s.SaveVisit(context.Background(), v); err != nil || added != 1 {
		t.Errorf("added %d, %v", added, err)
	}
	runs, err := s.Tallies(context.Background(), "s", 10)
	if err != nil || len(runs) != 2 || runs[1].Linked != 2 || runs[1].Lists != 1 {
		t.Errorf("tallies %+v, %v", runs, err)
	}
}

func TestFrontierOfNextRuns(t *testing.T) {
	s := openFrontier(t)
	run := beginRun(t, s, "1")
	list, failed, blocked, gone, late := done(listTarget("a.cn/")), articleTarget("a.cn/f", ""), articleTarget("a.cn/b", ""), articleTarget("a.cn/g", ""), articleTarget("a.cn/l", "")
	failed.State, failed.Tries = TargetFailed, 3
	blocked.State, gone.State = TargetBlocked, TargetGone
	late.NextAt = time.Now().Add(time.Hour)
	if _, _, err := s.SaveVisit(context.Background(), Visit{Run: run, Source: "s", Settled: []Target{list, failed, blocked, gone, late}}); err != nil {
		t.Fatal(err)
	}
	if got := queue(t, s); len(got) != 0 {
		t.Errorf("queue %v", got)
	}
	if at, ok, err := s.NextAt(context.Background(), Lane{"s", "a.cn"}); err != nil || !ok || at.Sub(late.NextAt).Abs() > time.Second {
		t.Errorf("next at %v, %v, %v", at, ok, err)
	}
	beginRun(t, s, "1")
	if got := queue(t, s); !slices.Equal(got, []string{"a.cn/b", "a.cn/f"}) {
		t.Errorf("queue %v: want what failed and what was blocked", got)
	}
	etag := func() (tag string) {
		t.Helper()
		if err := s.DB().QueryRow(`SELECT etag FROM frontier WHERE key = 'a.cn/'`).Scan(&tag); err != nil {
			t.Fatal(err)
		}
		return tag
	}
	if etag() == "" {
		t.Error("the list forgot its ETag")
	}
	beginRun(t, s, "2")
	if etag() != "" {
		t.Error("with other rules the list should be read anew")
	}
}

// TestFrontierUsesItsIndex: picking the next target must not read the whole queue.
func TestFrontierUsesItsIndex(t *testing.T) {
	s := openFrontier(t)
	rs, err := s.DB().Query(`EXPLAIN QUERY PLAN SELECT key FROM frontier WHERE source = ? AND host = ? AND state = 'queued' AND next_at <= ?
ORDER BY depth, kind DESC, day DESC LIMIT ?`, "s", "h", "", 1)
	if err != nil {
		t.Fatal(err)
	}
	defer rs.Close()
	var plan []string
	for rs.Next() {
		var id, parent, unused int
		var detail string
		if err := rs.Scan(&id, &parent, &unused, &detail); err != nil {
			t.Fatal(err)
		}
		plan = append(plan, detail)
	}
	if text := fmt.Sprint(plan); !strings.Contains(text, "frontier_queue") || strings.Contains(text, "TEMP B-TREE") {
		t.Errorf("plan %s", text)
	}
}
