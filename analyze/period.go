package analyze

// grain says how far a time reaches over the text that follows it.
type grain int

const (
	grainDay   grain = iota // a day or some days: an event
	grainMonth              // a month, 旬 or some months
	grainYear               // a year, half or quarter
	grainOpen               // from a day until publication: 今年以来
	grainState              // as of a day: 截至8月底, 目前
	grainNone               // a time that cannot be told: 近日, 党的十九大以来
)

// timeExpr is a time that the text names.
type timeExpr struct {
	span
	days
	grain      grain
	cumulative bool // counts from the start of a year, a campaign or an office
	base       bool // only what is compared with: 比去年, 同比
	titled     bool // inside 《》 or a quoted name
	implied    bool // year or month is not written: 6月, 上半年
	attribute  bool // of a round: 今年第二轮巡视
	reach      bool // 到7月底: as of a day, from what was told before
	weak       bool // 选拔工作日前结束, 每周: says nothing beside the year before it
	until      int  // of a day that dates only a report: the end of its clause, where it ends to hold; else 0
}

// timeScanner reads the times of a text in order.
type timeScanner struct {
	text []rune
	ref  day // publication, 0 unknown
	now  int // the year that 今年 means where it is not that of ref, else 0
	year int // that a month without a year belongs to, 0: the latest before ref
	last day // the day named last, for 当天 and 次日
}

// findPeriods finds the times that the text names, into d.times.
func (a *Analyzer) findPeriods(d *doc) {
	d.ref = reference(d.art.Published, d.runes)
	s := timeScanner{text: d.runes, ref: d.ref, now: reviewed(d)}
	for _, p := range d.paragraphs {
		s.year, s.last = 0, 0
		d.times = s.scan(p, d.times)
	}
	markTitled(d)
	markReports(d)
}

// reviewed gives the year that a review of the first months of the next year names in its title, else 0.
func reviewed(d *doc) int {
	if d.ref == 0 || d.ref.month() > 2 {
		return 0
	}
	title := []rune(d.art.Title)
	for i := range title {
		if y, end, ok := yearNumber(title, i); ok && y == d.ref.year()-1 && isOneOf(title, end, "年") {
			return y
		}
	}
	return 0
}

// scan appends the times of a paragraph.
func (s *timeScanner) scan(p span, out []timeExpr) []timeExpr {
	whole := s.text
	s.text = whole[:p.end]
	for i := p.start; i < p.end; {
		if !startsTime(s.text, i) {
			i++
			continue
		}
		t, ok := s.at(i)
		if !ok {
			i = s.skip(i)
			continue
		}
		t = s.extend(p.start, t)
		out = append(out, t)
		i = t.end
	}
	s.text = whole
	return out
}

// skip gives the next position to try: behind a run of digits, which holds no other time.
func (s *timeScanner) skip(i int) int {
	if !isDigit(s.text[i]) {
		return i + 1
	}
	for i < len(s.text) && isDigit(s.text[i]) {
		i++
	}
	return i
}

// at reads the time that starts at i.
func (s *timeScanner) at(i int) (timeExpr, bool) {
	if t, ok := s.absolute(i); ok {
		return t, true
	}
	return s.relative(i)
}

// extend reads what stands around a time: 自…起, 截至…, …以来, 比….
func (s *timeScanner) extend(from int, t timeExpr) timeExpr {
	t.base = comparesWith(s.text[from:t.start], s.text[t.end:])
	t.attribute = isOneOf(s.text, t.end, "第")
	if t.grain == grainNone || t.grain == grainState {
		return t
	}
	if end, ok := openEnd(s.text, from, t); ok {
		t.end, t.to, t.grain, t.cumulative = end, s.ref, grainOpen, true
		if s.ref == 0 {
			t.from = 0
		}
		return t
	}
	if asOf(s.text[from:t.start]) {
		t.reach = t.grain <= grainMonth && t.to <= s.ref && isOneOf(s.text, t.start-1, "到") && !isOneOf(s.text, t.start-2, "止至")
		t.grain, t.cumulative = grainState, true
	}
	return t
}

// openEnd tells whether a time opens a period that lasts until publication, and where its words end.
func openEnd(text []rune, from int, t timeExpr) (int, bool) {
	for _, w := range [...]string{"以来", "至今", "起至今", "起", "开始", "以后", "之后"} {
		if end, ok := wordAt(text, t.end, w); ok {
			return end, (w != "至今" || !isOneOf(text, end, "年天日春夏秋冬晚早晨")) && (w != "起" || !isOneOf(text, end, "诉草码")) && // 起诉
				(w != "开始" || t.grain != grainDay || isOneOf(text, t.start-1, "自从")) // 昨天开始施工
		}
	}
	since := t.start > from && isOneOf(text, t.start-1, "自从")
	for i := t.end; i < len(text) && i < t.end+32 && !endsPhrase(text[i]); i++ {
		if text[i] == '以' && i+1 < len(text) && text[i+1] == '来' {
			return i + 2, true // 去年4月专项整治启动|以来
		}
		if !since {
			continue
		}
		for _, w := range [...]string{"至今", "开始", "起"} {
			if end, ok := wordAt(text, i, w); ok && (w != "起" || isOneOf(text, end, "，,")) {
				return end, true
			}
		}
	}
	return 0, false
}

func endsPhrase(r rune) bool {
	switch r {
	case '，', '。', '；', ',', ';':
		return true
	}
	return false
}

// asOf tells whether the text before a time makes it a state: 截至, 到.
func asOf(before []rune) bool {
	for _, w := range [...]string{"截至", "截止", "截止到", "截至到"} {
		if endsWith(before, w) {
			return true
		}
	}
	n := len(before)
	return n > 0 && before[n-1] == '到' && (n == 1 || isOneOf(before, n-2, "，。；：,;:“"))
}

// comparesWith tells whether a time is only what is compared with.
func comparesWith(before, after []rune) bool {
	n := len(before)
	if _, ok := wordAt(after, 0, "同期"); ok {
		return true
	}
	if timesAs(after) {
		return true // 2013年的7.5倍
	}
	return n > 0 && (before[n-1] == '比' || before[n-1] == '较' || before[n-1] == '占') || n > 1 && before[n-1] == '于' && before[n-2] == '高'
}

// timesAs tells whether 的, a number and 倍 follow a time.
func timesAs(after []rune) bool {
	if !isOneOf(after, 0, "的") {
		return false
	}
	n, ok := scanNumeral(after, 1)
	return ok && isOneOf(after, n.signEnd, "倍")
}
