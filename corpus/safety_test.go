package corpus_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"jiandu/corpus"
)

func TestSecondWriterIsRefused(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	s := open(t, dir)
	if _, err := corpus.Open(ctx, dir, corpus.Options{}); !errors.Is(err, corpus.ErrLocked) {
		t.Errorf("second writer: %v", err)
	}
	save(t, s, article("a", "2024-01-01", "甲"))
	r, err := corpus.Open(ctx, dir, corpus.Options{ReadOnly: true})
	must(t, err)
	defer r.Close()
	if _, err := r.Document(ctx, "a"); err == nil || errors.Is(err, corpus.ErrNoCorpus) {
		t.Errorf("an id of one digit: %v", err)
	}
	if n, err := r.LastSeq(ctx); n != 1 || err != nil {
		t.Errorf("a reader beside the writer: change number %d, %v", n, err)
	}
	if _, err := r.Save(ctx, corpus.Extracted{Article: &corpus.Article{ID: "b"}}); err == nil {
		t.Error("a reader saved something")
	}
	must(t, s.Close())
	open(t, dir)
}

func TestNoCorpus(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "none")
	if _, err := corpus.Open(context.Background(), dir, corpus.Options{ReadOnly: true}); !errors.Is(err, corpus.ErrNoCorpus) {
		t.Errorf("reading where there is nothing: %v", err)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("reading made the directory")
	}
}

// TestNewerSchemaIsLeftAlone checks that not a byte changes.
func TestNewerSchemaIsLeftAlone(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	s, err := corpus.Open(ctx, dir, corpus.Options{})
	must(t, err)
	_, err = s.WriterForTest().Exec(`PRAGMA user_version = 99`)
	must(t, err)
	must(t, s.Close())
	path := filepath.Join(dir, "corpus.db")
	before, err := os.ReadFile(path)
	must(t, err)
	for _, readOnly := range []bool{true, false} {
		if _, err := corpus.Open(ctx, dir, corpus.Options{ReadOnly: readOnly}); !errors.Is(err, corpus.ErrNewerSchema) {
			t.Errorf("read only %v: %v", readOnly, err)
		}
	}
	after, err := os.ReadFile(path)
	must(t, err)
	if !bytes.Equal(before, after) {
		t.Error("the file was changed")
	}
}

const (
	killedDir   = "JIANDU_TEST_KILLED_DIR" // tells the child process of TestKilledWriter where to write
	killedBatch = 7                        // articles in one transaction
)

// TestKilledWriter kills a process that saves batches, and wants every batch that
// was acknowledged, and no part of one.
func TestKilledWriter(t *testing.T) {
	dir := t.TempDir()
	acknowledged := 0
	for round := range 4 {
		acknowledged += runAndKill(t, dir, 3+round*5)
		s, err := corpus.Open(context.Background(), dir, corpus.Options{})
		must(t, err)
		counts, err := s.Counts(context.Background(), "")
		must(t, err)
		var check string
		must(t, s.DB().QueryRow(`PRAGMA integrity_check`).Scan(&check))
		if counts.Articles%killedBatch != 0 || counts.Articles < acknowledged*killedBatch || check != "ok" {
			t.Errorf("round %d: %d articles after %d acknowledged batches of %d; %s", round, counts.Articles, acknowledged, killedBatch, check)
		}
		acknowledged = counts.Articles / killedBatch
		must(t, s.Close())
	}
}

// runAndKill starts the child, kills it when it has acknowledged some batches, and
// gives how many it acknowledged.
func runAndKill(t *testing.T, dir string, batches int) int {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=TestKilledChild", "-test.v")
	cmd.Env = append(os.Environ(), killedDir+"="+dir)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	n := 0
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "saved ") {
			if n++; n == batches {
				must(t, cmd.Process.Kill())
			}
		}
	}
	if err := cmd.Wait(); err == nil {
		t.Error("the child ended by itself")
	}
	return n
}

// TestKilledChild is the process that TestKilledWriter kills.
func TestKilledChild(t *testing.T) {
	dir := os.Getenv(killedDir)
	if dir == "" {
		t.Skip("runs as a child of TestKilledWriter")
	}
	s := open(t, dir)
	for n := 0; n < 1000; n++ {
		var batch []corpus.Article
		for i := range killedBatch {
			text := strings.Repeat(fmt.Sprintf("第%d篇。", i), 300)
			batch = append(batch, article(fmt.Sprintf("%d-%d-%d", os.Getpid(), n, i), "2024-01-01", text))
		}
		save(t, s, batch...)
		fmt.Println("\nsaved", n)
	}
}
