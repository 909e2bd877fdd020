package analyze

import (
	"strings"
)

// actor is who acts: a unit, a collective or a place.
type actor struct {
	span
	name   string
	region string // GB/T 2260, "" unknown
	extent bool   // 全国, 全省: acts, but is no actor
}

// actorOf gives the actor of figure i: the subject of its verb, of the clauses
// before it in the sentence, or of the sentence before.
func (r *figureReader) actorOf(i int) actor {
	f, g := r.figs[i], r.govs[i]
	if g.class.is(classWrong) && !g.class.is(classAct) || g.class.is(classState) && !isOneOf(r.d.runes, g.verb.end-1, "有") {
		return actor{}
	}
	if i > 0 && r.amongBefore(i) {
		return r.lastActor
	}
	if g.verb.len() == 0 || g.self {
		return actor{}
	}
	if a, ok := r.agent(g); ok {
		return a
	}
	if a, ok := r.relativeSubject(g, f.start); ok {
		return a
	}
	before := f.start
	if g.verb.start < before {
		before = g.verb.start
	}
	from := r.sentence.start
	if f.class&(classMeasure|classRatio) != 0 {
		from = max(from, r.d.clauseAt(before).start)
	}
	if a, ok := r.subjectBefore(from, before); ok {
		if a.extent {
			return actor{region: a.region}
		}
		return a
	}
	if f.class&(classMeasure|classRatio) != 0 {
		return actor{}
	}
	r.currentTopic()
	if r.topic.name == "" && r.topic.region == "" {
		if a, ok := r.speaker(f.start); ok {
			return a
		}
		return r.titleActor
	}
	return r.topic
}

// agent gives who acts in a passive: 被有关部门追缴.
func (r *figureReader) agent(g governor) (actor, bool) {
	for i := g.verb.start - 1; g.right && i >= max(r.sentence.start, g.verb.start-16); i-- {
		if r.d.runes[i] == '被' && i+1 < g.verb.start {
			return r.subjectIn(span{i + 1, g.verb.start})
		}
	}
	return actor{}, false
}

// amongBefore tells whether a figure is a part of the one before: 其中72起.
func (r *figureReader) amongBefore(i int) bool {
	c := r.d.clauseAt(r.figs[i].start)
	_, ok := wordAt(r.d.runes, c.start, "其中")
	return ok && r.figs[i-1].end <= c.start
}

// relativeSubject gives who acts in a relative clause: 上级纪委交办的378件.
func (r *figureReader) relativeSubject(g governor, figure int) (actor, bool) {
	if g.right || g.verb.end+1 != figure || !isOneOf(r.d.runes, g.verb.end, "的") {
		return actor{}, false
	}
	lo := r.d.clauseAt(g.verb.start).start
	for _, m := range r.d.unitsIn(span{lo, g.verb.start}) {
		if m.end == g.verb.start {
			return actor{span: m.span, name: m.unit.Name, region: areaOfUnit(m.unit)}, true
		}
	}
	a, ok := r.collectiveIn(span{lo, g.verb.start}, true)
	return a, ok && a.end == g.verb.start
}

// areaOfUnit gives the area of a unit; that of a central body is the whole country.
func areaOfUnit(u *unit) string {
	if u.Region != "" {
		return u.Region
	}
	for _, w := range [...]string{"中央", "国家", "全国", "党中央", "国务院", "最高"} {
		if strings.HasPrefix(u.Name, w) {
			return "000000"
		}
	}
	if strings.HasSuffix(u.Name, "部") || strings.HasSuffix(u.Name, "总局") || strings.HasPrefix(u.Name, "驻") {
		return "000000"
	}
	return ""
}

// speaker gives the unit of the person who is quoted around a figure: “…查处8起。”某市纪委监委负责人说.
func (r *figureReader) speaker(i int) (actor, bool) {
	p := r.d.paragraphs[r.d.paragraphAt(i)]
	if !holdsRune(r.d.runes[p.start:i], '“') {
		return actor{}, false
	}
	for _, m := range r.d.unitsIn(p) {
		if r.isPost(m.end) && r.speaks(m.end, min(p.end, m.end+16)) {
			return actor{span: m.span, name: m.unit.Name, region: areaOfUnit(m.unit)}, true
		}
	}
	return actor{}, false
}

// findTitleActor gives the unit that the title names, which acts where the text names no one.
func (r *figureReader) findTitleActor() actor {
	for _, u := range r.d.units {
		for _, m := range u.Mentions {
			if _, rest, ok := strings.Cut(r.d.art.Title, m.Text); ok && len(m.Text) >= 12 && (strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, ":")) {
				return actor{name: u.Name, region: areaOfUnit(u)}
			}
		}
	}
	return actor{}
}

// subjectBefore gives the subject nearest before a position of the sentence.
func (r *figureReader) subjectBefore(from, to int) (actor, bool) {
	for end := to; end > from; {
		c := r.d.clauseAt(end - 1)
		start := max(c.start, from)
		if start > from && end < to && r.opensPhrase(start) {
			end = start
			continue
		}
		if a, ok := r.subjectIn(span{start, end}); ok {
			return a, true
		}
		end = start
	}
	return actor{}, false
}

// opensPhrase tells whether a clause is only a phrase of preposition and noun: 从三个方面，.
func (r *figureReader) opensPhrase(i int) bool {
	for _, w := range [...]string{"从", "针对", "围绕", "按照", "根据", "结合", "通过", "以", "对"} {
		if e, ok := wordAt(r.d.runes, i, w); ok && r.d.startsToken(e) {
			return true
		}
	}
	return false
}

// subjectIn gives the last subject of a clause.
func (r *figureReader) subjectIn(s span) (actor, bool) {
	var best actor
	found := false
	for _, m := range r.d.unitsIn(s) {
		if m.end > s.end || r.objectOfCoverb(m.span, s) || r.titled(m.start) || r.isObject(m.span, s) {
			continue
		}
		if r.isPost(m.end) {
			if r.speaks(m.end, s.end) {
				continue
			}
			return actor{span: m.span, region: areaOfUnit(m.unit)}, true
		}
		best, found = actor{span: m.span, name: m.unit.Name, region: areaOfUnit(m.unit)}, true
		break
	}
	if c, ok := r.collectiveIn(s, false); ok && (!found || c.start < best.start || c.start <= best.start && c.end > best.end) {
		best, found = c, true
	}
	if found {
		return best, true
	}
	return r.placeSubject(s)
}

// namesNobody tells the heads that name nobody by themselves: 党委, 法院.
func namesNobody(head string) bool {
	switch head {
	case "党委", "党组织", "纪委监委", "法院", "巡察组", "巡视组", "整治项目", "派驻机构", "纪检监察干部", "学校党组织", "监督平台":
		return true
	}
	return false
}

// isObject tells whether a verb takes the mention as its object: 成立某集团.
func (r *figureReader) isObject(m, s span) bool {
	for _, v := range r.verbs {
		if v.end == m.start && v.start >= s.start && v.class.is(classAct) && !v.weak {
			return true
		}
	}
	return false
}

var posts = [...]string{
	"书记", "副书记", "局长", "副局长", "主任", "副主任", "县长", "副县长", "市长", "副市长", "省长", "副省长", "处长", "副处长", "科长", "院长", "副院长", "校长", "副校长",
	"董事长", "总经理", "副总经理", "负责人", "负责同志", "干部", "工作人员", "职工", "会计", "出纳", "党组成员", "党委书记", "党组书记", "党支部书记", "党总支书记", "班子成员", "领导", "主席", "部长", "厅长", "副厅长", "所长", "站长", "镇长", "乡长", "村长", "巡视员", "调研员", "记者", "研究员", "教授", "委员", "组长", "副组长", "组成员",
}

// isPost tells whether a person's post follows a unit, so that the person acts.
func (r *figureReader) isPost(i int) bool {
	if e, ok := wordAt(r.d.runes, i, "领导班子"); ok {
		return r.isPost(e)
	}
	for _, lead := range [...]string{"原", "有关", "相关", "主要", "时任", "一位", "党组", "党委", "村"} {
		if e, ok := wordAt(r.d.runes, i, lead); ok {
			i = e
		}
	}
	for _, w := range posts {
		if _, ok := wordAt(r.d.runes, i, w); ok {
			return true
		}
	}
	return false
}

// speaks tells whether a person only tells what follows: 负责人介绍，….
func (r *figureReader) speaks(i, limit int) bool {
	for ; i < limit; i++ {
		for _, w := range [...]string{"介绍", "表示", "说", "透露", "指出", "强调", "坦言", "告诉"} {
			if _, ok := wordAt(r.d.runes[:limit], i, w); ok {
				return true
			}
		}
	}
	return false
}

// objectOfCoverb tells whether a preposition takes the mention: 对浏发集团, or whether it only owns what follows.
func (r *figureReader) objectOfCoverb(m, s span) bool {
	text := r.d.runes
	if m.start > s.start {
		for _, w := range [...]string{"对", "向", "给", "将", "把", "与", "同", "会同", "从", "在", "被", "为", "驻", "到", "赴", "指导", "督促", "配合", "会"} {
			if endsWith(text[s.start:m.start], w) {
				return true
			}
		}
	}
	return isOneOf(text, m.end, "的")
}

var collectiveHeads = [...]string{
	"纪检监察机关(机构)", "纪检监察机关（机构）", "纪检监察机关", "纪检监察组织", "纪检监察机构", "纪检监察部门", "纪检监察系统", "纪检机构", "纪委监委", "纪检监察干部",
	"巡视巡察机构", "巡察机构", "巡视机构", "巡察组", "巡视组", "党组织", "党委", "检察机关", "公安机关", "审判机关", "派驻机构", "派驻纪检监察组",
	"监察机关", "监督平台", "举报平台", "整治项目", "有关部门", "相关部门", "司法机关", "上级纪委", "各地区各部门", "各部门", "各单位", "各地各部门",
	"审计机关", "法院", "政法机关", "学校党组织", "乡镇纪委",
}

var collectiveModifiers = [...]string{
	"全国", "全省", "全市", "全县", "全区", "全州", "全旗", "全系统", "各级", "各地", "各省区市", "省市县", "市县", "市县两级", "各市县", "各县市区", "各县（市、区）", "各县(市)区", "县乡", "各", "地方", "基层", "上级", "下级", "有关", "相关", "该省", "该市", "该县", "我省", "我市", "我县", "我区", "省", "市", "县", "区", "学校",
}

// collectiveIn gives the last collective of a clause: 全市各级纪检监察组织.
func (r *figureReader) collectiveIn(s span, relative bool) (actor, bool) {
	text := r.d.runes
	for at := s.end - 1; at >= s.start; at-- {
		if end, _ := r.a.lex.figures.collectives.longest(text, at, s.end); end > at {
			head := span{at, end}
			w := r.d.text(head)
			c, region := r.extendCollective(head, s.start)
			if !relative && (r.objectOfCoverb(c, s) || r.isObject(c, s)) || c.start == head.start && namesNobody(w) || r.titled(c.start) || quoted(text, c.start) || isOneOf(text, c.start-1, "个家和、名") || r.isPost(c.end) {
				continue
			}
			return actor{span: c, name: r.d.text(c), region: region}, true
		}
	}
	return actor{}, false
}

// extendCollective takes the modifiers before the head of a collective.
func (r *figureReader) extendCollective(c span, from int) (span, string) {
	region := ""
	for changed := true; changed; {
		changed = false
		for _, w := range collectiveModifiers {
			if endsWith(r.d.runes[from:c.start], w) {
				c.start -= len([]rune(w))
				changed = true
				if w == "全国" {
					region = "000000"
				}
				break
			}
		}
		if p, ok := r.placeEndingAt(c.start); ok && p.start >= from {
			c.start, region, changed = p.start, p.code, true
		}
	}
	return c, region
}

// placeEndingAt gives the place whose name ends at i.
func (r *figureReader) placeEndingAt(i int) (place, bool) {
	for k := i - 2; k >= max(0, i-12); k-- {
		if p, ok := r.d.placeAt(k); ok && p.end == i {
			return p, true
		}
	}
	return place{}, false
}

var (
	actingPlaces = [...]string{"我省", "我市", "我县", "我区", "我州", "该省", "该市", "该县", "该区", "该州", "国家"}
	extents      = [...]string{"全国", "全省", "全市", "全县", "全区", "全州", "各地"}
)

// placeSubject gives a place that acts (青海省, 我市), or an extent (全国).
func (r *figureReader) placeSubject(s span) (actor, bool) {
	text := r.d.runes
	for i := s.start; i < s.end; i++ {
		if !r.d.startsToken(i) {
			continue
		}
		if p, ok := r.d.placeAt(i); ok && p.end <= s.end && !p.passing && !(p.relative && text[p.start] == '全') && !r.objectOfCoverb(p.span, s) && r.actsAt(p.end, s.end) {
			if p.code == "000000" {
				return actor{span: p.span, region: p.code, extent: true}, true
			}
			return actor{span: p.span, name: r.d.text(p.span), region: p.code}, true
		}
		for _, w := range extents {
			if e, ok := wordAt(r.d.runes[:s.end], i, w); ok && r.actsAt(e, s.end) && !(i > s.start && isOneOf(r.d.runes, i-1, "在对")) {
				region := ""
				if w == "全国" {
					region = "000000"
				}
				return actor{span: span{i, e}, extent: true, region: region}, true
			}
		}
		for _, w := range actingPlaces {
			if e, ok := wordAt(r.d.runes[:s.end], i, w); ok && r.actsAt(e, s.end) && !(i > s.start && isOneOf(r.d.runes, i-1, "在对")) {
				return actor{span: span{i, e}, name: w}, true
			}
		}
	}
	return actor{}, false
}

// actsAt tells whether a verb or adverb follows a name, so that it is a subject.
func (r *figureReader) actsAt(i, limit int) bool {
	if i >= limit {
		return true
	}
	for _, w := range [...]string{"共", "已", "先后", "累计", "只", "仅", "均", "现", "分", "各级", "全面", "紧", "还", "也", "坚持", "深入", "积极", "严肃", "全面", "持续", "扎实", "通过", "从", "，", "在", "采取", "运用", "组织", "出台"} {
		if _, ok := wordAt(r.d.runes[:limit], i, w); ok {
			return true
		}
	}
	_, ok := r.a.verbAt(r.d, i, limit)
	return ok
}

// maxUnread bounds how many sentences are looked through for who acts.
const maxUnread = 12

// topicOf remembers a sentence, whose subject is found when a figure asks for it.
func (r *figureReader) topicOf(s span) {
	if len(r.unread) == maxUnread {
		r.unread = append(r.unread[:0], r.unread[1:]...)
	}
	r.unread = append(r.unread, s)
}

// currentTopic gives who acts in the sentences before, the nearest first.
func (r *figureReader) currentTopic() actor {
	for i := len(r.unread) - 1; i >= 0; i-- {
		a, ok := r.subjectBefore(r.unread[i].start, r.unread[i].end)
		if !ok {
			continue
		}
		if a.extent {
			a = actor{region: a.region}
		}
		r.topic = a
		break
	}
	r.unread = r.unread[:0]
	return r.topic
}
