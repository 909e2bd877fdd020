package web

import (
	"net/http"
)

// apiRoutes are the routes that answer with JSON.
func (s *server) apiRoutes() map[string]answer {
	return map[string]answer{
		"/api/search":        s.apiSearch,
		"/api/articles/{id}": s.apiArticle,
		"/api/suggest":       s.apiSuggest,
		"/api/figures":       s.apiFigures,
		"/api/measures":      s.apiMeasures,
		"/api/units":         s.apiUnits,
		"/api/openapi.json":  s.apiDocument,
		"/healthz":           s.health,
	}
}

// pageRoutes are the routes that answer with a page.
func (s *server) pageRoutes() map[string]answer {
	return map[string]answer{
		"/{$}":               s.searchPage,
		"/articles/{id}":     s.articlePage,
		"/feed":              s.feed,
		"/figures":           s.figuresPage,
		"/figures/chart.svg": s.chartFile,
		"/measures":          s.measuresPage,
		"/measure":           s.measurePage,
		"/sources":           s.sourcesPage,
		"/unit":              s.unitPage,
	}
}

func (s *server) apiDocument(w http.ResponseWriter, r *http.Request) error {
	if _, err := readParams(s.api.operations["openapi"], r.URL.RawQuery); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	_, err := w.Write(s.api.json)
	return err
}

// health tells whether the corpus can be read, and whether there is an index.
func (s *server) health(w http.ResponseWriter, r *http.Request) error {
	state := map[string]string{"status": "ok", "corpus": "ok", "index": "ok"}
	if _, err := s.Store.LastSeq(r.Context()); err != nil {
		s.Log.Error("health", "error", err)
		state["corpus"] = "failing"
	}
	if s.Index == nil {
		state["index"] = "failing"
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	if state["corpus"] != "ok" || state["index"] != "ok" {
		state["status"] = "failing"
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	return writeJSON(w, state)
}
