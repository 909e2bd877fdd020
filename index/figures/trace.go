package figures

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/width"

	"jiandu/corpus"
)

// Trace is what is known of one figure: where it was said first, who repeats it,
// who says otherwise, and of what it is a share.
type Trace struct {
	First    Figure   `json:"first"`    // as it was published first
	Repeats  []Figure `json:"repeats"`  // other articles that give it, first published first
	Reprints []Report `json:"reprints"` // the reprint group of the first, its leader included
	Others   []Figure `json:"others"`   // articles that give another value for the same
	Shares   []Share  `json:"shares"`   // arithmetic in the same paragraph
	Wholes   []Whole  `json:"wholes"`   // where a share's whole is not given: what it must be
	Likeness float64  `json:"likeness"` // of the claim to the sentence, 0 to 1
}

// Share is a percentage that two counts of the same paragraph bear out, or not.
type Share struct {
	Percent Figure  `json:"percent"`
	Part    Figure  `json:"part"`
	Whole   Figure  `json:"whole"`
	Exact   float64 `json:"exact"` // part of whole in percent, unrounded
}

// Whole is what a count and its share make of a whole that the text does not give.
type Whole struct {
	Count   Figure  `json:"count"`
	Percent Figure  `json:"percent"`
	Of      string  `json:"of"`  // what the text calls the whole
	Low     float64 `json:"low"` // bounds of the whole, by the rounding of the percentage
	High    float64 `json:"high"`
}

// leastLikeness is under which a sentence is not what the claim quotes.
const leastLikeness = 0.35

// TraceText looks a claim such as 第一种形态处理1242人次 up: the figures with one
// of its numbers whose sentence holds most of its words, best first. It fails
// with corpus.ErrNotFound where no figure fits, and where the claim has no number.
func TraceText(ctx context.Context, db *sql.DB, claim string, limit int) ([]Trace, error) {
	values := numbersIn(claim)
	if len(values) == 0 {
		return nil, fmt.Errorf("claim %q: no number in it", claim)
	}
	figs, err := all(corpus.Rows(ctx, db, scanFigure, `SELECT `+figureColumns+` FROM statistic s JOIN article a ON a.id = s.article_id
WHERE a.state = 'ok' AND a.lead = 1 AND s.value IN (SELECT value FROM json_each(?)) ORDER BY s.article_id, s.ord`, values))
	if err != nil {
		return nil, err
	}
	if err := settle(ctx, db, pointers(figs)); err != nil {
		return nil, err
	}
	var out []Trace
	for _, fs := range facts(figs, Query{}) {
		for _, f := range fs {
			if l := likeness(claim, f.Figure); l >= leastLikeness {
				out = append(out, Trace{First: f.Figure, Repeats: repeats(f.Seen), Likeness: l})
			}
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("claim %q: %w", claim, corpus.ErrNotFound)
	}
	slices.SortFunc(out, func(a, b Trace) int {
		return cmp.Or(cmp.Compare(b.Likeness, a.Likeness), cmp.Compare(orLast(a.First.Published), orLast(b.First.Published)),
			cmp.Compare(a.First.ArticleID, b.First.ArticleID), a.First.Ord-b.First.Ord)
	})
	if limit > 0 && len(out) > limit {
		out = out[:limit]
	}
	for i := range out {
		if err := out[i].fill(ctx, db); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// repeats gives the first figure of each article but the one that was first.
func repeats(seen []Figure) []Figure {
	out := []Figure{}
	for i, f := range seen {
		if !slices.ContainsFunc(seen[:i], func(b Figure) bool { return b.ArticleID == f.ArticleID }) {
			out = append(out, f)
		}
	}
	return out[1:]
}

var arabic = regexp.MustCompile(`([0-9][0-9,]*(?:\.[0-9]+)?)\s*(万|亿|%)?`)

// numbersIn gives the plain values of the Arabic numbers of a claim as a JSON list, or "".
func numbersIn(claim string) string {
	var out []string
	for _, m := range arabic.FindAllStringSubmatch(width.Narrow.String(claim), -1) {
		v, err := strconv.ParseFloat(strings.ReplaceAll(m[1], ",", ""), 64)
		if err != nil {
			continue
		}
		switch m[2] {
		case "万":
			v *= 1e4
		case "亿":
			v *= 1e8
		}
		out = append(out, strconv.FormatFloat(math.Round(v*1e6)/1e6, 'f', -1, 64))
	}
	if len(out) == 0 {
		return ""
	}
	return "[" + strings.Join(out, ",") + "]"
}

// likeness is the share of the claim's pairs of characters that the figure's
// quote or sentence holds.
func likeness(claim string, f Figure) float64 {
	c := []rune(bareName(claim))
	if len(c) < 2 {
		return 0
	}
	in := bareName(f.Sentence) + " " + bareName(f.Quote) + " " + bareName(f.Action+f.Object)
	hits := 0
	for i := range len(c) - 1 {
		if strings.Contains(in, string(c[i:i+2])) {
			hits++
		}
	}
	return float64(hits) / float64(len(c)-1)
}

// fill adds reprints, contradictions and arithmetic.
func (t *Trace) fill(ctx context.Context, db *sql.DB) error {
	var err error
	if t.Reprints, err = reprints(ctx, db, t.First.Group); err != nil {
		return err
	}
	if t.Others, err = otherValues(ctx, db, t.First); err != nil {
		return err
	}
	if t.Shares, err = shares(ctx, db, t.First); err != nil || len(t.Shares) > 0 {
		return err
	}
	t.Wholes, err = wholes(ctx, db, t.First)
	return err
}

// wholes reads 处理1242人次，占“四种形态”总数的82.3%: the share of the count right before it.
func wholes(ctx context.Context, db *sql.DB, f Figure) ([]Whole, error) {
	article, err := all(Find(ctx, db, Query{ArticleID: f.ArticleID}))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(article, func(a, b Figure) int { return a.Ord - b.Ord })
	out := []Whole{}
	for i, p := range article {
		if i == 0 || p.Statistic.Unit != "%" || !strings.Contains(p.Quote, "占") {
			continue
		}
		c := article[i-1]
		if c.Statistic.Unit == "%" || c.SentenceStart != p.SentenceStart || f.Ord != c.Ord && f.Ord != p.Ord {
			continue
		}
		half := precision(p.Number) / 2
		if p.Value > half {
			out = append(out, Whole{c, p, cmp.Or(p.ShareOf, p.Object), c.Value / (p.Value + half) * 100, c.Value / (p.Value - half) * 100})
		}
	}
	return out, nil
}

func reprints(ctx context.Context, db *sql.DB, group string) ([]Report, error) {
	return all(corpus.Rows(ctx, db, func(rs corpus.Scanner) (Report, error) {
		var r Report
		return r, rs.Scan(&r.ArticleID, &r.Title, &r.Source, &r.Published, &r.URL)
	}, `SELECT id, title, source, published, url FROM article WHERE group_id = ? ORDER BY lead DESC, published, id`, group))
}

// otherValues gives the figures that contradict f.
func otherValues(ctx context.Context, db *sql.DB, f Figure) ([]Figure, error) {
	if f.Period == nil || f.Region == "" {
		return nil, nil
	}
	same, err := keysAt(ctx, db, f, `a.state = 'ok' AND a.lead = 1`)
	if err != nil {
		return nil, err
	}
	if err := settle(ctx, db, pointers(same)); err != nil {
		return nil, err
	}
	for _, fs := range facts(same, Query{}) {
		for _, fact := range fs {
			if slices.ContainsFunc(fact.Seen, func(o Figure) bool { return o.ArticleID == f.ArticleID && o.Ord == f.Ord }) {
				err := contradict(ctx, db, []*Fact{fact})
				return fact.Others, err
			}
		}
	}
	return nil, nil
}

// nearby is how far, in code points, arithmetic looks around a figure.
const nearby = 300

// shares gives the percentages around f that two counts around it bear out, f
// being one of the three.
func shares(ctx context.Context, db *sql.DB, f Figure) ([]Share, error) {
	var percents, counts []Figure
	for g, err := range Find(ctx, db, Query{ArticleID: f.ArticleID}) {
		switch {
		case err != nil:
			return nil, err
		case g.Start > f.End+nearby || g.End < f.Start-nearby:
		case g.Statistic.Unit == "%":
			percents = append(percents, g)
		default:
			counts = append(counts, g)
		}
	}
	out := []Share{}
	for _, p := range percents {
		for _, part := range counts {
			for _, whole := range counts {
				one := f.Ord == p.Ord || f.Ord == part.Ord || f.Ord == whole.Ord
				if one && fits(p, part, whole) {
					out = append(out, Share{p, part, whole, part.Value / whole.Value * 100})
				}
			}
		}
	}
	return out, nil
}

// fits tells whether a percentage, as it is rounded, is part of whole.
func fits(percent, part, whole Figure) bool {
	if part.Value >= whole.Value || part.Value <= 0 || part.Statistic.Unit != whole.Statistic.Unit {
		return false
	}
	return math.Abs(part.Value/whole.Value*100-percent.Value) <= precision(percent.Number)/2+1e-9
}
