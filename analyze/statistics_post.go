package analyze

// isPost tells whether a person's post follows a unit, so that the person acts.
func (r *figureReader) isPost(i int) bool {
	if e, ok := wordAt(r.d.runes, i, "领导班子"); ok {
		return r.isPost(e)
	}
	return r.postAt(i) || r.postAt(r.department(i))
}

// postAt tells whether a post stands at i.
func (r *figureReader) postAt(i int) bool {
	for {
		end, c := r.a.lex.figures.posts.longest(r.d.runes, i, len(r.d.runes))
		if end == i || c.is(classHead) {
			return end > i
		}
		i = end
	}
}

// department gives the end of the name of an inner office at i, 人力资源部 before 总经理; else i.
func (r *figureReader) department(i int) int {
	for k := i + 2; k < min(len(r.d.runes), i+8) && isWordRune(r.d.runes[k-1]); k++ {
		if isOneOf(r.d.runes, k, "部处科室队") && !isOneOf(r.d.runes, k-1, "干全内") {
			return k + 1
		}
	}
	return i
}

// speaks tells whether a person only tells what follows: 负责人介绍，….
func (r *figureReader) speaks(i, limit int) bool {
	for ; i < limit; i++ {
		for _, w := range [...]string{"介绍", "表示", "说", "透露", "指出", "强调", "坦言", "告诉"} {
			if _, ok := wordAt(r.d.runes[:limit], i, w); ok {
				return true
			}
		}
	}
	return false
}

// speaker gives the unit of the person who is quoted around a figure: “…查处8起。”某市纪委监委负责人说.
func (r *figureReader) speaker(i int) (actor, bool) {
	p := r.d.paragraphs[r.d.paragraphAt(i)]
	if !holdsRune(r.d.runes[p.start:i], '“') {
		return actor{}, false
	}
	for _, m := range r.d.unitsIn(p) {
		if r.isPost(m.end) && r.speaks(m.end, min(p.end, m.end+16)) {
			return actor{span: m.span, name: m.unit.Name, region: areaOfUnit(m.unit)}, true
		}
	}
	return actor{}, false
}
