package analyze

// headless governs a figure that opens its clause or follows another in a list:
// 34名民警被辞退; 8家企业、32个单位; 28个省区市建立.
func (r *figureReader) headless(i, lo int) governor {
	_, hi := r.bounds(i)
	after := r.objectAfter(i, hi, false)
	if i > 0 && r.govs[i-1].right && lo == r.govs[i-1].verb.end && !isOneOf(r.d.runes, lo, "、，,") {
		return governor{verb: r.govs[i-1].verb, class: r.govs[i-1].class, object: r.nounAfter(r.figs[i].end, hi, true)}
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
			g.object = r.nounAfter(g.verb.end, hi, true)
		}
		return g
	}
	return governor{object: after}
}

// passive tells whether 被 or 受 stands before a verb, so that another acts.
// lists tells whether only a list sign stands between a figure and the noun of the one before.
func (r *figureReader) lists(i int) bool {
	text := r.d.runes
	from, to := r.figs[i-1].end, r.figs[i].start
	if o := r.govs[i-1].object; o.start >= from && o.end <= to {
		from = o.end
	}
	for from < to && isOneOf(text, from, "、和及以与，,至 ") {
		from++
	}
	return from >= to && to > r.figs[i-1].end && r.d.clauseAt(from).start <= max(r.figs[i-1].end, r.govs[i-1].object.end)
}

// verbBehind gives the verb behind a figure: after a preposition (对8家…进行巡察) or of
// the noun as subject (9家单位在这里消费).
// disposes tells whether 将 or 把 stands before a figure in its clause: the verb stands behind all that it takes.
// chain gives a verb with the ones joined to it.
// coverb gives the position behind a preposition that takes the figure as its object
// (对…8家企业), -1 where there is none.
// governsRight tells whether the verb before a figure only belongs to a phrase of
// preposition and noun, so that the verb behind the figure governs.
// stated reads subject, verb of state, figure: 粮食产量达13657亿斤, 有专职干部55人.
// lastState gives the verb of state that may govern: the last verb, or a 有 that no verb of action follows.
// definite tells whether a figure is one named before: 这两类问题, 上述十起案件.
// verbBeyond gives the verb of the clause after, where it goes on with the same subject: …，共套取.
// having reads 有专职干部55人, 有19名干部主动投案 and …的有49起.
// carryObject takes the object of the figure before: 增加28.7亿斤.
// subject gives the noun phrase before a verb of state.
// nounBefore gives the noun phrase of a span without the words around it.
// afterSpeech gives the position behind 认为, 显示 …, which only introduce what is stated.
// trimAdverb drops an adverb that ends s: 持续, 同比.
// onlyNames tells whether a span holds nothing but a place or a unit.
// inherited gives the verb of the figure before where a clause without a verb goes on
// with it: 查处问题5起，地厅级干部问题254起; 其中问题线索31件.
func (r *figureReader) inherited(i int) governor {
	var g governor
	switch {
	case i > 0 && !hasSemicolon(r.d.runes[r.figs[i-1].end:r.figs[i].start]):
		g = r.govs[i-1]
	case i > 0:
		return governor{}
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

// amongClause tells whether the clause of a figure goes on with 其中 inside its sentence.
func (r *figureReader) amongClause(i int) bool {
	c := r.d.clauseAt(r.figs[i].start)
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
