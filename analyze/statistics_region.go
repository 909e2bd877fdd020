package analyze

// regionOf gives the area that a figure covers: that of a place between verb and
// figure (通报某省6名干部), of its actor, of the sentence, the paragraph, the article.
func (r *figureReader) regionOf(i int, who actor) string {
	f, g := r.figs[i], r.govs[i]
	lo, _ := r.bounds(i)
	if g.verb.len() > 0 && g.verb.start < f.start && g.verb.end > lo {
		if code := r.lastPlace(span{g.verb.end, f.start}); code != "" {
			return code
		}
	}
	if r.follows(i) && r.lastRegion != "" && r.areaIn(span{r.figs[i-1].end, f.start}) == "" {
		return r.lastRegion
	}
	if who.region != "" {
		return who.region
	}
	if code := r.areaIn(span{r.sentence.start, f.start}); code != "" {
		return code
	}
	if r.topic.region != "" {
		return r.topic.region
	}
	return r.areaAround(f.start)
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
	if code := r.areaIn(p); code != "" {
		return code
	}
	if len(r.d.tags.Regions) > 0 {
		return r.d.tags.Regions[0].Code
	}
	return ""
}

// areaIn gives the area that a span speaks of: the last that acts in it, else the
// area of its first body, else the first place.
func (r *figureReader) areaIn(s span) string {
	first, acting := "", ""
	lo, hi := r.placesIn(s)
	for i := lo; i < hi; i++ {
		p := &r.d.places[i]
		if p.passing || p.relative || !r.d.endsChain(i) || r.titled(p.start) {
			continue
		}
		if first == "" {
			first = p.code
		}
		if r.d.acts(i) && !r.d.inUnit(p.start) {
			acting = p.code
		}
	}
	if acting != "" {
		return acting
	}
	for _, m := range r.d.unitsIn(s) {
		if m.unit.Region != "" && m.unit.Region != "000000" && !r.titled(m.start) {
			return m.unit.Region
		}
	}
	return first
}

// placesIn gives the indexes of the places that start in s.
func (r *figureReader) placesIn(s span) (lo, hi int) {
	lo = r.d.placeBefore(s.start) + 1
	for hi = lo; hi < len(r.d.places) && r.d.places[hi].start < s.end; hi++ {
		if r.d.places[hi].start < s.start {
			lo = hi + 1
		}
	}
	return lo, hi
}

// titled tells whether a position lies inside 《》.
func (r *figureReader) titled(i int) bool {
	for k := i - 1; k >= max(0, i-30); k-- {
		switch r.d.runes[k] {
		case '《':
			return true
		case '》', '\n', '。':
			return false
		}
	}
	return false
}

// lastPlace gives the code of the last place named in s.
func (r *figureReader) lastPlace(s span) string {
	code := ""
	lo, hi := r.placesIn(s)
	for i := lo; i < hi; i++ {
		if p := &r.d.places[i]; !p.relative && p.end <= s.end && !p.passing {
			code = p.code
		}
	}
	return code
}
