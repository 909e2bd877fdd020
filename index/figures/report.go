package figures

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"jiandu/corpus"
)

// placedReport is a report with the place in the text that it was found at.
type placedReport struct {
	Report
	text     []rune
	mentions []corpus.Mention
}

func scanReport(rs corpus.Scanner) (placedReport, error) { return scanReportAnd(rs) }

// scanReportAnd reads reportColumns, the mentions, and what comes after them.
func scanReportAnd(rs corpus.Scanner, more ...any) (placedReport, error) {
	var r placedReport
	var regions, years, text, mentions string
	to := []any{&r.ArticleID, &r.Title, &r.Source, &r.Published, &r.URL, &r.Articles, &regions, &years, &text, &mentions}
	if err := rs.Scan(append(to, more...)...); err != nil {
		return r, err
	}
	var areas []corpus.Region
	for _, part := range []struct {
		text string
		to   any
	}{{regions, &areas}, {years, &r.Years}, {mentions, &r.mentions}} {
		if err := json.Unmarshal([]byte(part.text), part.to); err != nil {
			return r, fmt.Errorf("article %s: %w", r.ArticleID, err)
		}
	}
	r.text = []rune(text)
	r.place(areas)
	if len(r.mentions) > 0 {
		from, to := around(r.text, r.mentions[0], "。！？；\n")
		r.Sentence = string(r.text[from:to])
	}
	return r, nil
}

// place fills in Regions and Areas: in a round-up of several areas, what is
// reported holds for those that its paragraph names.
func (r *placedReport) place(regions []corpus.Region) {
	r.Regions, r.Areas = []string{}, []string{}
	for _, region := range regions {
		r.Regions = append(r.Regions, region.Code)
		if slices.ContainsFunc(region.Mentions, r.beside) {
			r.Areas = append(r.Areas, region.Code)
		}
	}
	if len(r.Areas) == 0 && len(r.Regions) > 0 {
		r.Areas = r.Regions[:1]
	}
}

// beside tells whether m stands in a paragraph that names what the report is about.
func (r *placedReport) beside(m corpus.Mention) bool {
	return slices.ContainsFunc(r.mentions, func(own corpus.Mention) bool {
		from, to := around(r.text, own, "\n")
		return m.Start >= from && m.Start < to
	})
}

// around gives the stretch between stops that holds a mention, the closing stop
// included, as half-open code points.
func around(text []rune, m corpus.Mention, stops string) (from, to int) {
	from, to = min(m.Start, len(text)), min(m.End, len(text))
	for from > 0 && !strings.ContainsRune(stops, text[from-1]) {
		from--
	}
	for to < len(text) && text[to] != '\n' {
		to++
		if strings.ContainsRune(stops, text[to-1]) {
			break
		}
	}
	return from, to
}

// figuresBeside gives the figures of the paragraphs that mention it.
func figuresBeside(ctx context.Context, db *sql.DB, r placedReport) ([]Figure, error) {
	var out []Figure
	for f, err := range Find(ctx, db, Query{ArticleID: r.ArticleID}) {
		if err != nil {
			return nil, err
		}
		if r.beside(corpus.Mention{Start: f.Start, End: f.End}) {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, func(a, b Figure) int { return a.Start - b.Start })
	return out, nil
}

func sortedKeys(set map[string]bool) []string {
	out := make([]string, 0, len(set))
	for k := range set {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
