//go:build bench || slow

package web

import (
	"net/http/httptest"
	"net/url"
	"os"
	"syscall"
	"testing"
	"time"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
	"jiandu/index"
)

// benchServer serves the data directory that JIANDU_DATA names, without the cache of answers.
func benchServer(b *testing.B) *server {
	b.Helper()
	dir := os.Getenv("JIANDU_DATA")
	if dir == "" {
		b.Skip("JIANDU_DATA names no data directory")
	}
	store, err := corpus.Open(b.Context(), dir, corpus.Options{ReadOnly: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { store.Close() })
	ix, err := index.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { ix.Close() })
	places, err := gazetteer.Load()
	if err != nil {
		b.Fatal(err)
	}
	s, err := newServer(Options{Store: store, Index: ix, Gazetteer: places})
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// BenchmarkPages measures what pages cost to make, the first time left out.
func BenchmarkPages(b *testing.B) {
	s := benchServer(b)
	for _, c := range []struct {
		name string
		page answer
		path string
	}{
		{"search", s.searchPage, "/"},
		{"search words", s.searchPage, "/?q=" + url.QueryEscape("纪委 处分")},
		{"search year", s.searchPage, "/?year=2019-2021"},
		{"figures action", s.figuresPage, "/figures?action=" + url.QueryEscape("处分")},
		{"figures region", s.figuresPage, "/figures?region=430000"},
		{"figures object", s.figuresPage, "/figures?object=" + url.QueryEscape("问题")},
		{"figures year", s.figuresPage, "/figures?year=2019"},
		{"api region", s.apiFigures, "/api/figures?by=year&region=" + url.QueryEscape("全国")},
		{"measures", s.measuresPage, "/measures"},
		{"unit", s.unitPage, "/unit?name=" + url.QueryEscape("中央纪委国家监委")},
		{"sources", s.sourcesPage, "/sources"},
	} {
		b.Run(c.name, func(b *testing.B) {
			before := cpuTime()
			for b.Loop() {
				if err := c.page(newBuffer(), httptest.NewRequest("GET", c.path, nil)); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64((cpuTime()-before).Microseconds())/1000/float64(b.N), "cpu-ms/op")
		})
	}
}

// cpuTime is what this process has used of the processors.
func cpuTime() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u) //nolint:errcheck // never fails for the process itself
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
