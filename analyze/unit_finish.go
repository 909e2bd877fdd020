package analyze

import (
	"strings"

	"jiandu/corpus"
)

// finish gives the longest name read, unless what follows makes it something else.
func (p *nameParser) finish() (unitName, bool) {
	for n := len(p.good) - 1; n >= 0; n-- {
		g := p.good[n]
		if g.head != nil && n > 0 && p.isPost(g) {
			continue // X党组书记 names X
		}
		if !p.isMeeting(g.end) && !p.isPerson(g) {
			return p.build(n), true
		}
		if g.head == nil {
			return unitName{}, false
		}
		if n > 0 && p.isMeeting(g.end) {
			return unitName{}, false
		}
	}
	return unitName{}, false
}

// isPost tells whether a party group inside a body is only part of someone's post.
func (p *nameParser) isPost(g goodEnd) bool {
	switch g.head.term {
	case "党组", "党委", "党工委", "党支部", "党总支", "机关党委", "党总支部", "工会", "直属机关党委":
	default:
		return false
	}
	if p.c.local != "" && len(p.good) == 1 {
		return false
	}
	return isPartyPost(p.slice(g.end, min(len(p.runes), g.end+4)))
}

// isPartyPost tells whether a post in a party group begins the text: 原副书记, 委员.
func isPartyPost(s string) bool {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "原"), "副")
	for _, w := range [...]string{"书记", "成员", "委员", "班子", "副书", "常委"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// isMeeting tells whether the name goes on as that of a meeting: 纪委|二次全会.
func (p *nameParser) isMeeting(end int) bool {
	s := p.slice(end, min(len(p.runes), end+12))
	if strings.HasPrefix(s, "大院") {
		return true // 从农村大院到省委大院
	}
	if p.isSession(end) {
		return p.start == 0 || p.runes[p.start-1] != '经' // 经中央纪委常委会|会议研究
	}
	if rest, ok := strings.CutPrefix(s, "第"); ok {
		s = rest
	}
	s = strings.TrimLeft(s, "一二三四五六七八九十")
	if rest, ok := strings.CutPrefix(s, "次"); ok {
		s = rest
	} else if rest, ok := strings.CutPrefix(s, "届"); ok {
		s = strings.TrimLeft(rest, "第一二三四五六七八九十次")
	}
	return strings.HasPrefix(s, "全会") || strings.HasPrefix(s, "全体会议") || strings.HasPrefix(s, "全体（扩大）会议")
}

// isPerson tells whether the name goes on as what a person is: 人大|代表, 政协|委员.
func (p *nameParser) isPerson(g goodEnd) bool {
	s := p.slice(g.end, min(len(p.runes), g.end+2))
	term := ""
	if g.head != nil {
		term = g.head.term
	} else if p.c.body >= 0 {
		term = p.lex.row(tableBodies, p.c.body)[0]
	}
	switch {
	case term == "中共中央":
		return s == "总书" || s == "委员"
	case term == "中央纪委":
		return s == "委员"
	case strings.HasSuffix(term, "人大"):
		return s == "代表"
	case strings.HasSuffix(term, "政协"):
		return s == "委员"
	}
	return s == "记者" || s == "通讯"
}

// build makes the unitName that ends with the n-th end.
func (p *nameParser) build(n int) unitName {
	g := p.good[n]
	c := p.c
	c.span = span{p.start, g.end}
	c.alone = g.head == nil
	if p.innerEnd > g.end {
		c.inner = ""
	}
	if g.head != nil {
		c.kind, c.group = g.head.kind, g.head.group
		if g.head.kind == "" || g.head.class == classChild || g.head.term == "研究室" && p.kindBefore(n) != corpus.KindOther || g.head.kind == corpus.KindOther && g.head.class == classTail {
			c.kind = p.kindBefore(n)
			if n == 0 && c.area != "" && c.kind == corpus.KindOther {
				c.kind = corpus.KindGovernment
			}
		}
	}
	if c.area != "" && c.local == "" && c.areaName != "" && !isOrgan(c.kind) && p.shortFrom >= 0 {
		// 上海奉贤…有限公司: the areas are part of the name
		c.areaName = p.slice(p.shortFrom, p.restFrom)
		if pl, ok := p.placeAt(p.shortFrom); ok && c.kind == corpus.KindEnterprise && pl.end < p.restFrom && isProvince(pl.code) {
			c.areaName = p.slice(pl.end, p.restFrom) // 安徽|亳州某某有限公司
		}
	}
	c.rest = p.withoutFormer(p.restFrom, g.end)
	c.zone = p.zoneEnd > 0 || p.hasOwnName(n) || p.isCourtOfField(g)
	if n > 0 && g.head != nil {
		switch g.head.term {
		case "机关":
			c.rest = strings.TrimSuffix(c.rest, "机关")
		}
	}
	for _, t := range [...]string{"纪委监委机关", "纪委机关"} {
		if strings.HasSuffix(c.rest, t) {
			c.rest = strings.TrimSuffix(c.rest, "机关")
			c.group = strings.TrimSuffix(t, "机关")
		}
	}
	if p.c.kind == corpus.KindGovernment && g.head != nil && strings.HasSuffix(g.head.term, "行") && c.body >= 0 {
		c.kind = p.c.kind // a branch of the central bank
	}
	if strings.Contains(c.rest, "正风肃纪") && c.kind == corpus.KindGovernment {
		c.kind = corpus.KindDiscipline
	}
	if strings.Contains(c.rest, "派驻") || strings.Contains(c.rest, "派出") && strings.HasSuffix(c.rest, "组") {
		c.kind = corpus.KindDispatched
	}
	return c
}

// isCourtOfField tells whether the name is that of a court of a field, which has the
// area as it is written: 北京|金融法院.
func (p *nameParser) isCourtOfField(g goodEnd) bool {
	if g.head == nil || !strings.HasSuffix(g.head.term, "法院") || len(p.good) != 1 {
		return false
	}
	field := strings.TrimSuffix(p.slice(p.restFrom, g.end), g.head.term)
	return field != "" && !strings.HasPrefix(field, "第")
}

// hasOwnName tells whether the n-th end is that of an organ of a school or a company,
// whose name has the area as it is written: 哈尔滨医科大学|党委.
func (p *nameParser) hasOwnName(n int) bool {
	for _, g := range p.good[:n] {
		if g.head != nil && (g.head.kind == corpus.KindInstitution || g.head.kind == corpus.KindEnterprise) {
			return true
		}
	}
	return false
}

// isProvince tells whether an area is a province that no city is named as: not 北京, 上海 …
func isProvince(code string) bool {
	return level(code) == 1 && !strings.Contains("110000 120000 310000 500000", code)
}

// kindBefore gives the kind of the body that the n-th end belongs to.
func (p *nameParser) kindBefore(n int) string {
	for n--; n >= 0; n-- {
		if h := p.good[n].head; h != nil && h.kind != "" && h.class != classTail {
			return h.kind
		}
	}
	if p.c.kind != "" {
		return p.c.kind
	}
	return corpus.KindOther
}

// withoutFormer gives the text without 原 (former): 山西省|原|粮食局.
func (p *nameParser) withoutFormer(start, end int) string {
	var b strings.Builder
	for _, i := range p.formers {
		if i >= start && i < end {
			b.WriteString(p.slice(start, i))
			start = i + 1
		}
	}
	if b.Len() == 0 {
		return p.slice(start, end)
	}
	b.WriteString(p.slice(start, end))
	return b.String()
}

// isOrgan tells whether a kind of body belongs to an area: its name takes the area's fullest form.
func isOrgan(kind string) bool {
	switch kind {
	case corpus.KindDiscipline, corpus.KindParty, corpus.KindGovernment, corpus.KindInspection, corpus.KindDispatched:
		return true
	}
	return false
}
