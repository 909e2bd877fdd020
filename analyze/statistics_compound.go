package analyze

// compound tells 6件8人 and 4类23个问题: two counts side by side.
func (r *figureReader) compound(i int) bool {
	gap := r.d.runes[r.figs[i-1].end:r.figs[i].start]
	return len(gap) == 0 && r.figs[i-1].unit.len() > 0
}

func (r *figureReader) compounded(i int) governor {
	g := r.govs[i-1]
	_, hi := r.bounds(i)
	noun := r.nounAfter(r.figs[i].end, hi, true)
	if noun.len() > 0 && !r.startsVerb(noun.start) {
		g.object = noun
		if r.govs[i-1].object.len() == 0 || r.govs[i-1].listed || isOneOf(r.d.runes, r.figs[i-1].unit.start, "类种项") {
			r.govs[i-1].object = noun
		}
	}
	if noun.len() == 0 && isOneOf(r.d.runes, r.figs[i].unit.start, "人名") && !isOneOf(r.d.runes, r.figs[i-1].unit.start, "人名") {
		g.object, g.noun = span{}, "" // 查处案件28件|34人
	}
	return g
}

// startsVerb tells whether a verb of the sentence begins at i.
func (r *figureReader) startsVerb(i int) bool {
	v, ok := r.verbFrom(i)
	return ok && !v.weak && !v.class.is(classNoun|classWrong)
}

// openVerb gives the verb of an earlier clause that still waits for its figure:
// 共发现甲不到位，乙不牢等23个问题.
func (r *figureReader) openVerb(i, lo int) (verb, bool) {
	from := r.sentence.start
	if i > 0 {
		from = r.figs[i-1].end
	}
	vs := r.verbsBetween(from, lo)
	for k := len(vs) - 1; k >= 0; k-- {
		v := vs[k]
		if !v.weak && v.class.is(classAct) && !v.relative(r.d.runes) && (isOneOf(r.d.runes, v.start-1, "共") || endsWith(r.d.runes[from:v.start], "累计")) {
			return v, true
		}
	}
	return verb{}, false
}

// amongVerb gives the verb of the clause before, where that says among what is counted: 被问责人员中，干部130人.
func (r *figureReader) amongVerb(lo int) (verb, bool) {
	for at := lo; at-1 > r.sentence.start; {
		c := r.d.clauseAt(at - 1)
		if c.start < r.sentence.start {
			break
		}
		if endsWith(r.d.runes[c.start:c.end-1], "中") {
			vs := r.verbsBetween(c.start, c.end)
			for k := len(vs) - 1; k >= 0; k-- {
				if vs[k].class.is(classAct) && !vs[k].weak && vs[k].relative(r.d.runes) {
					return vs[k], true
				}
			}
			return verb{}, false
		}
		at = c.start
	}
	return verb{}, false
}

// truly tells whether a word that only the segmenter takes for a verb is one: it
// opens its clause, 了 follows, or the object stands behind the figure.
func (r *figureReader) truly(v verb, lo, end, i int) bool {
	if isOneOf(r.d.runes, v.end, "了过") {
		return true
	}
	_, hi := r.bounds(i)
	if v.end >= end && r.objectAfter(i, hi, true).len() > 0 {
		return true
	}
	if v.end < end && v.len() > 1 && !r.modifies(verb{span: v.span, class: classWrong}, end) {
		if p := r.d.word(max(v.start-1, 0)).pos; v.start > lo && p != "" && (p[0] == 'n' || p[0] == 'r') {
			return true
		}
	}
	return v.len() > 1 && (v.start <= r.d.trimLead(span{lo, v.start}) || v.start > lo && r.d.word(v.start-1).pos == "d")
}

// repeated reads 先后三次宴请客人 and 分两批启动: the verb stands behind.
func (r *figureReader) repeated(i int, governed bool) (governor, bool) {
	if governed || !isOneOf(r.d.runes, r.figs[i].unit.start, "次批轮趟") {
		return governor{}, false
	}
	g, ok := r.verbBehind(i, false)
	if !ok {
		return g, false
	}
	c := r.d.clauseAt(g.verb.end)
	limit := min(c.end, r.sentence.end)
	for _, f := range r.figs[i+1:] {
		limit = min(limit, max(f.start, g.verb.end))
	}
	g.object = r.nounBehind(g.verb.end, limit)
	return g, true
}

// approxVerb gives 超过, 突破 … where they are the verb of a figure.
func (r *figureReader) approxVerb(f figure) span {
	w := span{f.start, f.num.start}
	if isOneOf(r.d.runes, w.start, "不") {
		return span{} // 不低于20% is a norm
	}
	if isOneOf(r.d.runes, w.end-1, "了") {
		w.end--
	}
	if w.len() >= 2 || isOneOf(r.d.runes, w.start, "超逾") {
		return w
	}
	return span{}
}

// relativeVerb gives the verb of a relative clause that ends before the figure: 处置的3件.
func relativeVerb(text []rune, vs []verb, end, figure int) (verb, bool) {
	if !endsWith(text[:figure], "的") || len(vs) == 0 {
		return verb{}, false
	}
	v := vs[len(vs)-1]
	return v, v.end >= end || v.relative(text)
}

// passiveVerb gives the verb of 被…的 before the noun that is counted: 被问责的党组织3个.
func passiveVerb(text []rune, vs []verb, end int) (verb, bool) {
	for k := len(vs) - 1; k >= 0; k-- {
		v := vs[k]
		if v.class.is(classAct) && !v.weak && isOneOf(text, v.start-1, "被") && isOneOf(text, v.end, "的") && v.end+1 < end {
			return v, true
		}
	}
	return verb{}, false
}
