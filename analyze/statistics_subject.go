package analyze

// headless governs a figure that opens its clause or follows another in a list:
// 34名民警被辞退; 8家企业、32个单位; 28个省区市建立.
func (r *figureReader) headless(i, lo int) governor {
	_, hi := r.bounds(i)
	after := r.objectAfter(i, hi, false)
	if i > 0 && r.govs[i-1].right && lo == r.govs[i-1].verb.end && !isOneOf(r.d.runes, lo, "、，,") {
		g := governor{verb: r.govs[i-1].verb, class: r.govs[i-1].class, object: r.nounBehind(r.figs[i].end, hi)}
		if s, ok := r.countedSubject(i, verb{span: g.verb, class: g.class}, g.object); ok {
			return s
		}
		return g
	}
	if i > 0 && isOneOf(r.d.runes, r.figs[i].start-1, "共") {
		if o := r.govs[i-1].object; o.len() > 0 && o.end == r.figs[i].start-1 && r.verbEnd(o.start) == o.end {
			return governor{verb: o, class: classAct, object: after} // 开展三轮重点督办|共164个
		}
	}
	if g, ok := r.bracketed(i, after); ok {
		return g
	}
	if g, ok := r.summedUp(i); ok {
		return g
	}
	if i > 0 && r.lists(i) && !definite(r.d.runes, r.figs[i].start) {
		g := r.govs[i-1]
		g.listed, g.noun = true, ""
		if after.len() > 0 && !(g.right && r.verbEnd(after.start) > after.start) {
			g.object = after
		}
		return g
	}
	if r.coverb(r.figs[i].start) >= 0 {
		if g, ok := r.verbBehind(i, true); ok {
			g.object = after
			return g
		}
	}
	if g, ok := r.verbBehind(i, false); ok {
		g.object, g.self = after, !r.passive(g.verb)
		if after.len() == 0 {
			g.object = r.nounBehind(g.verb.end, hi)
		}
		if g.object.len() == 0 && r.partOfBefore(i) {
			g.object, g.noun = r.govs[i-1].object, r.govs[i-1].noun
		}
		return g
	}
	if r.alone(i, lo, after) {
		g := r.govs[i-1]
		g.object, g.noun = after, ""
		return g
	}
	if worth := r.worth(i, lo); worth.len() > 0 && after.len() == 0 {
		return r.carryObject(i, governor{verb: worth, class: classState})
	}
	return governor{object: after}
}

// bracketed reads a part that stands in brackets behind its whole: 处理13108人（包括75名厅级干部）.
func (r *figureReader) bracketed(i int, after span) (governor, bool) {
	text := r.d.runes
	if i == 0 || r.govs[i-1].verb.len() == 0 || r.govs[i-1].class.is(classState) || !isOneOf(text, r.figs[i-1].end, "（(") {
		return governor{}, false
	}
	from := r.figs[i-1].end + 1
	if r.d.trimLead(span{from, r.figs[i].start}) < r.figs[i].start {
		return governor{}, false
	}
	g := r.govs[i-1]
	g.object, g.noun = after, ""
	return g, true
}

// summedUp goes on with the figure before where only 共计 or the like stands behind its object:
// 5次套取资金|共计8.6万元.
func (r *figureReader) summedUp(i int) (governor, bool) {
	if i == 0 || r.govs[i-1].verb.len() == 0 {
		return governor{}, false
	}
	g, f := r.govs[i-1], r.figs[i]
	o := g.object
	if o.end <= r.figs[i-1].start {
		o = span{r.figs[i-1].end, r.figs[i-1].end}
	}
	if r.verbEnd(f.end) > f.end || o.start < r.figs[i-1].end || o.end >= f.start || !isOneOf(r.d.runes, o.end, "共合总累折价各") {
		return governor{}, false
	}
	if end, _ := r.d.trimTail(span{o.end, f.start}); end > o.end {
		return governor{}, false
	}
	_, hi := r.bounds(i)
	if after := r.objectAfter(i, hi, false); after.len() > 0 || isOneOf(r.d.runes, f.unit.start, "人名") {
		g.object, g.noun = after, ""
	}
	g.right = false
	return g, true
}

// alone tells whether a figure with its noun fills a clause, after one of the same unit: 2名甲干部，40余名乙干部。
func (r *figureReader) alone(i, lo int, after span) bool {
	c := r.d.clauseAt(r.figs[i].start)
	return i > 0 && r.govs[i-1].verb.len() > 0 && !r.govs[i-1].right && !r.govs[i-1].class.is(classState) && after.len() > 0 && after.end >= c.end-1 && r.d.trimLead(span{lo, r.figs[i].start}) >= r.figs[i].start &&
		r.d.text(r.figs[i].unit) == r.d.text(r.figs[i-1].unit)
}

// worth gives the 折合 that alone stands before a sum, which says what the things before come to.
func (r *figureReader) worth(i, lo int) span {
	if !r.figs[i].class.is(classMoney) {
		return span{}
	}
	for p := lo; p < r.figs[i].start; p++ {
		if e, ok := wordAt(r.d.runes, p, "折合"); ok {
			return span{p, e}
		}
	}
	return span{}
}

// partOfBefore tells whether a figure is a part of the one before: 46个问题，其中35个已整改到位.
func (r *figureReader) partOfBefore(i int) bool {
	among := i > 0 && (r.amongClause(i) || r.govs[i-1].object.len() > 0 && isOneOf(r.d.runes, r.govs[i-1].object.end, "中"))
	return among && r.d.text(r.figs[i].unit) == r.d.text(r.figs[i-1].unit)
}

// lists tells whether only a list sign stands between a figure and the noun of the one before.
func (r *figureReader) lists(i int) bool {
	text := r.d.runes
	from, to := r.figs[i-1].end, r.figs[i].start
	if o := r.govs[i-1].object; o.start >= from && o.end <= to {
		from = o.end
	}
	if endsWith(text[from:to], "价值") {
		to -= 2
	}
	for from < to && isOneOf(text, from, "、和及以与，,至 ") {
		from++
	}
	return from >= to && r.figs[i].start > r.figs[i-1].end && r.d.clauseAt(from).start <= max(r.figs[i-1].end, r.govs[i-1].object.end)
}

// inherited gives the verb of the figure before where a clause without a verb goes on
// with it: 查处问题5起，地厅级干部问题254起; 其中问题线索31件.
func (r *figureReader) inherited(i int) governor {
	var g governor
	switch {
	case i > 0 && !hasSemicolon(r.d.runes[r.figs[i-1].end:r.figs[i].start]):
		k := r.actBefore(i)
		if g = r.govs[k]; g.right && r.figs[k].class != r.figs[i].class && r.d.clauseAt(g.verb.start).start < r.d.clauseAt(r.figs[i].start).start {
			return governor{} // 9人受伤，直接经济损失500万元
		}
	case i > 0:
		return r.likeBefore(i)
	case r.amongClause(i):
		return r.lastVerb(span{r.sentence.start, r.d.clauseAt(r.figs[i].start).start})
	case r.linked():
		if r.pending.len() > 0 {
			return r.lastVerb(r.pending)
		}
		g = r.previous
	}
	if g.class.is(classState) && !isOneOf(r.d.runes, g.verb.end-1, "有") {
		return governor{}
	}
	g.right = false
	return g
}

// likeBefore gives what governs an earlier figure of the sentence that counts the same kind of
// thing in the same unit: 第一种形态276人次，占67%；第二种形态98人次.
func (r *figureReader) likeBefore(i int) governor {
	lo, _ := r.bounds(i)
	noun := r.d.text(r.nounBefore(lo, r.figs[i].start))
	for k := i - 1; k >= 0; k-- {
		g := r.govs[k]
		if !g.class.is(classState) && !g.right && g.verb.len() > 0 && r.d.text(r.figs[k].unit) == r.d.text(r.figs[i].unit) && commonEnd(g.objectText(r.d), noun) {
			return g
		}
	}
	return governor{}
}

// actBefore gives the figure whose verb a figure without one goes on with: the one before,
// or behind 其中 the last of its unit (查处420起，处分45人，其中…133起), or that before the shares and
// changes which stand between (28件，占七成，其中…).
func (r *figureReader) actBefore(i int) int {
	if !r.amongClause(i) {
		return i - 1
	}
	for k := i - 1; k >= 0 && !hasSemicolon(r.d.runes[r.figs[k].end:r.figs[i].start]); k-- {
		if !r.figs[k].num.share && !r.govs[k].class.is(classState) && r.d.text(r.figs[k].unit) == r.d.text(r.figs[i].unit) {
			return k
		}
	}
	k := i - 1
	for k > 0 && r.figs[k].num.share && r.govs[k].class.is(classState) && !hasSemicolon(r.d.runes[r.figs[k-1].end:r.figs[k].start]) {
		k--
	}
	return k
}

// amongClause tells whether the clause of a figure goes on with 其中 inside its sentence.
func (r *figureReader) amongClause(i int) bool {
	c := r.d.clauseAt(r.figs[i].start)
	if endsWith(r.d.runes[r.sentence.start:max(c.start-1, r.sentence.start)], "，其中") {
		return true // 其中，
	}
	_, ok := wordAt(r.d.runes, c.start, "其中")
	return ok && c.start > r.sentence.start
}

// linked tells whether the sentence begins with 其中.
func (r *figureReader) linked() bool {
	_, ok := wordAt(r.d.runes, r.sentence.start, "其中")
	return ok && (r.hasPrevious || r.pending.len() > 0)
}

// lastVerb gives the last verb of a sentence without figures.
func (r *figureReader) lastVerb(s span) governor {
	vs := r.a.verbsIn(r.d, s, nil)
	for k := len(vs) - 1; k >= 0; k-- {
		if vs[k].class.is(classAct) && !vs[k].weak && !vs[k].class.is(classNoun) {
			return governor{verb: vs[k].span, class: vs[k].class}
		}
	}
	return governor{}
}
