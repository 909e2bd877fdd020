package analyze

// subjectBefore gives the subject nearest before a position of the sentence.
func (r *figureReader) subjectBefore(from, to int) (actor, bool) {
	for end := to; end > from; {
		c := r.d.clauseAt(end - 1)
		start := max(c.start, from)
		if start > from && end < to && r.opensPhrase(start) {
			end = start
			continue
		}
		if a, ok := r.subjectIn(span{start, end}); ok {
			return a, true
		}
		end = start
	}
	return actor{}, false
}

// opensPhrase tells whether a clause is only a phrase of preposition and noun: 从三个方面，.
func (r *figureReader) opensPhrase(i int) bool {
	for _, w := range [...]string{"从", "针对", "围绕", "按照", "根据", "结合", "通过", "以", "对"} {
		if e, ok := wordAt(r.d.runes, i, w); ok && r.d.startsToken(e) {
			return true
		}
	}
	return false
}

// subjectIn gives the last subject of a clause.
func (r *figureReader) subjectIn(s span) (actor, bool) {
	var best actor
	found := false
	for _, m := range r.d.unitsIn(s) {
		if m.end > s.end || r.objectOfCoverb(m.span, s) || r.titled(m.start) || r.isObject(m.span, s) {
			continue
		}
		if r.isPost(m.end) {
			if r.speaks(m.end, s.end) {
				continue
			}
			return actor{span: m.span, region: areaOfUnit(m.unit)}, true
		}
		best, found = actor{span: m.span, name: r.bodiesFrom(m, s.end), region: areaOfUnit(m.unit)}, true
		break
	}
	if c, ok := r.collectiveIn(s, false); ok && (!found || c.start < best.start || c.start <= best.start && c.end > best.end) {
		best, found = c, true
	}
	if found {
		return best, true
	}
	return r.placeSubject(s)
}

// isObject tells whether a verb takes the mention as its object: 成立某集团.
func (r *figureReader) isObject(m, s span) bool {
	for _, v := range r.verbs {
		if v.end == m.start && v.start >= s.start && v.class.is(classAct) && !v.weak {
			return true
		}
	}
	return false
}

// objectOfCoverb tells whether a preposition takes the mention: 对浏发集团, or whether it only owns what follows.
func (r *figureReader) objectOfCoverb(m, s span) bool {
	text := r.d.runes
	m.start = r.listStart(m.start, s.start)
	if m.start > s.start {
		for _, w := range coverbsOfBodies {
			if endsWith(text[s.start:m.start], w) {
				return true
			}
		}
	}
	return isOneOf(text, m.end, "的")
}

// coverbsOfBodies are the words before a body that does not act itself.
var coverbsOfBodies = [...]string{
	"对", "向", "给", "将", "把", "与", "同", "会同", "从", "在", "被", "为", "驻", "到", "赴", "指导", "督促", "配合", "会", "联合", "联动", "依托", "移送", "移交", "协助", "约谈", "报请", "提请", "针对", "帮助", "走进", "和",
}

// listStart gives where a list of bodies and places begins that goes on at i: 对甲局、乙局.
func (r *figureReader) listStart(i, from int) int {
	for range 12 {
		if i-1 <= from || !isOneOf(r.d.runes, i-1, "、") {
			return i
		}
		start := r.nameEndingAt(i-1, from)
		if start < 0 {
			return i
		}
		i = start
	}
	return i
}

// nameEndingAt gives where the body or place begins whose name ends at i, -1 where there is none.
func (r *figureReader) nameEndingAt(i, from int) int {
	for _, m := range r.d.unitsIn(span{max(from, i-30), i}) {
		if m.end == i {
			return m.start
		}
	}
	if p, ok := r.placeEndingAt(i); ok && p.start >= from {
		return p.start
	}
	return -1
}

// bodiesFrom gives a body that stands in a list as it is written, with those that follow it: 甲局、乙局.
func (r *figureReader) bodiesFrom(m unitMention, limit int) string {
	end := m.end
	for range 12 {
		if !isOneOf(r.d.runes, end, "、和") {
			break
		}
		next := r.d.unitsIn(span{end + 1, end + 2})
		if len(next) == 0 || next[0].start != end+1 || next[0].end > limit || r.isPost(next[0].end) {
			break
		}
		end = next[0].end
	}
	if end == m.end {
		return m.unit.Name
	}
	return r.d.slice(m.start, end)
}
