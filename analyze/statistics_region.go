package analyze

// regionOf gives the area that a figure covers: that of a place named before it in
// its clause, of its actor, of the sentence, or of the article.
func (r *figureReader) regionOf(i int, who actor) string {
	f, g := r.figs[i], r.govs[i]
	lo, _ := r.bounds(i)
	if g.verb.len() > 0 && g.verb.start < f.start && g.verb.end > lo {
		if code := r.lastPlace(span{g.verb.end, f.start}); code != "" {
			return code
		}
	}
	if who.region != "" {
		return who.region
	}
	if code := r.lastPlace(span{r.sentence.start, f.start}); code != "" {
		return code
	}
	if who.name == "" && r.topic.region != "" {
		return r.topic.region
	}
	if len(r.d.tags.Regions) > 0 {
		return r.d.tags.Regions[0].Code
	}
	return ""
}

// lastPlace gives the code of the last place named in s.
func (r *figureReader) lastPlace(s span) string {
	code := ""
	for i := range r.d.places {
		p := &r.d.places[i]
		if p.start >= s.end {
			break
		}
		if p.start >= s.start && p.end <= s.end {
			code = p.code
		}
	}
	return code
}
