package index

import (
	"context"
	"os"
	"os/exec"
	"testing"
	"time"

	"jiandu/corpus"
)

// TestMain runs a writer in place of the tests when it is told to, to be killed.
func TestMain(m *testing.M) {
	if dir := os.Getenv("INDEX_TEST_WRITER"); dir != "" {
		s, err := corpus.Open(context.Background(), dir, corpus.Options{ReadOnly: true})
		if err != nil {
			panic(err)
		}
		for {
			_, err := Update(context.Background(), s, dir, commonWords, BuildOptions{Full: true, Segmenter: "toy"})
			if err != nil {
				panic(err)
			}
		}
	}
	os.Exit(m.Run())
}

// TestKill kills a writer that never stops, again and again: what is there always answers.
func TestKill(t *testing.T) {
	s, dir := newStore(t, sample()...)
	update1(t, s, dir)
	for i := range 12 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "INDEX_TEST_WRITER="+dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(60+i*17) * time.Millisecond)
		cmd.Process.Kill()
		cmd.Wait()
		ix, err := Open(dir)
		if err != nil {
			t.Fatalf("after kill %d: %v", i, err)
		}
		if got := titles(t, ix, Request{Query: "监察"}); len(got) != 1 {
			t.Errorf("after kill %d: found %v", i, got)
		}
		ix.Close()
	}
	save(t, s, doc("之后", "杀死写入者之后的一篇"))
	if r := update1(t, s, dir); r.Docs != 4 {
		t.Errorf("%+v", r)
	}
	entries, _ := os.ReadDir(string(homeOf(dir)))
	gens := 0
	for _, e := range entries {
		if e.IsDir() {
			gens++
		}
	}
	if gens != 1 {
		t.Errorf("%d generations are left", gens)
	}
}
