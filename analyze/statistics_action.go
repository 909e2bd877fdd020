package analyze

// governor is what governs a figure: the verb, and the noun that is counted.
type governor struct {
	verb   span // empty where there is none
	object span // empty where there is none
	class  class
	text   string // of the verb, where it is not the text of the span
	had    bool   // 先后有24人被立案: 有 stands before the figure
	right  bool   // the verb stands behind the figure
	outer  span   // the verb that takes what a relative clause after the figure is about
	ranged bool   // and governs the next figure too: 从…增加到…
	self   bool   // and the object is its subject: 9家单位在这里消费
	listed bool   // taken over from the figure before, of the same list
	noun   string // of the object, where it is not the text of the span
}

func (g governor) action(d *doc) string {
	if g.text != "" || g.verb.len() == 0 {
		return g.text
	}
	if g.verb.len() == 2 && isOneOf(d.runes, g.verb.start, "共现还仍尚已只仅") && isOneOf(d.runes, g.verb.start+1, "有") {
		return "有"
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
	f := r.figs[i]
	lo, _ := r.bounds(i)
	if i > 0 && r.figs[i-1].end >= f.start-1 && r.compound(i) {
		return r.compounded(i)
	}
	end, distributed := r.d.trimTail(span{lo, f.start})
	vs := r.verbsBetween(lo, f.start)
	for len(vs) > 0 && vs[len(vs)-1].end > end {
		if v := vs[len(vs)-1]; (v.end == f.start || v.end+1 == f.start && isOneOf(r.d.runes, v.end, "的")) && v.start < end && !v.weak {
			end = v.end // 梳理出10处, 梳理出的10处
			break
		}
		vs = vs[:len(vs)-1]
	}
	switch {
	case distributed && r.distributes(i):
		return r.distributed(i, 0)
	case r.eachState(i) && r.distributes(i):
		return r.distributed(i, 0)
	case i > 0 && r.govs[i-1].listed && r.govs[i-1].noun != "" && r.listGoesOn(i, lo, end):
		return r.distributed(i, 1)
	case f.num.share:
		if g, ok := r.shareGovernor(i, lo, end, vs); ok {
			return g
		}
	}
	if n := len(vs); n > 0 && isOneOf(r.d.runes, f.unit.start, "倍") && vs[n-1].len() == 1 && isOneOf(r.d.runes, vs[n-1].start, "是") {
		return r.carryObject(i, governor{verb: vs[n-1].span, class: classState}) // 是2013年的7.5倍
	}
	bare := len(vs) == 1 && vs[0].class == classState && vs[0].start <= lo+1 && vs[0].end == end &&
		(i > 0 && f.class.is(classRatio) || r.clauseBefore(i).len() > 0) // 74个城市优良天数比例|为73.4%
	if g, ok := r.being(i); ok {
		return g
	}
	if g, ok := r.fromTo(i, lo); ok {
		return g
	}
	if i > 0 && r.govs[i-1].ranged {
		g := r.govs[i-1]
		g.ranged, g.right = false, false
		return g
	}
	if end <= r.d.trimLead(span{lo, end}) && !bare {
		return r.headless(i, lo)
	}
	if g, ok := r.stated(i, lo, end, vs); ok {
		return g
	}
	if r.possessed(i, vs, end) {
		return r.headless(i, lo)
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

// plain reads verb, object, figure (查处典型案例8起), verb, figure, object (发出2份建议函),
// and noun, figure (小麦产量2715亿斤).
func (r *figureReader) plain(i, lo, end int, vs []verb) governor {
	f, text := r.figs[i], r.d.runes
	_, hi := r.bounds(i)
	main, ok := mainVerb(text, vs, end)
	if ok && r.governsRight(main, end) || ok && main.weak && !r.truly(main, lo, end, i) {
		ok = false
	}
	if ok && (r.modifies(main, end) || namesMeasure(text, main, end)) {
		ok = false
	}
	if n := len(vs); !ok && n > 0 && vs[n-1].end >= end && vs[n-1].class.is(classNoun) && !isOneOf(text, end, "等") &&
		(vs[n-1].class.is(classAct) || f.class == classCount || vs[n-1].start <= lo || marked(text, vs[n-1].start)) {
		main, ok = vs[n-1], true
	}
	if ok && i > 0 && r.govs[i-1].right && lo == r.govs[i-1].verb.end && (main.end < end && (main.start > lo || main.class.is(classNoun)) || main.class.is(classNoun) && f.class.is(classMoney)) && !marked(text, main.start) && r.d.clauseAt(lo).start < lo {
		main = verb{span: r.govs[i-1].verb, class: r.govs[i-1].class} // 31个省新增|确诊病例46例
		return governor{verb: main.span, class: main.class, object: r.nounBefore(lo, end)}
	}
	if k := r.parallel(i, main, lo); k >= 0 {
		return governor{verb: r.govs[k].verb, class: r.govs[k].class, object: r.nounBefore(main.start, end)}
	}
	if d := r.dimension(f); d.len() > 0 {
		return governor{object: d}
	}
	if aspects(text[:f.start]) {
		if g, ok := r.ofAspects(i, hi, main, ok); ok {
			return g
		}
	}
	if v, ok := passiveVerb(text, vs, end); ok && (!ok || main.weak || main.class.is(classNoun)) {
		return governor{verb: v.span, class: v.class, object: r.nounBefore(v.end, end)}
	}
	if main.weak && r.actsAtOnce(f, hi) {
		return r.headless(i, lo)
	}
	after := r.objectAfter(i, hi, ok)
	if g, ok := r.repeated(i, ok); ok {
		return g
	}
	if definite(text, f.start) && after.len() > 0 {
		if v, ok := relativeAct(text, vs); ok {
			return governor{verb: v.span, object: after, class: v.class}
		}
	}
	if g, ok := r.countedSubject(i, main, after); ok && main.end >= end {
		return g
	}
	if v, ok := relativeVerb(text, vs, end, f.start); ok && i > 0 && r.govs[i-1].outer.len() > 0 && r.govs[i-1].verb == v.span {
		return governor{verb: r.govs[i-1].outer, object: after, class: r.govs[i-1].class}
	}
	if v, ok := relativeVerb(text, vs, end, f.start); ok && after.len() > 0 && !v.weak && v.end+1 == f.start && !((r.passive(v.span) || isOneOf(text, v.start, "涉")) && r.coverb(end) >= 0) && (main.len() == 0 || main.span == v.span || main.class.is(classNoun) || main.class == classPivot && v.class.is(classAct) || r.coverb(end) >= 0) {
		return governor{verb: v.span, object: after, class: v.class}
	}
	if p := r.coverb(end); p >= 0 {
		if g, ok := r.verbBehind(i, true); ok {
			g.object = r.nounOf(i, max(lo, p), end, r.objectAfter(i, hi, false))
			return g
		}
	}
	if i > 0 && r.govs[i-1].right && !r.govs[i-1].self && isOneOf(text, lo, "、") && !(ok && main.end >= end) {
		g := r.govs[i-1]
		g.listed, g.noun, g.object = true, "", r.nounOf(i, lo, end, after)
		return g
	}
	switch {
	case ok && main.end >= end && main.class.is(classNoun) && r.lightBefore(vs, main):
		return governor{verb: main.span, object: after, class: main.class}
	case ok && main.end >= end && after.len() == 0 && r.qualified(lo, main):
		g := r.inherited(i)
		g.object, g.noun = r.nounBefore(lo, end), ""
		return g
	case ok:
		return r.filled(i, lo, main, r.withObject(i, main, span{main.end, end}, after, vs))
	}
	if endsWith(text[:f.start], "的") && !ok && (len(vs) == 0 && after.len() > 0 || f.class.is(classMoney) && isOneOf(text, f.end, "已均全")) {
		if g := r.passed(i); g.verb.len() > 0 && len(vs) == 0 {
			g.object = after
			return g // 走访8个乡镇的|15个村
		}
		return r.headless(i, lo) // 直管的|3个协会, 违规收取的|12万元已退还
	}
	if endsWith(text[:f.start], "的") && len(vs) > 0 {
		if after.len() == 0 {
			return governor{object: r.nounBefore(lo, end)}
		}
		if v, ok := relativeVerb(text, vs, end, f.start); ok {
			return governor{verb: v.span, object: after, class: v.class}
		}
	}
	noun := r.nounBefore(lo, end)
	if r.personOnly(noun) && isOneOf(text, end, "等") || r.namesOnly(noun) {
		return r.headless(i, lo)
	}
	if after.len() > 0 && (noun.len() == 0 || isOneOf(text, noun.start, "第首") || isOneOf(text, noun.start-1, "该") || r.onlyNames(noun) || isOneOf(text, f.end, "的") && !quantity(text[noun.start:noun.end]) || isOneOf(text, after.end, "被") && len(vs) == 0 || isOneOf(text, f.start-1, "和与及") || isOneOf(text, end, "等") || isOneOf(text, noun.end-1, "属辖") || definite(text, f.start) || r.holder(noun) || r.personOnly(noun) || endsWithExtent(text[lo:end])) {
		g := r.headless(i, lo)
		if g.verb.len() == 0 && r.holder(noun) {
			h := r.inherited(i)
			h.object, h.noun = g.object, g.noun
			return h
		}
		return g
	}
	var g governor
	if !quantity(text[noun.start:noun.end]) || i > 0 && isOneOf(text, lo, "、") {
		if g = r.inherited(i); f.start < f.num.start && noun.end < end && r.d.word(noun.end).pos == "d" && r.approxVerb(f).len() > 0 {
			g = governor{} // 票房|已突破
		}
	}
	if v, ok := r.openVerb(i, lo); ok {
		g = governor{verb: v.span, class: v.class}
		if after.len() > 0 && isOneOf(text, end, "等") {
			noun = after
		}
	}
	if v, ok := r.amongVerb(lo); ok && g.verb.len() == 0 {
		g = governor{verb: v.span, class: v.class}
	}
	g.object, g.noun = noun, ""
	if i > 0 && after.len() == 0 && r.onlyNames(noun) {
		g.object, g.noun = r.govs[i-1].object, r.govs[i-1].noun // 移交的100个问题中，甲省17个、乙省13个
		g.verb, g.text, g.class = r.govs[i-1].verb, r.govs[i-1].text, r.govs[i-1].class
		return g
	}
	if g.verb.len() == 0 && main.len() > 0 && r.actOnQuantity(f, main, noun) {
		return governor{verb: main.span, class: main.class, object: trimNoun(text, span{main.end, noun.end})}
	}
	if g.verb.len() == 0 {
		if b, ok := r.verbBehind(i, false); ok && after.len() == 0 {
			b.object = noun
			return b
		}
		if f.start < f.num.start && (f.class != classCount || isMeasured(text[noun.start:noun.end]) || r.d.word(noun.end).pos == "d") {
			g.verb, g.class = r.approxVerb(f), classState
		}
	}
	return g
}
