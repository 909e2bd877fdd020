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

func scanReport(rs *sql.Rows) (placedReport, error) { return scanReportAnd(rs) }

// scanReportAnd reads reportColumns, the mentions, and what comes after them.
func scanReportAnd(rs *sql.Rows, more ...any) (placedReport, error) {
	var r placedReport
	var regions, text, mentions string
	to := []any{&r.ArticleID, &r.Title, &r.Source, &r.Published, &r.URL, &r.Articles, &regions, &text, &mentions}
	err := rs.Scan(append(to, more...)...)
	if err != nil {
		return r, err
	}
	if err := json.Unmarshal([]byte(mentions), &r.mentions); err != nil {
		return r, fmt.Errorf("article %s: mentions: %w", r.ArticleID, err)
	}
	r.Regions, r.text = strings.Fields(regions), []rune(text)
	if len(r.mentions) > 0 {
		from, to := around(r.text, r.mentions[0], "。！？；\n")
		r.Sentence = string(r.text[from:to])
	}
	return r, nil
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
		beside := func(m corpus.Mention) bool {
			from, to := around(r.text, m, "\n")
			return f.Start >= from && f.Start < to
		}
		if slices.ContainsFunc(r.mentions, beside) {
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
