package analyze

// shareGovernor reads what a percentage is a share of: 占总数的82.3%, 占世界9%的耕地, 占比35.3%.
func (r *figureReader) shareGovernor(i, lo, end int, vs []verb) (governor, bool) {
	text := r.d.runes
	for k := len(vs) - 1; k >= 0; k-- {
		v := vs[k]
		if text[v.start] != '占' {
			continue
		}
		g := governor{verb: span{v.start, v.start + 1}, class: classState}
		_, hi := r.bounds(i)
		noun := trimNoun(text, span{v.end, end})
		for _, w := range [...]string{"达到", "达", "为", "超过", "的比例", "的比重", "比例", "比重"} {
			if endsWith(text[noun.start:noun.end], w) {
				noun.end -= len([]rune(w))
			}
		}
		if isOneOf(text, r.figs[i].end, "的") {
			g.object = r.nounAfter(r.figs[i].end, hi, true)
			return g, true
		}
		if noun.len() > 0 && text[noun.start] != '比' {
			g.object = noun
			return g, true
		}
		if g.object = r.subject(lo, v.start); g.object.len() == 0 {
			g.object = r.clauseBefore(i)
		}
		if g.object.len() == 0 {
			g = r.carryObject(i, g)
		}
		return g, true
	}
	return r.sharePassed(lo, end, vs)
}

// sharePassed reads 超过了总人数的三分之一.
func (r *figureReader) sharePassed(lo, end int, vs []verb) (governor, bool) {
	if n := len(vs); n > 0 && isOneOf(r.d.runes, end, "的") && vs[n-1].class == classState {
		g := governor{verb: vs[n-1].span, class: classState, object: r.nounBefore(vs[n-1].end, end)}
		if g.object.len() == 0 {
			g.object = r.subject(lo, vs[n-1].start)
		}
		return g, true
	}
	return governor{}, false
}

// distributes tells whether 分别 before figure i hands out a list of nouns.
func (r *figureReader) distributes(i int) bool {
	return i+1 < len(r.figs) && r.listed(i) > 1
}

// eachVerb gives the verb between 分别 and a figure: 贷款、存款分别增长3%、5%.
func (r *figureReader) eachVerb(i int) (verb, bool) {
	f := r.figs[i]
	for k := len(r.verbs) - 1; k >= 0; k-- {
		if v := r.verbs[k]; v.end <= f.start && v.end >= f.start-1 {
			return v, !v.weak && v.class.is(classState) && r.distributive(v.start) && !isOneOf(r.d.runes, v.start, "为是有达约")
		}
	}
	return verb{}, false
}

// distributive tells whether what says that a verb holds of each noun ends before i: 分别, and 同比 before a list.
func (r *figureReader) distributive(i int) bool {
	before := r.d.runes[max(0, i-2):i]
	return endsWith(before, "分别") || endsWith(before, "同比") || endsWith(before, "环比")
}

// eachState tells whether the verb of a figure says something of each noun of a list.
func (r *figureReader) eachState(i int) bool {
	v, ok := r.eachVerb(i)
	if !ok {
		return false
	}
	lo, _ := r.bounds(i)
	return len(r.items(lo, r.beforeEach(lo, v.start))) > 1
}

// beforeEach gives where the nouns before 分别 and its adverbs end in a span, its end where there is no 分别.
func (r *figureReader) beforeEach(from, to int) int {
	for i := from; i+1 < to; i++ {
		if _, ok := wordAt(r.d.runes, i, "分别"); ok {
			return r.d.trimAdverb(span{from, i})
		}
	}
	return to
}

// listed gives how many figures a list has that begins with figure i.
func (r *figureReader) listed(i int) int {
	n := 1
	for i+n < len(r.figs) && r.listGoesOn(i+n, r.figs[i+n-1].end, r.figs[i+n].start) {
		n++
	}
	return n
}

// listGoesOn tells whether only a list sign stands between two figures.
func (r *figureReader) listGoesOn(i, lo, end int) bool {
	for k := lo; k < min(end, r.figs[i].start); k++ {
		if !isOneOf(r.d.runes, k, "、和及，,") {
			return false
		}
	}
	return r.figs[i].start-r.figs[i-1].end <= 2
}

// distributed gives the noun of a list that belongs to figure i: the step-th after
// that of the figure before (step 0: the first).
func (r *figureReader) distributed(i, step int) governor {
	if step > 0 {
		g := r.govs[i-1]
		items := r.items(g.object.end, r.beforeEach(g.object.end, r.firstFigure(g.object.end)))
		g.noun = ""
		if len(items) > 0 {
			g.object = items[0]
			g.noun = r.d.text(items[0])
		}
		return g
	}
	c := r.d.clauseAt(r.figs[i].start)
	lo := c.start
	if end, _ := r.d.trimTail(span{lo, r.figs[i].start}); r.d.trimLead(span{lo, end}) >= end && lo > r.sentence.start {
		lo = r.d.clauseAt(lo - 1).start
	}
	lo = max(lo, r.sentence.start)
	g := governor{listed: true}
	from := r.d.trimLead(span{lo, r.figs[i].start})
	for _, v := range r.verbsBetween(lo, r.figs[i].start) {
		if v.class.is(classAct) && !v.weak && !v.class.is(classNoun) {
			g.verb, g.class, from = v.span, v.class, v.end
			break
		}
	}
	if v, ok := r.eachVerb(i); ok {
		g.verb, g.class = v.span, v.class
	}
	if g.verb.len() == 0 && i > 0 && r.amongBefore(i) {
		p := r.govs[r.actBefore(i)]
		g.verb, g.class, g.text = p.verb, p.class, p.text
	}
	limit := r.figs[i].start
	if g.verb.len() > 0 && g.verb.end >= limit-1 {
		limit, from = g.verb.start, r.d.trimLead(span{lo, g.verb.start})
	}
	to, _ := r.d.trimTail(span{lo, r.beforeEach(lo, limit)})
	items := r.items(from, to)
	if len(items) == 0 {
		return governor{verb: g.verb, class: g.class}
	}
	g.object, g.noun = items[0], r.d.text(items[0])
	return g
}

// firstFigure gives where the first figure behind i starts.
func (r *figureReader) firstFigure(i int) int {
	for _, f := range r.figs {
		if f.start >= i {
			end, _ := r.d.trimTail(span{i, f.start})
			return end
		}
	}
	return i
}

// items gives the nouns of a list.
func (r *figureReader) items(from, to int) []span {
	var out []span
	to = min(to, r.sentence.end)
	marks := "、，,。"
	if !holdsRune(r.d.runes[from:max(from, to)], '、') {
		marks = "、，,。和及"
	}
	start := from
	for i := from; i <= to; i++ {
		if i < to && (!isOneOf(r.d.runes, i, marks) || r.d.word(i).len() > 1) {
			continue
		}
		if s := trimNoun(r.d.runes, span{start, i}); s.len() > 1 {
			out = append(out, s)
		}
		start = i + 1
		if isOneOf(r.d.runes, i, "，,。") && len(out) > 0 {
			break
		}
	}
	return out
}

// matchEach hands what 分别 says to the figures before, one by one: 受理312件，处置286件，分别上升12%、8%.
func (r *figureReader) matchEach(i int) {
	v, ok := r.eachVerb(i)
	if !ok {
		return
	}
	n := r.listed(i)
	if n < 2 || i < n || r.govs[i].listed || r.figs[i-n].num.share {
		return
	}
	for k := i; k < i+n; k++ {
		from := r.govs[k-n]
		if from.object.len() == 0 && from.noun == "" {
			from.noun = from.action(r.d)
		}
		r.govs[k] = governor{verb: v.span, class: v.class, object: from.object, noun: from.noun}
	}
}

// sharesUnit tells whether only a list sign stands between a figure and the next, of the same unit.
func (r *figureReader) sharesUnit(i int) bool {
	a, b := r.figs[i], r.figs[i+1]
	return b.start == a.end+1 && isOneOf(r.d.runes, a.end, "和与及、") && r.d.text(a.unit) == r.d.text(b.unit)
}

func holdsRune(text []rune, c rune) bool {
	for _, r := range text {
		if r == c {
			return true
		}
	}
	return false
}

// share gives a figure without object that of the next one, where one verb governs
// both: 先后3次通报10起案例.
func (r *figureReader) share() {
	for i := range r.govs {
		r.matchEach(i)
	}
	for i := len(r.govs) - 2; i >= 0; i-- {
		g, next := &r.govs[i], r.govs[i+1]
		if g.object.len() == 0 && g.noun == "" && g.right && g.verb.len() > 0 && g.verb == next.verb {
			g.object, g.noun = next.object, next.noun
		}
		if i+2 < len(r.govs) && next.outer.len() > 0 && next.outer == g.verb && r.govs[i+2].verb == g.verb {
			g.object, g.noun = r.govs[i+2].object, r.govs[i+2].noun // 20次收受3名企业主赠送的146条烟
		}
		if g.object.len() == 0 && g.noun == "" && g.verb.len() > 0 && g.verb == next.verb && r.sharesUnit(i) {
			g.object, g.noun = next.object, next.noun // 虚报90吨和70吨稻谷
		}
	}
}
