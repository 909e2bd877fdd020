package corpus

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"
)

// TestMigrate takes a corpus through invented versions.
func TestMigrate(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	s, err := Open(ctx, dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Save(ctx, Extracted{Article: &Article{ID: "a", Text: "甲", State: StateOK}}); err != nil {
		t.Fatal(err)
	}
	better := append(append([]string{}, migrations...), `ALTER TABLE article ADD COLUMN language TEXT NOT NULL DEFAULT 'zh'`)
	broken := append(append([]string{}, better...), `CREATE TABLE half (x INTEGER); CREATE TABLE half (x INTEGER)`)
	if err := s.migrate(ctx, broken); err == nil {
		t.Error("a broken step did not fail")
	}
	if v, err := version(ctx, s.read); err != nil || v != len(better) {
		t.Errorf("after a broken step: version %d, %v; want %d", v, err, len(better))
	}
	var language string
	if err := s.read.QueryRow(`SELECT language FROM article WHERE id = 'a'`).Scan(&language); err != nil || language != "zh" {
		t.Errorf("language %q, %v", language, err)
	}
	if err := s.read.QueryRow(`SELECT x FROM half`).Scan(&language); err == nil {
		t.Error("the broken step left a table behind")
	}
	if err := s.migrate(ctx, better); err != nil {
		t.Errorf("migrating again: %v", err)
	}
	if err := s.migrate(ctx, migrations); !errors.Is(err, ErrNewerSchema) {
		t.Errorf("an older program took a newer corpus: %v", err)
	}
	if len(migrations) != SchemaVersion {
		t.Errorf("%d migrations, schema version %d", len(migrations), SchemaVersion)
	}
}

// A corpus of the oldest version that is read answers before a writer brings it up to date.
func TestReadOlder(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	old := &Store{dir: dir, now: time.Now}
	if err := old.lockDir(); err != nil {
		t.Fatal(err)
	}
	var err error
	if old.read, err = connect(filepath.Join(dir, "corpus.db"), true); err != nil {
		t.Fatal(err)
	}
	if old.wr, err = connect(filepath.Join(dir, "corpus.db"), false); err != nil {
		t.Fatal(err)
	}
	if err := old.migrate(ctx, migrations[:oldestRead]); err != nil {
		t.Fatal(err)
	}
	if _, err := old.Save(ctx, Extracted{Article: &Article{ID: "a", Text: "甲", State: StateOK}}); err != nil {
		t.Fatal(err)
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	for _, opt := range []Options{{ReadOnly: true}, {}, {ReadOnly: true}} {
		s, err := Open(ctx, dir, opt)
		if err != nil {
			t.Fatalf("%+v: %v", opt, err)
		}
		if a, err := s.Article(ctx, "a"); err != nil || a.Text != "甲" {
			t.Errorf("%+v: %+v, %v", opt, a, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	s, err := Open(ctx, dir, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if v, err := version(ctx, s.read); err != nil || v != SchemaVersion {
		t.Errorf("after a writer: version %d, %v", v, err)
	}
}
