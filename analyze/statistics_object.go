package analyze

// nounOf gives the noun that a preposition takes: before the figure, or behind it.
func (r *figureReader) nounOf(i, lo, end int, after span) span {
	noun := r.nounBefore(lo, end)
	if after.len() == 0 && isOneOf(r.d.runes, noun.end, "等") && r.onlyNames(noun) {
		return span{} // 甲省、乙省等8省(区)
	}
	if after.len() == 0 && r.relativeOnly(noun) {
		return span{} // 对违反工作纪律的9人
	}
	if noun.len() == 0 || after.len() > 0 && (!r.figs[i].class.is(classMoney) || r.onlyNames(noun) || isOneOf(r.d.runes, noun.end, "等的")) {
		return after
	}
	return noun
}

// relativeOnly tells whether a phrase is only a clause with 的, without the noun that it belongs to.
func (r *figureReader) relativeOnly(s span) bool {
	if !isOneOf(r.d.runes, s.end, "的") || !isOneOf(r.d.runes, s.end+1, "0123456789两三四五六七八九十") {
		return false
	}
	for _, v := range r.verbsBetween(s.start, s.end) {
		if v.end < s.end && !v.class.is(classNoun) {
			return true
		}
	}
	return false
}

// withObject gives a governor whose object stands before or behind the figure.
func (r *figureReader) withObject(i int, v verb, between, after span, vs []verb) governor {
	if isOneOf(r.d.runes, between.start, "到出") && between.len() > 1 && r.d.wordAt(between.start).len() == 1 {
		between.start++ // 归纳|出廉政风险点
	}
	g := governor{verb: v.span, class: v.class}
	if v.class.is(classAct) {
		g.class &^= classState // 压减文件: someone does it
	}
	if v.class.is(classLight) && !v.class.is(classAct) {
		if n, ok := nounVerb(vs, between); ok {
			return governor{verb: n.span, class: n.class, object: after}
		}
	}
	if g, ok := r.given(i, v, between); ok {
		return g
	}
	if between.len() == 0 && after.len() == 0 && v.class.is(classAct) {
		return g
	}
	noun := r.nounBefore(between.start, between.end)
	if after.len() == 0 && isOneOf(r.d.runes, noun.end, "等") && r.onlyNames(r.lastItem(noun)) {
		return g // 涉及四川、福建等6省市
	}
	if after.len() > 0 && noun.len() > 0 && isOneOf(r.d.runes, noun.end-1, "内") {
		noun = span{} // 辖区内|3个村
	}
	if noun.len() > 0 && !(after.len() > 0 && (r.figs[i].class&(classMoney|classRatio) != 0 && isOneOf(r.d.runes, r.figs[i].end, "的") || r.onlyNames(noun) || isOneOf(r.d.runes, noun.end, "等"))) {
		g.object = noun
	} else {
		g.object = after
	}
	if after.len() > 0 && isOneOf(r.d.runes, r.figs[i].start-1, "的") && isOneOf(r.d.runes, between.end, "的") && r.figs[i].class.is(classCount) {
		g.object = after // 收到快递而来的|两张蟹卡
	}
	if after.len() > 0 && r.figs[i].bounded(r.d.runes) && r.verbEnd(after.start) == after.start {
		g.object = after // 拆除老旧|1000立方米以下高炉
	}
	return g
}

// lastItem gives the last noun of a list.
func (r *figureReader) lastItem(s span) span {
	for i := s.end - 1; i > s.start; i-- {
		if r.d.runes[i] == '、' {
			return span{i + 1, s.end}
		}
	}
	return s
}

// given reads 给予741人党纪处分 and 给予3名干部处分: what is given stands behind those to whom it is given.
func (r *figureReader) given(i int, v verb, between span) (governor, bool) {
	f := r.figs[i]
	if !v.class.is(classLight) || v.class.is(classAct) || between.len() > 0 || !isOneOf(r.d.runes, f.unit.start, "人名") {
		return governor{}, false
	}
	_, hi := r.bounds(i)
	for _, u := range r.verbsBetween(f.end, hi) {
		if !u.class.is(classAct) || u.weak {
			continue
		}
		g := governor{verb: u.span, class: u.class}
		if isOneOf(r.d.runes, f.unit.start, "名") {
			g.object = r.nounBefore(f.end, u.start)
		}
		return g, true
	}
	return governor{}, false
}

// relativeAt tells whether a misdeed or a concern with 的 begins at i, before the noun: 涉嫌犯罪的|公职人员.
func (r *figureReader) relativeAt(i, limit int) bool {
	if c := r.class(i); c == 0 || c.is(classAct) {
		return false
	}
	for k := r.verbEnd(i); k < limit && k < i+14 && isWordRune(r.d.runes[k]); k++ {
		if r.d.runes[k] == '的' {
			return k+1 < limit && isWordRune(r.d.runes[k+1])
		}
	}
	return false
}

// bounded tells whether 以上 or 以下 ends a figure.
func (f figure) bounded(text []rune) bool {
	return endsWith(text[:f.end], "以上") || endsWith(text[:f.end], "以下") || endsWith(text[:f.end], "以内")
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
	if i > 0 && isOneOf(r.d.runes, v.start-1, "仅只") && r.d.text(f.unit) == r.d.text(r.figs[i-1].unit) {
		return r.carryObject(i, g) // 对象有280个，仅巡视66个
	}
	if i > 0 && v.class.is(classState) && f.class.is(classCount) && r.d.text(f.unit) == r.d.text(r.figs[i-1].unit) {
		return r.carryObject(i, g) // 举报386件次，较去年减少52件次
	}
	if f.class&(classMeasure|classRatio) != 0 || f.class.is(classMoney) && (v.class.is(classState) || endsWith(r.d.runes[:v.end], "完成")) {
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
	case "办结", "查结", "了结", "审结", "谈话函询", "函询", "初核", "初步核实", "整改", "整改完成", "完成整改", "转立案", "暂存", "督促整改", "立行立改", "推动整改", "推动解决", "已整改":
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
	return isRatio(after) || len(after) > 0 && len(after) <= 4 && isMeasured(after)
}

// namesMeasure tells whether a verb before a figure only names what is measured. 涉及,
// verbs of change and those with an adverb do govern: 涉及金额, 降低成本, 共实现收入.
func namesMeasure(text []rune, v verb, end int) bool {
	after := text[v.end:max(v.end, end)]
	if isRatio(after) || holdsRune(after, '的') && endsWith(after, "总数") {
		return true // 参加比赛的骆驼总数
	}
	return !isOneOf(text, v.start, "涉") && !v.class.is(classState|classOpener) && !marked(text, v.start) && measuresNoun(after)
}

// isRatio tells whether a noun names a share.
func isRatio(noun []rune) bool {
	if len(noun) == 1 && noun[0] == '比' {
		return true // 库存消费|比
	}
	for _, w := range [...]string{"率", "比例", "比重", "占比", "满意度", "消费比", "增幅", "降幅", "涨幅", "跌幅", "幅度", "覆盖面", "约谈面"} {
		if endsWith(noun, w) {
			return true
		}
	}
	return false
}

// quantity tells whether a noun names what is measured, be it a share or an amount.
func quantity(noun []rune) bool { return isRatio(noun) || isMeasured(noun) }

// isMeasured tells whether a noun names a quantity, which is and does nothing.
func isMeasured(noun []rune) bool {
	for _, w := range [...]string{"总额", "总量", "总数", "总投资", "数量", "金额", "额", "量", "人数", "次数", "倍数", "面积", "指数", "成本", "收入", "规模", "价格", "案值", "产值", "造价"} {
		if endsWith(noun, w) {
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

// objectAfter gives the noun behind a figure, where one follows.
func (r *figureReader) objectAfter(i, hi int, governed bool) span {
	f, text := r.figs[i], r.d.runes
	if f.num.share && !isOneOf(text, f.end, "的") && !isWordRune(runeAt(text, f.end)) {
		return span{}
	}
	if governed && isOneOf(text, f.end, "在") && r.d.startsToken(f.end+1) {
		return r.placedNoun(f.end)
	}
	for _, w := range [...]string{"主动", "自愿", "先后", "被", "在", "对", "将", "均", "已", "全部", "进行", "予以", "以来", "向", "赴", "是", "为", "中，", "以及", "用于", "存在", "发生在"} {
		if _, ok := wordAt(text[:hi], f.end, w); ok && r.d.startsToken(f.end+len([]rune(w))) && !(w == "被" && r.namesPassive(f.end+1)) &&
			!((w == "存在" || w == "发生在") && holdsRune(text[f.end:max(f.end, min(hi, f.end+20))], '的')) {
			return span{}
		}
	}
	if e := r.verbEnd(f.end); e > f.end && isOneOf(text, e, "给") {
		return span{} // 1000万元|支付给某公司
	}
	if !governed && r.actsAtOnce(f, hi) {
		return span{}
	}
	if c := r.class(f.end); isOneOf(text, f.unit.start, "次批轮趟") && f.unit.len() == 1 && c.is(classWrong) {
		return span{} // 5次|套取资金
	}
	if t := r.d.wordAt(f.end); isOneOf(text, f.unit.start, "人") && f.unit.len() == 1 && t.start == f.end && isVerbal(t.pos) {
		return span{} // 3人|负有责任
	}
	if c := r.class(f.end); c == classState && f.class.is(classCount) {
		return span{} // 两轮|增至三轮
	}
	if governed && isOneOf(text, f.unit.start, "人") {
		if p := r.d.wordAt(f.end).pos; f.end >= hi || p == "" || p[0] != 'n' && p != "b" && p != "vn" {
			return span{}
		}
	}
	if p := r.d.wordAt(f.end).pos; !governed && f.end < hi && (p == "d" || p == "p" && !r.namesPassive(f.end+1)) {
		return span{}
	}
	if !governed && r.relativeAt(f.end, hi) {
		return r.nounAfter(f.end, hi, false)
	}
	if !governed && r.startsVerb(f.end) && !nounFollows(r, r.verbEnd(f.end), hi) && r.class(f.end)&classNoun == 0 {
		return span{}
	}
	s := r.nounAfter(f.end, hi, governed)
	s.end, _ = r.d.trimTail(s)
	return s
}

// placedNoun gives the noun with the place that modifies it, up to the pause: 10处|在城区的隐蔽场所.
// It is none where the clause does not end with a noun.
func (r *figureReader) placedNoun(i int) span {
	end := i
	for end < r.sentence.end && !isOneOf(r.d.runes, end, "，。；：、") || isOneOf(r.d.runes, end, "、") && !r.verbNext(end+1) {
		end++
	}
	if p := r.d.wordAt(end - 1).pos; p == "" || p[0] != 'n' || !holdsRune(r.d.runes[i:end], '的') && !holdsRune(r.d.runes[i:end], '等') {
		return span{}
	}
	return span{i, end}
}

// verbNext tells whether a verb that takes another figure begins at i.
func (r *figureReader) verbNext(i int) bool {
	for _, v := range r.verbs {
		if v.start == i {
			return !v.weak && v.class.is(classAct) && r.takesObject(v.end)
		}
	}
	return false
}

// namesPassive tells whether a verb behind 被 only names whom it concerns: 被巡视|单位.
func (r *figureReader) namesPassive(i int) bool {
	e := r.verbEnd(i)
	return e > i && namesOther(r.d.runes, e)
}

// actsAtOnce tells whether the verb of those who are counted follows a figure: 7省|问责917人, 8省|此次共问责.
func (r *figureReader) actsAtOnce(f figure, hi int) bool {
	if isOneOf(r.d.runes, f.unit.start, "次轮期场起件批篇份条项类种") {
		return false
	}
	e := r.verbEnd(f.end)
	if isOneOf(r.d.runes, f.unit.start, "省") && r.class(f.end).is(classAct) {
		return true // 7省|反馈意见
	}
	return r.predicateAdverb(f.end, hi) || !isOneOf(r.d.runes, f.end, "派") && e > f.end+1 && r.class(f.end).is(classAct) && r.takesObject(e)
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

// class says what a term does around a figure.
func (r *figureReader) class(i int) class {
	for _, v := range r.verbs {
		if v.start == i {
			return v.class
		}
	}
	return 0
}
