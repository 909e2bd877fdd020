package index

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jiandu/corpus"
)

func TestUpdateTakesOnlyChanges(t *testing.T) {
	s, dir := newStore(t, sample()...)
	if r := update1(t, s, dir); !r.Full || r.Indexed != 3 || r.Docs != 3 {
		t.Fatalf("first: %+v", r)
	}
	if r := update1(t, s, dir); r.Full || r.Indexed != 0 || r.Generation != 1 {
		t.Fatalf("nothing to do: %+v", r)
	}
	changed := sample()[2]
	changed.ID = corpus.ArticleID("http://example.org/"+changed.Title, changed.Text)
	changed.Text = "对幼儿园开展巡察整改。"
	save(t, s, changed, doc("新的一篇", "新的报道。"))
	if r := update1(t, s, dir); r.Full || r.Indexed != 2 || r.Docs != 4 || r.Generation != 2 {
		t.Fatalf("a change and an addition: %+v", r)
	}
	ix := open1(t, dir)
	if got := titles(t, ix, Request{Query: "学校 食堂"}); len(got) != 1 {
		t.Errorf("by its title: %v", got)
	}
	if got := titles(t, ix, Request{Query: `"对学校食堂"`}); len(got) != 0 {
		t.Errorf("the former text still finds %v", got)
	}
	changed.State = corpus.StateQuarantined
	save(t, s, changed)
	if r := update1(t, s, dir); r.Removed != 1 || r.Docs != 3 {
		t.Fatalf("a removal: %+v", r)
	}
	if moved, err := ix.Refresh(); !moved || err != nil {
		t.Fatal(moved, err)
	}
	if got := titles(t, ix, Request{Query: "学校食堂"}); len(got) != 0 {
		t.Errorf("removed, and still found: %v", got)
	}
}

// TestDeletedArticles deletes articles from the corpus, which leaves no change behind.
func TestDeletedArticles(t *testing.T) {
	s, dir := newStore(t, sample()...)
	save(t, s, doc("最后一篇", "最后的报道。"))
	update1(t, s, dir)
	remove := func(title string) {
		db, err := sql.Open("sqlite", filepath.Join(dir, "corpus.db"))
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if _, err := db.Exec(`DELETE FROM article WHERE title = ?`, title); err != nil {
			t.Fatal(err)
		}
	}
	remove(sample()[0].Title)
	if r := update1(t, s, dir); r.Full || r.Removed != 1 || r.Docs != 3 {
		t.Fatalf("one deleted: %+v", r)
	}
	remove(sample()[1].Title)
	save(t, s, doc("又一篇", "另外的报道。"))
	if r := update1(t, s, dir); r.Full || r.Removed != 1 || r.Indexed != 1 || r.Docs != 3 {
		t.Fatalf("one deleted, one added: %+v", r)
	}
	if got := titles(t, open1(t, dir), Request{}); len(got) != 3 {
		t.Errorf("found %v", got)
	}
	remove("又一篇")
	if r := update1(t, s, dir); !r.Full || r.Docs != 2 {
		t.Fatalf("the last one deleted: %+v", r)
	}
}

func TestOldGenerationsGoWhenNobodyReads(t *testing.T) {
	s, dir := newStore(t, sample()...)
	update1(t, s, dir)
	ix := open1(t, dir)
	save(t, s, doc("二", "第二代"))
	update1(t, s, dir)
	if got := titles(t, ix, Request{Query: "监察"}); len(got) != 1 {
		t.Errorf("the old generation no longer answers: %v", got)
	}
	if _, err := os.Stat(homeOf(dir).gen(1)); err != nil {
		t.Errorf("a generation in use was removed: %v", err)
	}
	if _, err := ix.Refresh(); err != nil {
		t.Fatal(err)
	}
	save(t, s, doc("三", "第三代"))
	update1(t, s, dir)
	if _, err := os.Stat(homeOf(dir).gen(1)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a generation that nobody reads is still there: %v", err)
	}
}

func TestNoIndex(t *testing.T) {
	if _, err := Open(t.TempDir()); !errors.Is(err, ErrNoIndex) {
		t.Errorf("got %v", err)
	}
}

// TestVersion refuses an index of another version, says so, and makes it anew.
func TestVersion(t *testing.T) {
	s, dir := newStore(t, sample()...)
	update1(t, s, dir)
	meta := homeOf(dir).file(1, metaFile)
	b, err := os.ReadFile(meta)
	if err != nil {
		t.Fatal(err)
	}
	old := strings.Replace(string(b), fmt.Sprintf(`"mapping": %d`, mappingVersion), `"mapping": 1`, 1)
	if old == string(b) {
		t.Fatalf("no version in %s", b)
	}
	if err := os.WriteFile(meta, []byte(old), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir); !errors.Is(err, ErrVersion) || errors.Is(err, ErrDamaged) {
		t.Errorf("opened with %v", err)
	}
	if r := update1(t, s, dir); !r.Full || r.Reason != "made by another version" {
		t.Errorf("updated: %+v", r)
	}
	open1(t, dir)
}

// TestDamage spoils each file of a generation in several ways: Open says so, and
// Update makes the index anew.
func TestDamage(t *testing.T) {
	spoil := map[string]func(path string) error{
		"removed":   os.Remove,
		"emptied":   func(p string) error { return os.Truncate(p, 0) },
		"shortened": func(p string) error { return os.Truncate(p, 40) },
		"changed": func(p string) error {
			b, err := os.ReadFile(p)
			if err == nil {
				b[len(b)/2] ^= 0xFF
				err = os.WriteFile(p, b, 0o644)
			}
			return err
		},
	}
	for how, f := range spoil {
		s, dir := newStore(t, sample()...)
		update1(t, s, dir)
		var paths []string
		filepath.WalkDir(homeOf(dir).gen(1), func(path string, e os.DirEntry, err error) error {
			if err == nil && !e.IsDir() && e.Name() != lockFile {
				paths = append(paths, path)
			}
			return err
		})
		for _, path := range paths {
			r := update1(t, s, dir)
			rel, _ := filepath.Rel(homeOf(dir).gen(1), path)
			if err := f(filepath.Join(homeOf(dir).gen(r.Generation), rel)); err != nil {
				if errors.Is(err, os.ErrNotExist) {
					continue // another generation has other names
				}
				t.Fatal(err)
			}
			if ix, err := Open(dir); err == nil {
				ix.Close()
				t.Errorf("%s %s: opened all the same", rel, how)
			} else if !errors.Is(err, ErrDamaged) {
				t.Errorf("%s %s: %v", rel, how, err)
			}
			if r := update1(t, s, dir); !r.Full || r.Docs != 3 {
				t.Errorf("%s %s: %+v", rel, how, r)
			}
			if got := titles(t, open1(t, dir), Request{Query: "监察"}); len(got) != 1 {
				t.Errorf("%s %s: found %v", rel, how, got)
			}
		}
	}
}

func TestSecondWriter(t *testing.T) {
	s, dir := newStore(t, sample()...)
	var inner error
	_, err := Update(context.Background(), s, dir, commonWords, BuildOptions{Progress: func(int, int) {
		_, inner = Update(context.Background(), s, dir, commonWords, BuildOptions{})
	}})
	if err != nil || !errors.Is(inner, ErrLocked) {
		t.Errorf("first %v, second %v", err, inner)
	}
}

func TestCancelledUpdateLeavesNothing(t *testing.T) {
	s, dir := newStore(t, sample()...)
	update1(t, s, dir)
	save(t, s, doc("四", "第四代"))
	ctx, cancel := context.WithCancel(context.Background())
	_, err := Update(ctx, s, dir, commonWords, BuildOptions{Full: true, Progress: func(int, int) { cancel() }})
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	entries, _ := os.ReadDir(string(homeOf(dir)))
	for _, e := range entries {
		if e.IsDir() && e.Name() != "000001" {
			t.Errorf("left %s", e.Name())
		}
	}
	if got := titles(t, open1(t, dir), Request{Query: "监察"}); len(got) != 1 {
		t.Errorf("found %v", got)
	}
}
