package web

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"jiandu/index/figures"
)

// maxRows bounds a file of figures.
const maxRows = 50_000

// figureColumns are the columns of the files, under the names of the API.
var figureColumns = []string{
	"value", "number", "unit", "approx", "action", "object", "actor", "region", "region_name", "period_from", "period_to", "cumulative",
	"share_of", "quote", "sentence", "title", "source", "published", "url", "article_id", "articles", "scope", "body",
}

// figureFile writes the figures as CSV or XLSX.
func (s *server) figureFile(w http.ResponseWriter, r *http.Request, format string, spreadsheet bool, q figures.Query) error {
	q.Limit = maxRows
	w.Header().Set("Content-Disposition", `attachment; filename="figures.`+format+`"`)
	if format == "xlsx" {
		w.Header().Set("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
		return s.writeXLSX(r.Context(), w, q)
	}
	w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	return s.writeCSV(r.Context(), w, q, spreadsheet)
}

// figureRow gives the cells of a figure; numbers stay numbers.
func (s *server) figureRow(f figures.Figure) []any {
	var from, to string
	if f.Period != nil {
		from, to = f.Period.From, f.Period.To
	}
	return []any{
		f.Value, f.Number, f.Statistic.Unit, f.Approx, f.Action, f.Object, f.Actor, f.Region, s.Gazetteer.FullName(f.Region), from, to, f.Cumulative,
		f.ShareOf, f.Quote, f.Sentence, f.Title, f.Source, f.Published, f.URL, f.ArticleID, f.Articles, f.Scope, f.Body,
	}
}

// writeCSV writes UTF-8; for a spreadsheet with a byte order mark, and with
// text that a spreadsheet would take for a formula behind an apostrophe.
func (s *server) writeCSV(ctx context.Context, w io.Writer, q figures.Query, spreadsheet bool) error {
	if spreadsheet {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	if err := out.Write(figureColumns); err != nil {
		return err
	}
	for f, err := range figures.Find(ctx, s.Store.DB(), q) {
		if err != nil {
			return err
		}
		var cells []string
		for _, c := range s.figureRow(f) {
			cells = append(cells, csvCell(c, spreadsheet))
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func csvCell(v any, spreadsheet bool) string {
	switch v := v.(type) {
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case string:
		if spreadsheet && v != "" && strings.ContainsAny(v[:1], "=+-@\t\r") {
			return "'" + v
		}
		return v
	}
	return fmt.Sprint(v)
}

func (s *server) writeXLSX(ctx context.Context, w io.Writer, q figures.Query) error {
	book := excelize.NewFile()
	defer book.Close()
	sheet := book.GetSheetName(0)
	out, err := book.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	header := make([]any, len(figureColumns))
	for i, c := range figureColumns {
		header[i] = c
	}
	if err := out.SetRow("A1", header); err != nil {
		return err
	}
	row := 1
	for f, err := range figures.Find(ctx, s.Store.DB(), q) {
		if err != nil {
			return err
		}
		row++
		if err := out.SetRow("A"+strconv.Itoa(row), s.figureRow(f)); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return book.Write(w)
}
