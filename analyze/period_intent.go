package analyze

// intentions open what is still to come; those of the first list for their whole sentence.
var (
	nextSteps  = [...]string{"下一步", "接下来", "今后", "未来", "下一阶段"}
	intentions = [...]string{"拟", "计划", "力争", "争取", "必须", "应当", "须", "应"}
)

// intended tells whether figure i is one to come: 下一步，…建立5个; 将聘请20名.
func (r *figureReader) intended(i int) bool {
	text, s := r.d.runes, r.sentence
	for k := s.start; k < min(s.end, s.start+12); k++ {
		if !isOneOf(text, k, "下接今未") {
			continue
		}
		for _, w := range nextSteps {
			if _, ok := wordAt(text, k, w); ok {
				return true
			}
		}
	}
	c, to := r.d.clauseAt(r.figs[i].start), r.figs[i].start
	if g := r.govs[i]; g.right && g.verb.end <= c.end {
		to = max(to, g.verb.end) // 15个巡视组将进驻
	}
	for k := max(c.start, s.start); k < to; k++ {
		if isOneOf(text, k, "将拟计力争必应须") && r.d.startsToken(k) && r.intends(k, to) {
			return true
		}
	}
	return i > 0 && r.toCome && isOneOf(text, c.start, "并还同")
}

// intends tells whether the word at i says that what follows is still to come; 将 before a noun is 把.
func (r *figureReader) intends(i, limit int) bool {
	if r.d.runes[i] != '将' {
		for _, w := range intentions {
			if e, ok := wordAt(r.d.runes[:limit], i, w); ok && !isOneOf(r.d.runes, e, "了的") && (e > i+1 || r.d.word(i).len() == 1) {
				_, ok := r.a.verbAt(r.d, e, limit)
				return ok || w != "计划" // 计划开展, but 计划班次
			}
		}
		return false
	}
	for _, w := range [...]string{"在", "从", "于", "对", "向", "以", "会", "再", "继续", "分", "陆续", "进一步", "全面", "通过", "按照"} {
		if _, ok := wordAt(r.d.runes[:limit], i+1, w); ok {
			return true
		}
	}
	_, ok := r.a.verbAt(r.d, i+1, limit)
	return ok
}

// toCome gives the period of a figure to come: that which its sentence states, to the end of a year
// that goes on; what has come about before tells nothing of it.
func toCome(d *doc, now, before frameTime) frameTime {
	switch {
	case !now.known && before.from > d.ref:
		return before // of what was announced
	case now.from == 0 || now.grain != grainYear && now.to <= d.ref:
		return frameTime{known: true, grain: grainNone}
	case now.grain == grainYear && now.to == d.ref:
		now.to = yearDays(d.ref.year()).to
	}
	return now
}
