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
	if len(found) == 0 {
		return a.areaOfFallback(d)
	}
	provinces := map[string]int{}
	for _, e := range found {
		provinces[e.code[:2]] += e.weight
	}
	if d.home == "" && len(provinces) == 1 && (a.centralFirst(d, found[0].first) || weightOf(found) == 1 && d.nationalFirst(found[0].first) || weightOf(found)*150 < len(d.runes) && len(d.runes) > 400) {
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
