package analyze

import (
	"slices"
	"strings"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
)

// mostSpecific leaves out areas that are only named with the case of an area below
// them: 某市纪委监委通报了某县…, 某县政府、某市水利局相关人员被问责.
func (a *Analyzer) mostSpecific(d *doc, found []*areaEvidence, main string) []*areaEvidence {
	kept := found[:0:0]
	for _, e := range found {
		switch {
		case e.code == main:
		case main == gazetteer.Nation && d.onlyComments(e):
			continue
		case (level(e.code) > 1 || !e.reported) && a.onlyWithBelow(d, e, found):
			continue
		}
		kept = append(kept, e)
	}
	return kept
}

// onlyComments tells whether all that the text has of an area is someone of its bodies
// who says what is thought of the matter: 某省纪委书记张三|表示.
func (d *doc) onlyComments(e *areaEvidence) bool {
	for _, m := range e.mentions {
		if m.End >= len(d.runes) || !d.isComment(m.End) {
			return false
		}
	}
	return !slices.ContainsFunc(d.places, func(p place) bool { return p.relative && p.code == e.code })
}

// isComment tells whether the post of someone and a verb of opinion follow at i in the clause.
func (d *doc) isComment(i int) bool {
	clause := d.slice(i, min(d.clauseAt(i).end, i+24))
	return containsAny(clause, []string{"说，", "说。", "说：", "表示，", "表示。", "认为，", "表示：", "说“", "坦言，"})
}

// onlyWithBelow tells whether each sentence that speaks of an area speaks of one below it.
func (a *Analyzer) onlyWithBelow(d *doc, e *areaEvidence, found []*areaEvidence) bool {
	if len(e.mentions) > mostCompared {
		return false // it is spoken of often enough
	}
	var below []*areaEvidence
	for _, o := range found {
		if o.code[:2] == e.code[:2] && slices.Contains(a.lex.gaz.Ancestors(o.code), e.code) {
			below = append(below, o)
		}
	}
	for _, m := range e.mentions {
		part := d.partOfSentence(m.Start)
		if d.namesCulprit(m.End) || !slices.ContainsFunc(below, func(o *areaEvidence) bool { return o.mentionedIn(part) }) {
			return false
		}
	}
	return true
}

// namesCulprit tells whether the post and the name of someone follow at i: 某局|党组书记、局长张三.
func (d *doc) namesCulprit(i int) bool {
	end := min(i+16, d.sentenceAt(max(0, i-1)).end)
	if i >= end || !hasPost(d.slice(i, min(end, i+6))) {
		return false
	}
	for j := i; j < end; j = d.word(j).end {
		if t := d.word(j); strings.HasPrefix(t.pos, "nr") {
			return true
		}
		if n := d.placeBefore(j) + 1; n < len(d.places) && d.places[n].start == j {
			return false
		}
	}
	return false
}

// longestPart bounds how far to each side a part of a sentence is looked for.
const longestPart = 300

// partOfSentence gives what stands around i between full stops and semicolons.
func (d *doc) partOfSentence(i int) span {
	s := d.sentenceAt(i)
	s.start, s.end = max(s.start, i-longestPart), min(s.end, i+longestPart)
	for j := i; j < s.end; j++ {
		if d.runes[j] == '；' || d.runes[j] == ';' {
			s.end = j
			break
		}
	}
	for j := i - 1; j >= s.start; j-- {
		if d.runes[j] == '；' || d.runes[j] == ';' {
			s.start = j + 1
			break
		}
	}
	return s
}

// mentionedIn tells whether one of the first mentions of the area starts in s.
func (e *areaEvidence) mentionedIn(s span) bool {
	return slices.ContainsFunc(e.mentions[:min(len(e.mentions), mostCompared)], func(m corpus.Mention) bool { return s.contains(m.Start) })
}
