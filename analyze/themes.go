package analyze

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"jiandu/corpus"
)

// A theme's score is the sum over its distinct evidence words: the square of the
// word's weight, so that one word that names the theme outweighs a handful of
// hints, times a factor that grows with the logarithm of how often it stands in
// the text; a word in the lead counts as leadCount, a word inside the name of a
// body (生态环境局) as nameCount. A word in the title adds its square titleCount
// times, one in a heading headingCount times. Themes are kept by their score against the best one's, and stand in the
// order of their prominence (theme_rank.go).
const (
	titleCount    = 3.0
	headingCount  = 2.0
	leadCount     = 2.0
	nameCount     = 0.25
	leadLength    = 200   // code points of the text that are its lead
	leastShare    = 0.13  // of the best theme's score, where themes.tsv gives none
	leastScore    = 8.0   // about one naming word in the lead, or a few strong ones
	perLength     = 150.0 // code points of text that raise leastScore by 1: long texts name many things in passing
	mostThemes    = 5
	mostEvidence  = 12
	squareOfUnity = 4.0 // a word of weight 2 that stands once scores 1
)

// themeLexicon is themes.tsv and theme_words.tsv, read.
type themeLexicon struct {
	ids    []string
	shares []float64       // of the best theme's score that each theme must reach
	words  [][]themeWeight // of each row of theme_words.tsv
}

type themeWeight struct {
	theme  int // index of themeLexicon.ids
	weight float64
}

func newThemeLexicon(themes, words table) (themeLexicon, error) {
	l := themeLexicon{words: make([][]themeWeight, len(words.rows))}
	index := map[string]int{}
	for i, row := range themes.rows {
		share := leastShare
		if given := col(row, 4); given != "" {
			var err error
			if share, err = strconv.ParseFloat(given, 64); err != nil || share < 0 || share > 1 {
				return l, fmt.Errorf("table themes: theme %q, column 5: share %q is no number from 0 to 1", row[0], given)
			}
		}
		l.ids, l.shares = append(l.ids, row[0]), append(l.shares, share)
		index[row[0]] = i
	}
	for i, row := range words.rows {
		for c := 1; c < len(row) && row[c] != "-"; c += 2 {
			theme, ok := index[row[c]]
			if !ok {
				return l, fmt.Errorf("table theme_words: word %q, column %d: no theme %q", row[0], c+1, row[c])
			}
			weight, err := strconv.ParseFloat(col(row, c+1), 64)
			if err != nil || weight <= 0 {
				return l, fmt.Errorf("table theme_words: word %q, column %d: weight %q is no number above 0", row[0], c+2, col(row, c+1))
			}
			l.words[i] = append(l.words[i], themeWeight{theme, weight})
		}
	}
	return l, nil
}

// findThemes decides which themes the article has, into d.tags.Themes, main one first.
func (a *Analyzer) findThemes(d *doc) {
	text := longestHits(d.hits[tableThemeWords])
	f := themeFinder{lex: &a.themes, scores: a.scoreThemes(countWords(d, text)), inTitle: make([]float64, len(a.themes.ids)), named: -1, leader: -1}
	for _, h := range a.titleWords(d.art.Title) {
		for _, w := range a.themes.words[h.row] {
			f.scores[w.theme] += titleCount * w.strength()
			f.inTitle[w.theme] = max(f.inTitle[w.theme], w.weight)
			if f.named < 0 && w.weight >= leastNaming && !strings.HasSuffix(a.lex.row(tableThemeWords, h.row)[0], "领域") {
				f.named = w.theme // 扶贫领域 says where
			}
		}
	}
	f.readDispatched(d.art.Title)
	f.readOwner(d.art.Title)
	f.readCulprits(d)
	f.readHeadings(d, text)
	f.cover(d, text)
	for _, t := range f.rank(leastScore + float64(len(d.runes))/perLength) {
		t.Evidence = a.evidence(d, t.ID, text)
		d.tags.Themes = append(d.tags.Themes, t)
	}
}

// strength is what the word adds to the theme's score where it stands once.
func (w themeWeight) strength() float64 { return w.weight * w.weight / squareOfUnity }

// countWords gives how often each row of theme_words.tsv stands, weighed by place.
func countWords(d *doc, hits []hit) map[int]float64 {
	counts := map[int]float64{}
	for _, h := range hits {
		n := 1.0
		if h.start < leadLength {
			n = leadCount
		}
		counts[h.row] += n * d.nameFactor(h)
	}
	return counts
}

// nameFactor is nameCount for a word inside the name of a body, else 1.
func (d *doc) nameFactor(h hit) float64 {
	if d.inUnit(h.start) && d.inUnit(h.end-1) {
		return nameCount
	}
	return 1
}

// titleWords gives the evidence words of the title.
func (a *Analyzer) titleWords(title string) []hit {
	var hits []hit
	runes := []rune(title)
	for i := range runes {
		a.lex.trie.walk(runes, i, func(end, value int) {
			for _, e := range a.lex.entries[value] {
				if e.table == tableThemeWords {
					hits = append(hits, hit{span{i, end}, e.row})
				}
			}
		})
	}
	return longestHits(hits)
}

// longestHits drops the hits that lie inside another or begin in the one before:
// 市委巡察|办 says one thing. Hits come by start.
func longestHits(hits []hit) []hit {
	var kept []hit
	for _, h := range hits {
		if n := len(kept); n > 0 && kept[n-1].start == h.start && kept[n-1].end < h.end {
			kept[n-1] = h
		} else if n == 0 || h.start >= kept[n-1].end {
			kept = append(kept, h)
		}
	}
	return kept
}

func (a *Analyzer) scoreThemes(counts map[int]float64) []float64 {
	scores := make([]float64, len(a.themes.ids))
	rows := make([]int, 0, len(counts))
	for row := range counts {
		rows = append(rows, row)
	}
	slices.Sort(rows) // sums of floats depend on their order
	for _, row := range rows {
		for _, w := range a.themes.words[row] {
			scores[w.theme] += w.strength() * often(counts[row])
		}
	}
	return scores
}

// often is the factor of a word that stands n times.
func often(n float64) float64 {
	if n < 1 {
		return n
	}
	return 1 + math.Log2(n)
}

// evidence gives the first places of the text that speak for the theme.
func (a *Analyzer) evidence(d *doc, id string, hits []hit) []corpus.Mention {
	var mentions []corpus.Mention
	for _, h := range hits {
		for _, w := range a.themes.words[h.row] {
			if a.themes.ids[w.theme] == id && len(mentions) < mostEvidence {
				mentions = append(mentions, d.mention(h.span))
			}
		}
	}
	return mentions
}
