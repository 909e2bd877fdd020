package analyze

import (
	"sort"

	"jiandu/corpus"
)

// dispatched reads 驻 + host + 纪检监察组.
func (p *nameParser) dispatched() bool {
	if p.at >= len(p.runes) || p.runes[p.at] != '驻' || p.mods > 0 && !p.afterPai() {
		return false
	}
	from := p.at
	if p.groupAt(from+1) > 0 {
		return false // 派驻纪检监察组
	}
	for i := from + 2; i < len(p.runes) && i < from+26; i++ {
		switch p.runes[i] {
		case '\n', '，', '。', '、', '；', '：', ',', ';', ':', '“', '”', '驻':
			return false
		}
		end := p.groupAt(i)
		if end == 0 {
			continue
		}
		if !p.isHost(span{from + 1, i}) {
			return false
		}
		p.c.host = p.hostName(span{from + 1, i})
		p.c.dispatchedAt = from
		p.good = append(p.good, goodEnd{end, &head{term: "驻", kind: corpus.KindDispatched, class: classBody, group: "驻" + p.c.host}})
		if len(p.good) == 1 && from == p.start {
			p.restFrom = from
		}
		p.at, p.mods, p.modRunes = end, 0, 0
		return true
	}
	return false
}

// afterPai tells whether the word before is 派 (派驻).
func (p *nameParser) afterPai() bool { return p.runes[p.at-1] == '派' }

// dispatchedHeads are what a dispatched group is called, longer first.
var dispatchedHeads = [...]string{"纪检监察组", "纪检监察工委", "监察专员办公室", "监察专员办事处", "监察专员办", "监察办公室", "纪检组", "监察组"}

// groupAt gives the end of 纪检监察组 or the like at i, or 0.
func (p *nameParser) groupAt(i int) int {
	for _, w := range dispatchedHeads {
		end := i + len([]rune(w))
		if end <= len(p.runes) && p.slice(i, end) == w {
			return end
		}
	}
	return 0
}

// hostName gives the name of the host in s, resolved where it is relative: 部, 市财政局.
func (p *nameParser) hostName(s span) string {
	if s.len() == 1 && p.runes[s.start] == '部' {
		if name := p.ministryBefore(s.start); name != "" {
			return name
		}
		return p.text(s)
	}
	if c, ok := p.parseTo(s.start, s.end); ok && c.end == s.end {
		p.c.hostArea = c.area
		return p.nameOf(&c)
	}
	return p.text(s)
}

// ministryBefore gives the ministry that 部 means at i: the one named last before, else the first after.
func (p *unitFinder) ministryBefore(i int) string {
	hits := p.hits[tableBodies]
	n := sort.Search(len(hits), func(n int) bool { return hits[n].start >= i })
	for j := n - 1; j >= 0 && j > n-lookBack; j-- {
		if name := p.ministry(hits[j]); name != "" {
			return name
		}
	}
	for _, h := range hits[n:min(len(hits), n+lookBack)] {
		if name := p.ministry(h); name != "" {
			return name
		}
	}
	return ""
}

// ministry gives the name of the ministry that a hit is, or "".
func (p *unitFinder) ministry(h hit) string {
	if row := p.lex.row(tableBodies, h.row); col(row, 1) == corpus.KindGovernment && p.runes[h.end-1] == '部' {
		return row[0]
	}
	return ""
}

// isHost tells whether s may name a host: no class of bodies (应急部门).
func (p *nameParser) isHost(s span) bool {
	if isDigit(p.runes[s.start]) {
		return false // 派驻10个纪检组
	}
	if c, ok := p.parseTo(s.start, s.end); ok && c.end == s.end {
		return true
	}
	for i := s.start; i < s.end; i++ {
		t := p.word(i)
		if p.runes[i] == '是' || t.start == i && t.len() > 1 && p.lex.words[p.text(t.span)] == useStop {
			return false
		}
	}
	return true
}
