package analyze

// planYears reads “十四五”时期: five calendar years; the first plan began in 1953.
func (s *timeScanner) planYears(i int) (timeExpr, bool) {
	at, ok := wordAt(s.text, i, "“")
	if !ok {
		return timeExpr{}, false
	}
	at, ok = wordAt(s.text, at, "十")
	if !ok || at+2 >= len(s.text) {
		return timeExpr{}, false
	}
	n, isNumber := chineseDigit(s.text[at])
	end, ok := wordAt(s.text, at+1, "五”")
	if !ok || !isNumber || n > 5 {
		return timeExpr{}, false
	}
	for _, w := range [...]string{"时期", "期间", "以来"} {
		if e, ok := wordAt(s.text, end, w); ok {
			from := 1953 + 5*(10+n-1) + 3 // the plan of 1963 began in 1966
			p := days{yearDays(from).from, yearDays(from + 4).to}
			if w == "以来" && s.ref > 0 {
				p.to = s.ref
			}
			return timeExpr{span: span{i, e}, days: p, grain: grainYear}, true
		}
	}
	return timeExpr{}, false
}

// pastYears reads 过去一年, 近三年来, 一年来 and 这一年.
func (s *timeScanner) pastYears(i int) (timeExpr, bool) {
	at, near := i, false
	if i > 0 && isOneOf(s.text, i-1, "将最接邻附远") {
		return timeExpr{}, false
	}
	for _, w := range [...]string{"过去", "近", "最近", "这"} {
		if e, ok := wordAt(s.text, i, w); ok {
			at, near = skipBlank(s.text, e), w != "这"
			break
		}
	}
	n, end, ok := smallNumber(s.text, at)
	end = skipBlank(s.text, end)
	if !ok || n == 0 || n > 60 || end >= len(s.text) || s.text[end] != '年' || isDigit(s.text[at]) && at == i {
		return timeExpr{}, false
	}
	end++
	long := false
	for _, w := range [...]string{"多来", "来", "以来", "多以来", "间"} {
		if e, ok := wordAt(s.text, end, w); ok {
			end, long = e, w != "间"
			break
		}
	}
	if at == i && !long || !long && (isOneOf(s.text, end, "半多级度") || isOneOf(s.text, i, "近") && !isOneOf(s.text, end, "，,间")) {
		return timeExpr{}, false
	}
	return s.yearsBack(span{i, end}, n, near), true
}

// pastMonths reads 两个月来, 半年多来 and 近三个月来.
func (s *timeScanner) pastMonths(i int) (timeExpr, bool) {
	at, n := i, 0
	near, ok := wordAt(s.text, i, "近")
	if ok {
		at = near
	} else if i > 0 && isOneOf(s.text, i-1, "将最接邻附远") {
		return timeExpr{}, false
	}
	if e, half := wordAt(s.text, at, "半年"); half {
		at, n = e, 6
	} else if n, at, ok = smallNumber(s.text, at); !ok || !isOneOf(s.text, at, "个") {
		return timeExpr{}, false
	} else if at, ok = wordAt(s.text, skipOne(s.text, at+1, "多"), "月"); !ok {
		return timeExpr{}, false
	}
	at = skipOne(s.text, skipOne(s.text, at, "多"), "以")
	if !isOneOf(s.text, at, "来") {
		return timeExpr{}, false
	}
	t := timeExpr{span: span{i, at + 1}, grain: grainNone}
	if near > i && s.ref > 0 && n < 60 {
		y, m, d := s.ref.civil()
		t.days, t.grain, t.cumulative = days{dayOf(y-5, m+60-n, d), s.ref}, grainOpen, true
	}
	return t, true
}

// skipOne gives the position behind one of the runes of set at i, else i.
func skipOne(text []rune, i int, set string) int {
	if isOneOf(text, i, set) {
		return i + 1
	}
	return i
}

// yearsBack gives the n years before publication. One year reviewed in the first
// months of the next is the calendar year before.
func (s *timeScanner) yearsBack(at span, n int, near bool) timeExpr {
	t := timeExpr{span: at, grain: grainNone}
	if s.ref == 0 {
		return t
	}
	y, m, d := s.ref.civil()
	if n == 1 && m <= 3 {
		t.days, t.grain = yearDays(y-1), grainYear
		return t
	}
	if near {
		t.days, t.grain, t.cumulative = days{dayOf(y-n, m, d), s.ref}, grainOpen, true
	}
	return t
}
