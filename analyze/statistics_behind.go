package analyze

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

// verbBehind gives the verb behind a figure: after a preposition (对8家…进行巡察) or of
// the noun as subject (9家单位在这里消费).
func (r *figureReader) verbBehind(i int, coverb bool) (governor, bool) {
	f, text := r.figs[i], r.d.runes
	c := r.d.clauseAt(f.num.start)
	from := f.end
	for _, o := range r.figs[i+1:] {
		if o.end > c.end || coverb || !isOneOf(text, from, "、") {
			break
		}
		from = o.end // 违规吃喝10起、收礼5起: no verb among them
	}
	if !coverb && isOneOf(text, from, "的") {
		from = r.nounAfter(from, min(c.end, r.sentence.end), false).end
	}
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
				if q := quotationEnd(text, v.end, c.end); q > v.end && text[v.end] == '“' && !isWordRune(runeAt(text, q)) {
					return governor{verb: span{v.end + 1, q - 1}, class: classAct, right: true}, true // 开展“政治体检”
				}
				if n, ok := nounVerb(vs[k+1:], span{v.end, c.end}); ok && !v.relative(text) {
					return governor{verb: paired(text, vs[k+1:], n), class: n.class, right: true}, true
				}
			}
		}
	}
	adverb := !coverb && r.actsAtOnce(f, c.end) && r.predicateAdverb(f.end, c.end)
	for k, v := range vs {
		if adverb && v.start <= f.end+6 && v.class.is(classAct) && !v.weak && !v.class.is(classPivot) && !v.relative(text) {
			return governor{verb: v.span, class: v.class, right: true}, true // 8省|统一对外公开
		}
		if !coverb && isOneOf(text, v.start, "占") && v.class.is(classState) {
			break // 两类问题占查处问题总数的七成
		}
		if !coverb && r.predicates(v, r.afterCount(f), c.end) {
			return governor{verb: v.span, class: v.class, right: true}, true
		}
		if !coverb && !isOneOf(text, v.start-1, "被") && (v.weak || v.class.is(classNoun) && (k+1 < len(vs) && !v.class.is(classWrong) || isWordRune(runeAt(text, v.end)) && !isOneOf(text, v.end, "了过"))) {
			continue
		}
		if !coverb && r.isCause(f.end, v, c.end) {
			continue // 因酒驾|被处理
		}
		if coverb && (v.weak || v.class.is(classNoun)) && isOneOf(text, v.end, "、") {
			continue // 资产租赁、工程项目|全部上线
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

// isCause tells whether a verb behind a figure only says why something is done to those who are counted.
func (r *figureReader) isCause(from int, v verb, limit int) bool {
	cause := false
	for k := from; k < v.start; k++ {
		if isOneOf(r.d.runes, k, "被") {
			return false
		}
		cause = cause || isOneOf(r.d.runes, k, "因")
	}
	return cause && holdsRune(r.d.runes[v.end:max(v.end, limit)], '被')
}

// paired gives the last verb of two together with the first: 处理和严厉问责.
func paired(text []rune, vs []verb, last verb) span {
	for _, v := range vs {
		if v.end < last.start && last.start-v.end <= 3 && isOneOf(text, v.end, "和并及") && v.class.is(classAct) && !v.weak {
			return span{v.start, last.end}
		}
	}
	return last.span
}

// afterCount gives the position behind which a verb that is often a noun may be one: a count of
// times may stand right before it (分3批|组织干部).
func (r *figureReader) afterCount(f figure) int {
	if isOneOf(r.d.runes, f.unit.start, "次批轮趟") {
		return f.end - 1
	}
	return f.end
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
		if !isOneOf(r.d.runes, p, "对将把向与同就给为") || !r.d.startsToken(p) && !isOneOf(r.d.runes, p-1, "共已并还也均都") || r.insideVerb(p) {
			continue
		}
		for _, w := range coverbs {
			if e, ok := wordAt(r.d.runes[:end], p, w); ok && (r.d.startsToken(e) || r.placeStarts(e)) {
				if v, found := mainVerb(r.d.runes, r.verbsBetween(e, end), end); found && !v.weak && !isOneOf(r.d.runes, end, "的") && !r.closed(v, end) {
					return -1
				}
				return e
			}
		}
		if p < end-400 {
			break
		}
	}
	return -1
}

// passed gives the verb that governs the figure before and goes on to govern this one, in the same clause.
func (r *figureReader) passed(i int) governor {
	if i == 0 || r.govs[i-1].right || r.figs[i-1].start < r.d.clauseAt(r.figs[i].start).start {
		return governor{}
	}
	return governor{verb: r.govs[i-1].verb, text: r.govs[i-1].text, class: r.govs[i-1].class}
}

// closed tells whether a verb belongs to a clause with 的 before a list of bodies: 涉及失职问题的|甲厅、乙局等.
func (r *figureReader) closed(v verb, end int) bool {
	return isOneOf(r.d.runes, end, "等") && holdsRune(r.d.runes[v.end:end], '的') && holdsRune(r.d.runes[v.end:end], '、')
}

// insideVerb tells whether a verb goes on at i: 分配|给.
func (r *figureReader) insideVerb(i int) bool {
	for _, v := range r.verbs {
		if v.start < i && i < v.end {
			return true
		}
	}
	return false
}

// placeStarts tells whether a place is named at i, in spite of how the words are cut: 对|内蒙古.
func (r *figureReader) placeStarts(i int) bool {
	_, ok := r.d.placeAt(i)
	return ok
}

// governsRight tells whether the verb before a figure only belongs to a phrase of
// preposition and noun, so that the verb behind the figure governs.
func (r *figureReader) governsRight(v verb, end int) bool {
	return v.class == classPivot && r.coverb(end) >= v.end
}

// opensPassive tells whether a clause begins with 被 or 受到.
func opensPassive(text []rune, i int) bool {
	if _, ok := wordAt(text, i, "分别"); ok {
		i += 2
	} else if isOneOf(text, i, "均已都") {
		i++
	}
	if isOneOf(text, i, "被") {
		return true
	}
	_, ok := wordAt(text, i, "受到")
	return ok
}

// verbBeyond gives the verb of the clause after, where it goes on with the same subject: …，共套取.
func (r *figureReader) verbBeyond(i int) (governor, bool) {
	if i >= r.sentence.end || !isOneOf(r.d.runes, i-1, "，,") {
		return governor{}, false
	}
	c := r.d.clauseAt(i)
	for _, v := range r.verbsBetween(c.start, c.end) {
		if v.start <= c.start+8 && opensPassive(r.d.runes, c.start) {
			if v.relative(r.d.runes) {
				return governor{}, false
			}
			if v.class.is(classAct) && !v.weak {
				return governor{verb: v.span, class: v.class, right: true}, true // 15人涉嫌犯罪，被立案侦查
			}
		}
		if !v.weak && v.class&(classAct|classWrong) != 0 && v.start <= c.start+3 && v.start > c.start && marked(r.d.runes, v.start) && !r.figureSoon(v.end, v.end+2) {
			return governor{verb: v.span, class: v.class, right: true}, true
		}
	}
	return governor{}, false
}
