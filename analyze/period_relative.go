package analyze

// relative reads a time that is told by the day of publication, or that cannot be told.
func (s *timeScanner) relative(i int) (timeExpr, bool) {
	if t, ok := s.relativeYear(i); ok {
		return s.ranged(t), true
	}
	if t, ok := s.relativeDay(i); ok {
		return t, true
	}
	if t, ok := s.planYears(i); ok {
		return t, true
	}
	if t, ok := s.pastYears(i); ok {
		return t, true
	}
	if t, ok := s.pastMonths(i); ok {
		return t, true
	}
	if end, ok := holidayAt(s.text, i); ok && opensClause(s.text, i) {
		return timeExpr{span: span{i, end}, grain: grainNone}, true
	}
	for _, w := range [...]string{
		"近日", "日前", "近期", "近年来", "近些年", "最近", "不久前", "前不久", "此前", "如今", "眼下", "现在", "近段时间",
		"每年", "每月", "每季度", "每半年", "每周", "每天", "每日", "以来",
	} {
		if end, ok := wordAt(s.text, i, w); ok {
			weak := (w == "日前" || w == "近日" || w == "近期") && !opensClause(s.text, i) || s.text[i] == '每'
			return timeExpr{span: span{i, end}, grain: grainNone, weak: weak}, !insideDate(s.text, i, w) && !(w == "以来" && lasting(s.text[:i]))
		}
	}
	return timeExpr{}, false
}

// lasting tells whether 以来 behind text says always: 一直以来, 长期以来.
func lasting(text []rune) bool {
	return endsWith(text, "一直") || endsWith(text, "长期") || endsWith(text, "历来")
}

// opensClause tells whether i begins a clause, or what stands behind 在 does.
func opensClause(text []rune, i int) bool {
	if isOneOf(text, i-1, "在") {
		i--
	}
	return i == 0 || isOneOf(text, i-1, "，。；：\n“")
}

// insideDate tells 以来 that belongs to a date read before, and 目前 from 日前.
func insideDate(text []rune, i int, w string) bool {
	return w == "日前" && i > 0 && isDigit(text[i-1])
}

// relativeYear reads 今年, 去年, 同年 … and the part of the year that follows.
func (s *timeScanner) relativeYear(i int) (timeExpr, bool) {
	for _, w := range [...]struct {
		word string
		add  int
		same bool // the year named last
	}{
		{"今年", 0, false},
		{"本年度", 0, false},
		{"本年", 0, false},
		{"去年", -1, false},
		{"上年", -1, false},
		{"前年", -2, false},
		{"明年", 1, false},
		{"当年", 0, true},
		{"同年", 0, true},
		{"次年", 1, true},
	} {
		end, ok := wordAt(s.text, i, w.word)
		if !ok {
			continue
		}
		y := s.year
		if !w.same || y == 0 {
			if s.ref == 0 {
				return timeExpr{span: span{i, end}, grain: grainNone}, !w.same
			}
			y = s.thisYear()
		}
		if w.same && s.year == 0 {
			return timeExpr{}, false
		}
		y += w.add
		if w.word == "今年" {
			if e, ok := wordAt(s.text, end, "来"); ok { // 今年来
				return timeExpr{span: span{i, e}, days: days{dayOf(y, 1, 1), s.ref}, grain: grainOpen, cumulative: true}, true
			}
		}
		if m, ok := s.monthsIn(i, end, y); ok {
			return m, true
		}
		s.year = y
		t := s.inYear(i, end, y)
		if t.grain == grainYear && t.end == end && y == s.ref.year() {
			t.to = min(t.to, s.ref) // the year that goes on
		}
		return t, true
	}
	return s.yearStart(i)
}

// thisYear gives the year that 今年 means.
func (s *timeScanner) thisYear() int {
	if s.now > 0 {
		return s.now
	}
	return s.ref.year()
}

// yearStart reads 年初以来, 开年以来 and 年初.
func (s *timeScanner) yearStart(i int) (timeExpr, bool) {
	if s.ref == 0 {
		return timeExpr{}, false
	}
	y := s.ref.year()
	for _, w := range [...]string{"年初以来", "开年以来", "年内"} {
		if end, ok := wordAt(s.text, i, w); ok && !(w == "年内" && counted(s.text, i)) {
			return timeExpr{span: span{i, end}, days: days{dayOf(y, 1, 1), s.ref}, grain: grainOpen, cumulative: true}, true
		}
	}
	if end, ok := wordAt(s.text, i, "上周"); ok {
		monday := s.ref - day(s.ref.weekday()) - 7
		return timeExpr{span: span{i, end}, days: days{monday, monday + 6}, grain: grainMonth}, true
	}
	for _, w := range [...]struct {
		word string
		add  int
	}{{"本月", 0}, {"上月", -1}, {"上个月", -1}} {
		if end, ok := wordAt(s.text, i, w.word); ok {
			m := s.ref.month() + w.add
			if m == 0 {
				y, m = y-1, 12
			}
			return timeExpr{span: span{i, end}, days: monthsOf(y, m, m), grain: grainMonth}, true
		}
	}
	return timeExpr{}, false
}

// counted tells whether a number stands before i: 一年内 is no 年内.
func counted(text []rune, i int) bool {
	if i == 0 {
		return false
	}
	_, chinese := chineseDigit(text[i-1])
	return chinese || isDigit(text[i-1]) || isOneOf(text, i-1, "十几数半多余整")
}

// relativeDay reads 目前, 截至目前, 今天, 昨日, 前一天, 当天.
func (s *timeScanner) relativeDay(i int) (timeExpr, bool) {
	for _, w := range [...]struct {
		word  string
		add   int
		grain grain
		last  bool // counted from the day named last
	}{
		{"目前", 0, grainState, false},
		{"当前", 0, grainState, false},
		{"迄今", 0, grainState, false},
		{"至今", 0, grainState, false},
		{"现已", 0, grainState, false},
		{"今天", 0, grainDay, false},
		{"今日", 0, grainDay, false},
		{"昨天", -1, grainDay, false},
		{"昨日", -1, grainDay, false},
		{"明天", 1, grainDay, false},
		{"前一天", -1, grainDay, true},
		{"当天", 0, grainDay, true},
		{"当日", 0, grainDay, true},
		{"次日", 1, grainDay, true},
	} {
		end, ok := wordAt(s.text, i, w.word)
		if !ok {
			continue
		}
		if w.word == "当前" && !opensClause(s.text, i) || w.word == "至今" && isOneOf(s.text, end, "年天日春夏秋冬晚早晨") {
			return timeExpr{}, false // 综合当前多种实际; 截至今年
		}
		at := s.ref
		if w.last {
			at = s.last
		}
		if at == 0 || w.word == "至今" && sinceUntold(s.text, i) {
			return timeExpr{span: span{i, end}, grain: grainNone}, !w.last
		}
		t := timeExpr{span: span{i, end}, days: oneDay(at + day(w.add)), grain: w.grain, cumulative: w.grain == grainState}
		if w.grain != grainDay || w.last {
			return t, true
		}
		s.last, t.end = t.from, s.afterDate(end)
		return s.ranged(t), true
	}
	return timeExpr{}, false
}

// afterDate gives the position behind the date that explains a day: 今天（4月30日）.
func (s *timeScanner) afterDate(i int) int {
	if !isOneOf(s.text, i, "（(") {
		return i
	}
	at := i + 1
	if _, end, ok := smallNumber(s.text, at); ok && isOneOf(s.text, end, "月") {
		at = end + 1
	}
	if _, end, ok := s.dayNumber(at); ok && isOneOf(s.text, end, "）)") {
		return end + 1
	}
	return i
}

// sinceUntold tells whether 至今 ends a period whose beginning is an event without a date: 从规定出台至今.
func sinceUntold(text []rune, i int) bool {
	for k := i - 1; k >= 0 && k > i-24 && !isOneOf(text, k, "，。；：、\n"); k-- {
		if text[k] == '自' || text[k] == '从' {
			return true
		}
	}
	return false
}
