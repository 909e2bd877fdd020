package analyze

import (
	"slices"
	"sort"
	"strconv"
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
		e.weight += weight
		e.mentions = append(e.mentions, d.mention(s))
		return e
	}
	for _, m := range d.unitMentions {
		if (m.unit.speaksForArea() || m.unit.inner && d.namesCulprit(m.end)) && !a.isAside(d, m) {
			e := add(m.unit.Region, m.span, 2, d.otherCodes(m))
			e.reported = e.reported || supervises(m.unit.Kind)
		}
	}
	for i, p := range d.places {
		if !p.relative && !p.passing && d.endsChain(i) && d.acts(i) && !d.inUnit(p.start) && !a.punishesBelow(d, p) && !d.isOrigin(p) {
			add(p.code, p.span, 1, p.ambiguous).reported = true
		}
	}
	return found
}

// mostSpecific leaves out areas that are only named with the case of an area below
// them: 某市纪委监委通报了某县…, 某县政府、某市水利局相关人员被问责.
func (a *Analyzer) mostSpecific(d *doc, found []*areaEvidence, main string) []*areaEvidence {
	kept := found[:0:0]
	for _, e := range found {
		switch {
		case e.code == main:
		case main == gazetteer.Nation && d.onlyComments(e):
			continue
		case (level(e.code) > 1 || !e.reported) && a.onlyWithBelow(d, e, found):
			continue
		}
		kept = append(kept, e)
	}
	return kept
}

// onlyComments tells whether all that the text has of an area is someone of its bodies
// who says what is thought of the matter: 某省纪委书记张三|表示.
func (d *doc) onlyComments(e *areaEvidence) bool {
	for _, m := range e.mentions {
		if m.End >= len(d.runes) || !d.isComment(m.End) {
			return false
		}
	}
	return !slices.ContainsFunc(d.places, func(p place) bool { return p.relative && p.code == e.code })
}

// isComment tells whether the post of someone and a verb of opinion follow at i in the clause.
func (d *doc) isComment(i int) bool {
	clause := d.slice(i, min(d.clauseAt(i).end, i+24))
	return containsAny(clause, []string{"说，", "说。", "说：", "表示，", "表示。", "认为，", "表示：", "说“", "坦言，"})
}

// onlyWithBelow tells whether each sentence that speaks of an area speaks of one below it.
func (a *Analyzer) onlyWithBelow(d *doc, e *areaEvidence, found []*areaEvidence) bool {
	if len(e.mentions) > mostCompared {
		return false // it is spoken of often enough
	}
	var below []*areaEvidence
	for _, o := range found {
		if o.code[:2] == e.code[:2] && slices.Contains(a.lex.gaz.Ancestors(o.code), e.code) {
			below = append(below, o)
		}
	}
	for _, m := range e.mentions {
		part := d.partOfSentence(m.Start)
		if d.namesCulprit(m.End) || !slices.ContainsFunc(below, func(o *areaEvidence) bool { return o.mentionedIn(part) }) {
			return false
		}
	}
	return true
}

// namesCulprit tells whether the post and the name of someone follow at i: 某局|党组书记、局长张三.
func (d *doc) namesCulprit(i int) bool {
	end := min(i+16, d.sentenceAt(max(0, i-1)).end)
	if i >= end || !hasPost(d.slice(i, min(end, i+6))) {
		return false
	}
	for j := i; j < end; j = d.wordAt(j).end {
		if t := d.wordAt(j); strings.HasPrefix(t.pos, "nr") {
			return true
		}
		if n := d.placeBefore(j) + 1; n < len(d.places) && d.places[n].start == j {
			return false
		}
	}
	return false
}

// longestPart bounds how far to each side a part of a sentence is looked for.
const longestPart = 300

// partOfSentence gives what stands around i between full stops and semicolons.
func (d *doc) partOfSentence(i int) span {
	s := d.sentenceAt(i)
	s.start, s.end = max(s.start, i-longestPart), min(s.end, i+longestPart)
	for j := i; j < s.end; j++ {
		if d.runes[j] == '；' || d.runes[j] == ';' {
			s.end = j
			break
		}
	}
	for j := i - 1; j >= s.start; j-- {
		if d.runes[j] == '；' || d.runes[j] == ';' {
			s.start = j + 1
			break
		}
	}
	return s
}

// mentionedIn tells whether one of the first mentions of the area starts in s.
func (e *areaEvidence) mentionedIn(s span) bool {
	return slices.ContainsFunc(e.mentions[:min(len(e.mentions), mostCompared)], func(m corpus.Mention) bool { return s.contains(m.Start) })
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
	if x.Kind != corpus.KindInstitution || x.inner {
		return !x.inner || x.Kind == corpus.KindEnterprise || strings.Contains(x.Name, "分公司")
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

// acts tells whether the i-th place stands as one that acts or has cases: at the
// start of a clause, or before a count of people or cases.
func (d *doc) acts(i int) bool {
	first := i
	for first > 0 && d.places[first-1].end == d.places[first].start {
		first--
	}
	start, end := d.places[first].start, d.places[i].end
	if d.saidAgain(i) {
		end = d.places[i+1].end
	}
	if end >= len(d.runes) {
		return false
	}
	if leadsArea(d.slice(end, min(len(d.runes), end+4))) || d.slice(end, min(len(d.runes), end+3)) == "的纪检" {
		return true
	}
	if d.listActs(i) {
		return true
	}
	switch d.runes[end] {
	case '、', '和', '与', '等', '至', '\n', '”', '》', '的':
		return false
	}
	if isDigit(d.runes[end]) {
		return !d.isYearAt(end)
	}
	if start == 0 {
		return true
	}
	if d.slice(max(0, start-2), start) == "进驻" {
		return true // 督察组进驻|某省
	}
	if d.runes[start-1] == '在' {
		return d.runes[end] == '，' || d.runes[end] == ',' || level(d.places[i].code) == 3 && d.isWorkedIn(end)
	}
	return d.startsClause(start) || first < i && level(d.places[i].code) == 3 && d.hasProblem(end)
}

// isYearAt tells whether a year stands at i: 北京|2022年冬奥会.
func (d *doc) isYearAt(i int) bool { return i+4 < len(d.runes) && d.runes[i+4] == '年' }

// isOrigin tells whether a place is where someone comes from, or stands in someone's
// career: 湖南祁东|人, 曾任某市副市长.
func (d *doc) isOrigin(p place) bool {
	if p.end+1 < len(d.runes) && d.runes[p.end] == '人' && strings.ContainsRune("，。,；", d.runes[p.end+1]) {
		return true
	}
	return isCareer(d.text(d.sentenceAt(p.start)))
}

// isWorkedIn tells whether the work done in a place stands at i: 在某县|进行检查.
func (d *doc) isWorkedIn(i int) bool {
	switch d.text(d.wordAt(i).span) {
	case "进行", "开展", "发现", "暗访", "检查", "抽查", "走访", "调查", "核查", "督查", "督导":
		return true
	}
	return false
}

// hasProblem tells whether the clause at i goes on to a problem or a case: 某省某县|…造假问题.
func (d *doc) hasProblem(i int) bool {
	rest := d.slice(i, min(d.clauseAt(i).end, i+30))
	return containsAny(rest, []string{"问题", "案件", "事故", "事件"})
}

// startsClause tells whether a mark stands before i, or nothing.
func (d *doc) startsClause(i int) bool {
	if i == 0 || strings.ContainsRune("\n。，,；;“：:！？", d.runes[i-1]) {
		return true
	}
	switch d.slice(max(0, i-2), i) {
	case "其中", "比如", "例如", "譬如":
		return true
	}
	return false
}

// endsTime tells whether a time that frames the clause ends at i: 1至9月|, 上半年|, 去年以来|.
func (d *doc) endsTime(i int) bool {
	return endsAny(d.slice(max(0, i-2), i), []string{"月", "半年", "季度", "以来", "年底", "年末", "日前", "近日", "近期", "期间"})
}

// listActs tells whether the i-th place stands in a list of places that act: one that
// begins a clause and ends in 等省, 等地 and the like (山西、江苏等省) or before what they
// do (甲县、乙县分别…), or one of three or more that something is done to (对甲省、乙省、丙省开展…).
func (d *doc) listActs(i int) bool {
	first, last := i, i
	for first > 0 && i-first < 30 && d.listed(d.places[first-1].end, d.places[first].start) {
		first--
	}
	for last+1 < len(d.places) && last-i < 30 && d.listed(d.places[last].end, d.places[last+1].start) {
		last++
	}
	start, end := d.places[first].start, d.places[last].end
	if first == last || end+2 > len(d.runes) || d.chained(first, last) {
		return false
	}
	if d.startsClause(start) || d.endsTime(start) {
		return d.closesAsAreas(end, last-first+1) || d.verbAt(end)
	}
	return last-first > 1 && strings.ContainsRune("对向", d.runes[start-1]) && (d.closesAsAreas(end, last-first+1) || d.verbAt(end))
}

// chained tells whether the places from first to last are one chain, no list: 湖南省衡阳市.
func (d *doc) chained(first, last int) bool {
	for i := first; i < last; i++ {
		if d.places[i].end < d.places[i+1].start {
			return false
		}
	}
	return true
}

// closesAsAreas tells whether 等省, 等5市, 三省 or the like stands at i, behind so many
// places: 甲市、乙市等20个市 are only some of those meant.
func (d *doc) closesAsAreas(i, listed int) bool {
	end, ok := d.closesList(i)
	if !ok || d.runes[i] != '等' {
		return ok
	}
	number, _, counted := strings.Cut(d.slice(i+1, end), "个")
	n, err := strconv.Atoi(number)
	return !counted || err != nil || n <= listed
}

// verbAt tells whether a verb stands at i, or 分别 and the like before one.
func (d *doc) verbAt(i int) bool {
	t := d.wordAt(i)
	switch d.text(t.span) {
	case "分别", "均", "都", "也", "先后", "已", "共", "相继", "陆续", "各", "还":
		return t.start == i
	}
	return t.start == i && (t.pos == "v" || t.pos == "d" || t.pos == "ad")
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
