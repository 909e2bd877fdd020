package analyze

import "strings"

// subjectBefore gives the subject nearest before a position of the sentence.
func (r *figureReader) subjectBefore(from, to int) (actor, bool) {
	var helper actor
	for end := to; end > from; {
		c := r.d.clauseAt(end - 1)
		start := max(c.start, from)
		whole := end < to || isOneOf(r.d.runes, end-1, "，,；;：:")
		if start > from && whole && r.opensPhrase(start) {
			end = start
			continue
		}
		if whole && r.takesPart(span{start, end}) {
			if a, ok := r.subjectIn(span{r.behindBy(start, end), end}); ok {
				helper = a
			}
			if by := r.behindBy(start, end); by > start {
				if a, ok := r.subjectIn(span{start, by - 1}); ok {
					return a, true
				}
			}
			end = start
			continue
		}
		find := r.subjectIn
		if hasSemicolon(r.d.runes[end-1 : to]) {
			find = r.namedSubject // who was made to act does so up to a semicolon
		}
		if a, ok := find(span{start, end}); ok {
			return a, true
		}
		if a, ok := r.within(start, end); ok && helper.name == "" && whole {
			helper = a
		}
		end = start
	}
	return helper, helper.name != ""
}

// takesPart tells whether a clause only says who leads or joins in: 由某局牵头，某组参与，.
func (r *figureReader) takesPart(s span) bool {
	text := r.d.runes[s.start:s.end]
	for len(text) > 0 && isOneOf(text, len(text)-1, "，、,；;") {
		text = text[:len(text)-1]
	}
	return endsWith(text, "牵头") || endsWith(text, "参与") || endsWith(text, "配合") || endsWith(text, "协助")
}

// within gives whose work a clause names as what the next takes place in: 在某厅的专项治理中，.
func (r *figureReader) within(start, end int) (actor, bool) {
	i := start
	for i < end && isOneOf(r.d.runes, i, "而 ") {
		i++
	}
	if !isOneOf(r.d.runes, i, "在") || !isOneOf(r.d.runes, end-2, "中下") {
		return actor{}, false
	}
	a, ok := r.bodyAt(i + 1)
	return a, ok && isOneOf(r.d.runes, a.end, "的")
}

// behindBy gives the position behind the first 由 of a span, its start where there is none.
func (r *figureReader) behindBy(start, end int) int {
	for i := start; i < end; i++ {
		if r.d.runes[i] == '由' {
			return i + 1
		}
	}
	return start
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
	if a, ok := r.causee(s); ok {
		return a, true
	}
	return r.namedSubject(s)
}

// namedSubject gives the last subject of a clause that acts by itself.
func (r *figureReader) namedSubject(s span) (actor, bool) {
	var best actor
	found := false
	for _, m := range r.d.unitsIn(s) {
		if _, joint := wordAt(r.d.runes, m.start, "联合"); joint && m.start > s.start {
			continue // 联合某市监委查办
		}
		if m.end > s.end || r.objectOfCoverb(m.span, s) || r.titled(m.start) || r.isObject(m.span, s) {
			continue
		}
		if r.isPost(m.end) {
			if r.speaks(m.end, s.end) {
				continue
			}
			return actor{span: m.span, region: areaOfUnit(m.unit)}, true
		}
		if r.tells(m.end, s.end) {
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
	if a, ok := r.referred(s); ok {
		return a, true
	}
	return r.placeSubject(s)
}

// tells tells whether a body only makes known what the clauses after its own say: 水利部发布，….
func (r *figureReader) tells(i, end int) bool {
	if !isOneOf(r.d.runes, end-1, "，,：:。") {
		return false
	}
	for k := i; k < end; k++ {
		if !isOneOf(r.d.runes, k, "公发介透披") {
			continue
		}
		for _, w := range reports {
			if e, ok := wordAt(r.d.runes[:end], k, w); ok && w != "发布会" && (w != "公布" || isOneOf(r.d.runes, e, "，,：:了的数最今全2")) {
				return true
			}
		}
	}
	return false
}

// isObject tells whether a verb takes the mention as its object: 成立某集团.
func (r *figureReader) isObject(m, s span) bool {
	for i := max(s.start, m.start-4); i < m.start; i++ {
		if !r.d.startsToken(i) {
			continue
		}
		if v, ok := r.a.verbAt(r.d, i, m.start); ok && v.end == m.start && v.class.is(classAct) && !v.weak {
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
	return isOneOf(text, m.end, "的") || isOneOf(text, m.start-1, "、") && holdsRune(text[s.start:m.start], '对')
}

// coverbsOfBodies are the words before a body that does not act itself.
var coverbsOfBodies = [...]string{
	"对", "向", "给", "将", "把", "与", "同", "会同", "从", "在", "被", "为", "驻", "到", "赴", "指导", "督促", "配合", "会", "联合", "联动", "依托", "移送", "移交", "协助", "约谈", "报请", "提请", "针对", "帮助", "走进", "和",
}

// listStart gives where a list of bodies and places begins that goes on at i: 对甲局、乙局.
func (r *figureReader) listStart(i, from int) int {
	for range 3 * maxListed {
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
	return r.listOf(span{m.start, end})
}

// listOf gives the bodies of a list by their names; as it is written where they share a head: 甲县、乙县纪委.
func (r *figureReader) listOf(s span) string {
	var b strings.Builder
	at := s.start
	for _, m := range r.d.unitsIn(s) {
		if !strings.HasSuffix(m.unit.Name, r.d.slice(m.end-1, m.end)) {
			return r.d.text(s)
		}
		b.WriteString(r.d.slice(at, m.start))
		b.WriteString(m.unit.Name)
		at = m.end
	}
	return b.String()
}
