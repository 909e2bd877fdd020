package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"jiandu/corpus"
)

// problem is an error as RFC 9457 writes it. It never holds a path, a version or a stack.
type problem struct {
	Title  string       `json:"title"`
	Status int          `json:"status"`
	Detail string       `json:"detail,omitempty"`
	Errors []fieldError `json:"errors,omitempty"`
}

// fieldError says what is wrong with one parameter.
type fieldError struct {
	Parameter string `json:"parameter"`
	Detail    string `json:"detail"`
	Offset    *int   `json:"offset,omitempty"` // in code points of the parameter
}

func (p *problem) Error() string {
	text := p.Title
	if p.Detail != "" {
		text += ": " + p.Detail
	}
	for _, e := range p.Errors {
		text += fmt.Sprintf("; %s: %s", e.Parameter, e.Detail)
	}
	return text
}

// badRequest gives a 400 that names each wrong parameter.
func badRequest(errs ...fieldError) *problem {
	return &problem{Title: "Bad request", Status: http.StatusBadRequest, Errors: errs}
}

// badParam gives a 400 for one parameter.
func badParam(name, format string, args ...any) *problem {
	return badRequest(fieldError{Parameter: name, Detail: fmt.Sprintf(format, args...)})
}

// asProblem maps an error to what the client may know of it. Errors that are
// not known to be the client's are 500 without detail; the caller logs them.
func asProblem(err error) *problem {
	var p *problem
	switch {
	case errors.As(err, &p):
		return p
	case errors.Is(err, corpus.ErrNotFound):
		return &problem{Title: "Not found", Status: http.StatusNotFound, Detail: "there is no such article"}
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled), isInterrupt(err):
		return &problem{Title: "Took too long", Status: http.StatusServiceUnavailable, Detail: "the request was ended; ask for less, or again"}
	}
	return &problem{Title: "Internal error", Status: http.StatusInternalServerError, Detail: "the server log says more"}
}

// isInterrupt tells whether SQLite ended a query because its context was done.
func isInterrupt(err error) bool { return strings.Contains(err.Error(), "interrupted (9)") }

func writeProblem(w http.ResponseWriter, p *problem) {
	h := w.Header()
	h.Set("Content-Type", "application/problem+json")
	h.Set("Cache-Control", "no-store")
	h.Del("ETag")
	if p.Status == http.StatusServiceUnavailable || p.Status == http.StatusTooManyRequests {
		h.Set("Retry-After", "1")
	}
	w.WriteHeader(p.Status)
	json.NewEncoder(w).Encode(p) //nolint:errcheck // the client is gone
}
