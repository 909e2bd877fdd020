//go:build slow

package main

import (
	"bytes"
	"context"
	"math/rand/v2"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"jiandu/corpus/sample"
)

// A process that is killed in the middle of update, again and again, ends with
// the same articles and answers as one that is left alone.
func TestKilledUpdate(t *testing.T) {
	h, err := sample.Handler()
	if err != nil {
		t.Fatal(err)
	}
	site := httptest.NewServer(h)
	defer site.Close()
	sources := filepath.Join(t.TempDir(), "sources.yaml")
	if err := os.WriteFile(sources, sample.Sources(site.URL), 0o644); err != nil {
		t.Fatal(err)
	}
	calm, killed := t.TempDir(), t.TempDir()
	jiandu(t, calm, "update", "--sources", sources)
	rng := rand.New(rand.NewPCG(1, 2))
	for range 8 {
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(100+rng.IntN(2500))*time.Millisecond)
		command(ctx, killed, "update", "--sources", sources).Run() //nolint:errcheck // it is killed with SIGKILL
		cancel()
	}
	jiandu(t, killed, "update", "--sources", sources)
	want, got := exported(t, calm), exported(t, killed)
	if !slices.Equal(want, got) {
		t.Errorf("killed runs ended with %d articles, an undisturbed one with %d; or they differ", len(got), len(want))
	}
	if a, b := jiandu(t, calm, "search", "--json", "室组地"), jiandu(t, killed, "search", "--json", "室组地"); hits(a) != hits(b) {
		t.Errorf("search: %s\nundisturbed: %s", b, a)
	}
}

// hits is an answer without the time that it took.
func hits(answer string) string {
	var out []string
	for line := range strings.Lines(answer) {
		if !strings.Contains(line, "took_ms") && !strings.Contains(line, `"score"`) {
			out = append(out, line)
		}
	}
	return strings.Join(out, "")
}

// exported gives the lines of the export, sorted.
func exported(t *testing.T, data string) []string {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(jiandu(t, data, "export")), "\n")
	slices.Sort(lines)
	return lines
}

// jiandu runs the program as a process of its own and gives what it prints.
func jiandu(t *testing.T, data string, args ...string) string {
	t.Helper()
	cmd := command(t.Context(), data, args...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("jiandu %v: %v\n%s", args, err, &errs)
	}
	return out.String()
}

func command(ctx context.Context, data string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, os.Args[0], args...)
	cmd.Env = append(os.Environ(), "JIANDU_TEST_PROCESS=1", "JIANDU_DATA="+data, "LC_ALL=C")
	return cmd
}
