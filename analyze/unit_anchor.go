package analyze

import (
	"slices"
	"strings"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
)

// anchor reads what a name may begin with: areas, a town, a relative area, a
// national body, or 中国 and the like.
func (p *nameParser) anchor() bool {
	switch {
	case p.corpsDivision():
	case p.nationalBody():
	case p.namedBody():
	case p.areas():
	case p.town():
	case p.relativeArea():
	case p.relativeTown():
	case p.relativeMinistry():
	case p.league():
	case p.nationalWord():
	case p.runes[p.at] == '驻':
		return p.dispatched()
	default:
		return false
	}
	return true
}

// areas reads a chain of areas (湖南省|衡阳市), and a town or a village after it.
func (p *nameParser) areas() bool {
	pl, ok := p.placeAt(p.at)
	if !ok || pl.code == gazetteer.Nation || pl.relative && p.runes[pl.start] == '全' {
		return false
	}
	p.c.area, p.c.areaName = pl.code, p.text(pl.span)
	kept := pl.start
	p.at = pl.end
	if pl.relative {
		p.c.areaName = ""
	}
	for range 5 {
		next, ok := p.placeAt(p.at)
		if !ok || next.relative || !p.isWithin(next.code, p.c.area) {
			break
		}
		if p.shortFrom < 0 && !p.lex.saysKind(p.slice(kept, p.at)) {
			p.shortFrom = kept
		}
		kept, p.at = next.start, next.end
		p.c.area, p.c.areaName = next.code, p.text(next.span)
	}
	if p.at < len(p.runes) && (p.runes[p.at] == '）' || p.runes[p.at] == ')') {
		return false // 某某（天津）|信息技术有限公司
	}
	p.againAbove(&kept)
	p.areaFrom, p.restFrom = kept, p.at
	if p.localAt(p.at) {
		p.town()
		return true
	}
	p.redundant()
	return true
}

// againAbove reads an area named again where the body's own name begins: 某县|山西|某某集团.
func (p *nameParser) againAbove(kept *int) {
	again, ok := p.placeAt(p.at)
	if ok && !again.relative && *kept > p.start && p.isWithin(p.c.area, again.code) && again.code != p.c.area {
		p.c.areaName, p.shortFrom = p.text(again.span), -1
		*kept, p.at = again.start, again.end
	}
}

// isWithin tells whether an area lies in another, or is it.
func (u *unitFinder) isWithin(code, area string) bool {
	return code == area || slices.Contains(u.lex.gaz.Ancestors(code), area)
}

// redundant skips the kind of the area where it is said twice: 蔚县|县委, 开封市|市委.
func (p *nameParser) redundant() {
	s, k := p.kindAtEnd(p.at)
	if k == "" || p.c.areaName == "" || !strings.HasSuffix(p.c.areaName, string(k)) && p.lex.saysKind(p.c.areaName) {
		return
	}
	if s.end < len(p.runes) && (p.runes[s.end] == '委' || len(p.hitsAt(tableHeads, s.end)) > 0) && !p.headHere() {
		p.at = s.end
		p.restFrom = p.at
		if !p.lex.saysKind(p.c.areaName) {
			p.c.areaName += string(k)
		}
	}
}

// headHere tells whether a department's head noun begins right here: 市场监管局 is no 市 + 场监管局.
func (p *nameParser) headHere() bool {
	for _, h := range p.hitsAt(tableHeads, p.at) {
		if c := p.lex.heads[h.row].class; c == classDept || c == classBody {
			return true
		}
	}
	return false
}

// town reads a chain of towns and villages: 杨林镇|石峡村.
func (p *nameParser) town() bool {
	l, ok := p.localStarting(p.at)
	if !ok {
		return false
	}
	for ok {
		p.c.local, p.at = p.text(l.span), l.end
		if p.c.area == "" {
			p.c.area = l.code
		}
		l, ok = p.localStarting(p.at)
	}
	p.restFrom = p.at
	return true
}

// nationalBody reads a body that has a name of its own.
func (p *nameParser) nationalBody() bool {
	hits := p.hitsAt(tableBodies, p.at)
	for i := len(hits) - 1; i >= 0; i-- {
		if !p.startsToken(hits[i].start) || !p.startsToken(hits[i].end) && !p.endsBody(hits[i].end) && !p.isSession(hits[i].end) && !p.beginsNamed(hits[i].span) {
			continue
		}
		p.c.body, p.c.kind = hits[i].row, col(p.lex.row(tableBodies, hits[i].row), 1)
		p.at, p.restFrom = hits[i].end, hits[i].start
		p.good = append(p.good, goodEnd{p.at, nil})
		return true
	}
	return false
}

// beginsNamed tells whether the segmenter takes a body and a part of it for one name: 公安部|经济犯罪侦查局.
func (p *nameParser) beginsNamed(s span) bool {
	t := p.word(s.start)
	return t.start == s.start && t.end > s.end+2 && t.pos == "nt"
}

// isSession tells whether what ends at i is a standing committee in session: 常委会|会议, 常委会|议.
func (p *nameParser) isSession(i int) bool {
	return p.runes[i-1] == '会' && i < len(p.runes) && (p.runes[i] == '议' || strings.HasPrefix(p.slice(i, min(len(p.runes), i+2)), "会议"))
}

// endsBody tells whether a body may end at i inside a word of the segmenter.
func (p *nameParser) endsBody(i int) bool {
	return strings.ContainsRune("党机关原副部长网驻直书办常", p.runes[i])
}

// nationalWord reads 中国, 国家 and the like, which names of national bodies begin with.
func (p *nameParser) nationalWord() bool {
	for _, w := range [...]string{"中国", "国家", "全国", "中央", "中华", "中共", "武警", "国网", "华电", "华能", "国能", "中车", "中核", "中粮", "中化", "中盐", "中煤", "中冶", "中航"} {
		end := p.at + 2
		if end < len(p.runes) && p.slice(p.at, end) == w && (w == "中共" || p.headFollows(end)) && p.startsToken(p.at) && (p.startsToken(end) || p.word(p.at).pos == "nt") {
			p.nation, p.restFrom, p.at = true, p.at, end
			if _, ok := p.placeAt(end); isBrand(w) && !ok || p.isNoBody(end) {
				return false
			}
			if w == "中共" { // 中共浏阳市委
				p.nation = false
				return p.areas() || p.relativeArea()
			}
			return true
		}
	}
	return false
}

// corpsDivision reads a division of the Corps before the city that it is one with:
// 新疆生产建设兵团第八师|石河子市.
func (p *nameParser) corpsDivision() bool {
	i := p.at
	for _, h := range p.hitsAt(tableBodies, i) {
		if bodyEntry(p.lex.row(tableBodies, h.row)) == "新疆生产建设兵团" {
			i = h.end
		}
	}
	rest := p.slice(i, min(len(p.runes), i+5))
	number, ok := strings.CutPrefix(rest, "第")
	if i == p.at || !ok {
		return false
	}
	left := strings.TrimLeft(number, "一二三四五六七八九十")
	if left == number || !strings.HasPrefix(left, "师") {
		return false
	}
	was := p.at
	p.at = i + 2 + len([]rune(number)) - len([]rune(left))
	if p.areas() {
		return true
	}
	p.at = was
	return false
}

// league reads 共青团 before the committee of an area: 共青团|湖南省委.
func (p *nameParser) league() bool {
	end := p.at + 3
	if end >= len(p.runes) {
		return false
	}
	if p.runes[p.at] == '团' && p.startsToken(p.at) && p.runes[p.at+2] == '委' {
		end = p.at + 1 // 团|县委
	} else if p.slice(p.at, end) != "共青团" {
		return false
	}
	if p.at = end; !p.areas() && !p.relativeArea() || p.c.local != "" || p.at >= len(p.runes) || p.runes[p.at] != '委' {
		return false
	}
	p.restFrom = p.at
	p.take(p.at+1, leagueHead)
	return true
}

var leagueHead = &head{term: "团委", kind: corpus.KindOther, class: classBody, group: "团委", long: 1}

// isBrand tells whether a word is what the companies of a group in an area begin with: 华电|新疆|….
func isBrand(w string) bool {
	switch w {
	case "华电", "华能", "国能", "中车", "中核", "中粮", "中化", "中盐", "中煤", "中冶", "中航":
		return true
	}
	return false
}

// isNoBody tells whether what follows 中国 and the like at i makes no name of a body:
// 中国|共产党纪律检查委员会工作条例, 中国|特色, 第十九次全国|代表大会.
func (p *nameParser) isNoBody(i int) bool {
	rest := p.slice(i, min(len(p.runes), i+4))
	for _, w := range [...]string{"共产党", "特色", "式现代", "委员会", "代表大会", "）", ")"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// namedBody reads a name that the segmenter knows as a whole: 北京大学.
func (p *nameParser) namedBody() bool {
	if !p.bodyWords.starts(p.runes, p.at) {
		return false
	}
	t := p.word(p.at)
	if t.start != p.at || t.pos != "nt" || t.len() < 4 {
		return false
	}
	for i := p.at + 2; i < t.end; i++ {
		for _, h := range p.hitsAt(tableHeads, i) {
			if x := &p.lex.heads[h.row]; h.end == t.end && standsAlone[x.term] && t.len()-x.long >= 2 && p.lex.words[p.slice(t.start, i)] == useUnknown {
				p.restFrom = p.at
				p.take(t.end, x)
				return true
			}
		}
	}
	return false
}
