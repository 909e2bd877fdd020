package analyze

// reference gives the day of publication. Where the article names none it is the
// first day without a year of the first paragraphs, in the latest year of the text.
func reference(published string, text []rune) day {
	if d := parseDay(published); d > 0 {
		return d
	}
	y := latestYear(text)
	if y == 0 {
		return 0
	}
	for i := range text[:min(len(text), 1500)] {
		m, end, ok := smallNumber(text, i)
		if !ok || m < 1 || m > 12 || end >= len(text) || text[end] != '月' || i > 0 && isDigit(text[i-1]) {
			continue
		}
		s := timeScanner{text: text}
		if d, _, ok := s.dayNumber(end + 1); ok && validDate(y, m, d) {
			return dayOf(y, m, d)
		}
	}
	return dayOf(y, 12, 31)
}

// latestYear gives the latest year that the text writes as 20XX年 and that is no goal.
func latestYear(text []rune) int {
	latest := 0
	for i := range text {
		if !isDigit(text[i]) || i > 0 && isDigit(text[i-1]) {
			continue
		}
		y, end, ok := yearNumber(text, i)
		if !ok || y < 1949 || end >= len(text) || text[end] != '年' || i > 0 && text[i-1] == '到' {
			continue
		}
		if y%5 != 0 || y < latest+3 || latest == 0 { // 2035年, 2049年 are goals
			latest = max(latest, y)
		}
	}
	return latest
}

// reports are the verbs and nouns that say when figures were told, not when they came about.
var reports = [...]string{"公布", "发布，", "发布：", "发布数据", "发布最新", "发布消息", "发布统计", "发布的", "发布会", "获悉", "了解到", "介绍", "透露", "披露", "吹风会", "通气会", "通报会", "通报：", "通报，", "通报称", "通报指出"}

// markReports marks the days that date only a report: 今天公布的结果显示，; 记者昨日获悉，.
func markReports(d *doc) {
	for i := range d.times {
		t := &d.times[i]
		if t.grain != grainDay || t.from == 0 {
			continue
		}
		c := d.clauseAt(t.start)
		if c.end <= t.end+1 {
			c = d.clauseAt(c.end) // 7月5日，某委通报
		}
		if _, ok := d.placeAt(c.end); ok && notifies(d.runes[t.end:c.end]) {
			t.until = c.end // of the circular, not of the case that follows
		}
		for k := t.end; k < c.end && t.until == 0; k++ {
			if !isOneOf(d.runes, k, "公发获了介透披吹通") {
				continue
			}
			for _, w := range reports {
				if _, ok := wordAt(d.runes[:c.end], k, w); ok {
					t.until = c.end
					break
				}
			}
		}
	}
}

// notifies tells whether a circular is made known: 通报6起问题.
func notifies(text []rune) bool {
	for i := range text {
		if isOneOf(text, i, "通曝") && isOneOf(text, i+1, "报光") {
			return true
		}
	}
	return false
}

// markTitled marks the times inside 《》, which date a document and no figure.
func markTitled(d *doc) {
	depth, at := 0, 0
	for i := range d.times {
		t := &d.times[i]
		for ; at < t.start; at++ {
			switch d.runes[at] {
			case '《':
				depth++
			case '》', '\n':
				depth = 0
			}
		}
		t.titled = depth > 0
	}
}
