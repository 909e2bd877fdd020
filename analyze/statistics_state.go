package analyze

// stated reads subject, verb of state, figure: 粮食产量达13657亿斤, 有专职干部55人.
func (r *figureReader) stated(i, lo, end int, vs []verb) (governor, bool) {
	if len(vs) == 0 {
		return governor{}, false
	}
	v := lastState(r.d.runes, vs, end)
	if v.len() == 0 {
		return governor{}, false
	}
	_, hi := r.bounds(i)
	after := r.objectAfter(i, hi, false)
	if g, ok := r.doneTo(lo, v, vs); ok {
		if g.object = after; after.len() == 0 && !isOneOf(r.d.runes, g.verb.start-1, "被") {
			g.object = r.nounBefore(lo, r.beforeCause(lo, r.firstJoined(lo, g.verb)))
		}
		return g, true
	}
	if isOneOf(r.d.runes, v.end-1, "有") {
		return r.having(i, lo, end, v, after), true
	}
	if v.end < end || v.class.is(classAct) && after.len() > 0 {
		return governor{}, false // 降低了|20项分值
	}
	if after.len() > 0 && isOneOf(r.d.runes, v.start, "是") {
		return governor{object: after}, true
	}
	if main, ok := mainVerb(r.d.runes, vs[:len(vs)-1], v.start); ok && (!main.class.is(classNoun) || main.end < v.start && !isOneOf(r.d.runes, v.end-1, "幅额比") && main.start <= r.d.trimLead(span{lo, v.start})) && !r.modifies(main, v.start) && !r.ofQuantity(main.end, v.start) && !r.compares(main.end, v.start) && main.class.is(classAct|classWrong) && !main.weak {
		noun := r.nounBefore(main.end, v.start)
		return governor{verb: main.span, object: noun, class: main.class}, true
	}
	g := governor{verb: v.span, class: classState, object: r.subject(lo, r.beforeAll(v))}
	if g.object.len() == 0 {
		g.object = r.clauseBefore(i)
	}
	if g.object.len() == 0 {
		g = r.carryObject(i, g)
	}
	if g.object.len() == 0 && g.noun == "" {
		g.object = after
	}
	return g, true
}

// doneTo reads 被问责的有17人: those to whom something is done are counted, and what is done governs.
func (r *figureReader) doneTo(lo int, state verb, vs []verb) (governor, bool) {
	end, _ := r.d.trimTail(span{lo, state.start})
	for k := len(vs) - 1; k >= 0; k-- {
		v := vs[k]
		if v.end == end && isOneOf(r.d.runes, end, "的") && v.class.is(classAct) && !v.class.is(classWrong) && (k == 0 || r.passive(v.span) || r.d.word(v.start-1).pos == "d" || endsWith(r.d.runes[:v.start], "正在")) {
			return governor{verb: v.span, class: v.class}, true
		}
	}
	return governor{}, false
}

// beforeCause gives where the subject of a span ends: before 因 or 受到.
func (r *figureReader) beforeCause(from, to int) int {
	for i := from + 1; i < to; i++ {
		if isOneOf(r.d.runes, i, "因由") && r.d.word(i).len() == 1 || isOneOf(r.d.runes, i, "受") && isOneOf(r.d.runes, i+1, "到") {
			return i
		}
	}
	return to
}

// firstJoined gives where the first verb from lo on begins that is joined to v: 已|结案处理和正在立案检查.
func (r *figureReader) firstJoined(lo int, v span) int {
	for _, u := range r.verbsBetween(lo, v.start) {
		if u.class.is(classAct) && !u.weak && v.start-u.end <= 3 && isOneOf(r.d.runes, u.end, "和并及、") {
			return u.start
		}
	}
	return v.start
}

// lastState gives the verb of state that may govern: the last verb, or a 有 that no verb of action follows.
func lastState(text []rune, vs []verb, end int) verb {
	for k := len(vs) - 1; k >= 0; k-- {
		v := vs[k]
		if v.class.is(classState) && (!v.class.is(classAct) || v.end >= end) && (k == len(vs)-1 || text[v.end-1] == '有') {
			return v
		}
		if !v.weak && v.class != classNoun {
			break
		}
	}
	return verb{}
}

// definite tells whether a figure is one named before: 这两类问题, 上述十起案件.
func definite(text []rune, i int) bool {
	return isOneOf(text, i-1, "这该") || endsWith(text[max(0, i-2):i], "上述") || endsWith(text[max(0, i-2):i], "这些")
}

// having reads 有专职干部55人, 有19名干部主动投案 and …的有49起.
func (r *figureReader) having(i, lo, end int, v verb, after span) governor {
	if v.end < end {
		return governor{verb: v.span, class: classState, object: r.nounBefore(v.end, end)}
	}
	if after.len() > 0 || r.verbEnd(r.figs[i].end) > r.figs[i].end {
		if g, ok := r.verbBehind(i, false); ok {
			g.object, g.self = after, r.d.text(r.figs[i].unit) != "人次" && !r.passive(g.verb)
			g.had = true
			if after.len() == 0 && r.partOfBefore(i) && !isOneOf(r.d.runes, g.verb.start, "涉") {
				g.object, g.noun = r.govs[i-1].object, r.govs[i-1].noun
			} else if after.len() == 0 {
				_, hi := r.bounds(i)
				g.object = r.nounBehind(g.verb.end, hi)
			}
			return g
		}
		return governor{verb: v.span, class: classState, object: after}
	}
	return governor{verb: v.span, class: classState, object: r.subject(lo, r.beforeAll(v))}
}

// beforeAll gives where a verb begins together with its adverb, in spite of how the words are cut: 一|共有.
func (r *figureReader) beforeAll(v verb) int {
	if isOneOf(r.d.runes, v.start, "共") && isOneOf(r.d.runes, v.start-1, "一") {
		return v.start - 1
	}
	return v.start
}

// carryObject takes the object of the figure before: 增加28.7亿斤.
func (r *figureReader) carryObject(i int, g governor) governor {
	if i > 0 {
		g.object, g.noun = r.govs[i-1].object, r.govs[i-1].noun
		if g.object.len() == 0 && g.noun == "" && r.govs[i-1].verb.len() > 0 && !r.govs[i-1].class.is(classState) {
			g.noun = r.govs[i-1].action(r.d)
		}
	} else if r.hasPrevious {
		g.object, g.noun = r.previous.object, r.previous.noun
	}
	return g
}

// subject gives the noun phrase before a verb of state.
func (r *figureReader) subject(lo, end int) span {
	text := r.d.runes
	s := span{lo, end}
	for p := lo; p < end; p++ {
		if isOneOf(text, p, "比较") && r.d.word(p).len() == 1 && (isOneOf(text, p+1, "上去前同计年") || len(r.d.timesIn(span{p + 1, p + 2})) > 0) {
			s.end = p
			break
		}
	}
	for _, v := range r.verbsBetween(lo, s.end) {
		if v.weak && v.end-v.start == 2 && (endsWith(text[:v.end], "认为") || endsWith(text[:v.end], "显示")) {
			s.start = v.end
		}
	}
	n := r.nounBefore(s.start, s.end)
	for _, w := range [...]string{"使得", "致使", "确保", "力争"} {
		if e, ok := wordAt(text[:n.end], n.start, w); ok {
			return r.nounBefore(e, n.end) // 确保|合同规范率达到100%
		}
	}
	if isOneOf(text, n.start, "较比") && r.d.word(n.start).len() == 1 {
		return span{} // 较预算|节约6.3%
	}
	return n
}

// nounBefore gives the noun phrase of a span without the words around it.
func (r *figureReader) nounBefore(start, end int) span {
	if end <= start {
		return span{}
	}
	start = r.afterSpeech(start, end)
	s := span{start, end}
	for changed := true; changed; {
		changed = false
		if e := r.d.trimAdverb(s); e < s.end {
			s.end, changed = e, true
		}
	}
	s.start = r.d.trimLead(s)
	s = trimNoun(r.d.runes, s)
	if s.len() > 0 && s.start > start && isOneOf(r.d.runes, s.start-1, "“") && holdsRune(r.d.runes[s.start:s.end], '”') {
		s.start--
	}
	return s
}

// afterSpeech gives the position behind 认为, 显示 …, which only introduce what is stated.
func (r *figureReader) afterSpeech(start, end int) int {
	for i := start; i+1 < end; i++ {
		for _, w := range [...]string{"认为", "显示", "表明", "透露"} {
			if e, ok := wordAt(r.d.runes[:end], i, w); ok && r.d.startsToken(i) {
				start = e
			}
		}
	}
	return start
}

// trimAdverb drops an adverb that ends s: 持续, 同比.
func (d *doc) trimAdverb(s span) int {
	end, _ := d.trimTail(s)
	for _, w := range [...]string{"持续", "同比", "环比", "连续", "共同", "合计", "高", "首次", "长期", "一直", "始终", "年均", "平均", "总数", "已", "近", "约", "有"} {
		if endsWith(d.runes[s.start:end], w) && w != "总数" && !endsOther(d.runes[s.start:end], w) {
			return end - len([]rune(w))
		}
	}
	return end
}

// onlyNames tells whether a span holds nothing but a place or a unit.
func (r *figureReader) onlyNames(s span) bool {
	i := s.start
	for i < s.end {
		next := i
		for _, m := range r.d.unitsIn(span{i, i + 1}) {
			next = max(next, m.end)
		}
		if p, ok := r.d.placeAt(i); ok {
			next = max(next, p.end)
		}
		if next == i {
			break
		}
		i = next
	}
	return i >= s.end || endsWith(r.d.runes[s.start:s.end], "地区") || endsWith(r.d.runes[s.start:s.end], "省") || endsWith(r.d.runes[s.start:s.end], "市") || endsWith(r.d.runes[s.start:s.end], "县")
}
