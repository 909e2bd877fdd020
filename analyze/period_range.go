package analyze

// monthsAt reads 1至7月 and 1—7月, in the year y of the context.
func (s *timeScanner) monthsAt(i int) (timeExpr, bool) { return s.monthsIn(i, i, 0) }

func (s *timeScanner) monthsIn(start, i, y int) (timeExpr, bool) {
	m, at, ok := smallNumber(s.text, i)
	if !ok || m < 1 || m > 12 {
		return timeExpr{}, false
	}
	at, ok = connector(s.text, at)
	if !ok {
		return timeExpr{}, false
	}
	to, end, ok := smallNumber(s.text, at)
	if !ok || to < m || to > 12 || end >= len(s.text) || s.text[end] != '月' {
		return timeExpr{}, false
	}
	end++
	if e, ok := wordAt(s.text, end, "份"); ok {
		end = e
	}
	implied := y == 0
	y = s.yearFor(y, to, 1)
	return timeExpr{
		span: span{start, end}, days: monthsOf(y, m, to), grain: grainYear,
		cumulative: m == 1 && to > 1, implied: implied,
	}, true
}

// ranged reads the second half of a range: 2018年3月至2020年5月, 5月19日至6月3日, 9月、10月.
func (s *timeScanner) ranged(t timeExpr) timeExpr {
	at, ok := connector(s.text, t.end)
	if !ok || t.from == 0 {
		return t
	}
	list := isOneOf(s.text, skipBlank(s.text, t.end), "与和、")
	end, ok := s.second(at, t)
	if ok && isOneOf(s.text, end.end, "间") || ok && isOneOf(s.text, end.end, "之") && isOneOf(s.text, end.end+1, "间") {
		list = false // 2007年与2009年间
	}
	if !ok || end.to < t.to || list && !adjacent(t, end) {
		return t
	}
	if t.grain == grainYear && end.grain == grainYear {
		s.year = 0 // 2018年至2020年 tells no year of the months that follow
	}
	_, month, d := t.civilFrom()
	t.cumulative = t.cumulative || !list && t.grain == grainMonth && month == 1 && d == 1 && t.from.year() == end.to.year()
	t.end, t.to = end.end, end.to
	if t.grain == grainMonth && !list || end.grain == grainYear {
		t.grain = grainYear
	}
	return t
}

func (t timeExpr) civilFrom() (y, m, d int) { return t.from.civil() }

// adjacent tells whether two listed times of one kind are told as one: 9月、10月; 5月和10月.
func adjacent(a, b timeExpr) bool {
	return a.grain == b.grain && (a.to+1 == b.from || a.grain == grainMonth && a.from.year() == b.from.year())
}

// second reads the end of a range, whose year and month may be those of its start.
func (s *timeScanner) second(at int, t timeExpr) (timeExpr, bool) {
	if at >= len(s.text) {
		return timeExpr{}, false
	}
	if e, ok := s.yearAt(at); ok {
		return e, true
	}
	if at2, ok := wordAt(s.text, at, "今年"); ok {
		if s.ref > 0 {
			return s.inYear(at, at2, s.ref.year()), true
		}
		return timeExpr{}, false
	}
	y, m, _ := t.from.civil()
	if e, ok := s.within(at, y); ok {
		if e.to < t.from && t.implied {
			return timeExpr{}, false
		}
		return e, true
	}
	if d, end, ok := s.dayNumber(at); ok && t.grain == grainDay && validDate(y, m, d) {
		return timeExpr{span: span{at, end}, days: oneDay(dayOf(y, m, d)), grain: grainDay}, true
	}
	return timeExpr{}, false
}

// season reads the named parts of a year: halves, quarters, 前N个月, 底 and 初.
func (s *timeScanner) season(i, y int) (timeExpr, bool) {
	p := seasonPart(s.text, i, y > 0)
	if p.end == 0 {
		return timeExpr{}, false
	}
	implied := y == 0
	if y == 0 && s.year > 0 {
		y = s.year
		if s.ref > 0 && y == s.ref.year() && p.to > s.ref.month()+2 && !p.last && !announces(s.text, p.end) {
			y-- // 上半年 in January is that of the year before
		}
	}
	if y == 0 && s.ref > 0 {
		y = s.ref.year()
		if (p.from > s.ref.month() || p.to > s.ref.month()+2) && !s.begins(p) && !announces(s.text, p.end) {
			y--
		}
	}
	if y == 0 {
		return timeExpr{span: span{i, p.end}, grain: grainNone, implied: true}, true
	}
	t := timeExpr{span: span{i, p.end}, days: monthsOf(y, p.from, p.to), grain: grainYear, implied: implied, cumulative: p.cumulative}
	if p.vague {
		t.days, t.grain = days{}, grainNone
	}
	if p.last {
		t.from, t.grain = t.to, grainDay
		if isOneOf(s.text, t.end, "前") {
			t.days, t.grain = days{}, grainNone
		}
	}
	return t, true
}

// begins tells whether the text was published in the first weeks of a half year, which 下半年 means then.
func (s *timeScanner) begins(p part) bool {
	return p.to-p.from == 5 && p.from == s.ref.month()
}

// announces tells whether what follows a time at i is still to come: 下半年，某局将开展.
func announces(text []rune, i int) bool {
	for k := i; k < len(text) && k < i+20 && !isOneOf(text, k, "。；"); k++ {
		if text[k] == '将' {
			return true
		}
	}
	for k := i - 1; k >= 0 && k > i-60 && !isOneOf(text, k, "。；\n"); k-- {
		if text[k] == '将' && (k == 0 || isOneOf(text, k-1, "，,会组")) {
			return true // 将深化整治，…，下半年拍摄
		}
	}
	return false
}

// part is a stretch of months of a year.
type part struct {
	from, to, end int
	cumulative    bool // 前三季度
	last          bool // 年底: the last day
	vague         bool // 年初: no day
}

// seasonPart reads the words of a part of a year. Bare 底 and 初 need a year before them.
func seasonPart(text []rune, i int, inYear bool) part {
	for _, w := range [...]struct {
		word string
		part part
		year bool // only behind a year
	}{
		{"上半年", part{from: 1, to: 6}, false},
		{"下半年", part{from: 7, to: 12}, false},
		{"全年", part{from: 1, to: 12}, false},
		{"年底", part{from: 12, to: 12, last: true}, false},
		{"年末", part{from: 12, to: 12, last: true}, false},
		{"岁末", part{from: 12, to: 12}, true},
		{"底", part{from: 12, to: 12, last: true}, true},
		{"末", part{from: 12, to: 12, last: true}, true},
		{"初", part{from: 1, to: 1, vague: true}, true},
		{"年初", part{from: 1, to: 1, vague: true}, true},
	} {
		if end, ok := wordAt(text, i, w.word); ok && (inYear || !w.year) {
			w.part.end = end
			return w.part
		}
	}
	return quarters(text, i, inYear)
}

// quarters reads 一季度, 第一季度, 前三季度 and 前8个月; behind a year also 11个月之内.
func quarters(text []rune, i int, inYear bool) part {
	at, first := i, false
	switch {
	case isOneOf(text, i, "第"):
		at++
	case isOneOf(text, i, "前头"):
		at, first = at+1, true
	}
	n, end, ok := smallNumber(text, at)
	if !ok || n < 1 || n > 12 {
		return part{}
	}
	if e, ok := wordAt(text, end, "个"); ok {
		end = e
	}
	if e, ok := wordAt(text, end, "季度"); ok && n <= 4 {
		if first {
			return part{from: 1, to: 3 * n, end: e, cumulative: n > 1}
		}
		return part{from: 3*n - 2, to: 3 * n, end: e}
	}
	if e, ok := wordAt(text, end, "月"); ok && text[end-1] == '个' && (first || inYear && isOneOf(text, skipOne(text, e, "之"), "内")) {
		return part{from: 1, to: n, end: e, cumulative: true}
	}
	return part{}
}
