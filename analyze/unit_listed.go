package analyze

import (
	"cmp"
	"strings"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
)

// findListed finds the organs of the areas of a list that their kind closes:
// 四川、云南|等省区市|纪委监委, 江苏、河北|两省|政府.
func (u *unitFinder) findListed() {
	n := len(u.found)
	for i, p := range u.places {
		if p.relative || p.code == gazetteer.Nation || u.covered(p.span, n) {
			continue
		}
		at, ok := u.closesList(p.end)
		if !ok || i == 0 || !u.listed(u.places[i-1].end, p.start) {
			continue
		}
		if h := u.organAt(at); h != nil {
			u.addListed(i, span{p.start, at + h.long}, h, n)
		}
	}
	if len(u.found) > n {
		u.sortFound()
	}
}

// closesList reads the kind of the areas of a list that ends at i: 等省区市, 两省, 等5市.
func (d *doc) closesList(i int) (end int, ok bool) {
	start := i
	if i < len(d.runes) && d.runes[i] == '等' {
		i++
	}
	for i < len(d.runes) && (isDigit(d.runes[i]) || strings.ContainsRune("两三四五六七八九十多个", d.runes[i])) {
		i++
	}
	if i == start {
		return i, false
	}
	kinds := i
	for i < len(d.runes) && i-kinds < 8 && strings.ContainsRune("省市区县州旗地、（）()", d.runes[i]) {
		i++
	}
	for i > kinds && d.runes[i-1] == '、' {
		i-- // 等地区、部门
	}
	return i, i > kinds && d.runes[i-1] != '（' && d.runes[i-1] != '('
}

// organAt gives the longest head noun of an area's organ that stands at i, nil where none does.
func (u *unitFinder) organAt(i int) *head {
	hits := u.hitsAt(tableHeads, i)
	for n := len(hits) - 1; n >= 0; n-- {
		h := &u.lex.heads[hits[n].row]
		if (h.class == classBody || h.class == classDept) && isOrgan(h.kind) && u.endsName(hits[n].end, h) {
			return h
		}
	}
	if i < len(u.runes) && u.runes[i] == '委' && u.startsToken(i+1) {
		return weiHead
	}
	return nil
}

// addListed adds a mention for each area of the list that the i-th place closes; the
// last one is s.
func (u *unitFinder) addListed(i int, s span, h *head, n int) {
	each := unitName{span: s, rest: h.term, kind: h.kind, group: h.group, body: -1}
	last, mixed := level(u.places[i].code), u.runes[s.end-h.long-1] == '地' // 江苏、深圳等地
	for ; ; i-- {
		p := u.places[i]
		each.area = p.code
		each.rest = u.committeeOf(p.code, h.term)
		u.found = append(u.found, each)
		for i > 0 && u.places[i-1].end == u.places[i].start {
			i-- // 江苏|金湖、…
			u.found[len(u.found)-1].start = u.places[i].start
		}
		if p = u.places[i]; i == 0 || u.places[i-1].relative || !mixed && level(u.places[i-1].code) != last || !u.listed(u.places[i-1].end, p.start) || u.covered(u.places[i-1].span, n) {
			return
		}
		each.span = u.places[i-1].span
	}
}

// committeeOf gives the name of an area's organ: 党委 of a province or a city is its 委.
func (u *unitFinder) committeeOf(code, term string) string {
	if v, ok := u.lex.division(code, u.year); ok && term == "党委" && !strings.HasSuffix(v.Name, "自治区") {
		return "委"
	}
	return term
}

// groupOrgan reads the party or discipline body or a department of the company, school or
// hospital named before, which is called no more than that: 集团|党委, 公司|纪委, 学校|纪委.
func (u *unitFinder) groupOrgan(h hit, x *head, n int) (unitName, bool) {
	if h.start < 2 || x.kind != corpus.KindParty && x.kind != corpus.KindDiscipline && x.kind != corpus.KindEnterprise {
		return unitName{}, false
	}
	start, word := u.hostWord(h.start)
	if word == "" || !u.startsToken(start) || u.isClass(start) || start > 0 && u.runes[start-1] == '子' {
		return unitName{}, false
	}
	c := unitName{span: span{start, h.end}, kind: x.kind, group: x.group, body: -1}
	if again, ok := u.organAgain(c.span, n); ok {
		return again, true
	}
	for j := u.foundBefore(start, n); j >= 0 && j > n-lookBack; j-- {
		host := &u.found[j]
		if name := u.hostOf(host, word); name != "" {
			c.rest, c.inner = name+u.text(h.span), cmp.Or(host.area, host.hostArea)
			return c, true
		}
	}
	if word == "集团" || word == "公司" || x.kind == corpus.KindEnterprise {
		return unitName{}, false
	}
	for _, w := range hostWords[word] {
		if i := strings.LastIndex(u.art.Source, w); i > 0 && !strings.Contains(u.art.Source[:i], "（") {
			c.rest = u.art.Source[:i+len(w)] + u.text(h.span)
			return c, true
		}
	}
	for _, host := range u.titleUnits() {
		if name := u.hostOf(&host, word); name != "" {
			c.rest, c.inner = name+u.text(h.span), cmp.Or(host.area, host.inner)
			return c, true
		}
	}
	return unitName{}, false
}

// organAgain reads the end of the name of an organ that was named in full before: 某某集团纪委 … |集团纪委.
func (u *unitFinder) organAgain(s span, n int) (unitName, bool) {
	last := u.foundBefore(s.start, n)
	for j := last; j >= 0 && j > last-lookBack; j-- {
		if c := u.found[j]; c.len() > s.len() && strings.HasSuffix(u.text(c.span), u.text(s)) {
			c.span = s
			return c, true
		}
	}
	return unitName{}, false
}

// hostWord reads the word for a host that ends at i, which is not the end of its name: 集团, 学校, 校.
func (u *unitFinder) hostWord(i int) (start int, word string) {
	switch w := u.slice(i-2, i); {
	case hostWords[w] != nil:
		return i - 2, w
	case u.runes[i-1] == '校' && u.startsToken(i-1):
		return i - 1, "校"
	}
	return i, ""
}

// hostWords holds the words for a host, and what the names end with that they may mean.
var hostWords = map[string][]string{
	"集团": {},
	"公司": {},
	"学校": schools,
	"校":  schools,
	"医院": {"医院"},
}

var schools = []string{"大学", "学院", "学校", "中学", "小学"}

// hostOf gives the name of the company, school or hospital that a mention names, or whose
// organ it is, if word may mean it; else "".
func (u *unitFinder) hostOf(c *unitName, word string) string {
	if word == "集团" || word == "公司" {
		if name := u.companyOf(c); word == "公司" || strings.Contains(name, word) && !strings.Contains(name, "分公司") {
			return name
		}
		return ""
	}
	if c.kind != corpus.KindInstitution && c.kind != corpus.KindParty && c.kind != corpus.KindDiscipline {
		return ""
	}
	name := u.nameOf(c)
	for _, w := range hostWords[word] {
		if i := strings.LastIndex(name, w); i > 0 {
			return name[:i+len(w)]
		}
	}
	return ""
}

// titleUnits gives the units that the title names.
func (u *unitFinder) titleUnits() []unitName {
	if u.title == nil {
		return nil
	}
	t := &unitFinder{Analyzer: u.Analyzer, doc: u.title, lex: u.lex, fullest: u.fullest, bodies: u.bodies}
	t.scan()
	t.findOpen()
	return t.found
}

// companyOf gives the name of the company that a mention names: itself, or the host of a
// dispatched group (驻|某某集团有限公司|纪检监察组), else "".
func (u *unitFinder) companyOf(c *unitName) string {
	switch {
	case c.kind == corpus.KindEnterprise:
		return u.nameOf(c)
	case strings.HasSuffix(c.host, "公司") || strings.HasSuffix(c.host, "集团"):
		return c.host
	}
	return ""
}

// partOfCompany tells whether the name says no more than which branch of a company it
// is, or an organ of that branch: 某省|分公司|纪委.
func (c *unitName) partOfCompany() bool {
	if c.body >= 0 || c.local != "" {
		return false
	}
	rest := strings.TrimPrefix(c.rest, "省")
	for _, w := range [...]string{"分公司", "分行", "支行"} {
		if organ, ok := strings.CutPrefix(rest, w); ok {
			return organ == "" || organ == "党委" || organ == "纪委"
		}
	}
	return false
}

// bankIn gives the bank that the name of its organ or branch begins with: 某某银行|湖南省分行纪委.
func bankIn(name string) string {
	if i := strings.LastIndex(name, "银行"); i > 0 {
		return name[:i+len("银行")]
	}
	return ""
}

// nameBranches gives branches that are named by their area alone the name of the
// company before them: 某某银行 … |湖南省分行.
func (u *unitFinder) nameBranches() {
	for i := range u.found {
		c := &u.found[i]
		if !c.partOfCompany() {
			continue
		}
		bank := strings.Contains(c.rest, "行")
		for j := i - 1; j >= 0 && j > i-lookBack; j-- {
			o := &u.found[j]
			name := u.companyOf(o)
			if bank && name == "" {
				name = bankIn(u.nameOf(o))
			}
			if !o.partOfCompany() && (strings.HasSuffix(name, "银行") || !bank && strings.HasSuffix(name, "公司")) && !strings.HasSuffix(name, "分公司") {
				c.inner, c.rest = c.area, name+u.text(c.span)
				c.area, c.areaName, c.kindArea = "", "", ""
				break
			}
		}
	}
}
