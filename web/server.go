package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"github.com/klauspost/compress/gzhttp"
	"golang.org/x/time/rate"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
)

// Options is what a server needs.
type Options struct {
	Store     *corpus.Store    // read-only is enough
	Index     Searcher         // nil: everything but search answers, search says that the index is missing
	Gazetteer *gazetteer.Table // names of areas

	// Health tells how the sources do; nil, or an error, leaves what the corpus can tell.
	Health func(ctx context.Context) ([]SourceHealth, error)

	Token   string        // clients must show it, as bearer token or as password; "" lets everybody in
	Timeout time.Duration // a request that runs longer is ended with 503; 0 is DefaultTimeout
	Rate    rate.Limit    // requests a second and client; 0 sets no limit
	Log     *slog.Logger  // slog.Default when nil
}

// DefaultTimeout is how long a request may run. An export may run thirty times as long.
const DefaultTimeout = 10 * time.Second

// server answers requests. It holds no state that requests change but metrics and rate limits.
type server struct {
	Options
	api     apiDocument
	words   catalogue
	pages   pageSet
	static  staticFiles
	metrics *metrics
	limits  *clientLimits
	cache   *cache
	facets  facetCache
}

// New gives the handler of the pages and the API. It fails on options that
// cannot work; the embedded files are right, or the tests fail.
func New(opt Options) (http.Handler, error) {
	s, err := newServer(opt)
	if err != nil {
		return nil, err
	}
	return s.handler()
}

func newServer(opt Options) (*server, error) {
	if opt.Store == nil || opt.Gazetteer == nil {
		return nil, errors.New("web: needs a store and a gazetteer")
	}
	if opt.Timeout == 0 {
		opt.Timeout = DefaultTimeout
	}
	if opt.Log == nil {
		opt.Log = slog.Default()
	}
	s := &server{Options: opt, metrics: newMetrics(), limits: newClientLimits(opt.Rate), cache: newCache()}
	var err error
	if s.api, err = loadDocument(openapiYAML); err != nil {
		return nil, err
	}
	if s.words, err = loadCatalogue(); err != nil {
		return nil, err
	}
	if s.static, err = loadStatic(); err != nil {
		return nil, err
	}
	details, err := loadDetails()
	if err != nil {
		return nil, err
	}
	if s.pages, err = loadPages(s.words, details, s.static, s.Gazetteer); err != nil {
		return nil, err
	}
	return s, nil
}

// handler stacks what every request passes through around the routes.
func (s *server) handler() (http.Handler, error) {
	zip, err := gzhttp.NewWrapper(gzhttp.MinSize(1024), gzhttp.EnableZstd(false))
	if err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	var h http.Handler = s.routes()
	h = s.limitRate(h)
	h = s.demandToken(h)
	h = zip(h)
	h = secureHeaders(h)
	h = s.catchPanics(h)
	return h, nil
}

// answer is a handler that may fail; the error becomes a problem, or a page that tells it.
type answer func(w http.ResponseWriter, r *http.Request) error

func (s *server) routes() *http.ServeMux {
	mux := http.NewServeMux()
	for pattern, a := range s.apiRoutes() {
		mux.Handle("GET "+pattern, s.observe(pattern, s.limitTime(a, s.tellProblem)))
	}
	for pattern, a := range s.pageRoutes() {
		mux.Handle("GET "+pattern, s.observe(pattern, s.limitTime(a, s.tellPage)))
	}
	mux.Handle("GET /api/export", s.observe("/api/export", http.HandlerFunc(s.export)))
	mux.Handle("GET /metrics", s.metrics.handler())
	mux.Handle("GET "+s.static.prefix, s.static)
	mux.HandleFunc("/", s.notFound)
	return mux
}

func (s *server) notFound(w http.ResponseWriter, r *http.Request) {
	p := &problem{Title: "Not found", Status: http.StatusNotFound}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		p = &problem{Title: "Method not allowed", Status: http.StatusMethodNotAllowed, Detail: "everything here is asked with GET"}
	}
	if isAPI(r) {
		writeProblem(w, p)
		return
	}
	s.tellPage(w, r, p)
}

// fresh sets an ETag made of what the answer depends on (the corpus, the index,
// the program and the request) and tells whether there is nothing left to do:
// the client has that answer, or it was kept.
func (s *server) fresh(w http.ResponseWriter, r *http.Request) (bool, error) {
	tag, err := s.stamp(r.Context(), r.URL.RequestURI())
	if err != nil {
		return false, err
	}
	w.Header().Set("ETag", tag)
	w.Header().Set("Cache-Control", "no-cache")
	if matches(r.Header.Get("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return true, nil
	}
	if kept := s.cache.get(tag); kept != nil {
		kept.sendTo(w)
		return true, nil
	}
	return false, nil
}

func (s *server) stamp(ctx context.Context, uri string) (string, error) {
	seq, err := s.Store.LastSeq(ctx)
	if err != nil {
		return "", fmt.Errorf("read the corpus: %w", err)
	}
	generation := ""
	if s.Index != nil {
		generation = strconv.Itoa(s.Index.Status().Generation)
	}
	return weakTag(fmt.Sprint(seq, " ", generation, s.static.prefix, uri)), nil
}
