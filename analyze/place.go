package analyze

import (
	"slices"
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

// placeFinder resolves the names of areas in one text.
type placeFinder struct {
	*doc
	lex    *lexicon
	known  map[string]int // how often the article surely means an area, or one below it
	maybes []maybePlace
	meant  map[string]string // what an ambiguous name surely meant before
	named  *provinces        // see mayKnow
}

// maybePlace is a name of an area with what it may mean.
type maybePlace struct {
	span
	codes []string // provinces first, then cities, then counties
	weak  bool     // a short name that is a common word too, or that the segmenter does not know
	minor bool     // a short name of nothing but counties: needs what is above them in the text
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
		if hits[i].start >= after && !f.hopeless(hits[i:j]) {
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
		case full && f.startsToken(h.end), full && f.suffixBelongs(h.span), full && f.nextIsBelow(h.end, found):
			m.weak = h.len() == 2 && (genericName[name] || !f.isPlaceWord(h.span)) || // 和|县公安局
				ambiguousName[name]
		case full:
			if i > 0 {
				continue // 河北|区域: the shorter name is meant
			}
		case f.isTown(m):
			continue // 兴隆|镇 is no 兴隆县
		case f.beginsZone(h.span):
			m.weak = ambiguousName[name] || isDistrict(found)
		case !f.startsToken(h.end) && !f.suffixBelongs(span{h.start, h.end + 1}):
			continue
		default:
			m.weak = !f.isPlaceWord(h.span) && !f.isCityWord(h.span, found) || ambiguousName[name] || isDistrict(found)
			m.minor = level(m.codes[0]) == 3 && len(f.hitsAt(tableHeads, h.end)) == 0
		}
		if chained && f.below(m.codes, f.maybes[len(f.maybes)-1].codes) {
			if !full && isDistrict(found) && !f.childOf(found, f.maybes[len(f.maybes)-1].codes) {
				return maybePlace{}, false // 河南省|中原某某公司
			}
			m.weak, m.minor = false, false
		}
		return m, true
	}
	return maybePlace{}, false
}

// beginsZone tells whether the segmenter takes the name of an area and a zone of it
// for one word: 天津|经济技术开发区.
func (f *placeFinder) beginsZone(s span) bool {
	t := f.word(s.start)
	return t.start == s.start && t.end > s.end+2 && isZone(f.text(t.span))
}

// nextIsBelow tells whether the full name of an area below one of those found begins
// at i, inside a word of the segmenter's: 雅安市|名山区.
func (f *placeFinder) nextIsBelow(i int, found []gazetteer.Division) bool {
	for _, h := range f.hitsAt(tablePlaces, i) {
		name := f.text(h.span)
		if !f.lex.saysKind(name) {
			continue
		}
		for _, v := range f.lex.divisions(name, f.year) {
			if slices.ContainsFunc(found, func(o gazetteer.Division) bool { return slices.Contains(f.lex.gaz.Ancestors(v.Code), o.Code) }) {
				return true
			}
		}
	}
	return false
}

// isDistrict tells whether a short name means nothing but districts of cities, which
// are rarely called by it alone: 河西, 和平, 鼓楼.
func isDistrict(found []gazetteer.Division) bool {
	for _, v := range found {
		if v.Level != 3 || !strings.HasSuffix(v.Name, "区") {
			return false
		}
	}
	return true
}

// isTown tells whether a short name goes on as that of a town or a village, which
// many counties share a name with.
func (f *placeFinder) isTown(m maybePlace) bool {
	if m.end+1 >= len(f.runes) || level(m.codes[0]) == 1 {
		return false
	}
	switch f.slice(m.end, m.end+2) {
	case "乡村", "乡镇", "村镇", "村民", "村级", "村居", "镇街", "乡里", "乡友", "乡亲":
		return false
	case "街道", "社区":
		return true
	}
	return isTownKind(f.runes[m.end])
}

// isCityWord tells whether s is one word, the short name of a city or a province,
// which the segmenter takes for something else: 岳阳.
func (f *placeFinder) isCityWord(s span, found []gazetteer.Division) bool {
	t := f.word(s.start)
	return t.span == s && found[0].Level <= 2 && !commonWord[f.text(s)]
}

// isPlaceWord tells whether the segmenter takes s for the name of a place.
func (f *placeFinder) isPlaceWord(s span) bool {
	t := f.word(s.start)
	return t.start == s.start && t.end >= s.end && strings.HasPrefix(t.pos, "ns")
}

// childOf tells whether one of the areas found is a part of one of the areas given, with
// none between: a district is called by its short name behind its own city alone.
func (f *placeFinder) childOf(found []gazetteer.Division, areas []string) bool {
	return slices.ContainsFunc(found, func(v gazetteer.Division) bool { return slices.Contains(areas, v.Parent) })
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
