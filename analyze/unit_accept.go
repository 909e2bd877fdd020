package analyze

import (
	"strings"

	"jiandu/corpus"
)

// accepts tells whether the head noun may stand here.
func (p *nameParser) accepts(h *head) bool {
	after, first := p.lastHead(), p.mods == 0 && len(p.good) == 0
	if p.modRunes == 1 && p.runes[p.at-1] == '一' {
		return false // 某县|一|煤矿
	}
	if p.nation && len(p.good) == 0 {
		return p.mods > 0 && !p.afterRound() && (h.class == classOpen || h.kind == corpus.KindInspection)
	}
	switch h.class {
	case classBody:
		return p.acceptsBody(h, after, first)
	case classDept:
		return first && p.c.local == "" || p.mods == 0 && after != nil && (after == weiHead || after.term == "政府" || after.term == "人民政府" || p.afterRegionsParty(after)) ||
			p.areaInside || p.c.body >= 0 && p.mods == 0 && len(p.good) == 1 ||
			after != nil && p.mods == 0 && after.kind == corpus.KindDiscipline && h.kind == corpus.KindParty ||
			after != nil && p.mods == 0 && courtParts[h.term] && strings.HasSuffix(after.term, "法院")
	case classOffice:
		return len(p.good) > 0 && p.modRunes <= 6 || p.isNamedGroup(h)
	case classChild:
		return len(p.good) > 0 && p.mods > 0 && p.modRunes <= 10 && hasOffices(p.kindSoFar()) && (p.leaderFollows(p.at+h.long) || p.isBureau(h))
	case classTail:
		return len(p.good) > 0 && p.mods == 0 || p.isAreasOffice(h)
	case classVillage:
		return p.c.local != "" && p.mods == 0
	}
	return p.acceptsOpen(h, after)
}

// afterRound tells whether the word before is 轮: 第四轮|巡视|组长 is no group's.
func (p *nameParser) afterRound() bool { return p.runes[p.at-1] == '轮' }

// isNumberedCourt tells whether the head noun is that of a court of its own number
// or field: 海南省|第二|中级|人民法院.
func (p *nameParser) isNumberedCourt(h *head) bool {
	return strings.HasSuffix(h.term, "法院") && len(p.good) == 0 && p.c.area != "" && p.c.local == "" && p.mods > 0 && p.modRunes <= 6
}

// hasOffices tells whether bodies of the kind have offices called 处, 科 and the like.
func hasOffices(kind string) bool {
	return kind == corpus.KindGovernment || kind == corpus.KindEnterprise || kind == corpus.KindInstitution
}

// isAreasOffice tells whether the head noun is that of an area's office that says what
// it is for: 某市|合作交流|办公室.
func (p *nameParser) isAreasOffice(h *head) bool {
	return h.term == "办公室" && len(p.good) == 0 && p.modRunes >= 4 && !p.nation
}

// isNamedGroup tells whether the head noun is that of an area's group that says what it
// is for: 某市|正风肃纪|督导组.
func (p *nameParser) isNamedGroup(h *head) bool {
	return len(p.good) == 0 && p.modRunes >= 4 && p.c.local == "" && p.c.kindArea != "" && strings.HasSuffix(h.term, "组") && h.long > 2
}

// isBureau tells whether the head noun is that of a bureau of a ministry: 某部|规划|司.
func (p *nameParser) isBureau(h *head) bool {
	return h.term == "司" && p.c.body >= 0 && p.modRunes >= 2 && p.c.kind == corpus.KindGovernment && p.startsToken(p.at+1)
}

// leaderFollows tells whether the post of someone who leads or led a part of a body stands at i.
func (u *unitFinder) leaderFollows(i int) bool {
	s := u.slice(i, min(len(u.runes), i+8))
	s = strings.TrimPrefix(strings.TrimPrefix(s, "原"), "副")
	for _, w := range [...]string{"处长", "科长", "股长", "司长", "巡视员", "调研员", "主任科", "负责人", "干部", "工作人员", "工作，", "党支部书记", "党总支书记", "党委书记"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

func (p *nameParser) acceptsBody(h *head, after *head, first bool) bool {
	if first || p.isNumberedCourt(h) || p.zoneEnd == p.at && h.kind != corpus.KindInspection {
		return true
	}
	switch h.kind {
	case corpus.KindInspection:
		return (after == weiHead || p.c.body >= 0 || p.afterRegionsParty(after)) && p.modRunes <= 6 && !p.afterRound()
	case corpus.KindDiscipline, corpus.KindParty:
		return len(p.good) > 0 && (p.mods == 0 || p.modRunes <= 2 && strings.HasPrefix(p.slice(p.at-p.modRunes, p.at), "机关") || p.mods == 1 && strings.HasSuffix(p.slice(p.at-2, p.at), "机关"))
	}
	return p.areaInside && h.kind == corpus.KindGovernment
}

// afterRegionsParty tells whether the party committee of an autonomous region was just
// read, which is called 党委 where others are called 委.
func (p *nameParser) afterRegionsParty(after *head) bool {
	return after != nil && after.term == "党委" && len(p.good) == 1 && level(p.c.area) == 1 && p.c.local == ""
}

// acceptsOpen tells whether a head noun that needs modifiers has them.
func (p *nameParser) acceptsOpen(h *head, after *head) bool {
	if len(p.good) > 0 {
		return p.acceptsChild(h, after)
	}
	if p.mods > 0 {
		if h.term == "中心" && p.isPlan(p.slice(max(p.start, p.at-2), p.at)) {
			return false
		}
		return !p.ordinal || p.mods > 1 || h.kind != corpus.KindGovernment || strings.HasSuffix(h.term, "法院")
	}
	return !needsModifier[h.term] || p.c.area != "" && p.c.local == "" && (h.term == "分行" || h.term == "分公司")
}

// isPlan tells whether a centre of that kind is what a city is to become, and no body: 国际金融|中心.
func (p *nameParser) isPlan(word string) bool {
	switch word {
	case "金融", "航运", "贸易", "经济", "科创", "消费", "枢纽":
		return true
	case "文化":
		return p.nation // 全国文化|中心
	case "创新":
		return strings.Contains(p.slice(p.start, p.at), "国际")
	}
	return false
}

// acceptsChild tells whether the head noun may name a part of the body just read.
func (p *nameParser) acceptsChild(h *head, after *head) bool {
	if p.modRunes > 9 {
		return false
	}
	if p.mods == 0 && legalForms[h.term] && after != nil && after.term == "局" && p.c.kind == corpus.KindEnterprise {
		return true // 中国建筑第八工程局|有限公司
	}
	if p.mods == 0 && strings.HasPrefix(h.term, "集团") && (after != nil && after.term == "局" || after == nil && p.c.kind == corpus.KindEnterprise) {
		return p.runes[p.at-1] != '团' // 中铁某局|集团, 中国远洋海运|集团
	}
	if p.mods == 0 && strings.HasSuffix(h.term, "公司") {
		former := p.runes[p.at-1] == '原'                                                              // 中国进出口银行原|公司客户部
		return !former && (p.kindSoFar() == corpus.KindEnterprise || strings.HasPrefix(h.term, "集团")) // 中粮集团|有限公司
	}
	if after != nil && after.kind != corpus.KindEnterprise && h.kind == corpus.KindEnterprise {
		return false
	}
	if p.mods == 0 {
		return !needsModifier[h.term] || h.term == "办公室"
	}
	return (h.long > 1 || p.areaInside || p.c.body >= 0 && p.modRunes > 1) && ((p.areaSince || p.c.body >= 0 && p.mods > 1 && p.modRunes > 3) && p.kindSoFar() == corpus.KindEnterprise || h.term != "公司" && h.term != "集团")
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
	"管理办公室 研究会 促进会 俱乐部 煤矿 酒厂 幼儿园 设计院 分院 分社 支行 分行 实验学校 农场 林场 检测中心 监测站 研究中心 研究院 研究所 公安处")

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
