package analyze

// namesRegion tells whether a span names a part of the country that has no code: 西南地区, 长江中下游.
func (d *doc) namesRegion(lo, hi int) bool {
	for i := lo; i+2 < hi; i++ {
		if !isOneOf(d.runes, i, "东西南北华中长珠黄") {
			continue
		}
		for _, w := range [...]string{"长江中下游", "长三角", "珠三角", "黄淮海"} {
			if _, ok := wordAt(d.runes[:hi], i, w); ok {
				return true
			}
		}
		if e, ok := wordAt(d.runes[:hi], i+2, "地区"); ok && isOneOf(d.runes, i+1, "东西南北中部") && !isOneOf(d.runes, e, "的") {
			return true
		}
	}
	return false
}

// areaItem gives the area that is all that stands before a figure: 甲省17个、乙省13个; "" where there is more.
func (r *figureReader) areaItem(lo, figure int) string {
	if noun := r.nounBefore(lo, figure); noun.len() > 0 && r.onlyNames(noun) {
		return r.lastPlace(span{lo, figure})
	}
	return ""
}

// commonArea gives the area that holds all that a list names: 甲省某公司、乙省某公司等36家.
func (r *figureReader) commonArea(s span, code string) string {
	lo, hi := r.placesIn(s)
	for i := lo; i < hi; i++ {
		p := &r.d.places[i]
		if p.relative || p.passing || len(p.code) != 6 || len(code) != 6 {
			continue
		}
		code = commonCode(code, p.code)
	}
	return code
}

// commonCode gives the smallest area that holds two, b where a is none.
func commonCode(a, b string) string {
	if a == "" {
		return b
	}
	for n := areaDigits(a); n > 1 && a[:n] != b[:n]; n = areaDigits(a) {
		a = a[:n-2] + "000000"[n-2:]
	}
	return a
}

// listsBodies tells whether a span lists three or more bodies, whose places say nothing of the figure behind them.
func (r *figureReader) listsBodies(s span) bool { return len(r.d.unitsIn(s)) > 2 }

// areaIn gives the area that a span speaks of: the last that acts in it, else the
// area of its first body, else the first place.
func (r *figureReader) areaIn(s span) string {
	first, acting := "", ""
	item := "" // 甲省17个、乙省13个
	lo, hi := r.placesIn(s)
	if code := r.listedAreas(lo, hi); code != "" {
		return code
	}
	itemised := r.itemised(lo, hi)
	for i := lo; i < hi; i++ {
		p := &r.d.places[i]
		if p.passing || p.relative || !r.d.endsChain(i) || r.titled(p.start) || r.sample(p.end) || r.corps(p.start) || isOneOf(r.d.runes, p.start-1, "在") && r.d.inTime(p.start) {
			continue
		}
		if itemised && r.counts(p) {
			item = commonCode(item, p.code)
			continue
		}
		if first == "" {
			first = p.code
		}
		if r.d.acts(i) && !r.d.inUnit(p.start) {
			acting = p.code
		}
	}
	if acting != "" {
		return acting
	}
	for _, m := range r.d.unitsIn(s) {
		if m.unit.Region != "" && m.unit.Region != "000000" && !r.titled(m.start) && !r.corps(m.start) {
			return m.unit.Region
		}
	}
	if first == "" {
		return item
	}
	return first
}

// inTime tells whether a position lies in the words of a time: 从2016年在河北试点至今.
func (d *doc) inTime(i int) bool {
	for _, t := range d.timesIn(span{max(0, i-40), i}) {
		if t.end > i {
			return true
		}
	}
	return false
}

// corps tells whether the corps of Xinjiang at i is only named beside all the provinces: 31个省区市和新疆生产建设兵团.
func (r *figureReader) corps(i int) bool {
	if !isOneOf(r.d.runes, i-1, "和及与") {
		return false
	}
	_, ok := wordAt(r.d.runes, i, "新疆生产建设兵团")
	return ok
}

// sample tells whether the place that ends at i is only one of those counted: 甲市、乙市等20个市.
func (r *figureReader) sample(i int) bool {
	for range maxListed {
		next, ok := r.d.placeAt(i + 1)
		if !ok || !isOneOf(r.d.runes, i, "、和") {
			break
		}
		i = next.end
	}
	return isOneOf(r.d.runes, i, "等") && i+1 < len(r.d.runes) && startsNumeral(r.d.runes[i+1])
}

// itemised tells whether several places stand before a count each: 甲省17个、乙省13个.
func (r *figureReader) itemised(lo, hi int) bool {
	n := 0
	for i := lo; i < hi && n < 2; i++ {
		if r.counts(&r.d.places[i]) {
			n++
		}
	}
	return n > 1
}

// counts tells whether a number follows a place.
func (r *figureReader) counts(p *place) bool {
	return p.end < len(r.d.runes) && len(p.code) == 6 && startsNumeral(r.d.runes[p.end])
}

// listedAreas gives the area that holds a list of three or more: 吉林、浙江、山东…, "" for no list.
func (r *figureReader) listedAreas(lo, hi int) string {
	n, common := 1, ""
	for i := lo + 1; i < hi; i++ {
		a, b := r.d.places[i-1], r.d.places[i]
		if b.start != a.end+1 || !isOneOf(r.d.runes, a.end, "、和") || len(a.code) != 6 || len(b.code) != 6 {
			n, common = 1, ""
			continue
		}
		if n++; n == 2 {
			common = a.code[:2]
		}
		if common != b.code[:2] {
			common = "00"
		}
		if n >= 3 && (i+1 == hi || r.d.places[i+1].start != b.end+1) {
			return common + "0000"
		}
	}
	return ""
}

// placesIn gives the indexes of the places that start in s.
func (r *figureReader) placesIn(s span) (lo, hi int) {
	lo = r.d.placeBefore(s.start) + 1
	for hi = lo; hi < len(r.d.places) && r.d.places[hi].start < s.end; hi++ {
		if r.d.places[hi].start < s.start {
			lo = hi + 1
		}
	}
	return lo, hi
}

// titled tells whether a position lies inside 《》.
func (r *figureReader) titled(i int) bool {
	for k := i - 1; k >= max(0, i-30); k-- {
		switch r.d.runes[k] {
		case '《':
			return true
		case '》', '\n', '。':
			return false
		}
	}
	return false
}

// lastPlace gives the code of the last place named in s.
func (r *figureReader) lastPlace(s span) string {
	code := ""
	lo, hi := r.placesIn(s)
	for i := lo; i < hi; i++ {
		if p := &r.d.places[i]; !p.relative && p.end <= s.end && !p.passing {
			code = p.code
		}
	}
	return code
}
