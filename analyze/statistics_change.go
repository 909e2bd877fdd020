package analyze

// clauseBefore gives the subject of the clause before, where that has no figure and leads up to
// one that a verb of state opens: 乡科级干部最多，为1102人.
func (r *figureReader) clauseBefore(i int) span {
	c := r.d.clauseAt(r.figs[i].start)
	if c.start <= r.sentence.start || i > 0 && r.figs[i-1].end > r.d.clauseAt(c.start-1).start || !isOneOf(r.d.runes, c.start, "为达占") {
		return span{}
	}
	b := r.d.clauseAt(c.start - 1)
	from := r.d.trimLead(span{max(b.start, r.sentence.start), b.end - 1})
	return r.nounAfter(from, r.adverbIn(from, b.end-1), false)
}

// adverbIn gives the first adverb of a span, which begins its predicate, its end where there is none.
func (r *figureReader) adverbIn(from, to int) int {
	for i := from + 1; i < to; i++ {
		if t := r.d.word(i); t.start == i && (t.pos == "d" || t.pos == "v" && t.end >= to) {
			return i
		}
	}
	return to
}

// compares tells whether what changes is compared with another time in a span: 同比, 比2018年.
func (r *figureReader) compares(from, to int) bool {
	for i := from; i < to; i++ {
		if !isOneOf(r.d.runes, i, "比") {
			continue
		}
		if isOneOf(r.d.runes, i-1, "同环") || isOneOf(r.d.runes, i+1, "上去前") || len(r.d.timesIn(span{i + 1, i + 2})) > 0 {
			return true
		}
	}
	return false
}

// ofQuantity tells whether the noun of a span, without its adverbs, names a quantity: 案件数|同比.
func (r *figureReader) ofQuantity(from, to int) bool {
	n := r.nounBefore(from, to)
	noun := r.d.runes[n.start:n.end]
	return quantity(noun) || endsWith(noun, "数")
}

// fromTo reads 从8507种增长到16600种: the verb behind the first figure governs both.
func (r *figureReader) fromTo(i, lo int) (governor, bool) {
	if i+1 >= len(r.figs) {
		return governor{}, false
	}
	f, next, text := r.figs[i], r.figs[i+1].start, r.d.runes
	vs := r.verbsBetween(f.end, next)
	if len(vs) != 1 || vs[0].start != f.end || vs[0].end < next-1 && r.d.trimLead(span{vs[0].end, next}) < next || !vs[0].class.is(classState) {
		return governor{}, false
	}
	for p := f.start - 1; p >= lo && p >= f.start-12; p-- {
		if isOneOf(text, p, "从由自") && r.d.startsToken(p) && r.d.word(p).len() == 1 {
			g := governor{verb: vs[0].span, class: classState, object: r.nounBefore(lo, p), ranged: true}
			if g.object.len() == 0 {
				g = r.carryObject(i, g)
			}
			return g, true
		}
	}
	return governor{}, false
}
