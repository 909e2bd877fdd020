package web

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"os"
	"strings"
	"syscall"
	"time"
)

// ServeOptions says where and for whom to listen.
type ServeOptions struct {
	Listen string // host:port; port 0 takes a free one
	Token  string // what clients must show, as in Options; ReadToken reads it from a file
	NoAuth bool   // lets everybody in on an address that is not loopback

	Ready func(addr net.Addr) // called once it listens; may be nil
}

// ErrPortTaken is what Serve fails with when another program listens there.
var ErrPortTaken = errors.New("the port is taken")

// ErrOpenToAll is what Serve fails with when it would let the network in without a token.
var ErrOpenToAll = errors.New("listening on an address that is not loopback needs --token-file, or --no-auth to let everybody in")

// errPortTakenWindows is WSAEADDRINUSE, which Windows says for EADDRINUSE.
const errPortTakenWindows = syscall.Errno(10048)

// Limits on a connection. Answers are limited by Options.Timeout; an export may stream for long.
const (
	maxHeader    = 16 << 10
	readTimeout  = 10 * time.Second
	writeTimeout = 15 * time.Minute
	idleTimeout  = 2 * time.Minute
	gracePeriod  = 10 * time.Second
)

// minToken is the length below which a token is too easy to guess.
const minToken = 16

// ReadToken reads a token from the first line of a file. It fails on one shorter than 16 characters.
func ReadToken(path string) (string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("token file: %w", err)
	}
	token, _, _ := strings.Cut(string(b), "\n")
	token = strings.TrimSpace(token)
	if len(token) < minToken {
		return "", fmt.Errorf("token file %s: the first line must hold a token of %d characters or more", path, minToken)
	}
	return token, nil
}

// Serve answers requests until ctx is done, then lets those under way finish,
// up to ten seconds. It fails with ErrOpenToAll, with ErrPortTaken, or with what
// the network says.
func Serve(ctx context.Context, opt ServeOptions, h http.Handler) error {
	if err := checkListen(opt); err != nil {
		return err
	}
	ln, err := new(net.ListenConfig).Listen(ctx, "tcp", opt.Listen)
	if errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, errPortTakenWindows) {
		return fmt.Errorf("%s: %w", opt.Listen, ErrPortTaken)
	}
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	if opt.Ready != nil {
		opt.Ready(ln.Addr())
	}
	if opt.Token == "" && !opt.NoAuth {
		h = localNames(h)
	}
	return serveOn(ctx, ln, h)
}

func serveOn(ctx context.Context, ln net.Listener, h http.Handler) error {
	srv := &http.Server{
		Handler:           http.MaxBytesHandler(h, 0),
		MaxHeaderBytes:    maxHeader,
		ReadHeaderTimeout: readTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
	}
	stopped := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		grace, cancel := context.WithTimeout(context.Background(), gracePeriod)
		defer cancel()
		stopped <- srv.Shutdown(grace)
	})
	defer stop()
	err := srv.Serve(ln)
	if !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	if err := <-stopped; err != nil {
		return errors.Join(fmt.Errorf("stop: %w", err), srv.Close())
	}
	return nil
}

// checkListen holds to the rule that only loopback is open without a token.
func checkListen(opt ServeOptions) error {
	host, _, err := net.SplitHostPort(opt.Listen)
	if err != nil {
		return fmt.Errorf("--listen %q: want host:port, like 127.0.0.1:8080", opt.Listen)
	}
	if opt.Token == "" && !opt.NoAuth && !isLoopback(host) {
		return fmt.Errorf("--listen %s: %w", opt.Listen, ErrOpenToAll)
	}
	return nil
}

// localNames refuses requests that reached loopback under another name: a page
// of another site could have its name resolve to 127.0.0.1 and read what is here.
func localNames(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.Host)
		if err != nil {
			host = strings.Trim(r.Host, "[]")
		}
		if !isLoopback(host) {
			writeProblem(w, &problem{
				Title: "Misdirected request", Status: http.StatusMisdirectedRequest,
				Detail: "this server answers to localhost; behind a proxy it needs a token or --no-auth",
			})
			return
		}
		next.ServeHTTP(w, r)
	})
}

func isLoopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.Unmap().IsLoopback()
}
