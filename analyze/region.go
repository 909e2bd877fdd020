package analyze

import (
	"slices"
	"sort"
	"strings"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
)

// areaEvidence is what the article says of an area's own work, cases or problems.
type areaEvidence struct {
	code      string
	first     int // where the text first says so
	weight    int
	ambiguous []string
	mentions  []corpus.Mention
}

// findRegions decides which areas the article reports on, into d.tags.Regions:
// those whose bodies it names and those that act in it, the main one first.
func (a *Analyzer) findRegions(d *doc) {
	found := a.areasReported(d)
	main := a.mainArea(d, found)
	sort.SliceStable(found, func(i, j int) bool {
		if (found[i].code == main) != (found[j].code == main) {
			return found[i].code == main
		}
		return found[i].first < found[j].first
	})
	if len(found) == 0 || found[0].code != main {
		d.tags.Regions = append(d.tags.Regions, corpus.Region{Code: main})
	}
	for _, e := range found {
		d.tags.Regions = append(d.tags.Regions, corpus.Region{Code: e.code, Ambiguous: e.ambiguous, Mentions: e.mentions})
	}
}

// areasReported gives the areas whose work the text reports, in the order of the text.
func (a *Analyzer) areasReported(d *doc) []*areaEvidence {
	byCode := map[string]*areaEvidence{}
	var found []*areaEvidence
	add := func(code string, s span, weight int, ambiguous []string) {
		if code == "" || code == gazetteer.Nation || d.inCaption(s.start) {
			return
		}
		e := byCode[code]
		if e == nil {
			e = &areaEvidence{code: code, first: s.start, ambiguous: ambiguous}
			byCode[code] = e
			found = append(found, e)
		}
		e.weight += weight
		e.mentions = append(e.mentions, d.mention(s))
	}
	for _, m := range d.unitMentions {
		if m.unit.speaksForArea() {
			add(m.unit.Region, m.span, 2, nil)
		}
	}
	for i, p := range d.places {
		if !p.relative && !p.passing && d.endsChain(i) && d.acts(i) && !d.inUnit(p.start) {
			add(p.code, p.span, 1, p.ambiguous)
		}
	}
	return found
}

// speaksForArea tells whether a mention of the unit is a report on its area: no
// scholar's university and no central body's branch.
func (x *unit) speaksForArea() bool {
	if x.Kind != corpus.KindInstitution {
		return true
	}
	for _, w := range [...]string{"大学", "学院", "党校", "研究", "分社", "分院", "报社", "出版社", "网"} {
		if strings.Contains(x.Name, w) {
			return false
		}
	}
	return true
}

// inUnit tells whether i stands in the mention of a unit.
func (d *doc) inUnit(i int) bool {
	n := sort.Search(len(d.unitMentions), func(n int) bool { return d.unitMentions[n].start > i })
	return n > 0 && d.unitMentions[n-1].contains(i)
}

// endsChain tells whether the i-th place is the last of its chain (湖南省衡阳市|衡南县).
func (d *doc) endsChain(i int) bool {
	return i+1 >= len(d.places) || d.places[i+1].start != d.places[i].end
}

// acts tells whether the i-th place stands as one that acts or has cases: at the
// start of a clause, or before a count of people or cases.
func (d *doc) acts(i int) bool {
	first := i
	for first > 0 && d.places[first-1].end == d.places[first].start {
		first--
	}
	start, end := d.places[first].start, d.places[i].end
	if end >= len(d.runes) {
		return false
	}
	switch d.runes[end] {
	case '、', '和', '与', '等', '至', '\n', '”', '》':
		return false
	}
	if isDigit(d.runes[end]) {
		return true
	}
	if start == 0 {
		return true
	}
	switch d.runes[start-1] {
	case '\n', '。', '，', ',', '；', ';', '“', '：', ':', '！', '？':
		return true
	case '在':
		return d.runes[end] == '，' || d.runes[end] == ','
	}
	return false
}

// inCaption tells whether i stands in the caption of a photograph.
func (d *doc) inCaption(i int) bool {
	text := d.text(d.paragraphs[d.paragraphAt(i)])
	return strings.HasSuffix(text, "摄") || strings.HasSuffix(text, "供图") || strings.HasSuffix(text, "摄）") || strings.HasSuffix(text, "摄)")
}

// mainArea decides which area the article is mainly about: that of the title, of
// the publisher, the one that most is said of, or the whole country.
func (a *Analyzer) mainArea(d *doc, found []*areaEvidence) string {
	if code := a.areaOfTitle(d); code != "" {
		return code
	}
	if len(found) == 0 {
		return a.areaOfFallback(d)
	}
	provinces := map[string]int{}
	for _, e := range found {
		provinces[e.code[:2]] += e.weight
	}
	if d.home == "" && len(provinces) == 1 && (a.centralFirst(d, found[0].first) || weightOf(found)*150 < len(d.runes) && len(d.runes) > 400) {
		return gazetteer.Nation
	}
	if len(provinces) > 2 || len(provinces) > 1 && d.home == "" || d.home == "" && found[0].first > max(len(d.runes)/3, 200) {
		return gazetteer.Nation
	}
	if d.home != "" && provinces[d.home[:2]] > 0 {
		return a.homeOrBelow(d, found)
	}
	return heaviest(found)
}

// centralFirst tells whether the text names the central discipline body before i.
func (a *Analyzer) centralFirst(d *doc, i int) bool {
	for _, x := range d.units {
		if x.Mentions[0].Start < i && (x.Kind == corpus.KindDiscipline || x.Kind == corpus.KindInspection) && x.Region == "" && strings.HasPrefix(x.Name, "中央") {
			return true
		}
	}
	return false
}

// homeOrBelow gives the publisher's area where the text speaks of it, else the heaviest.
func (a *Analyzer) homeOrBelow(d *doc, found []*areaEvidence) string {
	for _, e := range found {
		if e.code == d.home {
			return d.home
		}
	}
	return heaviest(found)
}

func weightOf(found []*areaEvidence) int {
	sum := 0
	for _, e := range found {
		sum += e.weight
	}
	return sum
}

func heaviest(found []*areaEvidence) string {
	best := found[0]
	for _, e := range found {
		if e.weight > best.weight {
			best = e
		}
	}
	return best.code
}

// areaOfTitle gives the area that the title names first, or the country, or "".
func (a *Analyzer) areaOfTitle(d *doc) string {
	if d.title == nil {
		return ""
	}
	central := len(d.title.runes)
	if hits := d.title.hits[tableBodies]; len(hits) > 0 {
		central = hits[0].start
	}
	for i, p := range d.title.places {
		if p.start > central {
			break
		}
		if d.title.endsChain(i) && a.isTold(d, p) {
			return p.code
		}
	}
	if central < len(d.title.runes) {
		return gazetteer.Nation
	}
	return ""
}

// isTold tells whether the text speaks of a place that the title names: a column's
// name may hold the name of a place too.
func (a *Analyzer) isTold(d *doc, p place) bool {
	if a.lex.saysKind(d.title.text(p.span)) || p.code == gazetteer.Nation {
		return true
	}
	for _, q := range d.places {
		if q.code == p.code || slices.Contains(a.lex.gaz.Ancestors(q.code), p.code) {
			return true
		}
	}
	return false
}

// areaOfFallback is the area of a text that names no area's work.
func (a *Analyzer) areaOfFallback(d *doc) string {
	if d.home != "" {
		return d.home
	}
	return gazetteer.Nation
}
