package figures

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"jiandu/corpus"
)

// MeasureName is one measure of the corpus and how often it is reported.
type MeasureName struct {
	ID       string `json:"id"`
	Name     string `json:"name"` // most frequent surface form
	Kind     string `json:"kind"`
	Articles int    `json:"articles"` // reprint groups
	First    string `json:"first"`    // day of the first report, or ""
	Last     string `json:"last"`
}

// Measures gives the measures whose id or one of whose names holds the words of
// name, quotes and other punctuation apart; all of them for "". Most reported
// first, each under its most frequent name.
func Measures(ctx context.Context, db *sql.DB, name string, limit int) ([]MeasureName, error) {
	const q = `SELECT m.measure, m.name, m.kind, count(*), coalesce(min(nullif(a.published, '')), ''), max(a.published)
FROM measure m JOIN article a ON a.id = m.article_id WHERE a.lead = 1 AND a.state = 'ok'
GROUP BY m.measure, m.name ORDER BY m.measure, count(*) DESC, length(m.name), m.name`
	want := bareName(name)
	out := []MeasureName{}
	found := false // whether a name of the last measure fits
	drop := func() {
		if n := len(out); n > 0 && !found {
			out = out[:n-1]
		}
	}
	for m, err := range corpus.Rows(ctx, db, scanMeasure, q) {
		if err != nil {
			return nil, err
		}
		if n := len(out); n > 0 && out[n-1].ID == m.ID {
			out[n-1].add(m)
		} else {
			drop()
			out, found = append(out, m), false
		}
		found = found || strings.Contains(bareName(m.ID), want) || strings.Contains(bareName(m.Name), want)
	}
	drop()
	slices.SortStableFunc(out, func(a, b MeasureName) int { return b.Articles - a.Articles })
	if limit > 0 && len(out) > limit {
		out = out[:limit]
	}
	return out, nil
}

// add adds the reports under another name of the same measure.
func (m *MeasureName) add(o MeasureName) {
	m.Articles += o.Articles
	m.Last = max(m.Last, o.Last)
	if m.First == "" || o.First != "" && o.First < m.First {
		m.First = o.First
	}
}

func scanMeasure(rs corpus.Scanner) (MeasureName, error) {
	var m MeasureName
	return m, rs.Scan(&m.ID, &m.Name, &m.Kind, &m.Articles, &m.First, &m.Last)
}

// bareName drops all but letters and digits: “室组地”联动 and 室组地联动 are one.
func bareName(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// Resolve gives the ids of the measures that name means: those of that very name
// (or surface form), else those that hold it. It fails with corpus.ErrNotFound.
func Resolve(ctx context.Context, db *sql.DB, name string) ([]string, error) {
	const q = `SELECT DISTINCT measure, name FROM measure`
	want := bareName(name)
	if want == "" {
		return nil, fmt.Errorf("measure %q: no name", name)
	}
	exact, holds := map[string]bool{}, map[string]bool{}
	for m, err := range corpus.Rows(ctx, db, scanPair, q) {
		if err != nil {
			return nil, err
		}
		for _, n := range m {
			switch bare := bareName(n); {
			case bare == want:
				exact[m[0]] = true
			case strings.Contains(bare, want):
				holds[m[0]] = true
			}
		}
	}
	if len(exact) == 0 {
		exact = holds
	}
	if len(exact) == 0 {
		return nil, fmt.Errorf("measure %q: %w", name, corpus.ErrNotFound)
	}
	return sortedKeys(exact), nil
}

func scanPair(rs corpus.Scanner) ([2]string, error) {
	var p [2]string
	return p, rs.Scan(&p[0], &p[1])
}

// Report is an article in which something was reported.
type Report struct {
	ArticleID string   `json:"article_id"`
	Title     string   `json:"title"`
	Source    string   `json:"source"`
	Published string   `json:"published"`
	URL       string   `json:"url"`
	Articles  int      `json:"articles"` // in the reprint group
	Regions   []string `json:"regions"`  // codes, main one first
	Areas     []string `json:"areas"`    // of Regions, those named beside it; where none is, the main one
	Years     []int    `json:"years"`    // that the article is about, main one first
	Sentence  string   `json:"sentence"` // that names it first
	Figures   []Figure `json:"figures,omitempty"`

	said map[string]string // for each of Areas: the sentence beside it that names it
}

const reportColumns = `a.id, a.title, a.source, a.published, a.url,
(SELECT count(*) FROM article g WHERE g.group_id = a.group_id),
(SELECT json_group_array(json_object('code', code, 'mentions', json(mentions))) FROM (SELECT code, mentions FROM region r WHERE r.article_id = a.id ORDER BY ord)),
(SELECT json_group_array(year) FROM (SELECT year FROM year y WHERE y.article_id = a.id ORDER BY ord)), a.text`

// MeasureReports gives the articles that report one of the measures, earliest
// first, undated ones last; withFigures adds the figures that stand with it in
// the same sentence or paragraph.
func MeasureReports(ctx context.Context, db *sql.DB, ids []string, region string, withFigures bool, limit int) ([]Report, error) {
	w := &condition{}
	w.add(`a.lead = 1 AND a.state = 'ok'`)
	w.in(`m.measure`, ids)
	w.reportRegion(region)
	q := `SELECT ` + reportColumns + `, m.mentions FROM measure m JOIN article a ON a.id = m.article_id WHERE ` +
		strings.Join(w.parts, " AND ") + ` GROUP BY a.id ORDER BY a.published = '', a.published, a.id` + limitTo(limit)
	out := []Report{}
	for r, err := range corpus.Rows(ctx, db, scanReport, q, w.args...) {
		if err != nil {
			return nil, err
		}
		out = append(out, r.Report)
		if !withFigures {
			continue
		}
		last := &out[len(out)-1]
		if last.Figures, err = figuresBeside(ctx, db, r); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// reportRegion restricts articles to those that report on an area or one below it.
func (c *condition) reportRegion(code string) {
	if code == "" {
		return
	}
	inner := &condition{}
	inner.region(`r.code`, code)
	c.add(`EXISTS (SELECT 1 FROM region r WHERE r.article_id = a.id AND `+strings.Join(inner.parts, " AND ")+`)`, inner.args...)
}

func limitTo(n int) string {
	if n <= 0 {
		return ""
	}
	return fmt.Sprintf(" LIMIT %d", n)
}
