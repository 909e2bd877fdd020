package web

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"net/http"
	"runtime/debug"
	"strings"
	"time"
)

// policy lets pages use what this server gives, and nothing else. Charts that
// are saved as PNG pass through an image of this server.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

func secureHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		next.ServeHTTP(w, r)
	})
}

// catchPanics turns a panic into a 500 and a line of the log; the server goes on.
func (s *server) catchPanics(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			v := recover()
			if v == nil {
				return
			}
			if v == http.ErrAbortHandler { //nolint:errorlint // net/http compares it so
				panic(v)
			}
			s.Log.Error("panic", "path", r.URL.Path, "value", v, "stack", string(debug.Stack()))
			writeProblem(w, asProblem(errors.New("panic")))
		}()
		next.ServeHTTP(w, r)
	})
}

// demandToken lets in who shows the token: as "Authorization: Bearer", or as
// the password of Basic, which browsers ask for. /healthz stays open.
func (s *server) demandToken(next http.Handler) http.Handler {
	if s.Token == "" {
		return next
	}
	want := sha256.Sum256([]byte(s.Token))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if !ok {
			_, token, _ = r.BasicAuth()
		}
		got := sha256.Sum256([]byte(token))
		if subtle.ConstantTimeCompare(got[:], want[:]) != 1 && r.URL.Path != "/healthz" {
			w.Header().Add("WWW-Authenticate", `Bearer realm="jiandu"`)
			w.Header().Add("WWW-Authenticate", `Basic realm="jiandu", charset="UTF-8"`)
			writeProblem(w, &problem{Title: "Unauthorized", Status: http.StatusUnauthorized, Detail: "show the token of this server"})
			return
		}
		next.ServeHTTP(w, r)
	})
}

// limitTime runs an answer into memory and ends it with 503 when its time is
// over, even if it does not heed its context.
func (s *server) limitTime(a answer, tell func(http.ResponseWriter, *http.Request, *problem)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), s.Timeout)
		defer cancel()
		r = r.WithContext(ctx)
		out, start := newBuffer(), time.Now()
		done := make(chan error, 1)
		go func() { done <- s.guarded(a, out, r) }()
		var err error
		select {
		case err = <-done:
		case <-ctx.Done():
			err = ctx.Err()
		}
		if err == nil {
			s.cache.put(out, time.Since(start))
			out.sendTo(w)
			return
		}
		p := asProblem(err)
		if p.Status == http.StatusInternalServerError {
			s.Log.Error("request failed", "path", r.URL.Path, "error", err)
		}
		tell(w, r, p)
	})
}

// guarded runs an answer in a goroutine of its own, where a panic would end the program.
func (s *server) guarded(a answer, w http.ResponseWriter, r *http.Request) (err error) {
	defer func() {
		if v := recover(); v != nil {
			s.Log.Error("panic", "path", r.URL.Path, "value", v, "stack", string(debug.Stack()))
			err = errors.New("panic")
		}
	}()
	return a(w, r)
}

func (s *server) tellProblem(w http.ResponseWriter, _ *http.Request, p *problem) { writeProblem(w, p) }

func isAPI(r *http.Request) bool { return strings.HasPrefix(r.URL.Path, "/api/") }

// weakTag gives a weak ETag: the answer means the same, its bytes may differ (took_ms).
func weakTag(of string) string {
	sum := sha256.Sum256([]byte(of))
	return `W/"` + hex.EncodeToString(sum[:9]) + `"`
}

// matches reads If-None-Match (RFC 9110, 13.1.2) with the weak comparison.
func matches(header, tag string) bool {
	for part := range strings.SplitSeq(header, ",") {
		part = strings.TrimSpace(part)
		if part == "*" || strings.TrimPrefix(part, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}

// millis gives milliseconds, to a hundredth.
func millis(d time.Duration) float64 { return float64(d.Microseconds()/10) / 100 }
