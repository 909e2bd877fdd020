package web

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestListenRule(t *testing.T) {
	for _, c := range []struct {
		opt  ServeOptions
		open bool // refused because it would be open to all
	}{
		{ServeOptions{Listen: "127.0.0.1:0"}, false},
		{ServeOptions{Listen: "[::1]:0"}, false},
		{ServeOptions{Listen: "localhost:0"}, false},
		{ServeOptions{Listen: ":8080"}, true},
		{ServeOptions{Listen: "0.0.0.0:8080"}, true},
		{ServeOptions{Listen: "192.0.2.1:80"}, true},
		{ServeOptions{Listen: "192.0.2.1:80", NoAuth: true}, false},
		{ServeOptions{Listen: "192.0.2.1:80", Token: "0123456789abcdef"}, false},
	} {
		if err := checkListen(c.opt); errors.Is(err, ErrOpenToAll) != c.open {
			t.Errorf("%+v: %v", c.opt, err)
		}
	}
	if err := checkListen(ServeOptions{Listen: "8080"}); err == nil {
		t.Error("an address without a colon is accepted")
	}
}

// A name that another site made to mean 127.0.0.1 gets nothing.
func TestLocalNames(t *testing.T) {
	h := localNames(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	for host, want := range map[string]int{"localhost:8080": 200, "127.0.0.1:8080": 200, "[::1]:80": 200, "[::1]": 200, "localhost": 200, "evil.example:8080": 421, "192.0.2.1": 421} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("%s: %d, want %d", host, w.Code, want)
		}
	}
}

func TestPortTaken(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	defer ln.Close()
	err = Serve(context.Background(), ServeOptions{Listen: ln.Addr().String()}, http.NotFoundHandler())
	if !errors.Is(err, ErrPortTaken) {
		t.Errorf("got %v, want ErrPortTaken", err)
	}
}

// A request that is under way when the server is told to stop is answered.
func TestGracefulShutdown(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	started, release := make(chan struct{}), make(chan struct{})
	h := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(started)
		<-release
		io.WriteString(w, "done")
	})
	addr := make(chan net.Addr, 1)
	ended := make(chan error, 1)
	go func() {
		ended <- Serve(ctx, ServeOptions{Listen: "127.0.0.1:0", Ready: func(a net.Addr) { addr <- a }}, h)
	}()
	body := make(chan string, 1)
	go func() {
		resp, err := http.Get("http://" + (<-addr).String())
		if err != nil {
			body <- err.Error()
			return
		}
		defer resp.Body.Close()
		b, _ := io.ReadAll(resp.Body)
		body <- string(b)
	}()
	<-started
	stop()
	close(release)
	if got := <-body; got != "done" {
		t.Errorf("the request got %q", got)
	}
	must(t, <-ended)
}

func TestReadToken(t *testing.T) {
	path := filepath.Join(t.TempDir(), "token")
	must(t, os.WriteFile(path, []byte("0123456789abcdef\nrest\n"), 0o600))
	if got, err := ReadToken(path); err != nil || got != "0123456789abcdef" {
		t.Errorf("got %q, %v", got, err)
	}
	must(t, os.WriteFile(path, []byte("short\n"), 0o600))
	if _, err := ReadToken(path); err == nil {
		t.Error("a short token is accepted")
	}
}

func TestToken(t *testing.T) {
	opt := sampleOptions(t)
	opt.Token = "0123456789abcdef"
	h, err := New(opt)
	must(t, err)
	basic := func(password string) string {
		r, _ := http.NewRequest(http.MethodGet, "/", nil)
		r.SetBasicAuth("anyone", password)
		return r.Header.Get("Authorization")
	}
	for header, want := range map[string]int{
		"": 401, "Bearer wrong": 401, "Bearer 0123456789abcdef": 200, basic("wrong"): 401, basic("0123456789abcdef"): 200,
	} {
		if w := get(h, "/api/openapi.json", "Authorization", header); w.Code != want {
			t.Errorf("Authorization %q: status %d, want %d", header, w.Code, want)
		}
	}
	if w := get(h, "/healthz"); w.Code != 200 {
		t.Errorf("/healthz asks for a token: %d", w.Code)
	}
}

func TestClientLimits(t *testing.T) {
	l := newClientLimits(2)
	now := time.Unix(1000, 0)
	allowed := func(addr string) (n int) {
		for range 50 {
			if l.allow(addr, now) {
				n++
			}
		}
		return n
	}
	if n := allowed("192.0.2.1:1000"); n != 2*burst {
		t.Errorf("%d requests at once, want %d", n, 2*burst)
	}
	if n := allowed("192.0.2.2:1000"); n != 2*burst {
		t.Errorf("a second client gets %d", n)
	}
	allowed("[2001:db8::1]:1")
	if n := allowed("[2001:db8::2]:1"); n != 0 {
		t.Errorf("a second address of the same /64 gets %d, want none", n)
	}
	now = now.Add(time.Second)
	if n := allowed("192.0.2.1:9"); n != 2 {
		t.Errorf("%d after a second, want 2", n)
	}
}
