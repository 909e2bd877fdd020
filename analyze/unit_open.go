package analyze

import (
	"sort"
	"strings"

	"jiandu/corpus"
)

// findOpen finds companies, schools and the like without an area before them:
// a head noun, and to its left a word that is a name.
func (u *unitFinder) findOpen() {
	n := len(u.found)
	for _, h := range u.hits[tableHeads] {
		x := &u.lex.heads[h.row]
		if !standsAlone[x.term] || !u.startsToken(h.end) || u.covered(h.span, n) {
			continue
		}
		start, ok := u.nameBefore(h.start)
		if !ok || u.covered(span{start, h.end}, n) {
			continue
		}
		s := span{start, h.end}
		if m := len(u.found); m > n && u.found[m-1].overlaps(s) {
			if u.found[m-1].covers(s) {
				continue
			}
			s.start, u.found = u.found[m-1].start, u.found[:m-1] // 某某集团|有限公司
		}
		c := unitName{span: s, rest: u.text(s), kind: x.kind, group: x.group, body: -1}
		u.extendByOrgan(&c)
		u.found = append(u.found, c)
	}
	u.sortFound()
}

// extendByOrgan reads the discipline or party body of a company or a school that was
// just read: 川投集团|纪委.
func (u *unitFinder) extendByOrgan(c *unitName) {
	hits := u.hitsAt(tableHeads, c.end)
	for i := len(hits) - 1; i >= 0; i-- {
		h := &u.lex.heads[hits[i].row]
		if h.class != classBody || h.kind != corpus.KindDiscipline && h.kind != corpus.KindParty || !u.endsName(hits[i].end, h) {
			continue
		}
		if h.kind == corpus.KindParty && isPartyPost(u.slice(hits[i].end, min(len(u.runes), hits[i].end+4))) {
			return // X党委书记 names X
		}
		c.end, c.kind, c.group = hits[i].end, h.kind, h.group
		c.rest = u.text(c.span)
		return
	}
}

// findZoneOrgans finds the organs of zones that stand without the name of an area:
// 城陵矶新港区|纪工委.
func (u *unitFinder) findZoneOrgans() {
	n := len(u.found)
	for _, h := range u.hits[tableHeads] {
		x := &u.lex.heads[h.row]
		if !zoneOrgans[x.term] || !isZone(u.slice(max(0, h.start-4), h.start)) || u.covered(h.span, n) || !u.endsName(h.end, x) || u.longerHead(h) {
			continue
		}
		start := u.officeStart(h.start)
		for start > 0 && h.start-start < 8 && isHan(u.runes[start-1]) && u.word(start-1).len() == 1 && !commonParticle(u.runes[start-1]) {
			start-- // 普|湾新区|纪工委
		}
		if s := (span{start, h.end}); h.start-start > 3 && !u.covered(s, n) && !u.isClass(start) {
			c := unitName{span: s, rest: u.text(s), kind: x.kind, group: x.group, body: -1}
			if _, named := u.nameBefore(h.start); named {
				c.inner = u.countyBefore(u.doc, start)
			} else {
				c.area = u.countyBefore(u.doc, start) // 某县县委常委、|工业园区党工委
			}
			u.found = append(u.found, c)
		}
	}
	if len(u.found) > n {
		u.sortFound()
	}
}

// zoneOrgans holds the head nouns of the organs that zones have.
var zoneOrgans = setOf("纪工委 党工委 管委会 管理委员会 纪检监察工委 监察工委 工委")

// standsAlone holds the head nouns that make a name with a proper name alone.
var standsAlone = setOf("有限公司 有限责任公司 股份有限公司 集团有限公司 集团公司 集团 公司 煤业 煤矿 矿业 药业 酒业 电厂 发电厂 合作社 专业合作社 " +
	"银行 农商行 农商银行 分公司 油田 风景名胜区管理局 风景名胜区管委会 风景区管委会 纪念馆 博物馆 展览馆 陈列馆 大学 学院 医院 研究院 中学 小学 日报社 电视台 报社 出版社 消防救援站 监狱 派出所 看守所")

// covered tells whether one of the first n mentions holds a part of s.
func (u *unitFinder) covered(s span, n int) bool {
	i := sort.Search(n, func(i int) bool { return u.found[i].end > s.start })
	return i < n && u.found[i].overlaps(s)
}

// nameBefore finds where the name begins whose head noun begins at i, and whether
// a word of it is a name.
func (u *unitFinder) nameBefore(i int) (start int, ok bool) {
	start = i
	single := 0
	for start > 0 && i-start < 12 && u.runes[start-1] != '\n' {
		if before, isPlace := u.bracketBefore(start); isPlace {
			start = before
			continue
		}
		t := u.word(start - 1)
		if start == i && t.end > i && t.pos == "nt" {
			t.end = i // 华菱|钢铁集团
		}
		word := u.text(t.span)
		if t.len() == 1 && strings.ContainsRune("是在被把了的让", u.runes[t.start]) {
			break
		}
		if t.end > start || !u.lex.insideName(word, t.pos, t.len()) && !(t.len() == 1 && t.pos == "v" && single > 0 || t.len() == 1 && t.pos == "v" && start == i && u.singleBefore(t.start) || t.len() == 1 && t.pos == "m" && u.singleBefore(t.start)) {
			break
		}
		switch {
		case t.len() == 1 && isHan(u.runes[t.start]):
			single++
			ok = ok || single > 1
		case t.pos == "nr" || t.pos == "nz" || t.pos == "ns" || t.pos == "nrt" || t.pos == "nrfg":
			single = 0
			ok = ok || u.lex.words[word] != useModifier
		default:
			single = 0
		}
		start = t.start
	}
	return start, ok
}

// bracketBefore gives where the brackets begin that end at i and hold an area: 某某|（天津）.
func (u *unitFinder) bracketBefore(i int) (start int, ok bool) {
	if r := u.runes[i-1]; r != '）' && r != ')' || i < 4 {
		return i, false
	}
	pl, ok := u.placeEnding(i - 1)
	if !ok || pl.start == 0 || u.runes[pl.start-1] != '（' && u.runes[pl.start-1] != '(' {
		return i, false
	}
	return pl.start - 1, true
}

// singleBefore tells whether a word of one character that may stand in a name ends at i.
func (u *unitFinder) singleBefore(i int) bool {
	if i == 0 {
		return false
	}
	t := u.word(i - 1)
	return t.len() == 1 && isHan(u.runes[t.start]) && u.lex.insideName(u.text(t.span), t.pos, 1)
}
