package analyze

// regionOf gives the area that a figure covers: that of a place between verb and
// figure (通报某省6名干部), of its actor, of the sentence, the paragraph, the article.
func (r *figureReader) regionOf(i int, who actor) string {
	f, g := r.figs[i], r.govs[i]
	lo, _ := r.bounds(i)
	if g.verb.len() > 0 && g.verb.start < f.start && g.verb.end > lo {
		if code := r.lastPlace(span{g.verb.end, f.start}); code != "" && !r.listsBodies(span{g.verb.end, f.start}) {
			if isOneOf(r.d.runes, f.start-1, "等") {
				code = r.commonArea(span{g.verb.end, f.start}, code)
			}
			// neither 甲市等20个市 nor 甲市的2成 is of 甲市 alone
			if _, sample := r.placeEndingAt(f.start - 1); !sample || areaDigits(code) == 0 {
				return code
			}
		}
	}
	if r.d.namesRegion(max(lo, r.d.clauseAt(f.start).start), f.start) {
		return ""
	}
	if code := r.areaItem(lo, f.start); code != "" && g.verb.end <= lo {
		return code
	}
	if r.follows(i) && r.lastRegion != "" && r.areaIn(span{r.figs[i-1].end, f.start}) == "" {
		return r.lastRegion
	}
	if r.sentenced(g) {
		if code := r.areaIn(span{r.d.paragraphs[r.d.paragraphAt(f.start)].start, r.sentence.start}); code != "" {
			return code // of the case, not of the court
		}
	}
	if who.region != "" {
		return r.deeper(who.region, span{r.sentence.start, f.start})
	}
	if r.nationwide(f.start) {
		return "000000"
	}
	if code := r.areaOfSentence(f.start); code != "" {
		return code
	}
	if u := r.personIn(span{r.sentence.start, f.start}); u != nil && areaOfUnit(u) != "" {
		return areaOfUnit(u)
	}
	if t := r.currentTopic(); t.region != "" {
		if code := r.movedTo(t.end, f.start); code != "" {
			return code
		}
		return t.region
	}
	if u := r.personIn(span{r.d.paragraphs[r.d.paragraphAt(f.start)].start, f.start}); u != nil && areaOfUnit(u) != "" {
		return areaOfUnit(u)
	}
	return r.areaAround(f.start)
}

// areaOfSentence gives the area that the sentence speaks of before i, that behind its last semicolon first.
func (r *figureReader) areaOfSentence(i int) string {
	for k := i - 1; k > r.sentence.start; k-- {
		if r.d.runes[k] == '；' {
			if code := r.areaIn(span{k + 1, i}); code != "" {
				return code
			}
			break
		}
	}
	return r.areaIn(span{r.sentence.start, i})
}

// deeper gives the one area within that of the actor that the sentence names before its figure,
// which is where it acted: 某省纪委…对某县问题…处理8人; else the actor's.
func (r *figureReader) deeper(area string, s span) string {
	found := ""
	lo, hi := r.placesIn(s)
	for i := lo; i < hi; i++ {
		p := &r.d.places[i]
		n := areaDigits(area)
		if p.relative || !r.d.endsChain(i) || len(p.code) != 6 || areaDigits(p.code) <= n || p.code[:n] != area[:n] || r.d.inUnit(p.start) {
			continue
		}
		if found != "" && found != p.code || isOneOf(r.d.runes, p.end, "、和等") {
			return area
		}
		found = p.code
	}
	if found == "" || areaDigits(area) == 0 {
		return area
	}
	return found
}

// nationwide tells whether 全国 stands before a figure in its clause.
func (r *figureReader) nationwide(i int) bool {
	c := r.d.clauseAt(i)
	for k := max(c.start, r.sentence.start); k+1 < i; k++ {
		if r.d.runes[k] == '全' && r.d.runes[k+1] == '国' && !isOneOf(r.d.runes, k+2, "人政总劳") {
			return true
		}
	}
	return false
}

// follows tells whether a figure goes on with the one before it: a share, or one of 其中.
func (r *figureReader) follows(i int) bool {
	return i > 0 && (r.figs[i].num.share || r.amongBefore(i))
}

// areaAround gives the area of the paragraph, else of the article.
func (r *figureReader) areaAround(i int) string {
	p := r.d.paragraphs[r.d.paragraphAt(i)]
	if !isOneOf(r.d.runes, p.start, "“") {
		p.end = i
	}
	for end := p.end; end > p.start; {
		s := r.d.sentenceAt(end - 1)
		s.start = max(s.start, p.start)
		if code := r.areaIn(span{s.start, end}); code != "" {
			return code
		}
		end = s.start
	}
	if code := r.areaAfter(i); code != "" {
		return code
	}
	if r.headArea != "" {
		return r.headArea
	}
	if len(r.d.tags.Regions) > 0 {
		return r.d.tags.Regions[0].Code
	}
	return ""
}

// movedTo gives the area that the text has moved to since the sentence at from: 在湖北宜昌，….
func (r *figureReader) movedTo(from, i int) string {
	if from <= r.d.paragraphs[r.d.paragraphAt(i)].start {
		return ""
	}
	for end := r.sentence.start; end > from; {
		s := r.d.sentenceAt(end - 1)
		if s.contains(from) {
			break
		}
		if isOneOf(r.d.runes, s.start, "在") {
			return r.areaIn(s)
		}
		end = s.start
	}
	return ""
}

// areaAfter gives the area in which what is counted at i stands or sets out, by the words behind it
// in its clause: 700尾鱼在某市放归.
func (r *figureReader) areaAfter(i int) string {
	text := r.d.runes
	lo, hi := r.placesIn(span{i, r.d.clauseAt(i).end})
	for ; lo < hi; lo++ {
		p := &r.d.places[lo]
		if !p.relative && isOneOf(text, r.placeChain(p.span, i).start-1, "在从") && r.d.endsChain(lo) && !isOneOf(text, p.end, "、和等与") {
			return p.code
		}
	}
	return ""
}
