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
func (r *figureReader) passive(v span) bool {
	for i := v.start - 1; i >= max(r.sentence.start, v.start-12); i-- {
		switch r.d.runes[i] {
		case '被', '获', '受', '遭':
			return true
		case '，', '、', '。':
			return false
		}
	}
	return false
}

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
func (r *figureReader) verbBehind(i int, coverb bool) (governor, bool) {
	f, text := r.figs[i], r.d.runes
	c := r.d.clauseAt(f.num.start)
	from := f.end
	if coverb && r.disposes(f.start) {
		for _, o := range r.figs[i:] {
			if o.end <= c.end {
				from = max(from, o.end)
			}
		}
	}
	vs := r.verbsBetween(from, min(c.end, r.sentence.end))
	if coverb {
		for k, v := range vs {
			if v.class.is(classLight) || isOpen(r.d, v) {
				if n, ok := nounVerb(vs[k+1:], span{v.end, c.end}); ok && !v.relative(text) {
					return governor{verb: n.span, class: n.class, right: true}, true
				}
			}
		}
	}
	for k, v := range vs {
		if !coverb && !isOneOf(text, v.start-1, "被") && (v.weak || v.class.is(classNoun) && (k+1 < len(vs) && !v.class.is(classWrong) || isWordRune(runeAt(text, v.end)) && !isOneOf(text, v.end, "了过"))) {
			continue
		}
		if !coverb && v.class == classPivot && v.start <= f.end+12 {
			break // 通过…方式: what follows is how, not what
		}
		if v.relative(text) || v.weak && (v.start == f.end || v.len() < 2) || v.class == classPivot || v.class == classNoun || !coverb && v.class&(classAct|classWrong|classLight) == 0 {
			continue
		}
		if !coverb && v.start == f.end && v.class.is(classNoun) && nounFollows(r, v.end, c.end) {
			continue
		}
		if v.class.is(classLight) && !v.class.is(classAct) {
			if n, ok := nounVerb(vs, span{v.end, c.end}); ok {
				v = n
			}
		}
		return governor{verb: r.chain(vs, v), class: v.class, right: true}, true
	}
	if coverb {
		return governor{}, false
	}
	return r.verbBeyond(c.end)
}

// disposes tells whether 将 or 把 stands before a figure in its clause: the verb stands behind all that it takes.
func (r *figureReader) disposes(i int) bool {
	p := r.coverb(i)
	return p > 0 && isOneOf(r.d.runes, p-1, "将把")
}

func isOpen(d *doc, v verb) bool {
	w := d.text(v.span)
	return w == "开展" || w == "实施" || w == "举行"
}

// chain gives a verb with the ones joined to it.
func (r *figureReader) chain(vs []verb, v verb) span {
	s := v.span
	for _, u := range vs {
		if u.start >= s.end && joined(r.d.runes, v, u) && u.start-s.end <= 1 {
			s.end = u.end
		}
	}
	return s
}

var coverbs = [...]string{"对于", "对", "将", "把", "向", "与", "同", "就", "给", "为"}

// coverb gives the position behind a preposition that takes the figure as its object
// (对…8家企业), -1 where there is none.
func (r *figureReader) coverb(end int) int {
	c := r.d.clauseAt(end)
	for p := end - 1; p >= max(c.start, r.sentence.start); p-- {
		if !r.d.startsToken(p) && !isOneOf(r.d.runes, p-1, "共已并还也均都") {
			continue
		}
		for _, w := range coverbs {
			if e, ok := wordAt(r.d.runes[:end], p, w); ok && r.d.startsToken(e) {
				if v, found := mainVerb(r.d.runes, r.verbsBetween(e, end), end); found && !v.weak && !isOneOf(r.d.runes, end, "的") {
					return -1
				}
				return e
			}
		}
		if p < end-60 {
			break
		}
	}
	return -1
}

// governsRight tells whether the verb before a figure only belongs to a phrase of
// preposition and noun, so that the verb behind the figure governs.
func (r *figureReader) governsRight(v verb, end int) bool {
	return v.class == classPivot && r.coverb(end) >= v.end
}

// stated reads subject, verb of state, figure: 粮食产量达13657亿斤, 有专职干部55人.
func (r *figureReader) stated(i, lo, end int, vs []verb) (governor, bool) {
	if len(vs) == 0 {
		return governor{}, false
	}
	v := lastState(r.d.runes, vs)
	if v.len() == 0 {
		return governor{}, false
	}
	_, hi := r.bounds(i)
	after := r.objectAfter(i, hi, false)
	if isOneOf(r.d.runes, v.end-1, "有") {
		return r.having(i, lo, end, v, after), true
	}
	if v.end < end {
		return governor{}, false
	}
	if after.len() > 0 && isOneOf(r.d.runes, v.start, "是") {
		return governor{object: after}, true
	}
	if main, ok := mainVerb(r.d.runes, vs[:len(vs)-1], v.start); ok && !main.class.is(classNoun) && !r.modifies(main, v.start) && main.class.is(classAct) && !main.weak {
		noun := r.nounBefore(main.end, v.start)
		return governor{verb: main.span, object: noun, class: main.class}, true
	}
	g := governor{verb: v.span, class: classState, object: r.subject(lo, v.start)}
	if g.object.len() == 0 {
		g = r.carryObject(i, g)
	}
	if g.object.len() == 0 && g.noun == "" {
		g.object = after
	}
	return g, true
}

// lastState gives the verb of state that may govern: the last verb, or a 有 that no verb of action follows.
func lastState(text []rune, vs []verb) verb {
	for k := len(vs) - 1; k >= 0; k-- {
		v := vs[k]
		if v.class.is(classState) && !v.class.is(classAct) && (k == len(vs)-1 || text[v.end-1] == '有') {
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

// verbBeyond gives the verb of the clause after, where it goes on with the same subject: …，共套取.
func (r *figureReader) verbBeyond(i int) (governor, bool) {
	if i >= r.sentence.end || !isOneOf(r.d.runes, i-1, "，,") {
		return governor{}, false
	}
	c := r.d.clauseAt(i)
	for _, v := range r.verbsBetween(c.start, c.end) {
		if !v.weak && v.class&(classAct|classWrong) != 0 && v.start <= c.start+3 && v.start > c.start && marked(r.d.runes, v.start) {
			return governor{verb: v.span, class: v.class, right: true}, true
		}
	}
	return governor{}, false
}

// having reads 有专职干部55人, 有19名干部主动投案 and …的有49起.
func (r *figureReader) having(i, lo, end int, v verb, after span) governor {
	if v.end < end {
		return governor{verb: v.span, class: classState, object: r.nounBefore(v.end, end)}
	}
	if after.len() > 0 || r.startsVerb(r.figs[i].end) {
		if g, ok := r.verbBehind(i, false); ok {
			g.object, g.self = after, r.d.text(r.figs[i].unit) != "人次" && !r.passive(g.verb)
			if after.len() == 0 {
				_, hi := r.bounds(i)
				g.object = r.nounAfter(g.verb.end, hi, true)
			}
			return g
		}
		return governor{verb: v.span, class: classState, object: after}
	}
	return governor{verb: v.span, class: classState, object: r.subject(lo, v.start)}
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
		if isOneOf(text, p, "比较") && r.d.wordAt(p).len() == 1 && (isOneOf(text, p+1, "上去前同计年") || len(r.d.timesIn(span{p + 1, p + 2})) > 0) {
			s.end = p
			break
		}
	}
	for _, v := range r.verbsBetween(lo, s.end) {
		if v.weak && v.end-v.start == 2 && (endsWith(text[:v.end], "认为") || endsWith(text[:v.end], "显示")) {
			s.start = v.end
		}
	}
	return r.nounBefore(s.start, s.end)
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
		if endsWith(d.runes[s.start:end], w) && w != "总数" {
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

// inherited gives the verb of the figure before where a clause without a verb goes on
// with it: 查处问题5起，地厅级干部问题254起; 其中问题线索31件.
func (r *figureReader) inherited(i int) governor {
	var g governor
	switch {
	case i > 0:
		g = r.govs[i-1]
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
