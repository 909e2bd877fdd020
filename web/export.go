package web

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"jiandu/corpus"
	"jiandu/index"
)

// exportBatch is how many articles an export asks the index for at once.
const exportBatch = 200

// exportTime is how many times as long as other requests an export may run.
const exportTime = 30

// exportColumns are the columns of an export as CSV.
var exportColumns = []string{
	"id", "url", "title", "source", "author", "published", "regions", "years", "themes", "units", "measures", "statistics", "group", "lead", "text",
}

// exporter writes articles one after the other.
type exporter interface {
	write(corpus.Document) error
	flush() error
}

// export streams the articles of a search. What went wrong before the first
// article is a problem; what goes wrong later breaks the connection off, so that
// nobody takes a part for the whole.
func (s *server) export(w http.ResponseWriter, r *http.Request) {
	p, err := readParams(s.api.operations["export"], r.URL.RawQuery)
	if err != nil {
		writeProblem(w, asProblem(err))
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), exportTime*s.Timeout)
	defer cancel()
	r = r.WithContext(ctx)
	next, err := s.exportPages(r, p)
	if err != nil {
		s.exportFailed(w, r, err)
		return
	}
	out := newExporter(w, p.str("format"))
	for {
		ids, err := next()
		if err == nil && len(ids) == 0 {
			break
		}
		if err == nil {
			err = s.exportDocuments(r, out, ids)
		}
		if err != nil {
			s.Log.Warn("export ended early", "error", err)
			panic(http.ErrAbortHandler)
		}
		http.NewResponseController(w).Flush() //nolint:errcheck // some writers can't
	}
	if err := out.flush(); err != nil {
		panic(http.ErrAbortHandler)
	}
}

func (s *server) exportFailed(w http.ResponseWriter, r *http.Request, err error) {
	p := asProblem(err)
	if p.Status == http.StatusInternalServerError {
		s.Log.Error("request failed", "path", r.URL.Path, "error", err)
	}
	writeProblem(w, p)
}

// exportPages gives a function that gives the ids of the next articles, none at
// the end. The first page is asked for at once, so that a mistake shows early.
func (s *server) exportPages(r *http.Request, p params) (func() ([]string, error), error) {
	req, err := s.searchRequest(p)
	if err != nil {
		return nil, err
	}
	req.Limit, req.Facets = exportBatch, nil
	if req.Sort == "" || req.Sort == index.SortScore {
		req.Sort = index.SortNewest
	}
	res, err := s.find(r.Context(), req)
	if err != nil {
		return nil, err
	}
	ended := false
	return func() ([]string, error) {
		if ended {
			return nil, nil
		}
		var ids []string
		for _, h := range res.Hits {
			ids = append(ids, h.ID)
		}
		if ended = res.Next == ""; ended {
			return ids, nil
		}
		req.Cursor = res.Next
		var err error
		res, err = s.find(r.Context(), req)
		return ids, err
	}, nil
}

func (s *server) exportDocuments(r *http.Request, out exporter, ids []string) error {
	for _, id := range ids {
		d, err := s.Store.Document(r.Context(), id)
		if err != nil {
			return err
		}
		if err := out.write(d); err != nil {
			return err
		}
	}
	return nil
}

func newExporter(w http.ResponseWriter, format string) exporter {
	if format == "csv" {
		w.Header().Set("Content-Type", "text/csv; charset=utf-8")
		w.Header().Set("Content-Disposition", `attachment; filename="articles.csv"`)
		e := csvExporter{csv.NewWriter(w)}
		e.Write(exportColumns) //nolint:errcheck // flush tells
		return e
	}
	w.Header().Set("Content-Type", "application/jsonl")
	w.Header().Set("Content-Disposition", `attachment; filename="articles.jsonl"`)
	buf := bufio.NewWriter(w)
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	return jsonlExporter{buf, enc}
}

type jsonlExporter struct {
	*bufio.Writer
	enc *json.Encoder
}

func (e jsonlExporter) write(d corpus.Document) error { return e.enc.Encode(corpus.NewExport(d)) }

func (e jsonlExporter) flush() error { return e.Flush() }

type csvExporter struct{ *csv.Writer }

func (e csvExporter) write(d corpus.Document) error {
	x := corpus.NewExport(d)
	var years, units, measures []string
	for _, y := range x.Years {
		years = append(years, strconv.Itoa(y))
	}
	for _, u := range x.Units {
		units = append(units, u.Name)
	}
	for _, m := range x.Measures {
		measures = append(measures, m.Name)
	}
	list := func(v []string) string { return strings.Join(v, "; ") }
	return e.Write([]string{
		x.ID, x.URL, x.Title, x.Source, x.Author, x.Published, list(x.Regions), list(years), list(x.Themes), list(units), list(measures),
		strconv.Itoa(len(x.Statistics)), x.Group, strconv.FormatBool(x.Lead), x.Text,
	})
}

func (e csvExporter) flush() error {
	e.Flush()
	return e.Error()
}
