package analyze

import "strings"

// endsZone tells whether what was read of the name is that of a zone of its area: 某市|经济开发区.
func (p *nameParser) endsZone() bool {
	if p.c.area == "" || p.c.local != "" || len(p.good) > 0 || p.at-p.restFrom < 3 {
		return false
	}
	return isZone(p.slice(p.restFrom, p.at))
}

// isZone tells whether a name ends as those of zones do.
func isZone(s string) bool {
	for _, w := range [...]string{"开发区", "新区", "高新区", "经开区", "示范区", "试验区", "管理区", "园区", "景区", "风景区", "度假区", "保税区", "合作区", "经济区", "实验区", "工业园", "产业园", "科技园", "集聚区", "港区", "新城"} {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// areaFollows tells whether a new name begins at i with a relative area: 市委|市政府.
func (p *nameParser) areaFollows(i int) bool {
	s, k := p.kindAtEnd(i)
	if t := p.word(i); t.start == i && t.len() == 1 && isTownKind(p.runes[i]) {
		return true // 镇纪委联合|镇…协会
	}
	if k == "" || p.runes[s.end] == '直' {
		return k != "" && p.lastHead() != weiHead
	}
	return p.runes[s.end] == '委' || len(p.hitsAt(tableHeads, s.end)) > 0 && !p.headHere()
}

func isTownKind(r rune) bool { return r == '镇' || r == '乡' || r == '村' }

// bracket reads a short group in brackets: （集团）.
func (p *nameParser) bracket() (int, bool) {
	if p.runes[p.at] != '（' && p.runes[p.at] != '(' {
		return 0, false
	}
	for i := p.at + 1; i < len(p.runes) && i < p.at+8; i++ {
		if r := p.runes[i]; r == '）' || r == ')' {
			inside := p.slice(p.at+1, i)
			_, isPlace := p.placeAt(p.at + 1)
			return i + 1, inside == "集团" || inside == "控股" || inside == "中国" || inside == "股份" || isPlace
		}
	}
	return 0, false
}

// zoneInBrackets reads the zone that a district is one with: 浑南区|（高新区）|纪委监委.
func (p *nameParser) zoneInBrackets() (int, bool) {
	if p.runes[p.at] != '（' && p.runes[p.at] != '(' || p.mods > 0 || len(p.good) > 0 || p.c.area == "" {
		return 0, false
	}
	for i := p.at + 3; i < len(p.runes) && i < p.at+9; i++ {
		if r := p.runes[i]; r == '）' || r == ')' {
			return i + 1, isZone(p.slice(p.at+1, i))
		}
	}
	return 0, false
}

// insideName tells whether a word may stand inside a name.
func (l *lexicon) insideName(word, pos string, long int) bool {
	switch l.words[word] {
	case useModifier:
		return true
	case useStop:
		return false
	}
	if strings.HasSuffix(word, "部门") {
		return false
	}
	switch pos {
	case "n", "ns", "nt", "nz", "nr", "nrt", "nrfg", "ng", "j", "b", "s", "vn", "an", "l", "zg", "g":
		return true
	case "a", "f", "t", "q", "k", "v":
		return long == 1 && (pos == "a" || pos == "f")
	case "m":
		return strings.HasPrefix(word, "第") || strings.HasSuffix(word, "一") && long == 2
	case "x":
		r := []rune(word)[0]
		return isHan(r) || isLatin(r)
	}
	return false
}

func isLatin(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }
