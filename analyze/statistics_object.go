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
	if isOneOf(r.d.runes, between.start, "到出") && between.len() > 1 && r.d.word(between.start).len() == 1 {
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
	if f.class == classCount && v.class.is(classAct) && !v.weak {
		if p := r.coverb(v.start); p > lo && isOneOf(r.d.runes, p-1, "对") {
			end := v.start
			if ts := r.d.timesIn(span{p + 1, end}); len(ts) > 0 {
				end = ts[0].start // 对重点岗位人员|每年谈话
			}
			g.object = r.nounBefore(p, end) // 对党员干部约谈62人
			return g
		}
	}
	if r.sameAim(i, lo, v) {
		return r.carryObject(i, g)
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

// sameAim tells whether a verb goes on with what 对 took before the figure before: 对党员干部约谈62人，问责18人.
func (r *figureReader) sameAim(i, lo int, v verb) bool {
	if i == 0 || v.start > lo+2 || r.d.text(r.figs[i].unit) != r.d.text(r.figs[i-1].unit) || !v.class.is(classAct) {
		return false
	}
	g := r.govs[i-1]
	return !g.right && g.object.len() > 0 && isOneOf(r.d.runes, g.object.start-1, "对") && g.object.end <= g.verb.start
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

// endsWithExtent tells whether a text ends with 全国, 全省 …, which belongs to the figure that follows.
func endsWithExtent(text []rune) bool {
	for _, w := range extents {
		if endsWith(text, w) {
			return true
		}
	}
	return false
}

// verbFrom gives the verb of the sentence that begins at i.
func (r *figureReader) verbFrom(i int) (verb, bool) {
	for _, v := range r.verbs {
		if v.start == i {
			return v, true
		}
	}
	return verb{}, false
}

func (r *figureReader) verbEnd(i int) int {
	if v, ok := r.verbFrom(i); ok {
		return v.end
	}
	return i
}

// class says what a term does around a figure.
func (r *figureReader) class(i int) class {
	v, _ := r.verbFrom(i)
	return v.class
}
