package analyze

// mainVerb gives the verb that governs what follows it up to end.
func mainVerb(text []rune, vs []verb, end int) (verb, bool) {
	var main verb
	found, listed := false, isOneOf(text, end, "等")
	pause := -1
	if listed && len(vs) > 0 {
		pause = firstPause(text, vs[0].start, end)
	}
	for _, v := range vs {
		if v.end > end || v.relative(text) || isOneOf(text, v.end, "后") && len(vs) > 1 || v.class == classState || v.class == classNoun && !found {
			continue
		}
		switch {
		case listed && (v.weak || v.class.is(classNoun)) && isOneOf(text, v.end, "、") || listed && !found && pause >= 0 && v.start > pause:
			continue // 税务登记、纳税申报等7类
		case !found:
			main, found = v, true
		case listed && main.class == classPivot && parallel(text, vs, main.end):
			continue // 通过培育零售、发展医疗等24项措施
		case listed && pauses(text, main.end, v.start):
			continue // 紧盯建筑倒塌、道路中断等上百起
		case joined(text, main, v) || v.start == main.end && v.end >= end && main.class&classNoun != 0 && main.class&v.class&classAct != 0:
			main = join(main, v)
		case v.end >= end && v.governsFirst(text, main) || main.takenOverBy(text, v) || main.class.is(classPivot) && v.end >= end && v.class.is(classAct):
			main = v
		}
	}
	return main, found
}

// parallel tells whether the items of a list begin with verbs: 培育零售、积极发展医疗.
func parallel(text []rune, vs []verb, from int) bool {
	for _, v := range vs {
		if v.start > from && v.class.is(classAct) && firstPause(text, max(from, v.start-3), v.start) >= 0 {
			return true
		}
	}
	return false
}

// firstPause gives the first list sign between two positions, -1 where there is none.
func firstPause(text []rune, from, to int) int {
	for i := from; i < to; i++ {
		if text[i] == '、' {
			return i
		}
	}
	return -1
}

// pauses tells whether a list sign stands between two positions.
func pauses(text []rune, from, to int) bool {
	return firstPause(text, from, to) >= 0
}

// joined tells whether two verbs are one compound: 发现并查处, 督办交办.
func joined(text []rune, a, b verb) bool {
	if a.class.is(classState) || isOneOf(text, a.start, "涉") || isOneOf(text, b.start, "涉") {
		return false
	}
	if a.class.is(classPivot|classLight|classNoun|classOpener) || b.class.is(classLight) || a.class&b.class&(classAct|classWrong) == 0 || a.weak != b.weak {
		return false
	}
	switch b.start - a.end {
	case 0:
		return !b.class.is(classNoun)
	case 1:
		return isOneOf(text, a.end, "并和及或、")
	}
	return false
}

func join(a, b verb) verb {
	return verb{span: span{a.start, b.end}, class: b.class, weak: a.weak}
}

// governsFirst tells whether a verb right before a figure governs it instead of an
// earlier one: that belongs to a noun, or is a verb of change (党员干部参与…的地区|遍及31个省份).
func (v verb) governsFirst(text []rune, earlier verb) bool {
	if v.class.is(classPivot) && v.class.is(classAct) && earlier.class.is(classNoun) && (isOneOf(text, v.start-1, "月日旬年内") || marked(text, v.start)) {
		return true // 工作小组于6月|组织12个检查组, and not 社会组织12个
	}
	if isOneOf(text, earlier.start, "深走下奔") && isOneOf(text, earlier.start+1, "入进沉赴") && v.class.is(classAct) && !v.weak {
		return true // 深入机关、农村|宣讲327场
	}
	if v.weak || !v.class.is(classAct) || v.class.is(classNoun|classLight|classPivot) || isOneOf(text, v.start-1, "、") {
		return false
	}
	if earlier.class.is(classNoun | classState) {
		return true
	}
	for i := earlier.end; i+1 < v.start; i++ {
		if text[i] == '的' {
			return true
		}
	}
	return false
}

// takenOverBy tells whether a later verb governs instead of v.
func (v verb) takenOverBy(text []rune, b verb) bool {
	switch {
	case b.class.is(classLight):
		return true
	case v.class.is(classAct) && !v.weak && isOneOf(text, b.start, "涉") && isOneOf(text, b.start+1, "及"):
		return false // 处置涉及干部的线索
	case b.class&(classAct|classWrong) == 0:
		return false
	case v.weak && !b.weak:
		return true
	case b.weak && !v.class.is(classPivot):
		return false
	case v.class == classWrong && b.class == classWrong && !isOneOf(text, v.end, "了、") && !isOneOf(text, v.start, "造导") && !isOneOf(text, b.start, "损亏"):
		return true // 虚构工程骗取资金
	case v.class.is(classPivot) && !v.class.is(classAct):
		return !isOneOf(text, b.start-1, "、")
	case v.class.is(classPivot):
		return !b.class.is(classNoun)
	case v.class.is(classLight):
		return b.class.is(classAct) && b.start == v.end
	case v.class.is(classNoun) && b.start == v.end:
		return !b.class.is(classNoun) && b.class.is(classAct)
	case isOneOf(text, b.start-1, "、") && isOneOf(text, b.start, "查处立移问通批追清退约") && b.class == classAct && !b.weak:
		return true // …案例、查处干部12人
	case isOneOf(text, v.end, "了") && v.class.is(classAct) && !v.class.is(classPivot):
		return false
	}
	return marked(text, b.start) && !v.class.is(classLight)
}

// marked tells whether an adverb or conjunction before a verb makes it the head of its clause: 共发现, 并移送.
func marked(text []rune, i int) bool {
	for _, w := range [...]string{"共", "并", "累计", "先后", "已", "还", "已经", "合计", "总共", "再", "均", "公开", "严肃", "依法"} {
		if endsWith(text[max(0, i-4):i], w) {
			return true
		}
	}
	return false
}
