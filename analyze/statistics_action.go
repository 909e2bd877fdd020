package analyze

// governor is what governs a figure: the verb, and the noun that is counted.
type governor struct {
	verb   span // empty where there is none
	object span // empty where there is none
	class  class
	text   string // of the verb, where it is not the text of the span
	right  bool   // the verb stands behind the figure: the object is its subject
	listed bool   // taken over from the figure before, of the same list
	noun   string // of the object, where it is not the text of the span
}

func (g governor) action(d *doc) string {
	if g.text != "" || g.verb.len() == 0 {
		return g.text
	}
	return d.text(g.verb)
}

func (g governor) objectText(d *doc) string {
	if g.noun != "" || g.object.len() == 0 {
		return g.noun
	}
	return d.text(g.object)
}

// govern finds what governs figure i, from the words before it in its clause,
// then behind it, then from the figures before.
func (r *figureReader) govern(i int) governor {
	f, text := r.figs[i], r.d.runes
	lo, _ := r.bounds(i)
	if i > 0 && r.figs[i-1].end >= f.start-1 && r.compound(i) {
		return r.compounded(i)
	}
	end, distributed := trimTail(text, span{lo, f.start})
	vs := r.verbsBetween(lo, end)
	switch {
	case distributed && r.distributes(i):
		return r.distributed(i, 0)
	case i > 0 && r.govs[i-1].listed && r.govs[i-1].noun != "" && r.listGoesOn(i, lo, end):
		return r.distributed(i, 1)
	case f.num.share:
		if g, ok := r.shareGovernor(i, lo, end, vs); ok {
			return g
		}
	}
	if end <= r.d.trimLead(span{lo, end}) {
		return r.headless(i, lo)
	}
	if g, ok := r.stated(i, lo, end, vs); ok {
		return g
	}
	return r.plain(i, lo, end, vs)
}

// verbsBetween gives the verbs of the sentence between two positions.
func (r *figureReader) verbsBetween(lo, hi int) []verb {
	from := 0
	for from < len(r.verbs) && r.verbs[from].start < lo {
		from++
	}
	to := from
	for to < len(r.verbs) && r.verbs[to].end <= hi {
		to++
	}
	return r.verbs[from:to]
}

// compound tells 6件8人 and 4类23个问题: two counts side by side.
func (r *figureReader) compound(i int) bool {
	gap := r.d.runes[r.figs[i-1].end:r.figs[i].start]
	return len(gap) == 0 && r.figs[i-1].unit.len() > 0
}

func (r *figureReader) compounded(i int) governor {
	g := r.govs[i-1]
	_, hi := r.bounds(i)
	noun := r.nounAfter(r.figs[i].end, hi)
	if noun.len() > 0 && !r.startsVerb(noun.start) {
		g.object = noun
		if r.govs[i-1].object.len() == 0 {
			r.govs[i-1].object = noun
		}
	}
	return g
}

// startsVerb tells whether a verb of the sentence begins at i.
func (r *figureReader) startsVerb(i int) bool {
	for _, v := range r.verbs {
		if v.start == i {
			return !v.class.is(classNoun | classWrong)
		}
	}
	return false
}

// plain reads verb, object, figure (查处典型案例8起), verb, figure, object (发出2份建议函),
// and noun, figure (小麦产量2715亿斤).
func (r *figureReader) plain(i, lo, end int, vs []verb) governor {
	f, text := r.figs[i], r.d.runes
	_, hi := r.bounds(i)
	after := r.objectAfter(i, hi)
	main, ok := mainVerb(text, vs, end)
	if ok && r.governsRight(main, end) {
		ok = false
	}
	if ok && r.modifies(main, end) {
		ok = false
	}
	switch {
	case ok && main.end >= end && main.class.is(classNoun) && r.lightBefore(vs, main):
		return governor{verb: main.span, object: after, class: main.class}
	case ok:
		return r.withObject(main, span{main.end, end}, after, vs)
	}
	if v, ok := relativeVerb(text, vs, end, f.start); ok {
		return governor{verb: v.span, object: after, class: v.class}
	}
	if r.coverb(lo, end) {
		if g, ok := r.verbBehind(i, true); ok {
			g.object = after
			if g.object.len() == 0 {
				g.object = r.nounBefore(lo, end)
			}
			return g
		}
	}
	noun := r.nounBefore(lo, end)
	if after.len() > 0 && (noun.len() == 0 || r.onlyNames(noun)) {
		return r.headless(i, lo)
	}
	g := r.inherited(i)
	g.object, g.noun = noun, ""
	if g.verb.len() == 0 {
		if b, ok := r.verbBehind(i, false); ok && after.len() == 0 {
			b.object = noun
			return b
		}
		if f.start < f.num.start && f.class != classCount {
			g.verb, g.class = r.approxVerb(f), classState
		}
	}
	return g
}

// approxVerb gives 超过, 突破 … where they are the verb of a figure.
func (r *figureReader) approxVerb(f figure) span {
	w := span{f.start, f.num.start}
	if w.len() >= 2 || isOneOf(r.d.runes, w.start, "超逾") {
		return w
	}
	return span{}
}

// withObject gives a governor whose object stands before or behind the figure.
func (r *figureReader) withObject(v verb, between, after span, vs []verb) governor {
	g := governor{verb: v.span, class: v.class}
	if v.class.is(classLight) && !v.class.is(classAct) {
		if n, ok := nounVerb(vs, between); ok {
			return governor{verb: n.span, class: n.class, object: after}
		}
	}
	noun := r.nounBefore(between.start, between.end)
	if noun.len() > 0 && !(after.len() > 0 && r.onlyNames(noun)) {
		g.object = noun
	} else {
		g.object = after
	}
	return g
}

// nounVerb gives the verb that a light verb carries: 给予党纪政务处分.
func nounVerb(vs []verb, s span) (verb, bool) {
	for k := len(vs) - 1; k >= 0; k-- {
		if vs[k].start >= s.start && vs[k].end <= s.end && vs[k].class&(classAct|classNoun) != 0 {
			return vs[k], true
		}
	}
	return verb{}, false
}

// lightBefore tells whether the verb is carried by a light verb.
func (r *figureReader) lightBefore(vs []verb, v verb) bool {
	for _, u := range vs {
		if u.end <= v.start && u.class.is(classLight) {
			return true
		}
	}
	return false
}

// modifies tells whether a misdeed only says which cases are counted: 收送礼金问题12起.
func (r *figureReader) modifies(v verb, end int) bool {
	if !v.class.is(classWrong) || v.class.is(classAct) {
		return false
	}
	for _, w := range [...]string{"问题", "案件", "案例", "线索", "行为", "现象", "情形", "人员", "干部"} {
		if endsWith(r.d.runes[v.end:max(v.end, end)], w) {
			return true
		}
	}
	return false
}

// relativeVerb gives the verb of a relative clause that ends before the figure: 处置的3件.
func relativeVerb(text []rune, vs []verb, end, figure int) (verb, bool) {
	if !endsWith(text[:figure], "的") || len(vs) == 0 {
		return verb{}, false
	}
	v := vs[len(vs)-1]
	return v, v.end >= end || v.relative(text)
}

// objectAfter gives the noun behind a figure, where one follows.
func (r *figureReader) objectAfter(i, hi int) span {
	f, text := r.figs[i], r.d.runes
	if f.num.share && !isOneOf(text, f.end, "的") && !isWordRune(runeAt(text, f.end)) {
		return span{}
	}
	for _, w := range [...]string{"被", "在", "对", "将", "均", "已", "全部", "进行", "予以", "以来", "向", "赴", "是", "为", "中，"} {
		if _, ok := wordAt(text[:hi], f.end, w); ok && r.d.startsToken(f.end+len([]rune(w))) {
			return span{}
		}
	}
	if r.startsVerb(f.end) && !nounFollows(r, r.verbEnd(f.end), hi) && r.class(f.end)&classNoun == 0 {
		return span{}
	}
	return r.nounAfter(f.end, hi)
}

func runeAt(text []rune, i int) rune {
	if i < len(text) {
		return text[i]
	}
	return 0
}

func (r *figureReader) verbEnd(i int) int {
	for _, v := range r.verbs {
		if v.start == i {
			return v.end
		}
	}
	return i
}

func (r *figureReader) class(i int) class {
	for _, v := range r.verbs {
		if v.start == i {
			return v.class
		}
	}
	return 0
}
