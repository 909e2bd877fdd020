package analyze

// absolute reads a time with a number: 2023年, 2023年上半年, 6月28日, 1至7月, 一季度.
func (s *timeScanner) absolute(i int) (timeExpr, bool) {
	if i > 0 && (isDigit(s.text[i]) && isDigit(s.text[i-1]) || isOneOf(s.text, i-1, "第十")) {
		return timeExpr{}, false
	}
	if t, ok := s.yearAt(i); ok {
		return s.ranged(t), true
	}
	if t, ok := s.monthsAt(i); ok {
		return t, true
	}
	if t, ok := s.within(i, 0); ok {
		return s.ranged(t), true
	}
	return s.bareDay(i)
}

// yearAt reads 2023年 and what follows in it, and 2018—2020年.
func (s *timeScanner) yearAt(i int) (timeExpr, bool) {
	y, at, ok := yearNumber(s.text, i)
	if !ok {
		return timeExpr{}, false
	}
	if to, ok := connector(s.text, at); ok {
		if y2, end, ok := yearNumber(s.text, to); ok && y2 >= y {
			if end, ok := yearMark(s.text, end); ok {
				return timeExpr{span: span{i, end}, days: days{yearDays(y).from, yearDays(y2).to}, grain: grainYear}, true
			}
		}
	}
	end, ok := yearMark(s.text, at)
	if !ok || y < 1000 {
		return timeExpr{}, false
	}
	s.year = y
	return s.inYear(i, end, y), true
}

// inYear reads what follows a year: 上半年, 5月, 底, or nothing.
func (s *timeScanner) inYear(start, end, y int) timeExpr {
	if at, ok := wordAt(s.text, end, "的"); ok {
		if t, ok := s.within(at, y); ok {
			t.start = start
			return t
		}
	}
	if t, ok := s.within(skipBlank(s.text, end), y); ok {
		t.start, t.implied = start, false
		return t
	}
	if e, ok := holidayAt(s.text, end); ok {
		return timeExpr{span: span{start, e}, grain: grainNone}
	}
	if e, ok := wordAt(s.text, end, "以前"); ok {
		return timeExpr{span: span{start, e}, grain: grainNone}
	}
	return timeExpr{span: span{start, end}, days: yearDays(y), grain: grainYear}
}

// within reads a part of a year: 上半年, 第一季度, 前三季度, 5月28日, 底, 初. Where y is
// 0 the year is the one that the context tells.
func (s *timeScanner) within(i, y int) (timeExpr, bool) {
	if i >= len(s.text) {
		return timeExpr{}, false
	}
	if t, ok := s.season(i, y); ok {
		return t, true
	}
	m, end, ok := smallNumber(s.text, i)
	if !ok || m < 1 || m > 12 || end >= len(s.text) || s.text[end] != '月' || s.text[i] == '一' && isOneOf(s.text, end+1, "一两") {
		return timeExpr{}, false // 一月一提醒
	}
	end++
	if e, ok := wordAt(s.text, end, "份"); ok {
		end = e
	}
	return s.inMonth(i, end, y, m), true
}

// inMonth reads what follows a month: a day, 底, 中旬, or nothing.
func (s *timeScanner) inMonth(start, end, y, m int) timeExpr {
	implied := y == 0
	if d, e, ok := s.dayNumber(skipBlank(s.text, end)); ok {
		y = s.yearForDay(start, y, m, d)
		if validDate(y, m, d) {
			s.last = dayOf(y, m, d)
			return timeExpr{span: span{start, e}, days: oneDay(s.last), grain: grainDay, implied: implied}
		}
	}
	y = s.yearFor(y, m, 1)
	t := timeExpr{span: span{start, end}, days: monthsOf(y, m, m), grain: grainMonth, implied: implied}
	for _, p := range [...]struct {
		word     string
		from, to int
	}{{"上旬", 1, 10}, {"中旬", 11, 20}, {"下旬", 21, 31}, {"初", 1, 10}, {"底", 31, 31}, {"末", 31, 31}} {
		e, ok := wordAt(s.text, end, p.word)
		if !ok {
			continue
		}
		last := t.to
		t.end, t.from, t.to = e, min(dayOf(y, m, p.from), last), min(dayOf(y, m, p.to), last)
		break
	}
	return t
}

// dayNumber reads 28日 or 28号.
func (s *timeScanner) dayNumber(i int) (d, end int, ok bool) {
	d, end, ok = smallNumber(s.text, i)
	if !ok || d < 1 || d > 31 || !isOneOf(s.text, end, "日号") {
		return 0, i, false
	}
	return d, end + 1, true
}

// yearFor gives the year of a month that stands without one: that of the
// context, else the latest that does not lie after publication.
func (s *timeScanner) yearFor(y, m, d int) int {
	switch {
	case y > 0:
		return y
	case s.year > 0:
		return s.year
	case s.ref == 0:
		return 0
	}
	ry := s.ref.year()
	if dayOf(ry, m, d) > s.ref {
		return ry - 1
	}
	return ry
}

// announced bounds how many days ahead a day without a year may lie: what news announce.
const announced = 31

// yearForDay is yearFor of a day: one soon after publication is announced, not remembered.
func (s *timeScanner) yearForDay(at, y, m, d int) int {
	if y > 0 || s.year > 0 || s.ref == 0 {
		return s.yearFor(y, m, d)
	}
	y = s.yearFor(0, m, d)
	if next := dayOf(y+1, m, d); y < s.ref.year() && (next-s.ref <= announced || toBe(s.text, at)) {
		return y + 1
	}
	return y
}

// bareDay reads 26日 at the head of a clause as a day of the month of publication.
func (s *timeScanner) bareDay(i int) (timeExpr, bool) {
	d, end, ok := s.dayNumber(i)
	if !ok || s.text[end-1] != '日' || i > 0 && !isOneOf(s.text, i-1, "，。；：\n ）)月") || s.ref == 0 {
		return timeExpr{}, false
	}
	if !isOneOf(s.text, end, "，,、上下晚凌从在对召发至到") {
		return timeExpr{}, false
	}
	y, m, rd := s.ref.civil()
	if d > rd {
		if m--; m == 0 {
			y, m = y-1, 12
		}
	}
	if !validDate(y, m, d) {
		return timeExpr{}, false
	}
	s.last = dayOf(y, m, d)
	return s.ranged(timeExpr{span: span{i, end}, days: oneDay(s.last), grain: grainDay, implied: true}), true
}
