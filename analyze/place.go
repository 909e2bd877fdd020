package analyze

import (
	"slices"
	"sort"
	"strings"

	"jiandu/corpus/gazetteer"
)

// place is a resolved mention of an area.
type place struct {
	span
	code      string   // GB/T 2260; 000000 for the whole country
	ambiguous []string // other codes that the name may mean
	relative  bool     // 全市, 该县, 我省: the text does not name it here
	passing   bool     // somewhere people went to: 赴…、前往…
}

// placeTable gives the names of the gazetteer as a table: name, then its codes.
func placeTable(gaz *gazetteer.Table) table {
	var t table
	for name := range gaz.Names() {
		if len(name) >= 2*len("市") {
			t.rows = append(t.rows, []string{name})
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

// placeFinder resolves the names of areas in one text.
type placeFinder struct {
	*doc
	lex    *lexicon
	known  map[string]int // how often the article surely means an area, or one below it
	maybes []maybePlace
	meant  map[string]string // what an ambiguous name surely meant before
}

// maybePlace is a name of an area with what it may mean.
type maybePlace struct {
	span
	codes []string // provinces first, then cities, then counties
	weak  bool     // a short name that is a common word too, or that the segmenter does not know
}

// findPlaces resolves the names of areas into d.places, by start.
func (a *Analyzer) findPlaces(d *doc) {
	f := &placeFinder{doc: d, lex: a.lex, known: map[string]int{}, meant: map[string]string{}}
	if d.title == nil && !d.isTitle {
		d.readTitle(a)
		d.home = a.areaOfSource(d.art.Source)
	}
	if d.title != nil {
		for _, p := range d.title.places {
			f.know(p.code)
		}
	}
	f.know(d.home)
	f.collect()
	f.resolve()
	a.findLocals(d)
	a.findRelativePlaces(d)
}

// readTitle reads the title as a text of its own.
func (d *doc) readTitle(a *Analyzer) {
	art := d.art
	art.Text = strings.ReplaceAll(d.art.Title, "\n", " ")
	d.title = newDoc(art)
	d.title.isTitle = true
	d.title.tokenize(a.segmenter)
	d.title.match(a.lex)
	a.findPlaces(d.title)
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
				if found := a.lex.gaz.Find(a.lex.row(tablePlaces, e.row)[0], 0); len(found) > 0 {
					code = found[0].Code
				}
			}
		})
	}
	return code
}

// know counts an area and those above it.
func (f *placeFinder) know(code string) {
	if code == "" || code == gazetteer.Nation {
		return
	}
	f.known[code]++
	for _, above := range f.lex.gaz.Ancestors(code) {
		f.known[above]++
	}
}

// collect takes the longest acceptable name at each place of the text.
func (f *placeFinder) collect() {
	hits, after := f.hits[tablePlaces], 0
	for i := 0; i < len(hits); {
		j := i + 1
		for j < len(hits) && hits[j].start == hits[i].start {
			j++
		}
		if hits[i].start >= after {
			if m, ok := f.choose(hits[i:j]); ok {
				f.maybes = append(f.maybes, m)
				after = m.end
			}
		}
		i = j
	}
}

// choose picks among names that start at one place, shorter first.
func (f *placeFinder) choose(hits []hit) (maybePlace, bool) {
	for i := len(hits) - 1; i >= 0; i-- {
		h := hits[i]
		chained := len(f.maybes) > 0 && f.maybes[len(f.maybes)-1].end == h.start
		if !chained && !f.startsToken(h.start) {
			continue
		}
		name := f.text(h.span)
		found := f.lex.divisions(name, f.year)
		if len(found) == 0 {
			continue
		}
		m := maybePlace{span: h.span}
		full := false
		for _, v := range found {
			m.codes = append(m.codes, v.Code)
			full = full || f.lex.saysKind(name)
		}
		switch {
		case full && f.startsToken(h.end), full && f.suffixBelongs(h.span):
			m.weak = h.len() == 2 && (genericName[name] || !f.isPlaceWord(h.span)) // 和|县公安局
		case full:
			if i > 0 {
				continue // 河北|区域: the shorter name is meant
			}
		case !f.startsToken(h.end) && !f.suffixBelongs(span{h.start, h.end + 1}):
			continue
		default:
			m.weak = !f.isPlaceWord(h.span)
		}
		if m.weak && chained && f.below(m.codes, f.maybes[len(f.maybes)-1].codes) {
			m.weak = false
		}
		return m, true
	}
	return maybePlace{}, false
}

// genericName holds full names that any city may use of its own parts.
var genericName = map[string]bool{"城区": true, "郊区": true, "矿区": true, "市区": true, "新区": true}

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

// isPlaceWord tells whether the segmenter takes s for the name of a place.
func (f *placeFinder) isPlaceWord(s span) bool {
	t := f.word(s.start)
	return t.start == s.start && t.end >= s.end && strings.HasPrefix(t.pos, "ns")
}

// below tells whether one of the codes lies in one of the areas.
func (f *placeFinder) below(codes, areas []string) bool {
	for _, c := range codes {
		for _, above := range f.lex.gaz.Ancestors(c) {
			if slices.Contains(areas, above) {
				return true
			}
		}
	}
	return false
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
	return l.gaz.Find(name, 0)
}
