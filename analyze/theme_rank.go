package analyze

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"jiandu/corpus"
)

// A theme is prominent that runs through the article: its score times the share of
// the paragraphs that speak of it, in each by its part of the evidence there. What
// one paragraph lists may score high and is not what the article is about. A theme
// that the title names is titledFactor times as prominent, and one that it speaks of
// needs titledShare of the score that others need.
const (
	leastCover   = 0.2 // added to the share of the paragraphs
	titledFactor = 2.0
	namedFactor  = 1.5 // more of the theme that the title names before others
	leaderFactor = 6.0 // and of that of the body that the title opens with
	titledShare  = 0.5
	leastNaming  = 4.0 // weight of a title's word that names a theme
	leastTitled  = 3.0 // and of one that speaks of it
)

// themeFinder holds what is known of each theme, by index of themeLexicon.ids.
type themeFinder struct {
	lex     *themeLexicon
	scores  []float64
	inTitle []float64 // greatest weight of a word of the title
	covers  []float64 // share of the paragraphs with evidence
	named   int       // the theme that the title names first, -1 none
	leader  int       // the theme of the body that the title opens with, -1 none
}

// longestHeading is the most code points of a paragraph that is a heading.
const longestHeading = 32

// isHeading tells whether the paragraph is a heading: short, and no sentence.
func (d *doc) isHeading(p span) bool {
	return p.len() >= 4 && p.len() <= longestHeading && !strings.ContainsRune("。！？；：”!?.…）)", d.runes[p.end-1])
}

// readHeadings adds the words of the headings to the scores.
func (f *themeFinder) readHeadings(d *doc, hits []hit) {
	k := 0
	for _, p := range d.paragraphs {
		heading := d.isHeading(p)
		for ; k < len(hits) && hits[k].start < p.end; k++ {
			if !heading {
				continue
			}
			for _, w := range f.lex.words[hits[k].row] {
				f.scores[w.theme] += headingCount * w.strength() * d.nameFactor(hits[k])
			}
		}
	}
}

// readDispatched adds to the theme of dispatched supervision where the title names a
// dispatched group by its host, which no word of the theme does: 驻某某局纪检监察组.
func (f *themeFinder) readDispatched(title string) {
	t := slices.Index(f.lex.ids, "dispatched")
	before, host, ok := strings.Cut(title, "驻")
	if t < 0 || !ok || !containsAny(host, dispatchedHeads[:]) {
		return
	}
	f.nameInTitle(t)
	if strings.Trim(before, "「“《【") == "" {
		f.leader = t // what the group does is dispatched supervision, whatever its host is
	}
}

// nameInTitle adds to a theme that the title names by a body.
func (f *themeFinder) nameInTitle(t int) {
	f.scores[t] += titleCount * themeWeight{weight: namesTheme}.strength()
	f.inTitle[t] = max(f.inTitle[t], namesTheme)
}

// owners are what a discipline body belongs to, with the theme of its work.
var owners = [...]struct{ suffix, theme string }{
	{"集团", "finance"},
	{"公司", "finance"},
	{"银行", "finance"},
	{"大学", "education"},
	{"学院", "education"},
	{"学校", "education"},
	{"医院", "health"},
}

// readOwner adds to the theme of an enterprise, a school or a hospital whose own discipline
// body the title names: 某某集团纪委.
func (f *themeFinder) readOwner(title string) {
	owner, _, ok := strings.Cut(title, "纪委")
	if !ok {
		return
	}
	for _, o := range owners {
		if t := slices.Index(f.lex.ids, o.theme); t >= 0 && strings.HasSuffix(owner, o.suffix) {
			f.nameInTitle(t)
		}
	}
}

// readCulprits adds to the theme of cases for each official that the text names with what he
// did: so many cases are told, however loudly the words of the rules that were broken speak.
func (f *themeFinder) readCulprits(d *doc) {
	t := slices.Index(f.lex.ids, "cases")
	if t < 0 {
		return
	}
	n := 0.0
	for _, m := range d.unitMentions {
		if d.namesCulprit(m.end) && d.tellsMisdeed(m.end) {
			n++
		}
	}
	if n > 0 {
		f.scores[t] += themeWeight{weight: namesTheme}.strength() * often(n)
	}
}

// misdeeds say in the clause of an official that the official did wrong.
var misdeeds = [...]string{"违规", "违纪", "违法", "受贿", "贪污", "涉嫌", "接受审查", "被查", "处分"}

// nearMisdeed is how many code points of a sentence may hold the official and the misdeed.
const nearMisdeed = 40

// tellsMisdeed tells whether the post at i is a former one, or a misdeed follows.
func (d *doc) tellsMisdeed(i int) bool {
	return d.runes[i] == '原' || containsAny(d.slice(i, min(d.sentenceAt(max(0, i-1)).end, i+nearMisdeed)), misdeeds[:])
}

// namesTheme is the weight of a word that names a theme itself.
const namesTheme = 6.0

// cover finds the share of the paragraphs that speak of each theme.
func (f *themeFinder) cover(d *doc, hits []hit) {
	f.covers = make([]float64, len(f.scores))
	here := make([]float64, len(f.scores))
	speaking := 0.0
	for p, k := 0, 0; k < len(hits); p++ {
		end := len(d.runes)
		if p < len(d.paragraphs) {
			end = d.paragraphs[p].end
		}
		sum := 0.0
		for ; k < len(hits) && hits[k].start < end; k++ {
			for _, w := range f.lex.words[hits[k].row] {
				here[w.theme] += w.strength() * d.nameFactor(hits[k])
				sum += w.strength() * d.nameFactor(hits[k])
			}
		}
		if sum > 0 {
			speaking++
		}
		for t, v := range here {
			if v > 0 {
				f.covers[t] += v / sum
				here[t] = 0
			}
		}
	}
	for t := range f.covers {
		f.covers[t] /= max(1, speaking)
	}
}

// prominence orders the themes of an article.
func (f *themeFinder) prominence(t int) float64 {
	p := f.scores[t] * (f.covers[t] + leastCover)
	if f.inTitle[t] >= leastNaming {
		p *= titledFactor
	}
	if t == f.named && f.leader < 0 {
		p *= namedFactor
	}
	if t == f.leader {
		p *= leaderFactor
	}
	return p
}

// share is the part of the best score that the theme must reach.
func (f *themeFinder) share(t int) float64 {
	if f.inTitle[t] >= leastTitled {
		return titledShare * f.lex.shares[t]
	}
	return f.lex.shares[t]
}

// rank gives the themes with a score that counts, the most prominent first, with
// their share of its prominence as weight. All but the best reach at least the
// least score.
func (f *themeFinder) rank(least float64) []corpus.Theme {
	best := slices.Max(f.scores)
	var kept []int
	for t, s := range f.scores {
		if s > 0 && s >= best*f.share(t) && (s >= least || s == best) {
			kept = append(kept, t)
		}
	}
	slices.SortStableFunc(kept, func(x, y int) int { return cmp.Compare(f.prominence(y), f.prominence(x)) })
	var themes []corpus.Theme
	for _, t := range kept[:min(len(kept), mostThemes)] {
		weight := f.prominence(t) / f.prominence(kept[0])
		themes = append(themes, corpus.Theme{ID: f.lex.ids[t], Weight: math.Round(weight*1000) / 1000})
	}
	return themes
}
