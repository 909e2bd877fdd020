package analyze

import (
	"slices"
	"sort"
	"strings"

	"jiandu/corpus/gazetteer"
)

// placeTable gives the names of the gazetteer as a table: name, then its codes.
func placeTable(gaz *gazetteer.Table) table {
	var t table
	for name := range gaz.Names() {
		if len(name) >= 2*len("市") {
			t.rows = append(t.rows, []string{name})
		}
	}
	for name := range gaz.Names() {
		if prefecture, ok := strings.CutSuffix(name, "州"); ok && gaz.Find(prefecture, 0) != nil {
			t.rows = append(t.rows, []string{prefecture + "自治州"})
		}
	}
	for name := range gaz.Zones() {
		t.rows = append(t.rows, []string{name})
	}
	sort.Slice(t.rows, func(i, j int) bool { return t.rows[i][0] < t.rows[j][0] })
	t.rows = slices.CompactFunc(t.rows, func(a, b []string) bool { return a[0] == b[0] })
	return t
}

// shortNames gives the short names that end as full ones do: 杭州.
func shortNames(gaz *gazetteer.Table) map[string]bool {
	shorts := map[string]bool{}
	for name, codes := range gaz.Names() {
		if !strings.HasSuffix(name, "州") {
			continue
		}
		for _, code := range codes {
			for _, v := range gaz.History(code) {
				shorts[name] = shorts[name] || v.Short == name
			}
		}
	}
	return shorts
}

// areaOfSource gives the code of the area that the name of a publisher begins with (浏阳日报).
func (a *Analyzer) areaOfSource(source string) string {
	runes, code := []rune(source), ""
	for i := 0; i < len(runes) && code == ""; i++ {
		a.lex.trie.walk(runes, i, func(end, value int) {
			for _, e := range a.lex.entries[value] {
				if e.table != tablePlaces {
					continue
				}
				name := a.lex.row(tablePlaces, e.row)[0]
				found := a.lex.gaz.Find(name, 0)
				if len(found) > 0 && (a.lex.saysKind(name) || !isDistrict(found) && name != "东方") {
					code = found[0].Code // 新华社, 解放日报 and 东方网 are no districts' papers
				}
			}
		})
	}
	return code
}

// genericName holds full names that any city may use of its own parts, or that 和 may
// make by chance: 某局|和|县纪委.
var genericName = map[string]bool{"和县": true, "城区": true, "郊区": true, "矿区": true, "市区": true, "新区": true}

// ambiguousName holds names that what stands around them may make by chance:
// 会同|县委组织部, …室和|县纪委, …镇|原副镇长, 新建|医院; or that are seas.
var ambiguousName = map[string]bool{"会同县": true, "和县": true, "镇原": true, "新建": true, "南海": true, "东海": true, "三江": true, "城中": true}

// commonWord holds short names of cities that are common words, or parts of other names.
var commonWord = setOf("阿里 和田 白银 大同 安康 日照 来宾 开封 天水 文山 玉树 海口 清远 自贡 怀化 三明 三沙 承德 保定 吉安 平凉 宁德 商洛 资阳 新余")

// saysKind tells whether the name of an area says what kind of area it is: 杭州市, not 杭州.
func (l *lexicon) saysKind(name string) bool {
	return hasSuffix(name) && (!strings.HasSuffix(name, "州") || !l.shorts[name])
}

// hasSuffix tells whether a name ends as those of areas do.
func hasSuffix(name string) bool {
	for _, s := range [...]string{"省", "市", "县", "区", "州", "盟", "旗", "兵团"} {
		if strings.HasSuffix(name, s) {
			return true
		}
	}
	return false
}

// suffixBelongs tells whether the last character of s belongs to the name though
// the segmenter put it with what follows: 长沙|市委.
func (f *placeFinder) suffixBelongs(s span) bool {
	if s.end >= len(f.runes) || s.end <= s.start {
		return false
	}
	if t := f.word(s.start); t.pos == "nt" && t.start == s.start && t.end > s.end && hasSuffix(f.text(s)) {
		return true // 重庆市公安局 is one word of the segmenter's
	}
	switch f.runes[s.end] {
	case '委', '长', '政', '纪', '直', '级', '人', '法', '检', '属', '管':
		return hasSuffix(f.slice(s.end-1, s.end))
	}
	// 县上 and 省里 are the segmenter's, 市场 and 区域 are words
	last := f.runes[s.end-1]
	return s.len() >= 3 && (last == '县' || last == '省' || last == '州')
}

// divisions gives what a name means in a year, or, where nothing had it then, at any time.
func (l *lexicon) divisions(name string, year int) []gazetteer.Division {
	if found := l.gaz.Find(name, year); len(found) > 0 {
		return found
	}
	if code, ok := l.gaz.Zone(name); ok {
		if v, ok := l.gaz.ByCode(code); ok {
			return []gazetteer.Division{v}
		}
	}
	if prefecture, ok := strings.CutSuffix(name, "自治州"); ok {
		return l.gaz.Find(prefecture+"州", 0) // 湘西自治州
	}
	return l.gaz.Find(name, 0)
}
