package analyze

import (
	"sort"
	"strings"

	"jiandu/corpus/gazetteer"
)

// kindOfArea is what a relative name asks for: the last character of the name of the area (市),
// or the whole of a longer ending.
type kindOfArea string

const (
	province   kindOfArea = "省"
	autonomous kindOfArea = "自治区"
)

// fits tells whether a division is of the kind.
func (k kindOfArea) fits(v gazetteer.Division) bool {
	switch k {
	case province:
		return v.Level == 1 && !strings.HasSuffix(v.Name, "市")
	case "区":
		return v.Level == 3 && strings.HasSuffix(v.Name, "区") || v.Level == 1 && strings.HasSuffix(v.Name, "自治区")
	case "州":
		return v.Level == 2 && strings.HasSuffix(v.Name, "州")
	case "县":
		return v.Level == 3 && strings.HasSuffix(v.Name, "县")
	}
	return strings.HasSuffix(v.Name, string(k))
}

// lookBack bounds how many names are tried for what a relative name means: the
// work on a text must not grow faster than the text.
const lookBack = 200

// areaAt gives the code of the area that 市, 省 and the like mean at i: that of
// the speaker whose words they are, else named
// before in the paragraph, else by the title or the source, else named before
// anywhere, else after. "" where the article does not tell.
func (a *Analyzer) areaAt(d *doc, k kindOfArea, i int) string {
	par := span{}
	if len(d.paragraphs) > 0 {
		par = d.paragraphs[d.paragraphAt(i)]
		if code := a.areaOfSpeaker(d, k, i); code != "" {
			return code
		}
	}
	n := sort.Search(len(d.places), func(n int) bool { return d.places[n].start >= i })
	for j := n - 1; j >= 0 && j > n-lookBack && d.places[j].start >= par.start; j-- {
		p := d.places[j]
		if d.inListOf(j) {
			p.code = a.parentOf(p.code, d.year) // 甲市、乙市: the city meant is above them
		}
		if code := a.areaOver(d, k, p); code != "" {
			return code
		}
	}
	if code := a.areaOfFrame(d, k); code != "" {
		return code
	}
	for j, end := n, d.sentenceEnd(i); j < len(d.places) && j < n+lookBack && d.places[j].start < end; j++ {
		if code := a.areaOver(d, k, d.places[j]); code != "" {
			return code // 面对|省委巡视组，某省某市的…
		}
	}
	for j := n - 1; j >= 0 && j > n-lookBack; j-- {
		if code := a.areaOver(d, k, d.places[j]); code != "" {
			return code
		}
	}
	for _, p := range d.places[n:min(len(d.places), n+lookBack)] {
		if code := a.areaOver(d, k, p); code != "" {
			return code
		}
	}
	return ""
}

// sentenceEnd gives where the sentence at i ends.
func (d *doc) sentenceEnd(i int) int { return d.sentenceAt(i).end }

// inListOf tells whether the j-th place stands in a list with another of its level.
func (d *doc) inListOf(j int) bool {
	same := func(n, m int) bool {
		return d.listed(d.places[n].end, d.places[m].start) && d.places[n].end < d.places[m].start && level(d.places[n].code) == level(d.places[m].code)
	}
	return !d.places[j].relative && (j > 0 && same(j-1, j) || j+1 < len(d.places) && same(j, j+1))
}

// parentOf gives the area right above one, "" for a province.
func (a *Analyzer) parentOf(code string, year int) string {
	if v, ok := a.lex.division(code, year); ok && v.Level > 1 {
		return v.Parent
	}
	return ""
}

// areaOfFrame asks the title and the source.
func (a *Analyzer) areaOfFrame(d *doc, k kindOfArea) string {
	if d.title != nil {
		for _, p := range d.title.places {
			if code := a.areaOver(d, k, p); code != "" {
				return code
			}
		}
	}
	return a.areaOver(d, k, place{code: d.home})
}

// areaOver gives the area itself or the nearest one above it that is of the kind.
func (a *Analyzer) areaOver(d *doc, k kindOfArea, p place) string {
	if p.passing || p.code == "" || p.code == gazetteer.Nation {
		return ""
	}
	for code := p.code; code != "" && code != gazetteer.Nation; {
		v, ok := a.lex.division(code, d.year)
		if !ok {
			return ""
		}
		if k.fits(v) {
			return code
		}
		code = v.Parent
	}
	return ""
}

// division gives the division of a code under its name in a year.
func (l *lexicon) division(code string, year int) (gazetteer.Division, bool) {
	for _, v := range l.gaz.History(code) {
		if v.In(year) {
			return v, true
		}
	}
	return l.gaz.ByCode(code)
}

// findRelativePlaces adds 全市, 该县, 我省, 全国 to d.places.
func (a *Analyzer) findRelativePlaces(d *doc) {
	var found []place
	for i := 0; i+1 < len(d.runes); i++ {
		switch d.runes[i] {
		case '全', '该', '我', '本':
		default:
			continue
		}
		if s, k := d.kindAt(i + 1); k != "" && d.startsToken(i) && d.endsAtWord(s.end) {
			found = append(found, place{span: span{i, s.end}, code: string(k), relative: true})
		}
	}
	explicit := d.places
	for n := range found {
		if k := kindOfArea(found[n].code); k == "国" {
			found[n].code = gazetteer.Nation
		} else {
			found[n].code = a.areaAt(d, k, found[n].start)
		}
	}
	d.places = mergePlaces(explicit, found)
}

// endsAtWord tells whether a relative name may end at i: 全市|干部, not 全市|场.
func (d *doc) endsAtWord(i int) bool {
	if d.startsToken(i) {
		return true
	}
	switch d.runes[i] {
	case '委', '纪', '直', '级', '管', '人', '政':
		return true
	}
	return false
}

// kindAt reads the kind of area that is named at i: 市, 自治区, 国.
func (d *doc) kindAt(i int) (span, kindOfArea) {
	if i+3 <= len(d.runes) && d.runes[i] == '自' && d.runes[i+1] == '治' {
		switch d.runes[i+2] {
		case '区', '州', '县', '旗':
			if d.runes[i+2] == '区' {
				return span{i, i + 3}, autonomous
			}
			return span{i, i + 3}, kindOfArea(d.slice(i+2, i+3))
		}
	}
	switch d.runes[i] {
	case '省', '市', '县', '区', '州', '盟', '旗', '国':
		return span{i, i + 1}, kindOfArea(d.slice(i, i+1))
	}
	return span{}, ""
}

func mergePlaces(a, b []place) []place {
	out := make([]place, 0, len(a)+len(b))
	for len(a) > 0 || len(b) > 0 {
		if len(b) == 0 || len(a) > 0 && a[0].start <= b[0].start {
			out, a = append(out, a[0]), a[1:]
			continue
		}
		if b[0].code != "" && (len(out) == 0 || out[len(out)-1].end <= b[0].start) {
			out = append(out, b[0])
		}
		b = b[1:]
	}
	return out
}
