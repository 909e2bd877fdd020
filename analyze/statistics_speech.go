package analyze

// longSpeech is the length from which a quotation is speech and no name.
const longSpeech = 14

// speechAround gives the quotation that holds i, without its marks, where it is speech.
func (r *figureReader) speechAround(i int) (span, bool) {
	text, open := r.d.runes, -1
	p := r.d.paragraphs[r.d.paragraphAt(i)]
	for k := i - 1; k >= max(p.start, i-600); k-- {
		if text[k] == '”' {
			return span{}, false
		}
		if text[k] == '“' {
			open = k + 1
			break
		}
	}
	if open < 0 {
		return span{}, false
	}
	end := i
	for end < p.end && end < i+600 && text[end] != '”' {
		end++
	}
	return span{open, end}, end-open >= longSpeech
}

// speaksOfOwn tells whether a speaker tells of his own body before i: 我们, 我局, 公司.
func (r *figureReader) speaksOfOwn(s span, i int) bool {
	for k := s.start; k < i; k++ {
		if !isOneOf(r.d.runes, k, "我") {
			continue
		}
		for _, w := range [...]string{"我们", "我局", "我公司", "我校", "我院", "我单位"} {
			if _, ok := wordAt(r.d.runes[:i], k, w); ok {
				return true
			}
		}
	}
	return false
}

// speakerOf gives the body of who speaks in a quotation: of the post named behind or
// before it in the paragraph, or of the person, whose post was told before.
func (r *figureReader) speakerOf(s span) (actor, bool) {
	p := r.d.paragraphs[r.d.paragraphAt(s.start)]
	behind := span{s.end, min(p.end, s.end+60)}
	for _, part := range [...]span{behind, {max(p.start, s.start-60), s.start}} {
		for _, m := range r.d.unitsIn(part) {
			if r.isPost(m.end) && r.speaks(m.end, min(p.end, m.end+24)) {
				return actorOfUnit(m.unit), true
			}
		}
		if u := r.personIn(part); u != nil && r.speaks(part.start, min(part.end, part.start+24)) {
			return actorOfUnit(u), true
		}
	}
	return actor{}, false
}

func actorOfUnit(u *unit) actor { return actor{name: u.Name, region: areaOfUnit(u)} }
