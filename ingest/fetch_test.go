package ingest

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"
)

// serve starts a server for a handler and gives a fetcher that may reach it.
func serve(t *testing.T, h http.HandlerFunc) (*fetcher, string) {
	t.Helper()
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	cfg, _ := quick().complete()
	cfg.Limits.HeaderTime, cfg.Limits.TotalTime = time.Minute, time.Minute // slow machines, and the race detector
	f, err := newFetcher(cfg, "1")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(f.close)
	return f, srv.URL
}

func TestFetchRefuses(t *testing.T) {
	f, url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/large":
			w.Header().Set("Content-Type", "text/html")
			_, _ = io.Copy(w, io.LimitReader(zeros{}, 2<<20))
		case "/bomb":
			w.Header().Set("Content-Type", "text/html")
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			_, _ = io.Copy(z, io.LimitReader(zeros{}, 8<<20))
			z.Close()
		case "/image":
			w.Header().Set("Content-Type", "image/png")
		case "/unnamed":
			w.Header()["Content-Type"] = nil
			fmt.Fprint(w, "\x89PNG\x0d\x0a\x1a\x0a")
		case "/brotli":
			w.Header().Set("Content-Type", "text/html")
			w.Header().Set("Content-Encoding", "br")
		}
	})
	for path, want := range map[string]string{
		"/large": "body is over the limit", "/bomb": "decompressed body is over the limit",
		"/image": "content type image/png is not read", "/unnamed": "content type image/png is not read",
		"/brotli": `content encoding "br"`,
	} {
		_, err := f.get(context.Background(), ask{url: url + path})
		var r *refusal
		if !errors.As(err, &r) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
}

func TestFetchTakes(t *testing.T) {
	f, url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/gzip":
			w.Header().Set("Content-Type", "text/html")
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			fmt.Fprint(z, "<p>公开")
			z.Close()
		case "/unnamed":
			w.Header()["Content-Type"] = nil
			fmt.Fprint(w, "<html><p>公开")
		case "/map.xml.gz":
			w.Header().Set("Content-Type", "application/x-gzip")
			var b bytes.Buffer
			z := gzip.NewWriter(&b)
			fmt.Fprint(z, "<urlset>公开")
			z.Close()
			_, _ = w.Write(b.Bytes())
		case "/same":
			if r.Header.Get("If-None-Match") == `"v1"` && r.Header.Get("If-Modified-Since") != "" {
				w.WriteHeader(http.StatusNotModified)
			}
		case "/agent":
			fmt.Fprint(w, "公开"+r.UserAgent())
		}
	})
	for path, want := range map[string]string{
		"/gzip": "<p>公开", "/unnamed": "<html><p>公开", "/map.xml.gz": "<urlset>公开", "/same": "", "/agent": "公开jiandu/1 (+test@example.org)",
	} {
		ans, err := f.get(context.Background(), ask{url: url + path, archive: true, etag: `"v1"`, modified: "Mon, 02 Jan 2023 15:04:05 GMT"})
		if err != nil || string(ans.body) != want {
			t.Errorf("%s: %q, %v, want %q", path, ans.body, err, want)
		}
		if path == "/same" && ans.status != http.StatusNotModified {
			t.Errorf("status %d for what has not changed", ans.status)
		}
	}
}

func TestFetchNotesPDF(t *testing.T) {
	f, url := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/pdf")
		fmt.Fprint(w, "%PDF-1.7")
	})
	ans, err := f.get(context.Background(), ask{url: url})
	if err != nil || !ans.pdf || len(ans.body) > 0 {
		t.Errorf("%+v, %v", ans, err)
	}
}

func TestFetchEndsSlowAnswers(t *testing.T) {
	f, url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/body" {
			fmt.Fprint(w, "<p>")
			w.(http.Flusher).Flush()
		}
		<-r.Context().Done()
	})
	f.limits.TotalTime = 50 * time.Millisecond
	for _, path := range []string{"/header", "/body"} {
		_, err := f.get(context.Background(), ask{url: url + path})
		var r *refusal
		if err == nil || errors.As(err, &r) || err.Error() != "timed out" {
			t.Errorf("%s: %v, want a timeout that may pass", path, err)
		}
	}
}

func TestGuard(t *testing.T) {
	g, err := newGuard([]string{"10.1.0.0/16", "fd00::/8"})
	if err != nil {
		t.Fatal(err)
	}
	for addr, want := range map[string]bool{
		"8.8.8.8": true, "2400:3200::1": true, "10.1.2.3": true, "fd00::1": true,
		"127.0.0.1": false, "10.2.0.1": false, "192.168.1.1": false, "172.31.0.1": false, "169.254.169.254": false,
		"100.64.0.1": false, "0.0.0.0": false, "224.0.0.1": false, "255.255.255.255": false,
		"::1": false, "::": false, "fe80::1": false, "fe80::1%eth0": false, "fc00::1": false, "ff02::1": false,
		"::ffff:127.0.0.1": false, "::127.0.0.1": false, "64:ff9b::7f00:1": false, "2002:7f00:1::": false,
	} {
		if err := g.check(netip.MustParseAddr(addr)); (err == nil) != want {
			t.Errorf("%s: %v", addr, err)
		}
	}
}

// TestGuardAfterResolution asks for a name that leads to loopback.
func TestGuardAfterResolution(t *testing.T) {
	srv := httptest.NewServer(http.NotFoundHandler())
	defer srv.Close()
	cfg := quick()
	cfg.AllowNetworks = nil
	cfg, _ = cfg.complete()
	f, err := newFetcher(cfg, "1")
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.get(context.Background(), ask{url: strings.Replace(srv.URL, "127.0.0.1", "localhost", 1)})
	var r *refusal
	if !errors.As(err, &r) || !strings.Contains(err.Error(), "private or special") {
		t.Errorf("%v", err)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}
