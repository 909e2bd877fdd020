package analyze

import (
	"strings"
)

// actor is who acts: a unit, a collective or a place.
type actor struct {
	span
	name   string
	region string // GB/T 2260, "" unknown
	place  bool   // a place of the title
	extent bool   // 全国, 全省: acts, but is no actor
}

// actorOf gives the actor of figure i: the subject of its verb, of the clauses
// before it in the sentence, or of the sentence before.
func (r *figureReader) actorOf(i int) actor {
	f, g := r.figs[i], r.govs[i]
	if g.class.is(classWrong) && !g.class.is(classAct) || g.class.is(classState) && !isOneOf(r.d.runes, g.verb.end-1, "有") {
		return actor{}
	}
	if i > 0 && r.amongBefore(i) {
		if g.right && g.action(r.d) != "涉及" {
			return actor{} // 其中35个已整改
		}
		return r.lastActor
	}
	if r.noOneActs(i) {
		return actor{}
	}
	if a, ok := r.actorByVerb(i); ok {
		return a
	}
	measured := f.class&classRatio != 0 || f.class&classMeasure != 0 && !(g.class.is(classAct) && !g.class.is(classState) && !g.right)
	if a, ok := r.actorInSentence(i, measured); ok {
		return a
	}
	if measured || g.class.is(classState) {
		return actor{}
	}
	return r.actorBefore(f)
}

// noOneActs tells whether a figure has no verb, or is itself the subject of one: 30人主动投案.
func (r *figureReader) noOneActs(i int) bool {
	g := r.govs[i]
	if g.verb.len() == 0 || g.had && r.passive(g.verb) {
		return true
	}
	if g.self && !r.timesOf(r.figs[i]) && !(i > 0 && g.verb == r.govs[i-1].verb && r.timesOf(r.figs[i-1])) {
		return true
	}
	action := g.action(r.d)
	return action == "涉及" || strings.HasSuffix(action, "投案")
}

// actorByVerb gives who acts where the verb tells: in a passive, a judgment, a list with 分别, a relative clause.
func (r *figureReader) actorByVerb(i int) (actor, bool) {
	f, g := r.figs[i], r.govs[i]
	if a, ok := r.agent(g); ok {
		return a, true
	}
	if a, ok := r.court(g); ok {
		return a, true
	}
	if a, ok := r.eachOf(i); ok {
		return a, true
	}
	if g.right && r.passive(g.verb) {
		if i > 0 && r.govs[i-1].right && r.passive(r.govs[i-1].verb) {
			return r.lastActor, true
		}
		return r.behindPassive(f.start), true
	}
	if !g.right && g.verb.end+5 >= f.start && isOneOf(r.d.runes, g.verb.start-1, "被") && isOneOf(r.d.runes, g.verb.end, "的") {
		return actor{}, true // 被问责的就有17人
	}
	return r.relativeSubject(g, f.start)
}

// actorInSentence gives who acts by the words of the sentence before a figure: who speaks of his own
// body, the subject of the nearest clause, those counted. What is measured looks no further than its clause.
func (r *figureReader) actorInSentence(i int, measured bool) (actor, bool) {
	f := r.figs[i]
	before, from := f.start, r.sentence.start
	if v := r.govs[i].verb; v.start < before {
		before = v.start
	}
	if measured {
		from = max(from, r.d.clauseAt(before).start)
	}
	if speech, ok := r.speechAround(f.start); ok && r.speaksOfOwn(speech, f.start) {
		if a, ok := r.speakerOf(speech); ok {
			return a, true
		}
	}
	counted, counts := r.counted(i, from)
	if a, ok := r.subjectBefore(from, before); ok && !(counts && counted.start > a.start) {
		if a.extent {
			return r.withinExtent(a, from), true
		}
		return a, true
	}
	if counts {
		r.acting = counted
	}
	return counted, counts
}

// court gives the court of a sentence that goes on with what else it imposed: 被某法院判处…，并处罚金.
func (r *figureReader) court(g governor) (actor, bool) {
	if !r.sentenced(g) {
		return actor{}, false
	}
	for _, m := range r.d.unitsIn(span{r.sentence.start, g.verb.start}) {
		if isOneOf(r.d.runes, m.start-1, "被由经") || strings.HasSuffix(m.unit.Name, "法院") {
			return actor{span: m.span, name: m.unit.Name}, true
		}
	}
	return actor{}, true
}

// sentenced tells whether a court imposes what is counted.
func (r *figureReader) sentenced(g governor) bool {
	if g.right || !isOneOf(r.d.runes, g.verb.start, "并没判") {
		return false
	}
	switch r.d.text(g.verb) {
	case "并处", "判处", "没收", "没收财产", "没收违法所得":
		return true
	}
	return false
}

// misdeed tells whether a person took or spent money wrongly, in a sentence that does not say when: the
// time of the report or of the inquiry, if it is no event, is not that of the misdeed.
func (r *figureReader) misdeed(f figure, g governor) bool {
	return f.class.is(classMoney) && g.class.is(classWrong) && !g.class.is(classAct) && !dated(r.frame.last) && !within(r.d, r.sentence).known
}

// withinExtent gives who acts in 全市共聘请: the body of an earlier clause of the sentence, or no one.
func (r *figureReader) withinExtent(a actor, from int) actor {
	if a.region == "000000" || a.start <= from || isOneOf(r.d.runes, a.start, "各") {
		return actor{region: a.region}
	}
	c := r.d.clauseAt(a.start)
	if b, ok := r.subjectBefore(from, c.start); ok && !b.extent && b.name != "" {
		return b
	}
	return actor{region: a.region}
}

// agent gives who acts in a passive: 被有关部门追缴.
func (r *figureReader) agent(g governor) (actor, bool) {
	for i := g.verb.start - 1; g.right && i >= max(r.sentence.start, g.verb.start-16); i-- {
		if r.d.runes[i] == '被' && i+1 < g.verb.start {
			return r.subjectIn(span{i + 1, g.verb.start})
		}
		if r.d.runes[i] == '受' && isOneOf(r.d.runes, i+1, "到") && i+2 < g.verb.start {
			return r.subjectIn(span{i + 2, g.verb.start})
		}
	}
	return actor{}, false
}

// timesOf tells whether a figure counts how often something was done, 先后6次通报, so that it is no subject.
func (r *figureReader) timesOf(f figure) bool {
	switch r.d.text(f.unit) {
	case "次", "批", "批次", "轮", "轮次", "期", "趟":
		return true
	}
	return false
}

// behindPassive gives who acts on those who are counted at i, 2名干部被诫勉: the subject of an
// earlier clause of the sentence. A body in their own clause is theirs and does not act.
func (r *figureReader) behindPassive(i int) actor {
	c := r.d.clauseAt(i)
	if a, ok := r.subjectBefore(r.sentence.start, max(c.start, r.sentence.start)); ok && !a.extent {
		return a
	}
	return actor{}
}

// amongBefore tells whether a figure is a part of the one before: 其中72起.
func (r *figureReader) amongBefore(i int) bool {
	c := r.d.clauseAt(r.figs[i].start)
	_, ok := wordAt(r.d.runes, c.start, "其中")
	return ok && r.figs[i-1].end <= c.start
}

// relativeSubject gives who acts in a relative clause: 上级纪委交办的378件.
func (r *figureReader) relativeSubject(g governor, figure int) (actor, bool) {
	if g.right || g.verb.end+1 != figure || !isOneOf(r.d.runes, g.verb.end, "的") {
		return actor{}, false
	}
	lo := r.d.clauseAt(g.verb.start).start
	for _, m := range r.d.unitsIn(span{lo, g.verb.start}) {
		if m.end == g.verb.start {
			return actor{span: m.span, name: m.unit.Name, region: areaOfUnit(m.unit)}, true
		}
	}
	a, ok := r.collectiveIn(span{lo, g.verb.start}, true)
	return a, ok && a.end == g.verb.start
}

// areaOfUnit gives the area of a unit; that of a central body is the whole country.
func areaOfUnit(u *unit) string {
	if u.Region != "" {
		return u.Region
	}
	for _, w := range [...]string{"中央", "国家", "全国", "党中央", "国务院", "最高"} {
		if strings.HasPrefix(u.Name, w) {
			return "000000"
		}
	}
	if strings.HasSuffix(u.Name, "部") || strings.HasSuffix(u.Name, "总局") || strings.HasPrefix(u.Name, "驻") {
		return "000000"
	}
	return ""
}
