package analyze

import (
	"strings"

	"jiandu/corpus"
)

// relativeArea reads 市, 省 and the like before a head noun.
func (p *nameParser) relativeArea() bool {
	s, k := p.kindAtEnd(p.at)
	if k == "" || k == "国" || !p.startsToken(p.at) && !p.afterGood(p.at) && !p.afterVerb(p.at) && (p.at == p.start || p.runes[p.at-1] != '团') || p.isClassBefore(p.at) {
		return false
	}
	if !p.startsToken(s.end) && p.runes[s.end] != '委' && len(p.hitsAt(tableHeads, s.end)) == 0 {
		return false // 县域, 区属
	}
	if k == "区" && isZone(p.slice(max(0, s.end-3), s.end)) {
		return false // 深汕特别合作|区纪检监察工委
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

// afterVerb tells whether the segmenter joined a verb or 和 with what begins at i: 会同|县财政局, 和|县纪委.
func (p *nameParser) afterVerb(i int) bool {
	t := p.word(i)
	if t.start == i-1 && t.end == i+1 && p.runes[t.start] == '和' {
		return true
	}
	return t.start == i-2 && t.end == i+1 && p.slice(t.start, i) == "会同"
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
	if t := p.word(i - 1); t.start == i-1 && p.runes[i-1] == '和' {
		return false // 和|县纪委
	} else if (t.pos == "ns" || t.pos == "nrt" || t.pos == "x" && isHan(p.runes[i-1])) && !p.afterGood(i) {
		return true // the area's own name, which the gazetteer does not know
	}
	switch p.runes[i-1] {
	case '各', '等', '某', '个', '名', '家', '省', '县', '区', '乡', '镇', '跨', '多', '该', '全', '）', ')', '两', '三', '级', '每', '地':
		return !p.afterGood(i)
	case '市', '州':
		_, ok := p.placeEnding(i)
		return !ok && !p.afterGood(i)
	case '、', '（', '(':
		if i > 2 && isTownKind(p.runes[i-2]) && isHan(p.runes[i-3]) && !strings.ContainsRune("各乡镇级个", p.runes[i-3]) {
			return false // 某某镇、|县财政局, not 各乡镇、|县…
		}
		return i > 1 && strings.ContainsRune("省市县区乡镇州", p.runes[i-2]) && !p.inList(i)
	}
	return strings.HasSuffix(p.slice(max(0, i-2), i), "各级") || strings.HasSuffix(p.slice(max(0, i-2), i), "相关") || strings.HasSuffix(p.slice(max(0, i-2), i), "有关") || strings.HasSuffix(p.slice(max(0, i-2), i), "部分")
}

// inList tells whether the mark before i follows a place or a town by name: 衡南县、|县…, 乙河镇、|县…
func (p *nameParser) inList(i int) bool {
	_, ok := p.placeEnding(i - 1)
	n := p.firstLocalFrom(i - 1)
	return ok || n > 0 && p.locals[n-1].end == i-1
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
	if kind == '村' && p.villageBody() {
		end = p.at
	}
	if end >= len(p.runes) || !p.startsToken(p.at) || p.isClassBefore(p.at) || p.at > 0 && strings.ContainsRune("乡镇村原农", p.runes[p.at-1]) && p.runes[p.at-1] != '原' {
		return false
	}
	if p.namedHere(p.at) {
		return false // 邵家寨|村民小组, 胡吉吐莫|镇政府
	}
	l, ok := p.localBefore(kind, p.at)
	if !ok {
		return false
	}
	p.c.local, p.c.area, p.at, p.restFrom = p.text(l.span), l.code, end, end
	return true
}

// namedHere tells whether a name that no list has stands right before i, of which 村 is the end.
func (p *nameParser) namedHere(i int) bool {
	if i == 0 || !isHan(p.runes[i-1]) || p.afterGood(i) {
		return false
	}
	t := p.word(i - 1)
	return t.len() == 1 && (strings.HasPrefix(t.pos, "n") || t.pos == "x") && !commonParticle(p.runes[i-1])
}

// villageBody tells whether a body of a village stands here, whose name begins with 村: 村委会.
func (p *nameParser) villageBody() bool {
	for _, h := range p.hitsAt(tableHeads, p.at) {
		if p.lex.heads[h.row].class == classVillage {
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
