//go:build linux

package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"jiandu/corpus"
)

// TestFullDisk fills a small disk while an index is built: an error, and the last generation answers.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=3m"); err != nil {
		t.Skipf("needs to mount a small disk: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	s, src := newStore(t, sample()...)
	if err := os.Symlink(src, filepath.Join(dir, "unused")); err != nil {
		t.Fatal(err)
	}
	update1(t, s, dir)
	for i := range 40 {
		var b strings.Builder
		for j := range 30000 {
			fmt.Fprintf(&b, "%c", 0x4E00+(i*7919+j*j*31+j*17)%20000)
		}
		save(t, s, corpus.Document{Article: corpus.Article{Title: fmt.Sprint("大", i), Text: b.String()}})
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	_, err := Update(ctx, s, dir, commonWords, BuildOptions{Segmenter: "toy", Themes: map[string]string{}})
	if err == nil || errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("a full disk gives %v", err)
	}
	t.Log(err)
	ix := open1(t, dir)
	if got := titles(t, ix, Request{Query: "监察"}); len(got) != 1 {
		t.Errorf("found %v", got)
	}
	if ns, _ := homeOf(dir).numbers(); len(ns) != 1 {
		t.Errorf("generations left: %v", ns)
	}
	ix.Close()
}
