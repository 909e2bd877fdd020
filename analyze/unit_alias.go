package analyze

import (
	"strings"

	"jiandu/corpus"
)

// findAliases finds what names a body by its last part alone: an office of the
// body last named, a department in a list, a group named in full before.
func (u *unitFinder) findAliases() {
	n := len(u.found)
	last := 0
	for _, h := range u.hits[tableHeads] {
		x := &u.lex.heads[h.row]
		if h.start < last || len(u.found) == 0 && !namesItself(x) || x.long < 2 && x.class != classChild || u.covered(h.span, n) || !u.endsName(h.end, x) || u.longerHead(h) {
			continue
		}
		c, ok := u.alias(h, x, n)
		if !ok || u.covered(c.span, n) {
			continue
		}
		u.found = append(u.found, c)
		last = c.end
	}
	u.findActingTowns(n)
	u.sortFound()
}

// namesItself tells the head nouns that need no unit named before in the text.
func namesItself(x *head) bool {
	return cooperates[x.term] || x.class == classBody || strings.HasSuffix(x.term, "小组")
}

// longerHead tells whether a longer head noun begins where h does.
func (u *unitFinder) longerHead(h hit) bool {
	for _, o := range u.hitsAt(tableHeads, h.start) {
		if o.end > h.end && u.endsName(o.end, &u.lex.heads[o.row]) {
			return true
		}
	}
	return false
}

func (u *unitFinder) alias(h hit, x *head, n int) (unitName, bool) {
	switch {
	case cooperates[x.term]:
		return u.numberedArea(h, x)
	case x.class == classOffice && (x.kind == corpus.KindDiscipline || x.kind == corpus.KindDispatched):
		return u.officeAlias(h, x, n)
	case (x.class == classBody || x.class == classOffice && x.kind == corpus.KindEnterprise) && h.start > 0 && strings.ContainsRune("团司校院", u.runes[h.start-1]):
		return u.groupOrgan(h, x, n)
	case x.kind == corpus.KindInspection && u.ordinalBefore(h.start) < h.start:
		return u.nextGroup(h, x, n)
	case x.class == classDept || courts[x.term]:
		return u.listedDept(h, x, n)
	case x.class == classChild:
		return u.childAlias(h, x, n)
	case strings.HasSuffix(x.term, "小组"):
		if c, ok := u.purposeGroup(h, x); ok {
			return c, true
		}
		return u.groupAlias(h, x, n)
	case namesAgain[x.term]:
		return u.groupAlias(h, x, n)
	case x.class == classOpen && (x.kind == corpus.KindInstitution || x.term == "集团"):
		return u.lastPart(h, x, n)
	}
	return unitName{}, false
}

// lastPart reads the last part of the name of an institution named in full before: 培训|中心.
func (u *unitFinder) lastPart(h hit, x *head, n int) (unitName, bool) {
	s := span{u.partStart(h.span), h.end}
	if s.len() < 4 || s.start == h.start || u.isClass(s.start) {
		return unitName{}, false
	}
	last := u.foundBefore(s.start, n)
	for j := last; j >= 0 && j > last-lookBack; j-- {
		c := u.found[j]
		if x.kind == corpus.KindEnterprise {
			if _, after, ok := strings.Cut(u.text(c.span), u.text(s)); ok && c.kind == x.kind && c.len() > s.len() && (after == "" || legalForms[after] || after == "公司") {
				c.span = s
				return c, true // 某省粮农集团有限公司 … |粮农集团
			}
			continue
		}
		if c.kind == corpus.KindInstitution && c.len() > s.len() && strings.HasSuffix(u.text(c.span), u.text(s)) {
			c.span = s
			return c, true
		} else if before, _, ok := strings.Cut(u.text(c.span), u.text(s)); ok && before != "" {
			return u.bodyOfPart(c, s, x), true
		}
	}
	return unitName{}, false
}

// bodyOfPart gives the institution that a part of it was named with: 某某培训中心 of
// 某某培训中心|纪委.
func (u *unitFinder) bodyOfPart(c unitName, s span, x *head) unitName {
	before, _, _ := strings.Cut(c.rest, u.text(s))
	c.rest = before + u.text(s)
	c.span, c.kind, c.group, c.host = s, x.kind, x.group, ""
	return c
}

// partStart gives where the name begins that the head noun ends, which may stand
// inside a word: 安全|监察处.
func (u *unitFinder) partStart(head span) int {
	start := head.start
	if t := u.word(start); t.start < start && t.end == head.end {
		start = t.start
	}
	return u.officeStart(start)
}

// namesAgain holds head nouns that alone mean the group named before.
var namesAgain = setOf("巡察组 巡视组 督察组 领导小组 工作领导小组 监督组 督查组 督导组 调查组 指挥部 指挥部办公室 纪检监察工委")

// childAlias reads an office before the post of its leader, in a list of posts that
// names the body before: 某某局局长张三、|财务|处|处长李四.
func (u *unitFinder) childAlias(h hit, x *head, n int) (unitName, bool) {
	start := u.partStart(h.span)
	if start == h.start || start == 0 || !strings.ContainsRune("、，（(兼", u.runes[start-1]) || !u.leaderFollows(h.end) {
		return unitName{}, false
	}
	j := u.foundBefore(start, n)
	if last := len(u.found) - 1; last >= n && u.found[last].start < start && (j < 0 || u.found[last].start > u.found[j].start) {
		j = last // an alias just read: 时任|培训中心|主任兼|培训三处|处长
	}
	if j < 0 || u.sentenceAt(u.found[j].start) != u.sentenceAt(start) || !hasOffices(u.found[j].kind) || u.found[j].local != "" {
		return unitName{}, false
	}
	c := u.found[j]
	if c.alone {
		c.rest = u.text(c.span)
	}
	c.rest = withoutChild(c.rest, x.term) + u.slice(start, h.end)
	c.span, c.group, c.alone = span{start, h.end}, x.group, false
	return c, true
}

// withoutChild gives the name of a body without its office of the same rank: 某某局|办公处.
func withoutChild(name, term string) string {
	if !strings.HasSuffix(name, term) {
		return name
	}
	for _, body := range [...]string{"中心", "局", "厅", "委", "部", "院", "公司", "集团"} {
		if i := strings.LastIndex(name, body); i > 0 {
			return name[:i+len(body)]
		}
	}
	return name
}

// cooperates holds head nouns of the groups of towns in which discipline bodies work together.
var cooperates = setOf("协作区 协作片区 监督协作区 联动协作区 片区协作组 协作组")

// numberedArea reads a numbered group of towns: 第二|协作区.
func (u *unitFinder) numberedArea(h hit, x *head) (unitName, bool) {
	start := u.ordinalBefore(h.start)
	c := unitName{span: span{start, h.end}, kind: x.kind, group: x.group, body: -1}
	c.rest = u.text(c.span)
	return c, start < h.start
}

// listedDept reads a department after another of the same area: 财政局、|审计局, or
// one that is named in full before.
func (u *unitFinder) listedDept(h hit, x *head, n int) (unitName, bool) {
	if u.isClass(h.start) {
		return unitName{}, false
	}
	j := u.foundBefore(h.start, n)
	listed := h.start > 0 && isListMark(u.runes[h.start-1])
	if last := len(u.found) - 1; listed && last >= n && u.found[last].end == h.start-1 {
		if c := u.found[last]; c.area != "" && c.local == "" && c.body < 0 && c.host == "" && isOrgan(c.kind) {
			c.span, c.kind, c.group, c.rest = h.span, x.kind, x.group, x.term
			return c, true // 市公安局、教育局、|财政局
		}
	}
	if courts[x.term] && (!listed || j < 0 || u.found[j].end != h.start-1) {
		return unitName{}, false
	}
	for k := j; k >= 0 && k > j-40; k-- {
		c := u.found[k]
		near := k == j && listed && u.sentenceAt(c.start) == u.sentenceAt(h.start) && h.start-c.end < 16
		if near && courtParts[x.term] && strings.Contains(u.nameOf(&c), "法院") {
			return u.courtPart(c, h, x), true
		}
		same := c.group == x.group && c.area != "" && c.body < 0 && c.local == ""
		if !same && !(near && c.area != "" && c.local == "" && c.body < 0 && isOrgan(c.kind)) {
			continue
		}
		c.span, c.kind, c.group = h.span, x.kind, x.group
		switch {
		case same:
		case strings.HasPrefix(c.rest, "委") && x.kind == corpus.KindParty:
			c.rest = "委" + x.term
		case strings.HasPrefix(c.rest, "纪委监委") && x.kind == corpus.KindParty:
			c.rest = "纪委监委" + x.term
		default:
			c.rest = x.term
		}
		return c, true
	}
	return unitName{}, false
}

// mayBeginGroup tells whether nothing stands before i that the name of a group may
// begin with: 成立了|…, not 应对|….
func (u *unitFinder) mayBeginGroup(i int) bool {
	if i == 0 || !isHan(u.runes[i-1]) {
		return true
	}
	switch u.text(u.word(i - 1).span) {
	case "成立", "组建", "设立", "组成", "了", "由", "经", "向", "在", "任", "作为", "担任", "的", "级", "问题":
		return true
	}
	return false
}

// nextGroup reads a numbered group whose committee was named with another group of its
// kind: 县委第一巡察组、|第二巡察组.
func (u *unitFinder) nextGroup(h hit, x *head, n int) (unitName, bool) {
	s := span{u.ordinalBefore(h.start), h.end}
	last := u.foundBefore(s.start, n)
	for j := last; j >= 0 && j > last-lookBack; j-- {
		c := u.found[j]
		i := strings.LastIndex(c.rest, "第")
		if c.kind != x.kind || i < 0 || !strings.HasSuffix(c.rest, x.term) || c.len() <= s.len() {
			continue
		}
		c.rest = c.rest[:i] + u.text(s)
		c.span = s
		return c, true
	}
	return unitName{}, false
}

// courts holds organs of an area that stand among its departments in a list: 市公安局、|检察院.
var courts = setOf("检察院 法院 人民检察院 人民法院")

// courtParts holds head nouns of the parts of a court.
var courtParts = setOf("执行局 政治部 审判监督庭 行政庭 民庭 刑庭 立案庭")

// courtPart gives the part of the court that another part was just named with: 某法院审判委员会原委员、|执行局.
func (u *unitFinder) courtPart(c unitName, h hit, x *head) unitName {
	before, _, _ := strings.Cut(c.rest, "法院")
	c.rest = before + "法院" + x.term
	c.span, c.kind, c.group, c.alone = h.span, x.kind, x.group, false
	return c
}

// purposeGroup reads a group that says what it is for: 成立|专项整治工作|协调小组.
func (u *unitFinder) purposeGroup(h hit, x *head) (unitName, bool) {
	start := u.officeStart(h.start)
	if h.start-start < 4 || !u.mayBeginGroup(start) || x.kind == corpus.KindInspection || start > 0 && strings.ContainsRune("各级类", u.runes[start-1]) || strings.Contains(u.slice(start, h.start), "各级") {
		return unitName{}, false
	}
	c := unitName{span: span{start, h.end}, kind: x.kind, group: x.group, body: -1}
	c.rest = u.text(c.span)
	return c, true
}

// groupAlias reads 巡察组 where the group is named in full before.
func (u *unitFinder) groupAlias(h hit, x *head, n int) (unitName, bool) {
	if u.isClass(h.start) || u.officeStart(h.start) != h.start {
		return unitName{}, false
	}
	last := u.foundBefore(h.start, n)
	for j := last; j >= 0 && j > last-lookBack; j-- {
		if c := u.found[j]; strings.HasSuffix(u.text(c.span), x.term) && c.len() > x.long {
			c.span = h.span
			return c, true
		}
	}
	return unitName{}, false
}
