package analyze

// governor is what governs a figure: the verb, and the noun that is counted.
type governor struct {
	verb   span // empty where there is none
	object span // empty where there is none
	class  class
	text   string // of the verb, where it is not the text of the span
	right  bool   // the verb stands behind the figure
	self   bool   // and the object is its subject: 9家单位在这里消费
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
	f := r.figs[i]
	lo, _ := r.bounds(i)
	if i > 0 && r.figs[i-1].end >= f.start-1 && r.compound(i) {
		return r.compounded(i)
	}
	end, distributed := r.d.trimTail(span{lo, f.start})
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
	noun := r.nounAfter(r.figs[i].end, hi, true)
	if noun.len() > 0 && !r.startsVerb(noun.start) {
		g.object = noun
		if r.govs[i-1].object.len() == 0 || r.govs[i-1].listed || isOneOf(r.d.runes, r.figs[i-1].unit.start, "类种项") {
			r.govs[i-1].object = noun
		}
	}
	return g
}

// startsVerb tells whether a verb of the sentence begins at i.
func (r *figureReader) startsVerb(i int) bool {
	for _, v := range r.verbs {
		if v.start == i {
			return !v.weak && !v.class.is(classNoun|classWrong)
		}
	}
	return false
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
	if ok && (r.modifies(main, end) || measuresNoun(text[main.end:max(main.end, end)])) {
		ok = false
	}
	if n := len(vs); !ok && n > 0 && vs[n-1].end >= end && vs[n-1].class.is(classNoun) && !isOneOf(text, end, "等") {
		main, ok = vs[n-1], true
	}
	after := r.objectAfter(i, hi, ok)
	if g, ok := r.repeated(i, ok); ok {
		return g
	}
	if v, ok := relativeVerb(text, vs, end, f.start); ok && after.len() > 0 && !v.weak && v.end+1 == f.start && (main.len() == 0 || main.span == v.span || main.class.is(classNoun) || r.coverb(end) >= 0) {
		return governor{verb: v.span, object: after, class: v.class}
	}
	if p := r.coverb(end); p >= 0 {
		if g, ok := r.verbBehind(i, true); ok {
			g.object = r.nounOf(max(lo, p), end, after)
			return g
		}
	}
	if i > 0 && r.govs[i-1].right && !r.govs[i-1].self && isOneOf(text, lo, "、") && !(ok && main.end >= end) {
		g := r.govs[i-1]
		g.listed, g.noun, g.object = true, "", r.nounOf(lo, end, after)
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
	if endsWith(text[:f.start], "的") && len(vs) > 0 {
		if after.len() == 0 {
			return governor{object: r.nounBefore(lo, end)}
		}
		if v, ok := relativeVerb(text, vs, end, f.start); ok {
			return governor{verb: v.span, object: after, class: v.class}
		}
	}
	noun := r.nounBefore(lo, end)
	if after.len() > 0 && (noun.len() == 0 || isOneOf(text, noun.start, "第首") || r.onlyNames(noun) || isOneOf(text, f.end, "的") || isOneOf(text, f.start-1, "和与及") || isOneOf(text, end, "等") || endsWithExtent(text[lo:end])) {
		return r.headless(i, lo)
	}
	g := r.inherited(i)
	if v, ok := r.openVerb(i, lo); ok {
		g = governor{verb: v.span, class: v.class}
		if after.len() > 0 && isOneOf(text, end, "等") {
			noun = after
		}
	}
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
		if p := r.d.wordAt(max(v.start-1, 0)).pos; v.start > lo && p != "" && (p[0] == 'n' || p[0] == 'r') {
			return true
		}
	}
	return v.len() > 1 && (v.start <= r.d.trimLead(span{lo, v.start}) || v.start > lo && r.d.wordAt(v.start-1).pos == "d")
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
	g.object = r.nounAfter(g.verb.end, limit, true)
	return g, true
}

// nounOf gives the noun that a preposition takes: before the figure, or behind it.
func (r *figureReader) nounOf(lo, end int, after span) span {
	noun := r.nounBefore(lo, end)
	if noun.len() == 0 || after.len() > 0 && (r.onlyNames(noun) || isOneOf(r.d.runes, noun.end, "等的")) {
		return after
	}
	return noun
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
func (r *figureReader) withObject(i int, v verb, between, after span, vs []verb) governor {
	g := governor{verb: v.span, class: v.class}
	if v.class.is(classLight) && !v.class.is(classAct) {
		if n, ok := nounVerb(vs, between); ok {
			return governor{verb: n.span, class: n.class, object: after}
		}
	}
	if between.len() == 0 && after.len() == 0 && v.class.is(classAct) {
		return g
	}
	noun := r.nounBefore(between.start, between.end)
	if noun.len() > 0 && !(after.len() > 0 && (r.figs[i].class&(classMoney|classRatio) != 0 && isOneOf(r.d.runes, r.figs[i].end, "的") || r.onlyNames(noun) || isOneOf(r.d.runes, noun.end, "等"))) {
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

// qualified tells a noun from a verb: 相关通报21起.
func (r *figureReader) qualified(lo int, v verb) bool {
	before := r.d.runes[lo:v.start]
	return v.class.is(classNoun) && (endsWith(before, "相关") || endsWith(before, "有关") || endsWith(before, "类") || endsWith(before, "型") || endsWith(before, "级"))
}

// filled gives an object to a verb that stands without one, where the text tells it:
// the subject of a measured verb (秋粮收获1.7亿亩), the matters that are closed (办结60件).
func (r *figureReader) filled(i, lo int, v verb, g governor) governor {
	f := r.figs[i]
	if g.object.len() > 0 || g.noun != "" {
		return g
	}
	if f.class&(classMeasure|classRatio) != 0 {
		if g.object = r.subject(lo, v.start); g.object.len() == 0 || r.onlyNames(g.object) {
			g.object = span{}
			return r.carryObject(i, g)
		}
		return g
	}
	if i > 0 && endsMatter(r.d.text(v.span)) && r.d.text(f.unit) == r.d.text(r.figs[i-1].unit) {
		g.object, g.noun = r.govs[i-1].object, r.govs[i-1].noun
	}
	return g
}

// endsMatter tells the verbs that end a matter named before.
func endsMatter(v string) bool {
	switch v {
	case "办结", "查结", "了结", "审结", "谈话函询", "函询", "初核", "初步核实", "整改", "整改完成", "完成整改", "转立案", "暂存":
		return true
	}
	return false
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

// measuresNoun tells whether a verb only names what is measured: 污水治理|覆盖率, 认购|总额.
func measuresNoun(after []rune) bool {
	if len(after) == 0 || len(after) > 4 {
		return false
	}
	for _, w := range [...]string{"率", "总额", "总量", "数量", "金额", "额", "量", "人数", "次数", "倍数", "比例", "比重", "面积", "指数", "成本", "收入", "规模", "价格"} {
		if endsWith(after, w) {
			return true
		}
	}
	return false
}

// endsWithExtent tells whether a text ends with 全国, 全省 …, which belongs to the figure that follows.
func endsWithExtent(text []rune) bool {
	for _, w := range extents {
		if endsWith(text, w) {
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
func (r *figureReader) objectAfter(i, hi int, governed bool) span {
	f, text := r.figs[i], r.d.runes
	if f.num.share && !isOneOf(text, f.end, "的") && !isWordRune(runeAt(text, f.end)) {
		return span{}
	}
	for _, w := range [...]string{"被", "在", "对", "将", "均", "已", "全部", "进行", "予以", "以来", "向", "赴", "是", "为", "中，"} {
		if _, ok := wordAt(text[:hi], f.end, w); ok && r.d.startsToken(f.end+len([]rune(w))) {
			return span{}
		}
	}
	if governed && isOneOf(text, f.unit.start, "人") {
		if p := r.d.wordAt(f.end).pos; f.end >= hi || p == "" || p[0] != 'n' && p != "b" && p != "vn" {
			return span{}
		}
	}
	if p := r.d.wordAt(f.end).pos; !governed && f.end < hi && (p == "d" || p == "p") {
		return span{}
	}
	if !governed && r.startsVerb(f.end) && !nounFollows(r, r.verbEnd(f.end), hi) && r.class(f.end)&classNoun == 0 {
		return span{}
	}
	return r.nounAfter(f.end, hi, governed)
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
