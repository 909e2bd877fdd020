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
	inner        string     // code of the last area inside the name, "" none
	host         string     // of a dispatched group
	hostArea     string     // code of the host's area, "" none
	dispatchedAt int        // where 驻 stands
	kindArea     kindOfArea // of a relative name
	zone         bool       // of a zone of the area: 某市|高新区|管委会
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

	zoneEnd    int  // where a zone inside the name ends: 某市|经济开发区|党工委
	innerEnd   int  // where the last area inside the name ends
	areaSince  bool // an area stands after the last head noun: 中国石油|辽阳|石化公司
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
	if p.mods > 0 && len(hits) > 0 && hits[0].len() == 1 && p.at+1 < len(p.runes) && p.runes[p.at] == p.runes[p.at-1] && p.runes[p.at+1] == '长' {
		p.take(p.at, &p.lex.heads[hits[0].row]) // 环境监察局|局长
		return true
	}
	former := p.at > p.start && p.runes[p.at-1] == '原' || len(p.good) > 0 && p.mods == 0
	for i := len(hits) - 1; i >= 0; i-- {
		h := &p.lex.heads[hits[i].row]
		if h.term == "局" && isNoBureau(p.runes[p.at-1]) {
			continue
		}
		if hits[i].end <= p.limit && p.endsName(hits[i].end, h) && p.accepts(h) && !(former && hits[i].end < len(p.runes) && p.runes[hits[i].end] == '长') {
			p.take(p.withSupervision(hits[i].end, h), h)
			return true
		}
	}
	return false
}

// withSupervision gives the end of 区监委 after 区纪委, one body as some provinces write
// it, else i: 余杭区纪委|区监委.
func (p *nameParser) withSupervision(i int, h *head) int {
	if h.term != "纪委" || len(p.good) > 0 {
		return i
	}
	if s, k := p.kindAtEnd(i); k != "" && strings.HasPrefix(p.slice(s.end, min(len(p.runes), s.end+2)), "监委") {
		return s.end + 2
	}
	return i
}

// isNoBureau tells whether a word that 局 ends is no bureau: 工作大|局, 开好|局.
func isNoBureau(before rune) bool { return strings.ContainsRune("大好格布僵全变饭酒", before) }

// take ends the name, for now, after a head noun.
func (p *nameParser) take(end int, h *head) {
	p.good = append(p.good, goodEnd{end, h})
	p.at, p.mods, p.modRunes, p.ordinal, p.areaInside, p.areaSince = end, 0, 0, false, false, false
}

// wei reads 委 after an area: 浏阳市|委, 省|委.
func (p *nameParser) wei() bool {
	if p.runes[p.at] != '委' || p.mods > 0 || len(p.good) > 0 || p.c.area == "" && p.c.kindArea == "" || p.c.local != "" {
		return false
	}
	if p.at+1 < len(p.runes) {
		switch p.runes[p.at+1] {
		case '员', '托', '派', '任', '会':
			if !p.isVerbAfterWei(p.at + 1) {
				return false
			}
		}
	}
	p.take(p.at+1, weiHead)
	if i := p.at + 1; i < p.limit && p.runes[i-1] == '办' && (!isHan(p.runes[i]) || isListMark(p.runes[i])) {
		p.take(i, committeeOffice)
	}
	return true
}

// committeeOffice is the short name of the office of an area's committee: 县委|办.
var committeeOffice = &head{term: "办", kind: corpus.KindParty, class: classTail, group: "办公室", long: 1}

// isVerbAfterWei tells whether a verb begins at i, and no word that 委 begins: 区委|派出,
// 市委|会同, 县委|任命.
func (p *nameParser) isVerbAfterWei(i int) bool {
	switch p.slice(i, min(len(p.runes), i+2)) {
	case "派出", "派驻", "派员", "会同", "任命", "任免":
		return true
	}
	return false
}

var weiHead = &head{term: "委", kind: corpus.KindParty, class: classBody, group: "委", long: 1}

func (p *nameParser) lastHead() *head {
	if n := len(p.good); n > 0 {
		return p.good[n-1].head
	}
	return nil
}
