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
		r.Sentence = r.sentence(r.mentions[0])
	}
	return r, nil
}

func (r *placedReport) sentence(m corpus.Mention) string {
	from, to := around(r.text, m, "。！？；\n")
	return string(r.text[from:to])
}

// place fills in Regions and Areas: in a round-up of several areas, what is
// reported holds for those that its paragraph names.
func (r *placedReport) place(regions []corpus.Region) {
	r.Regions, r.Areas, r.said = []string{}, []string{}, map[string]string{}
	for _, region := range regions {
		r.Regions = append(r.Regions, region.Code)
		for _, m := range region.Mentions {
			if own, ok := r.beside(m); ok {
				r.Areas = append(r.Areas, region.Code)
				r.said[region.Code] = r.sentence(own)
				break
			}
		}
	}
	if len(r.Areas) == 0 && len(r.Regions) > 0 {
		r.Areas = r.Regions[:1]
	}
}

// beside gives the mention of what the report is about in whose paragraph m stands.
func (r *placedReport) beside(m corpus.Mention) (corpus.Mention, bool) {
	for _, own := range r.mentions {
		if from, to := around(r.text, own, "\n"); m.Start >= from && m.Start < to {
			return own, true
		}
	}
	return corpus.Mention{}, false
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
		if _, ok := r.beside(corpus.Mention{Start: f.Start, End: f.End}); ok {
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
