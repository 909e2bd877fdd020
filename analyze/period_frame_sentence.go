package analyze

// isHeading tells whether a paragraph is a heading: short, and without a full stop.
func isHeading(text []rune, p span) bool {
	return p.len() <= 40 && p.len() > 0 && !isOneOf(text, p.end-1, "。！？；：”…")
}

// within gives what the times of a span say together. An event (a day, a month)
// does not reach beyond a semicolon.
func within(d *doc, s span) frameTime {
	var now frameTime
	for _, t := range d.timesIn(s) {
		if t.base || t.titled || aimed(d.runes, t, s.end) || t.grain == grainNone && d.runes[t.start] == '每' && d.clauseAt(t.start) != d.clauseAt(s.end-1) {
			continue
		}
		if endsAtSemicolon(d, t, s.end) || t.until > 0 && t.until <= s.end {
			continue
		}
		now = merge(now, t)
	}
	return now
}

// aimed tells whether a time only dates what is dealt with, and not the figure that begins at end: 针对去年发现的问题，
// 为2015年底前退休的人员, 对2022年以来发放的9000万元补贴逐笔核对.
func aimed(text []rune, t timeExpr, end int) bool {
	before := text[max(0, t.start-2):t.start]
	if endsWith(before, "针对") || endsWith(before, "围绕") {
		return true
	}
	if !isOneOf(text, t.start-1, "对为给将把向") || isOneOf(text, t.start-2, "成作认分称定") {
		return false
	}
	for i := t.end; i < min(end, t.end+24) && !isOneOf(text, i, "，。；"); i++ {
		if text[i] == '的' {
			return i+1 < end && !(startsNumeral(text[i+1]) && !holdsRune(text[i:end], '，'))
		}
	}
	return false
}

// endsAtSemicolon tells whether a time does not hold at end since a semicolon lies between: an event,
// or a time told of one place where the text goes on with another.
func endsAtSemicolon(d *doc, t timeExpr, end int) bool {
	for k := end - 1; k >= t.end; k-- {
		if isOneOf(d.runes, k, "；;") {
			if t.grain <= grainMonth {
				return true
			}
			area := openingArea(d, span{k + 1, end})
			return areaDigits(area) > 0 && d.clauseAt(t.start).start > d.sentenceAt(t.start).start
		}
	}
	return false
}

// merge adds a time to those before it in the sentence. A year, or a time since when, and the
// day as of which the text counts are one period: 过去一年，截至11月底; 截至11月底，今年.
func merge(now frameTime, t timeExpr) frameTime {
	if t.weak && now.from > 0 && now.from != now.to || t.attribute && now.known {
		return now
	}
	next := frameTime{days: t.days, cumulative: t.cumulative, known: true, grain: t.grain, reach: t.reach}
	if t.reach && now.from > 0 && now.from < t.from {
		next.from, next.reach = now.from, false
	}
	switch {
	case now.from == 0 || t.from == 0:
	case t.grain == grainState && now.grain == grainOpen,
		t.grain == grainState && now.grain == grainYear && now.from < t.from && t.to <= now.to:
		next.from = now.from
	case now.grain == grainState && (t.grain == grainYear || t.grain == grainOpen) && t.from < now.from && now.to <= t.to:
		next.to, next.cumulative = now.to, true
	}
	return next
}

func hasSemicolon(text []rune) bool {
	for _, r := range text {
		if r == '；' || r == ';' {
			return true
		}
	}
	return false
}

// opensSpeech tells whether a sentence begins with what someone says, and with no quoted name.
func opensSpeech(text []rune, s span) bool {
	return text[s.start] == '“' && quotationEnd(text, s.start, s.end) == s.start
}

// pointsBack tells whether a sentence begins with 此次, 这次: the event named before.
func pointsBack(text []rune, s span) bool {
	for _, w := range [...]string{"此次", "这次", "本次", "该次"} {
		if _, ok := wordAt(text[:s.end], s.start, w); ok {
			return true
		}
	}
	return false
}

// isExample tells whether a sentence gives one case, whose time is its own.
func isExample(text []rune, s span) bool {
	for _, w := range [...]string{"例如", "比如", "譬如", "如"} {
		if end, ok := wordAt(text[:s.end], s.start, w); ok && !isOneOf(text, end, "今果何此期") {
			return true
		}
	}
	return false
}

// isFinding tells whether a sentence tells what an inquiry found, whose time is not that of the inquiry.
func isFinding(text []rune, s span) bool {
	for _, w := range [...]string{"经查", "通报指出", "通报称", "调查发现", "调查显示", "判决书", "法院审理查明", "经审理查明"} {
		if _, ok := wordAt(text[:s.end], s.start, w); ok {
			return true
		}
	}
	return false
}

// linksBack tells whether a sentence goes on with the figures of the one before.
func linksBack(text []rune, s span) bool {
	_, ok := wordAt(text[:s.end], s.start, "其中")
	return ok
}

// heads tells whether a time stands at the head of a sentence, so that it frames what follows.
func heads(d *doc, s span, t timeExpr) bool {
	c := d.clauseAt(t.start)
	if t.grain == grainNone {
		return c.start <= s.start+40 && !isOneOf(d.runes, t.start, "每")
	}
	if isOneOf(d.runes, t.end, "了") {
		return false // 从5月份就开始了 tells when, and frames nothing
	}
	if t.grain == grainOpen && t.from == t.to {
		return false // 从今天起
	}
	lead := t.start - max(c.start, s.start)
	return lead <= 4 && c.start <= s.start+24
}

// dated tells whether a time is that of an event.
func dated(t frameTime) bool { return t.from > 0 && t.grain <= grainMonth }
