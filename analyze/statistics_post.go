package analyze

// isPost tells whether a person's post follows a unit, so that the person acts.
func (r *figureReader) isPost(i int) bool {
	if e, ok := wordAt(r.d.runes, i, "领导班子"); ok {
		return r.isPost(e)
	}
	for {
		end, c := r.a.lex.figures.posts.longest(r.d.runes, i, len(r.d.runes))
		if end == i || c.is(classHead) {
			return end > i
		}
		i = end
	}
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
