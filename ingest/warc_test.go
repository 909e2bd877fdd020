package ingest

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"jiandu/corpus"
)

func pagesOf(pages ...corpus.Page) iter.Seq2[corpus.Page, error] {
	return func(yield func(corpus.Page, error) bool) {
		for _, p := range pages {
			if !yield(p, nil) {
				return
			}
		}
	}
}

// readPages reads all pages of a WARC file.
func readPages(t testing.TB, b []byte) []corpus.Page {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	r := bufio.NewReader(z)
	var pages []corpus.Page
	for {
		rec, err := readRecord(r)
		if errors.Is(err, io.EOF) {
			return pages
		}
		if err != nil {
			t.Fatal(err)
		}
		p, ok, err := rec.page()
		if err != nil {
			t.Fatal(err)
		}
		if ok {
			pages = append(pages, p)
		}
	}
}

func TestWARCRoundTrip(t *testing.T) {
	at := time.Date(2023, 4, 5, 6, 7, 8, 0, time.UTC)
	want := []corpus.Page{
		{URL: "http://www.example.org/1.html", FinalURL: "http://www.example.org/1.html", FetchedAt: at, Status: 200, Headers: map[string]string{"Content-Type": "text/html; charset=gbk"}, Body: []byte(samplePage("1"))},
		{URL: "http://www.example.org/2.html", FinalURL: "http://www.example.org/2.html", FetchedAt: at, Status: 200, Headers: map[string]string{}, Body: []byte("\r\n\r\nWARC/1.0\r\n\x00")},
	}
	gzipped := want[0]
	gzipped.Headers = map[string]string{"Content-Type": "text/html; charset=gbk", "Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}
	var b, again bytes.Buffer
	n, err := WriteWARC(&b, pagesOf(gzipped, want[1]))
	if err != nil || n != 2 {
		t.Fatal(n, err)
	}
	got := readPages(t, b.Bytes())
	for i := range got {
		delete(got[i].Headers, "Content-Length")
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if _, err := WriteWARC(&again, pagesOf(gzipped, want[1])); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("the same pages give another file")
	}
}

func TestWARCExportFails(t *testing.T) {
	bad := errors.New("disk")
	_, err := WriteWARC(io.Discard, func(yield func(corpus.Page, error) bool) { yield(corpus.Page{}, bad) })
	if !errors.Is(err, bad) {
		t.Error(err)
	}
}

// record10 is a record as wget writes it: WARC/1.0, the URL in brackets.
func record10(kind, url, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: <%s>\r\nWARC-Date: 2023-04-05T06:07:08Z\r\nContent-Type: application/http;msgtype=%s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, url, kind, len(block), block)
}

func TestImportWARC(t *testing.T) {
	html := samplePage("1")
	chunked := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n", len(html), html)
	undone := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" + samplePage("2")
	packed := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + string(gz(samplePage("3")))
	file := "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n" +
		record10("request", "http://www.example.org/p1.html", "GET / HTTP/1.1\r\n\r\n") +
		record10("response", "http://www.example.org/p1.html", chunked) +
		record10("response", "http://www.example.org/p2.html", undone) +
		record10("response", "http://www.example.org/p3.html", packed) +
		record10("response", "http://www.example.org/x.css", "HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n\r\np{}") +
		record10("response", "http://www.example.org/404.html", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n"+samplePage("4"))
	dir := writeFiles(t, map[string][]byte{"whole.warc": []byte(file), "cut.warc.gz": gz(file)[:400]})
	all, rep := imported(t, filepath.Join(dir, "whole.warc"))
	var urls []string
	for _, a := range all {
		urls = append(urls, a.URL)
	}
	slices.Sort(urls)
	if d := cmp.Diff([]string{"http://www.example.org/p1.html", "http://www.example.org/p2.html", "http://www.example.org/p3.html"}, urls); d != "" || len(rep.Skipped) > 0 {
		t.Error(d, rep.Skipped)
	}
	if _, rep := imported(t, filepath.Join(dir, "cut.warc.gz")); len(rep.Skipped) != 1 {
		t.Error(rep.Skipped)
	}
}

func FuzzWARC(f *testing.F) {
	f.Add([]byte(samplePage("1")), "http://www.example.org/", "text/html")
	f.Add([]byte("\r\n\r\n"), "x", "")
	f.Fuzz(func(t *testing.T, body []byte, url, kind string) {
		p := corpus.Page{URL: url, Status: 200, Headers: map[string]string{"Content-Type": kind}, Body: body}
		var b bytes.Buffer
		if _, err := WriteWARC(&b, pagesOf(p)); err != nil {
			t.Fatal(err)
		}
		got := readPages(t, b.Bytes())
		if len(got) != 1 || !bytes.Equal(got[0].Body, body) {
			t.Errorf("%d pages came back", len(got))
		}
	})
}

func FuzzReadWARC(f *testing.F) {
	f.Add([]byte(record10("response", "http://www.example.org/", "HTTP/1.1 200 OK\r\n\r\nx")))
	f.Fuzz(func(_ *testing.T, b []byte) {
		r := bufio.NewReader(bytes.NewReader(b))
		for {
			rec, err := readRecord(r)
			if err != nil {
				return
			}
			rec.page()
		}
	})
}
