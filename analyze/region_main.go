package analyze

import (
	"slices"
	"strings"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
)

// mainArea decides which area the article is mainly about: that of the title, of
// the publisher, the one that most is said of, or the whole country.
func (a *Analyzer) mainArea(d *doc, found []*areaEvidence) string {
	if code := a.areaOfTitle(d); code != "" {
		return code
	}
	if len(found) == 0 || d.isDigest() && d.home == "" {
		return a.areaOfFallback(d)
	}
	provinces := map[string]int{}
	for _, e := range found {
		provinces[e.code[:2]] += e.weight
	}
	if d.home == "" && len(provinces) > 1 && d.ofAreasAlone(found) {
		return found[0].code
	}
	if d.home == "" && len(provinces) == 1 && (a.centralFirst(d, found[0].first) && !d.dwellsOn(found) || weightOf(found) == 1 && d.nationalFirst(found[0].first) || weightOf(found)*150 < len(d.runes) && len(d.runes) > 400) {
		return gazetteer.Nation
	}
	if len(provinces) > 2 || len(provinces) > 1 && d.home == "" || d.home == "" && found[0].first > max(len(d.runes)/3, 200) {
		return gazetteer.Nation
	}
	if code := d.areaOfTitledBody(); code != "" {
		return code
	}
	if d.home != "" && provinces[d.home[:2]] > 0 {
		return a.homeOrBelow(d, found)
	}
	return heaviest(found)
}

// ofAreasAlone tells whether the text opens with what areas of several provinces do
// (甲省、乙省等地…), and names neither the whole country nor a body of it.
func (d *doc) ofAreasAlone(found []*areaEvidence) bool {
	first, lead := found[0].first, d.paragraphs[0]
	if !lead.contains(first) || !d.startsClause(d.chainStart(first)) || !slices.ContainsFunc(found, func(e *areaEvidence) bool {
		return e.code[:2] != found[0].code[:2] && d.clauseAt(first).contains(e.first) && !strings.ContainsFunc(d.slice(first, e.first), isDigit)
	}) {
		return false
	}
	if slices.ContainsFunc(d.units, func(x *unit) bool { return x.Region == "" && isOrgan(x.Kind) }) {
		return false
	}
	return !slices.ContainsFunc(d.places, func(p place) bool { return p.code == gazetteer.Nation })
}

// chainStart gives where the chain of areas begins that goes on at i: 湖南|岳阳.
func (d *doc) chainStart(i int) int {
	for p, ok := d.placeEnding(i); ok; p, ok = d.placeEnding(i) {
		i = p.start
	}
	return i
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

// dwellsOn tells whether the text names an area at once and speaks of it throughout: what a
// central body made known is only where it begins.
func (d *doc) dwellsOn(found []*areaEvidence) bool {
	w := weightOf(found)
	return found[0].first < d.paragraphs[0].end && w >= leastDwelling && w*100 >= len(d.runes)
}

// leastDwelling is the least weight of areas that a text dwells on: five mentions of their bodies.
const leastDwelling = 10

// nationalFirst tells whether the text names a body of the state or the party with a
// name of its own, or the whole country, before i.
func (d *doc) nationalFirst(i int) bool {
	for _, m := range d.unitMentions {
		if m.start >= i {
			break
		}
		if m.unit.Region == "" && isOrgan(m.unit.Kind) {
			return true
		}
	}
	return slices.ContainsFunc(d.places, func(p place) bool { return p.code == gazetteer.Nation && p.start < i })
}

// shortestTitled is the least bytes of a body's name that the title is looked for.
const shortestTitled = 4 * len("某")

// areaOfTitledBody gives the area of the enterprise or institution that the title names, whose
// area the text tells: 柳钢集团 in the title, 柳州钢铁集团（以下简称“柳钢集团”） in the text.
func (d *doc) areaOfTitledBody() string {
	for _, m := range d.unitMentions {
		if x := m.unit; x.Region == "" || isOrgan(x.Kind) || x.inner || !x.speaksForArea() {
			continue
		}
		if name := d.text(m.span); len(name) >= shortestTitled && strings.Contains(d.art.Title, name) {
			return m.unit.Region
		}
	}
	return ""
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
