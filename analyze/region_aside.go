package analyze

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jiandu/corpus"
)

// isAside tells whether a mention of a unit is no report on its area: the court that
// tried a case, the body above that leads or investigates, a post before the one that
// the case is about, a career, a place someone travelled to.
func (a *Analyzer) isAside(d *doc, m unitMention) bool {
	before := d.slice(max(0, m.start-4), m.start)
	after := d.slice(m.end, min(len(d.runes), m.end+8))
	switch {
	case strings.HasSuffix(m.unit.Name, "法院") && (endsAny(before, []string{"被", "由", "经", "在"}) || containsAny(after, []string{"判处", "一审", "二审", "宣判"})):
		return true
	case m.unit.Kind == corpus.KindEnterprise && strings.HasSuffix(before, "在") || d.tellsCareer(m.start):
		return true
	case endsAny(before, []string{"赴", "前往", "走进", "到"}) && (m.unit.Kind == corpus.KindInstitution || strings.HasSuffix(m.unit.Name, "法院")):
		return true
	case strings.HasSuffix(before, "驻"):
		return true // an office in another place
	case d.home == "" && strings.Contains(d.slice(max(d.clauseAt(m.start).start, m.start-20), m.start), "会同"):
		return true // a central body's helpers
	case strings.HasSuffix(before, "在") && containsAny(d.slice(m.end, min(len(d.runes), m.end+14)), []string{"领导下", "看来", "指导下", "支持下"}):
		return true
	case containsAny(before, []string{"落实", "贯彻", "按照", "根据"}) && !supervises(m.unit.Kind):
		return true
	}
	return a.isAbove(d, m, after)
}

// aboutCareer says whether a sentence tells someone's career.
type aboutCareer struct {
	sentence span
	is       bool
}

// longestCareer bounds the sentences that are looked through, in code points.
const longestCareer = 1000

// tellsCareer tells whether the sentence of i tells someone's career. Mentions follow each other, so
// the answer for the last sentence is kept.
func (d *doc) tellsCareer(i int) bool {
	if s := d.sentenceAt(i); s != d.career.sentence {
		d.career = aboutCareer{s, s.len() < longestCareer && containsAny(d.text(s), []string{"出生于", "参加工作", "曾任", "历任", "前身是", "先后担任"})}
	}
	return d.career.is
}

// isAbove tells whether the unit's area is only above that of the body named next in
// its sentence: 某省委原常委、某市委原书记, 某省纪委查办了某市委原书记.
func (a *Analyzer) isAbove(d *doc, m unitMention, after string) bool {
	publishes := m.unit.Kind == corpus.KindDiscipline && d.publishesAt(m.end) > 0
	hasPost := strings.HasPrefix(after, "原常委、") || strings.HasPrefix(after, "常委、")
	if !publishes && !hasPost {
		return false
	}
	if publishes {
		return a.nextIsBelow(d, m.unit.Region, d.publishesAt(m.end))
	}
	for _, next := range d.unitsIn(span{m.end, min(m.end+20, d.sentenceAt(m.start).end)}) {
		return slices.Contains(a.lex.gaz.Ancestors(next.unit.Region), m.unit.Region)
	}
	return a.nextIsBelow(d, m.unit.Region, m.end)
}

// nextIsBelow tells whether an area below the one given is named within six code points after i.
func (a *Analyzer) nextIsBelow(d *doc, area string, i int) bool {
	for n := d.placeBefore(i) + 1; n < len(d.places) && d.places[n].start < i+6; n++ {
		if slices.Contains(a.lex.gaz.Ancestors(d.places[n].code), area) {
			return true
		}
	}
	return false
}

// punishesBelow tells whether a place only punished what is named next, of an area
// below it: 某省严肃查处某市…
func (a *Analyzer) punishesBelow(d *doc, p place) bool {
	end := d.publishesAt(p.end)
	return end > 0 && a.nextIsBelow(d, p.code, end)
}

// publishesAt gives where the verb of a body that only investigates or publishes a case of
// another ends, which begins at i (也公开通报了), and 0 where none does.
func (d *doc) publishesAt(i int) int {
	s := d.slice(i, min(len(d.runes), i+8))
	rest := s
	for _, w := range [...]string{"曾", "也", "还", "严肃", "公开", "近日", "日前"} {
		rest = strings.TrimPrefix(rest, w)
	}
	for _, w := range [...]string{"查办", "查处", "通报", "曝光"} {
		if after, ok := strings.CutPrefix(rest, w); ok {
			return i + utf8.RuneCountInString(s) - utf8.RuneCountInString(strings.TrimPrefix(after, "了"))
		}
	}
	return 0
}

// publishesTogether tells whether the clause at i says of several areas no more than that they
// published cases: 甲省、乙省、丙省等地纪检监察机关陆续通报典型问题.
func (d *doc) publishesTogether(i int) bool {
	c := d.clauseAt(i)
	before, after, ok := strings.Cut(d.text(c), "地纪")
	if !ok {
		before, after, ok = strings.Cut(d.text(c), "多地")
	}
	return ok && strings.Contains(before, "、") && containsAny(after, []string{"通报", "曝光"}) && !strings.ContainsFunc(before, isDigit)
}
