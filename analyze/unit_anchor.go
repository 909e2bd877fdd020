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
	case p.nationalBody():
	case p.namedBody():
	case p.areas():
	case p.town():
	case p.relativeArea():
	case p.relativeTown():
	case p.relativeMinistry():
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
	p.areaFrom, p.restFrom = kept, p.at
	if p.localAt(p.at) {
		p.town()
		return true
	}
	p.redundant()
	return true
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

// relativeArea reads 市, 省 and the like before a head noun.
func (p *nameParser) relativeArea() bool {
	s, k := p.kindAtEnd(p.at)
	if k == "" || k == "国" || !p.startsToken(p.at) && !p.afterGood(p.at) || p.isClassBefore(p.at) {
		return false
	}
	if !p.startsToken(s.end) && p.runes[s.end] != '委' && len(p.hitsAt(tableHeads, s.end)) == 0 {
		return false // 县域, 区属
	}
	if isTownKind(p.runes[s.end]) || p.runes[s.end] == '级' {
		return false // 县乡村…
	}
	p.c.kindArea = k
	p.c.area = p.areaAt(p.doc, k, p.at)
	p.at = s.end
	p.restFrom = p.at
	return true
}

// kindAtEnd reads the kind of area at i, nothing at the end of the text.
func (p *nameParser) kindAtEnd(i int) (span, kindOfArea) {
	if i+1 >= len(p.runes) {
		return span{}, ""
	}
	return p.kindAt(i)
}

// afterGood tells whether a unit just ended at i: 市委|市政府.
func (p *nameParser) afterGood(i int) bool {
	n := len(p.found)
	return n > 0 && p.found[n-1].end == i
}

// isClassBefore tells whether what stands before i makes the name a class: 各|市, 省|市, 县（市）|区.
func (p *nameParser) isClassBefore(i int) bool {
	if i == 0 || p.runes[i-1] == '\n' {
		return false
	}
	if t := p.word(i - 1); (t.pos == "ns" || t.pos == "nrt" || t.pos == "x" && isHan(p.runes[i-1])) && !p.afterGood(i) {
		return true // the area's own name, which the gazetteer does not know
	}
	switch p.runes[i-1] {
	case '各', '某', '个', '名', '家', '省', '县', '区', '乡', '镇', '跨', '多', '该', '全', '）', ')', '两', '三', '级', '每', '地':
		return !p.afterGood(i)
	case '市', '州':
		_, ok := p.placeEnding(i)
		return !ok && !p.afterGood(i)
	case '、', '（', '(':
		return i > 1 && strings.ContainsRune("省市县区乡镇州", p.runes[i-2]) && !p.inList(i)
	}
	return strings.HasSuffix(p.slice(max(0, i-2), i), "各级") || strings.HasSuffix(p.slice(max(0, i-2), i), "相关") || strings.HasSuffix(p.slice(max(0, i-2), i), "有关") || strings.HasSuffix(p.slice(max(0, i-2), i), "部分")
}

// inList tells whether the mark before i follows a place by name: 衡南县、县…
func (p *nameParser) inList(i int) bool {
	_, ok := p.placeEnding(i - 1)
	return ok
}

// relativeTown reads 镇, 乡, 街道, 村, 社区 before a head noun, and finds which one is meant.
func (p *nameParser) relativeTown() bool {
	end := p.at + 1
	kind := p.runes[p.at]
	switch kind {
	case '镇', '乡', '村':
	case '街', '社':
		end++
	default:
		return false
	}
	if end >= len(p.runes) || !p.startsToken(p.at) || p.isClassBefore(p.at) || p.at > 0 && strings.ContainsRune("乡镇村原农", p.runes[p.at-1]) && p.runes[p.at-1] != '原' {
		return false
	}
	l, ok := p.localBefore(kind, p.at)
	if !ok {
		return false
	}
	p.c.local, p.c.area, p.at, p.restFrom = p.text(l.span), l.code, end, end
	return true
}

// nationalBody reads a body that has a name of its own.
func (p *nameParser) nationalBody() bool {
	hits := p.hitsAt(tableBodies, p.at)
	for i := len(hits) - 1; i >= 0; i-- {
		if !p.startsToken(hits[i].start) || !p.startsToken(hits[i].end) && !p.endsBody(hits[i].end) {
			continue
		}
		p.c.body, p.c.kind = hits[i].row, col(p.lex.row(tableBodies, hits[i].row), 1)
		p.at, p.restFrom = hits[i].end, hits[i].start
		p.good = append(p.good, goodEnd{p.at, nil})
		return true
	}
	return false
}

// endsBody tells whether a body may end at i inside a word of the segmenter.
func (p *nameParser) endsBody(i int) bool {
	return strings.ContainsRune("党机关原副部长网驻直书办", p.runes[i])
}

// nationalWord reads 中国, 国家 and the like, which names of national bodies begin with.
func (p *nameParser) nationalWord() bool {
	for _, w := range [...]string{"中国", "国家", "全国", "中央", "中华", "中共"} {
		end := p.at + 2
		if end < len(p.runes) && p.slice(p.at, end) == w && p.startsToken(p.at) && p.startsToken(end) {
			p.nation, p.restFrom, p.at = true, p.at, end
			if w == "中共" { // 中共浏阳市委
				p.nation = false
				return p.areas() || p.relativeArea()
			}
			return true
		}
	}
	return false
}

// relativeMinistry reads 部 before a party group: 部|党组.
func (p *nameParser) relativeMinistry() bool {
	if p.runes[p.at] != '部' || p.at+2 >= len(p.runes) || !p.startsToken(p.at) {
		return false
	}
	switch p.slice(p.at+1, p.at+3) {
	case "党组", "党委", "机关", "直属":
	default:
		return false
	}
	name := p.ministryBefore(p.at)
	if name == "" {
		return false
	}
	p.c.prefix = name
	p.at++
	p.restFrom = p.at
	p.good = append(p.good, goodEnd{p.at, ministryHead})
	return true
}

var ministryHead = &head{term: "部", kind: corpus.KindGovernment, class: classBody, group: "部", long: 1}

// namedBody reads a name that the segmenter knows as a whole: 北京大学.
func (p *nameParser) namedBody() bool {
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
