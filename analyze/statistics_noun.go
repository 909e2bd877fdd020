package analyze

// nounAfter gives the noun phrase that begins at i: up to a verb that takes it as
// subject, a preposition, a pause, or another figure.
func (r *figureReader) nounAfter(i, limit int, governed bool) span {
	text := r.d.runes
	if isOneOf(text, i, "的") {
		i++
	}
	start, end := i, i
	if isOneOf(text, i, "、") {
		return span{i, i}
	}
	for end < limit {
		if q := quotationEnd(text, end, limit); q > end {
			end = q
			continue
		}
		c := text[end]
		if c == '、' && !r.figureSoon(end+1, limit) && !r.nextItem(end+1, limit) {
			end++
			continue
		}
		if !isWordRune(c) && !isDigit(c) && !isOneOf(text, end, "（）()+-·”“") {
			break
		}
		if end > start && r.d.startsToken(end) && r.cuts(end, limit, governed) {
			break
		}
		end++
	}
	return trimNoun(text, span{start, end})
}

// nounBehind gives the noun that a verb before i takes, without what sums it up: 集体资金|共计.
func (r *figureReader) nounBehind(i, limit int) span {
	s := r.nounAfter(i, limit, true)
	s.end, _ = r.d.trimTail(s)
	return s
}

// nextItem tells whether what follows a list sign at i is the noun of the next figure: 18件甲问题、干部|25人.
func (r *figureReader) nextItem(i, limit int) bool {
	if !r.figureSoon(limit, limit+1) || limit-i > 12 {
		return false
	}
	for k := i; k < limit; k++ {
		if !isWordRune(r.d.runes[k]) {
			return false
		}
	}
	return true
}

// figureSoon tells whether a list goes on with another figure.
func (r *figureReader) figureSoon(i, limit int) bool {
	for _, f := range r.figs {
		if f.start >= i && f.start < limit && f.start <= i+1 {
			return true
		}
	}
	return false
}

// cuts tells whether the word at i ends the noun phrase before it.
func (r *figureReader) cuts(i, limit int, governed bool) bool {
	for k := range r.figs {
		if r.figs[k].start == i || r.figs[k].num.start == i {
			return true
		}
	}
	text := r.d.runes
	if isOneOf(text, i, "共") && (r.figureSoon(i+1, i+2) || r.class(i+1).is(classAct)) {
		return true
	}
	for _, w := range [...]string{"看，", "来看", "以及", "存在", "开展", "认为", "表示", "凸显", "反映", "表明", "暴露", "显示", "说明", "折射", "赴", "到", "前往", "参加", "走进", "主动", "被", "在", "对", "将", "把", "向", "均", "已", "全部", "进行", "参与", "予以", "给予", "因", "由", "须", "分别", "为", "是", "达", "占", "要", "也", "都", "与", "就", "则", "按照", "根据", "依据", "从", "中，", "以", "先后", "有", "共有", "现有", "须", "必须", "应", "可", "能"} {
		if e, ok := wordAt(text[:limit], i, w); ok && (e-i > 1 || r.d.startsToken(e)) && !(w == "以" && isOneOf(text, e, "及上下来内外")) && !(w == "开展" && isOneOf(text, e, "情的以过工")) {
			return true
		}
	}
	if e, ok := wordAt(text[:limit], i, "共同"); ok && isVerbal(r.d.word(e).pos) {
		return true
	}
	v, isVerb := r.verbFrom(i)
	acts := isVerb && !v.weak && v.class.is(classAct) && !v.class.is(classNoun)
	if isVerb && isOneOf(text, v.end, "的") && r.figureSoon(v.end, limit+2) {
		return true // 企业主|赠送的146条
	}
	if acts && v.end >= limit && r.figureSoon(limit, limit+1) {
		return true // 案件|涉及29个
	}
	if t := r.d.word(i); t.len() == 1 && isOneOf(text, i, "中") && t.pos == "f" {
		return true // 案例|中问题突出
	}
	if r.predicateAdverb(i, limit) && (!governed || r.serialAdverb(i, limit) && !holdsRune(text[i:limit], '的')) {
		return true
	}
	if acts && !v.class.is(classWrong) && r.organisation(i) && r.takesObject(v.end) {
		return true // 督促8个部门|修订办法21项
	}
	if governed {
		return false
	}
	if t := r.d.word(i); t.len() == 1 && t.pos == "v" && isOneOf(text, t.end, "在到着了") {
		return true // 清单|摆在案头
	}
	if !isVerb {
		return false
	}
	return r.predicates(v, i-1, limit) ||
		!v.weak && !v.relative(text) && !v.class.is(classNoun|classWrong) && v.len() > 1 && (!nounFollows(r, v.end, limit) || r.takesObject(v.end))
}

func isVerbal(pos string) bool { return pos == "v" || pos == "vi" }

// nounFollows tells whether a verb is part of a longer noun: 调研 in 调研报告.
func nounFollows(r *figureReader, i, limit int) bool {
	if i >= limit || !isWordRune(r.d.runes[i]) {
		return false
	}
	t := r.d.word(i)
	return t.pos != "" && t.pos[0] == 'n' && t.end >= limit
}

// trimNoun drops what ends no noun phrase.
func trimNoun(text []rune, s span) span {
	for s.end > s.start && (isOneOf(text, s.end-1, "的了、，中里（( 和及与等新") || isOneOf(text, s.end-1, "）)") && !opened(text, s)) {
		s.end--
	}
	for s.start < s.end && isOneOf(text, s.start, "的了、， ”’") {
		s.start++
	}
	if s.end > s.start && (text[s.end-1] == '“' || text[s.end-1] == '”' && !hasOpening(text, s)) {
		s.end--
	}
	return s
}

// opened tells whether a bracket opens in a span.
func opened(text []rune, s span) bool {
	for i := s.start; i < s.end; i++ {
		if isOneOf(text, i, "（(") {
			return true
		}
	}
	return false
}

func hasOpening(text []rune, s span) bool {
	for i := s.start; i < s.end; i++ {
		if text[i] == '“' {
			return true
		}
	}
	return false
}
