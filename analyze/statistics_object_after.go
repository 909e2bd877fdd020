package analyze

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

// objectAfter gives the noun behind a figure, where one follows.
func (r *figureReader) objectAfter(i, hi int, governed bool) span {
	f, text := r.figs[i], r.d.runes
	if f.num.share && !isOneOf(text, f.end, "的") && !isWordRune(runeAt(text, f.end)) {
		return span{}
	}
	if k := clauseEnd(text, f.end, hi); k > f.end {
		return r.nounAfter(k, hi, governed)
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
	if t := r.d.word(f.end); isOneOf(text, f.unit.start, "人") && f.unit.len() == 1 && t.start == f.end && isVerbal(t.pos) {
		return span{} // 3人|负有责任
	}
	if c := r.class(f.end); c == classState && f.class.is(classCount) {
		return span{} // 两轮|增至三轮
	}
	if governed && isOneOf(text, f.unit.start, "人") {
		if p := r.d.word(f.end).pos; f.end >= hi || p == "" || p[0] != 'n' && p != "b" && p != "vn" {
			return span{}
		}
	}
	if p := r.d.word(f.end).pos; !governed && f.end < hi && (p == "d" || p == "p" && !r.namesPassive(f.end+1)) {
		return span{}
	}
	if !governed && r.relativeAt(f.end, hi) {
		return r.nounAfter(f.end, hi, false)
	}
	if !governed && r.startsVerb(f.end) && !nounFollows(r, r.verbEnd(f.end), hi) && r.class(f.end)&classNoun == 0 {
		return span{}
	}
	s := r.nounAfter(f.end, hi, governed)
	if isOneOf(text, s.start, "及") {
		return span{} // 28省及新疆生产建设兵团
	}
	s.end, _ = r.d.trimTail(s)
	return s
}

// clauseEnd gives the position behind a clause with 的 that begins at i and says why or where, i where there is none:
// 9家因违规收费的|培训机构, 10起发生在群众身边的|腐败问题.
func clauseEnd(text []rune, i, limit int) int {
	if _, where := wordAt(text[:limit], i, "发生在"); !where && !isOneOf(text, i, "因") {
		return i
	}
	end := i
	for k := i + 1; k < min(limit, i+24) && !isOneOf(text, k, "，。；"); k++ {
		if text[k] == '的' && k+1 < limit && isWordRune(text[k+1]) {
			end = k + 1
		}
	}
	return end
}

// placedNoun gives the noun with the place that modifies it, up to the pause: 10处|在城区的隐蔽场所.
// It is none where the clause does not end with a noun.
func (r *figureReader) placedNoun(i int) span {
	end := i
	for end < r.sentence.end && !isOneOf(r.d.runes, end, "，。；：、") || isOneOf(r.d.runes, end, "、") && !r.verbNext(end+1) {
		end++
	}
	if p := r.d.word(end - 1).pos; p == "" || p[0] != 'n' || !holdsRune(r.d.runes[i:end], '的') && !holdsRune(r.d.runes[i:end], '等') {
		return span{}
	}
	return span{i, end}
}

// verbNext tells whether a verb that takes another figure begins at i.
func (r *figureReader) verbNext(i int) bool {
	v, ok := r.verbFrom(i)
	return ok && !v.weak && v.class.is(classAct) && r.takesObject(v.end)
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
