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
		best, found = actor{span: m.span, name: m.unit.Name, region: areaOfUnit(m.unit)}, true
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
	if m.start > s.start {
		for _, w := range [...]string{"对", "向", "给", "将", "把", "与", "同", "会同", "从", "在", "被", "为", "驻", "到", "赴", "指导", "督促", "配合", "会"} {
			if endsWith(text[s.start:m.start], w) {
				return true
			}
		}
	}
	return isOneOf(text, m.end, "的")
}
