package analyze

import (
	"strings"

	"jiandu/corpus"
)

// unitName is one mention of a unit, as the grammar read it.
type unitName struct {
	span
	area         string // code of the area that the name begins with, "" none
	areaName     string // the area as written, without the areas above it; "" where it is relative
	rest         string // the name after the area
	kind         string
	group        string     // of the head noun
	body         int        // row of tableBodies that the name begins with, -1 none
	alone        bool       // the name is that body and nothing more
	local        string     // name of the town or village that the name begins with
	prefix       string     // name of the ministry that the name begins with, where it is relative
	host         string     // of a dispatched group
	hostArea     string     // code of the host's area, "" none
	dispatchedAt int        // where 驻 stands
	kindArea     kindOfArea // of a relative name
}

// nameParser reads one name from its left end.
type nameParser struct {
	*unitFinder
	start, at int
	limit     int // the name ends here at the latest
	c         unitName
	restFrom  int
	nation    bool // 中国…, 国家…: needs modifiers and a head noun
	good      []goodEnd
	mods      int // words since the last head noun, or since the anchor
	modRunes  int
	formers   []int // where 原 stands
	ordinal   bool  // the last word read is 第一, 第二 …
	areaFrom  int   // where the last of the areas begins
	shortFrom int   // where the first area without 省, 市 … begins, if others follow, else -1

	areaInside bool // the word before is an area inside the name: 国家税务总局|湖南省
}

// goodEnd is a place where the name may end.
type goodEnd struct {
	end  int
	head *head // nil for a body of tableBodies
}

// parse reads the name that begins at i.
func (u *unitFinder) parse(i int) (unitName, bool) { return u.parseTo(i, len(u.runes)) }

// parseTo reads the name that begins at i and ends at limit at the latest.
func (u *unitFinder) parseTo(i, limit int) (unitName, bool) {
	p := &nameParser{unitFinder: u, start: i, at: i, limit: limit, areaFrom: i, shortFrom: -1}
	p.c.body = -1
	if !p.anchor() {
		return unitName{}, false
	}
	for p.step() {
	}
	return p.finish()
}

// step reads one word or head noun more; false where the name can't go on.
func (p *nameParser) step() bool {
	if p.at >= p.limit || p.runes[p.at] == '\n' {
		return false
	}
	if p.runes[p.at] == '原' && p.mods == 0 {
		p.formers = append(p.formers, p.at)
		p.at++
		return true
	}
	return p.head() || p.dispatched() || p.modifier()
}

// head reads the longest acceptable head noun that stands here.
func (p *nameParser) head() bool {
	if p.wei() {
		return true
	}
	hits := p.hitsAt(tableHeads, p.at)
	former := p.at > p.start && p.runes[p.at-1] == '原' || len(p.good) > 0 && p.mods == 0
	for i := len(hits) - 1; i >= 0; i-- {
		h := &p.lex.heads[hits[i].row]
		if hits[i].end <= p.limit && p.endsName(hits[i].end, h) && p.accepts(h) && !(former && hits[i].end < len(p.runes) && p.runes[hits[i].end] == '长') {
			p.take(hits[i].end, h)
			return true
		}
	}
	return false
}

// take ends the name, for now, after a head noun.
func (p *nameParser) take(end int, h *head) {
	p.good = append(p.good, goodEnd{end, h})
	p.at, p.mods, p.modRunes, p.ordinal, p.areaInside = end, 0, 0, false, false
}

// wei reads 委 after an area: 浏阳市|委, 省|委.
func (p *nameParser) wei() bool {
	if p.runes[p.at] != '委' || p.mods > 0 || len(p.good) > 0 || p.c.area == "" && p.c.kindArea == "" || p.c.local != "" {
		return false
	}
	if p.at+1 < len(p.runes) {
		switch p.runes[p.at+1] {
		case '员', '托', '派', '任', '会':
			return false
		}
	}
	p.take(p.at+1, weiHead)
	return true
}

var weiHead = &head{term: "委", kind: corpus.KindParty, class: classBody, group: "委", long: 1}

// accepts tells whether the head noun may stand here.
func (p *nameParser) accepts(h *head) bool {
	after, first := p.lastHead(), p.mods == 0 && len(p.good) == 0
	if p.nation && len(p.good) == 0 {
		return p.mods > 0 && (h.class == classOpen || h.kind == corpus.KindInspection)
	}
	switch h.class {
	case classBody:
		return p.acceptsBody(h, after, first)
	case classDept:
		return first && p.c.local == "" || p.mods == 0 && after != nil && (after == weiHead || after.term == "政府" || after.term == "人民政府") ||
			p.areaInside || p.c.body >= 0 && p.mods == 0 && len(p.good) == 1
	case classOffice:
		return len(p.good) > 0 && p.modRunes <= 6
	case classChild:
		return len(p.good) > 0 && p.mods > 0 && p.modRunes <= 8 && p.kindSoFar() == corpus.KindGovernment && p.leaderFollows(p.at+1)
	case classTail:
		return len(p.good) > 0 && p.mods == 0
	case classVillage:
		return p.c.local != "" && p.mods == 0
	}
	return p.acceptsOpen(h, after)
}

// leaderFollows tells whether the post of someone who leads or led a part of a body stands at i.
func (p *nameParser) leaderFollows(i int) bool {
	s := p.slice(i, min(len(p.runes), i+4))
	s = strings.TrimPrefix(strings.TrimPrefix(s, "原"), "副")
	for _, w := range [...]string{"处长", "科长", "股长", "司长", "巡视员", "调研员", "主任科", "负责人", "干部"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

func (p *nameParser) lastHead() *head {
	if n := len(p.good); n > 0 {
		return p.good[n-1].head
	}
	return nil
}

func (p *nameParser) acceptsBody(h *head, after *head, first bool) bool {
	if first {
		return true
	}
	switch h.kind {
	case corpus.KindInspection:
		return (after == weiHead || p.c.body >= 0) && p.modRunes <= 6
	case corpus.KindDiscipline, corpus.KindParty:
		return len(p.good) > 0 && (p.mods == 0 || p.modRunes <= 2 && strings.HasPrefix(p.slice(p.at-p.modRunes, p.at), "机关") || p.mods == 1 && strings.HasSuffix(p.slice(p.at-2, p.at), "机关"))
	}
	return p.areaInside && h.kind == corpus.KindGovernment
}

// acceptsOpen tells whether a head noun that needs modifiers has them.
func (p *nameParser) acceptsOpen(h *head, after *head) bool {
	if len(p.good) > 0 {
		return p.acceptsChild(h, after)
	}
	if p.mods > 0 {
		return !p.ordinal || p.mods > 1 || h.kind != corpus.KindGovernment
	}
	return !needsModifier[h.term]
}

// acceptsChild tells whether the head noun may name a part of the body just read.
func (p *nameParser) acceptsChild(h *head, after *head) bool {
	if p.modRunes > 9 {
		return false
	}
	if p.mods == 0 && strings.HasSuffix(h.term, "公司") {
		return p.kindSoFar() == corpus.KindEnterprise // 中粮集团|有限公司
	}
	if after != nil && after.kind != corpus.KindEnterprise && h.kind == corpus.KindEnterprise {
		return false
	}
	if p.mods == 0 {
		return !needsModifier[h.term] || h.term == "办公室"
	}
	return (h.long > 1 || p.areaInside || p.c.body >= 0 && p.modRunes > 1) && h.term != "公司" && h.term != "集团"
}

// kindSoFar gives the kind of the body just read.
func (p *nameParser) kindSoFar() string {
	if h := p.lastHead(); h != nil {
		return h.kind
	}
	return p.c.kind
}

// needsModifier holds the open head nouns that say nothing with an area alone.
var needsModifier = setOf("公司 集团 中心 局 厅 委员会 学校 中学 小学 管理局 分局 办公室 领导小组 工作领导小组 指挥部 协会 支队 大队 中队 " +
	"管理处 管理所 管理委员会 有限公司 有限责任公司 总公司 分公司 网站 基金会 联合会 商会 学会 联盟 救援站 执法局 管理中心 服务中心 " +
	"管理办公室 研究会 促进会 俱乐部 煤矿 酒厂 幼儿园 设计院 分院 分社 支行 分行 实验学校 检测中心 监测站 研究中心 研究院 研究所 公安处")

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
