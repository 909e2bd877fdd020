package analyze

// collectiveIn gives the last collective of a clause: 全市各级纪检监察组织.
func (r *figureReader) collectiveIn(s span, relative bool) (actor, bool) {
	text := r.d.runes
	for at := s.end - 1; at >= s.start; at-- {
		if end, c := r.a.lex.figures.collectives.longest(text, at, s.end); end > at && c.is(classHead) {
			if r.d.inUnit(at) {
				continue // 与中央纪委|国家监委
			}
			if !relative && endsWith(text[:end], "督察") && !r.inspects(end) {
				continue
			}
			head := span{r.longerHead(at, end, s.start), end}
			whole, region := r.extendCollective(head, s.start)
			if !relative && (r.objectOfCoverb(whole, s) || r.isObject(whole, s)) || whole.start == head.start && c.is(classBare) || r.titled(whole.start) || quoted(text, whole.start) || isOneOf(text, whole.start-1, "个家和、名") || r.isPost(whole.end) {
				continue
			}
			return actor{span: whole, name: r.d.text(whole), region: region}, true
		}
	}
	return actor{}, false
}

// inspects tells whether a round of inspection that ends at i acts, 督察|受理2万件, and is not what
// is carried out (督察|已开展三批) or what names others' problems (督察|反馈问题).
func (r *figureReader) inspects(i int) bool {
	i = skipOne(r.d.runes, skipOne(r.d.runes, i, "已"), "共")
	if isOneOf(r.d.runes, i, "“反移交指整工进启开覆") {
		return false
	}
	v, ok := r.a.verbAt(r.d, i, len(r.d.runes))
	return ok && !v.weak && v.class.is(classAct) && !isOneOf(r.d.runes, i, "实完")
}

// extendCollective takes the modifiers before the head of a collective.
func (r *figureReader) extendCollective(c span, from int) (span, string) {
	region := ""
	for changed := true; changed; {
		changed = false
		if p, ok := r.placeEndingAt(c.start); ok && p.start >= from {
			c.start, region, changed = p.start, p.code, true
			continue
		}
		for _, w := range r.a.lex.figures.modifiers {
			if endsWith(r.d.runes[from:c.start], w) && !(w == "联合" && region != "") { // 联合|某市监委 is with whom
				c.start -= len([]rune(w))
				changed = true
				if w == "全国" {
					region = "000000"
				}
				break
			}
		}
	}
	for _, m := range r.d.unitsIn(span{max(from, c.start-30), c.start}) {
		if m.end == c.start {
			return span{m.start, c.end}, areaOfUnit(m.unit) // 某县纪委监委|派驻机构
		}
	}
	return c, region
}

// longerHead gives where the longest head begins that ends where the one at i ends: 纪检|监察机关.
func (r *figureReader) longerHead(i, end, from int) int {
	start := i
	for k := i - 1; k >= max(from, i-6); k-- {
		if e, c := r.a.lex.figures.collectives.longest(r.d.runes, k, end); e == end && c.is(classHead) {
			start = k
		}
	}
	return start
}
