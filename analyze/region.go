package analyze

import (
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
		if m.unit.speaksForArea() && !a.isAside(d, m) {
			add(m.unit.Region, m.span, 2, d.otherCodes(m))
		}
	}
	for i, p := range d.places {
		if !p.relative && !p.passing && d.endsChain(i) && d.acts(i) && !d.inUnit(p.start) && !a.punishesBelow(d, p) {
			add(p.code, p.span, 1, p.ambiguous)
		}
	}
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
// scholar's university and no central body's branch.
func (x *unit) speaksForArea() bool {
	if x.Kind != corpus.KindInstitution {
		return !x.inner || x.Kind == corpus.KindEnterprise
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
	if leadsArea(d.slice(end, min(len(d.runes), end+4))) {
		return true
	}
	if d.listActs(i) {
		return d.startsClause(start) || isListMark(d.runes[max(0, start-1)])
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
	if d.runes[start-1] == '在' {
		return d.runes[end] == '，' || d.runes[end] == ','
	}
	return d.startsClause(start)
}

// startsClause tells whether a mark stands before i, or nothing.
func (d *doc) startsClause(i int) bool {
	return i == 0 || strings.ContainsRune("\n。，,；;“：:！？", d.runes[i-1])
}

// listActs tells whether the i-th place stands in a list that begins a clause and
// ends in 等省, 等地 and the like: 山西、江苏等省.
func (d *doc) listActs(i int) bool {
	first, last := i, i
	for first > 0 && i-first < 30 && d.listed(d.places[first-1].end, d.places[first].start) {
		first--
	}
	for last+1 < len(d.places) && last-i < 30 && d.listed(d.places[last].end, d.places[last+1].start) {
		last++
	}
	end := d.places[last].end
	if first == last || end+2 > len(d.runes) || d.runes[end] != '等' || !d.startsClause(d.places[first].start) {
		return false
	}
	tail := strings.TrimLeft(d.slice(end+1, min(len(d.runes), end+4)), "0123456789一二三四五六七八九十多个")
	for _, w := range [...]string{"省", "市", "地", "县", "区"} {
		if strings.HasPrefix(tail, w) {
			return true
		}
	}
	return false
}

// leadsArea tells whether the post of the head of an area begins the text: 原副市长.
func leadsArea(s string) bool {
	rest, former := strings.CutPrefix(s, "原")
	rest, deputy := strings.CutPrefix(rest, "副")
	if !former && !deputy {
		return false
	}
	for _, w := range [...]string{"省长", "市长", "县长", "区长", "州长"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// inCaption tells whether i stands in the caption of a photograph.
func (d *doc) inCaption(i int) bool {
	text := d.text(d.paragraphs[d.paragraphAt(i)])
	return strings.HasSuffix(text, "摄") || strings.HasSuffix(text, "供图") || strings.HasSuffix(text, "摄）") || strings.HasSuffix(text, "摄)")
}
