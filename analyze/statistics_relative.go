package analyze

// countedSubject reads 收受3名企业主赠送的…: the verb of the relative clause behind a
// figure is that of those who are counted; the verb before it takes what 的 leads to.
func (r *figureReader) countedSubject(i int, main verb, after span) (governor, bool) {
	f, text := r.figs[i], r.d.runes
	if main.len() == 0 || main.weak || isOneOf(text, f.start-1, "的") || after.len() == 0 || after.start != f.end || !isOneOf(text, f.unit.start, "名人家位个") {
		return governor{}, false
	}
	for _, v := range r.verbs {
		if v.start < after.end || isOneOf(text, v.start, "存涉") {
			continue // 存在, 涉及: no one does them
		}
		for k := after.end; k < v.start; k++ {
			if isOneOf(text, k, "，；：的把将对向给为") {
				return governor{}, false
			}
		}
		if v.class.is(classAct|classWrong|classPivot) && isOneOf(text, v.end, "的") && !isOneOf(text, v.end+1, "，。；有") {
			return governor{verb: v.span, object: after, class: v.class, outer: main.span}, true
		}
	}
	return governor{}, false
}

// being reads what those counted are, 5人为厅级干部: by the act of the clause before that names them
// (此次通报的人员，), else by 为 itself.
func (r *figureReader) being(i int) (governor, bool) {
	f, text := r.figs[i], r.d.runes
	if !isOneOf(text, f.unit.start, "人") || f.unit.len() != 1 || !isOneOf(text, f.end, "为系是") {
		return governor{}, false
	}
	_, hi := r.bounds(i)
	g := governor{verb: span{f.end, f.end + 1}, object: r.nounAfter(f.end+1, hi, true), class: classState, right: true}
	if i > 0 && r.govs[i-1].class.is(classAct) && isOneOf(text, f.start-1, "、") && isOneOf(text, r.figs[i-1].end, "为系是") {
		g.verb, g.class = r.govs[i-1].verb, r.govs[i-1].class
		return g, true
	}
	if c := r.d.clauseAt(f.start); c.start-1 > r.sentence.start {
		if v, ok := relativeAct(text, r.verbsBetween(r.d.clauseAt(c.start-1).start, c.start)); ok && !(i > 0 && r.figs[i-1].start > v.end) {
			g.verb, g.class = v.span, v.class
		}
	}
	return g, g.object.len() > 0
}

// relativeAct gives the last act of a relative clause among the verbs: 曝光的这五起案例.
func relativeAct(text []rune, vs []verb) (verb, bool) {
	for k := len(vs) - 1; k >= 0; k-- {
		if v := vs[k]; v.class.is(classAct) && !v.weak && isOneOf(text, v.end, "的") {
			return v, true
		}
	}
	return verb{}, false
}

// dimension gives the noun of a thing's size that stands before a figure: 直径30至40公分.
func (r *figureReader) dimension(f figure) span {
	if !f.class.is(classMeasure) {
		return span{}
	}
	for _, w := range [...]string{"直径", "半径", "深度", "长度", "宽度", "高度", "厚度", "身高", "体重"} {
		if endsWith(r.d.runes[:f.start], w) {
			return span{f.start - 2, f.start}
		}
	}
	return span{}
}

// aspects tells whether a count of aspects ends text, which is no figure itself: 6个方面|39个小项.
func aspects(text []rune) bool {
	for _, w := range [...]string{"方面", "环节", "层面", "领域", "维度", "板块"} {
		if endsWith(text, w) {
			at := len(text) - 2
			for at > 0 && isOneOf(text, at-1, "个大重点类项") {
				at--
			}
			return at > 0 && at < len(text)-2 && startsNumeral(text[at-1])
		}
	}
	return false
}

// ofAspects governs a figure behind a count of aspects: by a verb before both (明确6个方面23项任务),
// or that behind a preposition (从6个方面39个小项开展自查).
func (r *figureReader) ofAspects(i, hi int, main verb, found bool) (governor, bool) {
	after := r.objectAfter(i, hi, found)
	if after.len() == 0 {
		return governor{}, false
	}
	if v, ok := relativeAct(r.d.runes, r.verbsBetween(r.sentence.start, r.figs[i].start)); ok && main.class == classPivot && v.start >= main.end {
		main = v // 针对发现的6个方面32个问题
	}
	if found && !main.weak {
		return governor{verb: main.span, object: after, class: main.class}, true
	}
	g, ok := r.verbBehind(i, true)
	g.object = r.objectAfter(i, hi, false)
	return g, ok
}

// parallel gives the figure whose object begins as the clause of figure i does, -1 where there is none:
// 发现涉及厅级干部线索28件；涉及处级干部线索53件.
func (r *figureReader) parallel(i int, main verb, lo int) int {
	if !isOneOf(r.d.runes, main.start, "涉") || main.start > r.d.trimLead(span{lo, main.end}) {
		return -1
	}
	for k := i - 1; k >= 0; k-- {
		o := r.govs[k].object
		if _, ok := wordAt(r.d.runes, o.start, r.d.text(main.span)); ok && o.len() > main.len() && r.govs[k].verb.len() > 0 && !r.govs[k].class.is(classState) {
			return k
		}
	}
	return -1
}
