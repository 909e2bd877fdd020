package analyze

// frameTime is a period with what is known of its reach.
type frameTime struct {
	days
	cumulative bool
	reach      bool // as of a day, from a time before that the sentence does not tell
	known      bool // the text says something of the time, if only that it can't be told
	grain      grain
}

// frame carries times through the text: what a sentence does not say holds from the
// sentence, the paragraph or the title before.
type frame struct {
	cases   bool      // the article is a circular of cases: the time of one says nothing of the others
	title   frameTime // the year that the title names
	set     frameTime // by the head of a sentence: holds until another is set
	current frameTime // in the paragraph
	event   frameTime // the day or month named last, for 此次
	last    frameTime // of the figure before
	before  frameTime // current, while an event that was named before holds for one sentence
	recalls bool
	place   string // the area of the paragraph that set the time, "" unknown
	here    string // the area that the paragraph begins with, "" unknown
	said    string // the area that the sentence before began with, in the paragraph
	body    string // whose time was set within a paragraph, "" that of all
	mixed   bool   // the paragraph tells of two periods side by side: neither holds beyond it
	begun   int    // where the paragraph begins
	setIn   int    // where the paragraph of the set time begins
}

// start begins an article.
func (f *frame) start(d *doc) {
	*f = frame{cases: isCircular(d.art.Title), setIn: -1}
	title := []rune(d.art.Title)
	s := timeScanner{text: title, ref: d.ref}
	for _, t := range s.scan(span{0, len(title)}, nil) {
		if t.from > 0 && (t.grain == grainYear || t.grain == grainOpen && t.to > t.from+28) && (d.ref == 0 || t.from <= d.ref) {
			f.title = frameTime{days: t.days, cumulative: t.cumulative, known: true, grain: t.grain}
			break
		}
	}
	f.set = f.title
	f.current = f.set
}

// recall makes the time of an earlier figure hold again: an event for the sentence only.
func (f *frame) recall(t frameTime) {
	if t.grain < grainYear && !f.recalls {
		f.before, f.recalls = f.current, true
	}
	f.current, f.last = t, t
}

// paragraph begins a paragraph: only what was set holds on, and what was set of one place does
// not hold for another.
func (f *frame) paragraph(d *doc, p span) {
	if area := openingArea(d, p); area != "" {
		f.here = area
	}
	if isHeading(d.runes, p) {
		f.set, f.here = f.title, ""
	}
	if f.mixed {
		f.set, f.mixed = f.title, false
	}
	f.begun = p.start
	f.current, f.said = f.set, f.here
	if f.body != "" && leavesBody(d, p, f.body) {
		f.current = f.title
	}
	if f.place != "" && f.here != "" && leaves(f.place, f.here) {
		f.current = f.title
	}
}

// sentence begins a sentence with figures: what was told of another place beside its own does not hold.
func (f *frame) sentence(d *doc, s span) {
	if opensSpeech(d.runes, s) {
		f.current = frameTime{known: true, grain: grainNone} // a speaker's figures are of the time that he tells
	}
	area := openingArea(d, s)
	if area == "" || area == "000000" {
		return
	}
	if f.said != "" && areaDigits(f.said) > 0 && leaves(f.said, area) && f.current.from > 0 && f.current.days != f.title.days {
		f.current = f.title
	}
	f.said = area
}

// at gives the period of a figure at position i of the sentence s.
func (f *frame) at(d *doc, i int, s span) frameTime {
	now := f.since(within(d, span{s.start, i}))
	switch {
	case now.known:
		f.last = now
	case isExample(d.runes, s) || isFinding(d.runes, s):
		f.last = frameTime{known: true, grain: grainNone}
	case pointsBack(d.runes, s) && f.event.known:
		f.last = f.event
	case !linksBack(d.runes, s):
		f.last = f.current
	}
	return f.last
}

// since gives a time that reaches to a day the beginning that a sentence before told: 今年3月，…。到7月底，….
func (f *frame) since(now frameTime) frameTime {
	if now.reach && f.current.grain != grainYear && f.current.from > 0 && f.current.from < now.from && now.from-f.current.from < 366 {
		now.from = f.current.from
	}
	return now
}

// end closes a sentence: its last time holds for the paragraph, and a time that
// heads it for the paragraphs after. What is as of publication (目前) holds for its sentence only.
func (f *frame) end(d *doc, s span) {
	if f.recalls {
		f.current, f.recalls = f.before, false
	}
	if isExample(d.runes, s) {
		return
	}
	now := f.since(within(d, s))
	if now.known {
		f.last = now
	}
	yearEnd := now.from == now.to && f.set.grain == grainYear && now.to == f.set.to // 年底: of the year that is told of
	if now.known && !yearEnd && !(now.grain == grainState && now.to == d.ref) {
		f.current = now
		if now.from == 0 && f.title.known {
			f.current = f.title
		}
	}
	f.happens(d, s)
	if f.cases && d.paragraphAt(s.start) > 0 || opensSpeech(d.runes, s) {
		return // what a speaker dates, he alone does
	}
	f.holds(d, s, now)
}

// happens remembers the event that heads a sentence.
func (f *frame) happens(d *doc, s span) {
	for _, t := range d.timesIn(s) {
		if t.grain <= grainMonth && t.from > 0 && !t.base && heads(d, s, t) {
			f.event = merge(frameTime{}, t)
			return
		}
	}
}

// holds sets the time that heads a sentence, now for the sentence in all, for the paragraphs after.
func (f *frame) holds(d *doc, s span, now frameTime) {
	for _, t := range d.timesIn(s) {
		if t.base || t.titled || t.attribute || t.grain < grainYear || t.grain == grainState || !heads(d, s, t) ||
			t.grain == grainYear && t.to-t.from > 366 || f.passing(d, t) {
			continue
		}
		f.mixed = f.mixed || f.beside(t)
		f.set, f.setIn = frameTime{days: t.days, cumulative: t.cumulative, known: true, grain: t.grain}, f.begun
		f.body = ""
		if s.start > f.begun {
			f.body = bodyOpening(d, skipOne(d.runes, t.end, "，,"))
		}
		if f.place = openingArea(d, s); f.place == "" {
			f.place = f.here
		}
		if t.from == 0 && f.title.known {
			f.set = f.title
		}
		if now.grain == grainState {
			f.current = f.set
		}
		return
	}
}

// beside tells whether a time was set in this paragraph already that does not hold t: 2023年…。今年上半年….
func (f *frame) beside(t timeExpr) bool {
	return f.set.from > 0 && f.setIn == f.begun && t.from > f.set.to
}

// bodyOpening gives the body whose name begins at i, "" for none.
func bodyOpening(d *doc, i int) string {
	for _, m := range d.unitsIn(span{i, i + 1}) {
		if m.start == i {
			return m.unit.Name
		}
	}
	return ""
}

// leavesBody tells whether a paragraph begins with another body than the one named.
func leavesBody(d *doc, p span, body string) bool {
	opening := bodyOpening(d, p.start)
	return opening != "" && opening != body
}

// passing tells the times that do not hold beyond their paragraph: a part of the year that
// the title names, and a year long before publication, which is history.
func (f *frame) passing(d *doc, t timeExpr) bool {
	if f.title.known && t.from >= f.title.from && t.to <= f.title.to && t.days != f.title.days {
		return true
	}
	return !f.title.known && t.to > 0 && d.ref > 0 && t.to < d.ref-2*366
}
