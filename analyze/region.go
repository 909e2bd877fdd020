package analyze

import (
	"cmp"
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
	reported  bool // it acts itself, or its discipline body does
}

// findRegions decides which areas the article reports on, into d.tags.Regions:
// those whose bodies it names and those that act in it, the main one first.
func (a *Analyzer) findRegions(d *doc) {
	found := a.areasReported(d)
	main := a.mainArea(d, found)
	found = a.mostSpecific(d, found, main)
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
	add := func(code string, s span, weight int, ambiguous []string) *areaEvidence {
		if code == "" || code == gazetteer.Nation || d.inCaption(s.start) {
			return &areaEvidence{}
		}
		e := byCode[code]
		if e == nil {
			e = &areaEvidence{code: code, first: s.start, ambiguous: ambiguous}
			byCode[code] = e
			found = append(found, e)
		}
		e.first = min(e.first, s.start)
		e.weight += weight
		e.mentions = append(e.mentions, d.mention(s))
		return e
	}
	for _, m := range d.unitMentions {
		if (m.unit.speaksForArea() || m.unit.inner && d.namesCulprit(m.end)) && !a.isAside(d, m) && !d.publishesTogether(m.start) {
			e := add(m.unit.Region, m.span, 2, d.otherCodes(m))
			e.reported = e.reported || supervises(m.unit.Kind)
		}
	}
	for i, p := range d.places {
		if !p.relative && !p.passing && d.endsChain(i) && d.acts(i) && !d.inUnit(p.start) && !a.punishesBelow(d, p) && !d.isOrigin(p) && !d.publishesTogether(p.start) {
			add(p.code, p.span, 1, p.ambiguous).reported = true
		}
	}
	slices.SortStableFunc(found, func(x, y *areaEvidence) int { return cmp.Compare(x.first, y.first) })
	return found
}

// otherCodes gives what else the area in a unit's name may mean.
func (d *doc) otherCodes(m unitMention) []string {
	for n := d.placeBefore(m.end); n >= 0 && d.places[n].start >= m.start; n-- {
		if d.places[n].code == m.unit.Region {
			return d.places[n].ambiguous
		}
	}
	return nil
}

// speaksForArea tells whether a mention of the unit is a report on its area: no
// scholar's university, no central body's branch and no company of a central one's.
func (x *unit) speaksForArea() bool {
	if x.Kind != corpus.KindInstitution || x.inner {
		return !x.inner || x.Kind == corpus.KindEnterprise && !strings.HasSuffix(x.Name, "有限公司") || strings.Contains(x.Name, "分公司")
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

// endsChain tells whether the i-th place is the last of its chain (湖南省衡阳市|衡南县),
// apart from one that names the same again (湖南|全省).
func (d *doc) endsChain(i int) bool {
	return i+1 >= len(d.places) || d.places[i+1].start != d.places[i].end || d.saidAgain(i)
}

// saidAgain tells whether 全省 and the like, meaning the i-th place, stand right behind it.
func (d *doc) saidAgain(i int) bool {
	return i+1 < len(d.places) && d.places[i+1].start == d.places[i].end && d.places[i+1].relative && d.places[i+1].code == d.places[i].code
}
