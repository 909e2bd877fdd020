package analyze

import (
	"strings"

	"jiandu/corpus"
)

// modifier reads one word that may stand inside a name; false at one that ends it.
func (p *nameParser) modifier() bool {
	limit := 18
	if len(p.good) > 0 {
		limit = 10
	}
	if p.modRunes > limit || p.at >= len(p.runes) {
		return false
	}
	if end, ok := p.bracket(); ok {
		p.skip(end)
		return true
	}
	if end, ok := p.zoneInBrackets(); ok {
		p.skip(end)
		p.zoneEnd, p.areaInside = end, true
		return true
	}
	if pl, ok := p.placeAt(p.at); ok && !pl.relative {
		p.skip(pl.end)
		p.areaInside, p.areaSince = true, true
		p.c.inner, p.innerEnd = pl.code, pl.end
		return true
	}
	if end, ok := p.bodyWithin(); ok {
		p.take(end, &head{kind: p.c.kind, class: classOpen})
		return true
	}
	if len(p.good) > 0 && (p.bodyAt(p.at) || p.areaFollows(p.at)) {
		return false
	}
	if p.ordinal && isListMark(p.runes[p.at]) && p.at+1 < p.limit && p.runes[p.at+1] == '第' {
		p.skip(p.at + 1) // 第一、|第三粮库
		return true
	}
	if p.conjoined() || p.joinsFields() || p.officeElsewhere() {
		p.skip(p.at + 1)
		return true
	}
	t := p.word(p.at)
	if w := p.text(t.span); len(p.good) > 0 && (w == "组织" || w == "派出" && strings.ContainsRune("工督调检专", p.runes[min(t.end, len(p.runes)-1)])) {
		return false // 某省纪委监委|组织|督查组, 某厅|派出|工作组
	}
	if p.headInWord(t) {
		return true
	}
	if p.runes[p.at] == '和' && genericName[p.text(t.span)] {
		return false // 驻县教育局纪检监察组|和|县市场监管局
	}
	if !p.lex.insideName(p.text(t.span), t.pos, t.len()) && !p.verbBeforeHead(t) && !p.inProperName(t) && !p.inCompany(t) {
		return false
	}
	p.skip(t.end)
	p.ordinal = strings.HasPrefix(p.text(t.span), "第") && t.pos == "m"
	if p.endsZone() {
		p.zoneEnd, p.areaInside = p.at, true
	}
	return true
}

// bodyWithin reads a body with a name of its own that is a part of the one just read:
// 水利部|黄河水利委员会, 中国石化|胜利油田.
func (p *nameParser) bodyWithin() (end int, ok bool) {
	if p.c.body < 0 || len(p.good) != 1 || p.mods > 0 || !p.startsToken(p.at) {
		return 0, false
	}
	for _, h := range p.hitsAt(tableBodies, p.at) {
		for _, w := range [...]string{"油田", "油气田", "水利委员会", "海事局", "航务管理局", "海关"} {
			if name := p.text(h.span); strings.HasSuffix(name, w) {
				return h.end, true
			}
		}
	}
	return 0, false
}

// headInWord reads a word that ends in a head noun: 康复|中心.
func (p *nameParser) headInWord(t token) bool {
	if t.pos == "" || t.pos[:1] != "n" && t.pos != "x" || p.lex.words[p.text(t.span)] == useStop {
		return false
	}
	for i := p.at + 1; i < t.end; i++ {
		for _, h := range p.hitsAt(tableHeads, i) {
			if h.end != t.end || h.end > p.limit || h.len() == 1 && (p.c.body < 0 || isNoBureau(p.runes[i-1])) {
				continue
			}
			was := *p
			p.skip(i)
			if x := &p.lex.heads[h.row]; p.accepts(x) {
				p.take(h.end, x)
				return true
			}
			p.mods, p.modRunes, p.at, p.ordinal, p.areaInside = was.mods, was.modRunes, was.at, was.ordinal, was.areaInside
		}
	}
	return false
}

// verbBeforeHead tells whether a verb stands between an area and a head noun: 市|殡葬|管理处.
func (p *nameParser) verbBeforeHead(t token) bool {
	if t.pos != "v" || t.len() < 2 || len(p.good) > 0 || p.lex.words[p.text(t.span)] == useStop {
		return false
	}
	for _, h := range p.hitsAt(tableHeads, t.end) {
		if x := &p.lex.heads[h.row]; x.class == classOpen && x.long > 1 {
			return true
		}
	}
	return false
}

// conjoined tells whether 与 or 和 stands here inside the name of an office whose
// leader is named: 安全|与|质量监督管理|司|副司长.
func (p *nameParser) conjoined() bool {
	if len(p.good) == 0 || p.mods == 0 || p.runes[p.at] != '与' && p.runes[p.at] != '和' || p.kindSoFar() != corpus.KindGovernment {
		return false
	}
	for i := p.at + 1; i < min(len(p.runes)-1, p.at+10); {
		for _, h := range p.hitsAt(tableHeads, i) {
			if x := &p.lex.heads[h.row]; x.class == classChild && (p.leaderFollows(h.end) || x.term == "司" && p.c.body >= 0 && p.startsToken(h.end)) {
				return true
			}
		}
		t := p.word(i)
		if t.len() == 1 && strings.ContainsRune("司处科股", p.runes[i]) || !p.lex.insideName(p.text(t.span), t.pos, t.len()) {
			return false
		}
		i++
	}
	return false
}

// joinsFields tells whether 和 or 与 stands here between the fields of one bureau or
// institute: 某县|经济|和|科技促进|局, 新闻|与|传播研究所.
func (p *nameParser) joinsFields() bool {
	if p.mods == 0 || p.runes[p.at] != '与' && p.runes[p.at] != '和' || p.c.area == "" && p.c.body < 0 {
		return false
	}
	if _, ok := p.placeAt(p.at + 1); ok {
		return false
	}
	for i := p.at + 1; i < min(len(p.runes)-1, p.at+10); {
		if _, k := p.kindAtEnd(i); k != "" && p.startsToken(i+1) || p.bodyAt(i) {
			return false
		}
		for _, h := range p.hitsAt(tableHeads, i) {
			if x := &p.lex.heads[h.row]; (fieldHeads[x.term] || strings.HasSuffix(x.term, "局")) && h.len()+i > p.at+3 && p.endsName(h.end, x) {
				return true
			}
		}
		t := p.word(i)
		if t.start != i || !p.lex.insideName(p.text(t.span), t.pos, t.len()) {
			return false
		}
		i = t.end
	}
	return false
}

// fieldHeads holds the head nouns before which two fields may be joined.
var fieldHeads = setOf("局 厅 委员会 研究所 研究院 促进局 管理局 中心 养护中心 研究中心 保护站 服务中心 发展中心 事务中心 保障中心 开发办公室")

// officeElsewhere tells whether 驻 stands here in the name of a body's office in another
// place: 市政府|驻|武汉|办事处.
func (p *nameParser) officeElsewhere() bool {
	if len(p.good) == 0 || p.mods > 0 || p.runes[p.at] != '驻' {
		return false
	}
	pl, ok := p.placeAt(p.at + 1)
	after := p.slice(pl.end, min(len(p.runes), pl.end+6))
	return ok && (strings.HasPrefix(after, "办事处") || strings.HasPrefix(after, "特派员办") || strings.HasPrefix(after, "专员办"))
}

// inProperName tells whether a verb of one character stands after another single
// character, as in the proper names of companies: 沽|盛|建设.
func (p *nameParser) inProperName(t token) bool {
	if t.len() != 1 || t.pos != "v" || p.mods != 1 || p.modRunes != 1 || len(p.good) > 0 || commonParticle(p.runes[t.start]) || p.lex.words[p.text(t.span)] == useStop {
		return false
	}
	return isHan(p.runes[p.at-1])
}

func (p *nameParser) skip(end int) {
	p.mods++
	p.modRunes += end - p.at
	p.at = end
	p.ordinal, p.areaInside = false, false
}

// bodyAt tells whether a body with a name of its own begins at i.
func (p *nameParser) bodyAt(i int) bool { return p.startsToken(i) && len(p.hitsAt(tableBodies, i)) > 0 }
