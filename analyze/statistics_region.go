package analyze

// regionOf gives the area that a figure covers: that of a place between verb and
// figure (通报某省6名干部), of its actor, of the sentence, the paragraph, the article.
func (r *figureReader) regionOf(i int, who actor) string {
	f, g := r.figs[i], r.govs[i]
	lo, _ := r.bounds(i)
	if g.verb.len() > 0 && g.verb.start < f.start && g.verb.end > lo {
		if code := r.lastPlace(span{g.verb.end, f.start}); code != "" && !r.listsBodies(span{g.verb.end, f.start}) {
			if isOneOf(r.d.runes, f.start-1, "等") {
				code = r.commonArea(span{g.verb.end, f.start}, code)
			}
			// neither 甲市等20个市 nor 甲市的2成 is of 甲市 alone
			if _, sample := r.placeEndingAt(f.start - 1); !sample || areaDigits(code) == 0 {
				return code
			}
		}
	}
	if r.d.namesRegion(max(lo, r.d.clauseAt(f.start).start), f.start) {
		return ""
	}
	if code := r.areaItem(lo, f.start); code != "" && g.verb.end <= lo {
		return code
	}
	if r.follows(i) && r.lastRegion != "" && r.areaIn(span{r.figs[i-1].end, f.start}) == "" {
		return r.lastRegion
	}
	if r.sentenced(g) {
		if code := r.areaIn(span{r.d.paragraphs[r.d.paragraphAt(f.start)].start, r.sentence.start}); code != "" {
			return code // of the case, not of the court
		}
	}
	if who.region != "" {
		return r.deeper(who.region, span{r.sentence.start, f.start})
	}
	if r.nationwide(f.start) {
		return "000000"
	}
	if code := r.areaOfSentence(f.start); code != "" {
		return code
	}
	if u := r.personIn(span{r.sentence.start, f.start}); u != nil && areaOfUnit(u) != "" {
		return areaOfUnit(u)
	}
	if t := r.currentTopic(); t.region != "" {
		if code := r.movedTo(t.end, f.start); code != "" {
			return code
		}
		return t.region
	}
	if u := r.personIn(span{r.d.paragraphs[r.d.paragraphAt(f.start)].start, f.start}); u != nil && areaOfUnit(u) != "" {
		return areaOfUnit(u)
	}
	return r.areaAround(f.start)
}

// areaOfSentence gives the area that the sentence speaks of before i, that behind its last semicolon first.
func (r *figureReader) areaOfSentence(i int) string {
	for k := i - 1; k > r.sentence.start; k-- {
		if r.d.runes[k] == '；' {
			if code := r.areaIn(span{k + 1, i}); code != "" {
				return code
			}
			break
		}
	}
	return r.areaIn(span{r.sentence.start, i})
}

// deeper gives the one area within that of the actor that the sentence names before its figure,
// which is where it acted: 某省纪委…对某县问题…处理8人; else the actor's.
func (r *figureReader) deeper(area string, s span) string {
	found := ""
	lo, hi := r.placesIn(s)
	for i := lo; i < hi; i++ {
		p := &r.d.places[i]
		n := areaDigits(area)
		if p.relative || !r.d.endsChain(i) || len(p.code) != 6 || areaDigits(p.code) <= n || p.code[:n] != area[:n] || r.d.inUnit(p.start) {
			continue
		}
		if found != "" && found != p.code || isOneOf(r.d.runes, p.end, "、和等") {
			return area
		}
		found = p.code
	}
	if found == "" || areaDigits(area) == 0 {
		return area
	}
	return found
}

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
	for n := areaDigits(a); n > 0 && a[:n] != b[:n]; n = areaDigits(a) {
		a = a[:n-2] + "000000"[n-2:]
	}
	return a
}

// listsBodies tells whether a span lists three or more bodies, whose places say nothing of the figure behind them.
func (r *figureReader) listsBodies(s span) bool { return len(r.d.unitsIn(s)) > 2 }

// nationwide tells whether 全国 stands before a figure in its clause.
func (r *figureReader) nationwide(i int) bool {
	c := r.d.clauseAt(i)
	for k := max(c.start, r.sentence.start); k+1 < i; k++ {
		if r.d.runes[k] == '全' && r.d.runes[k+1] == '国' && !isOneOf(r.d.runes, k+2, "人政总劳") {
			return true
		}
	}
	return false
}

// follows tells whether a figure goes on with the one before it: a share, or one of 其中.
func (r *figureReader) follows(i int) bool {
	return i > 0 && (r.figs[i].num.share || r.amongBefore(i))
}

// areaAround gives the area of the paragraph, else of the article.
func (r *figureReader) areaAround(i int) string {
	p := r.d.paragraphs[r.d.paragraphAt(i)]
	if !isOneOf(r.d.runes, p.start, "“") {
		p.end = i
	}
	for end := p.end; end > p.start; {
		s := r.d.sentenceAt(end - 1)
		s.start = max(s.start, p.start)
		if code := r.areaIn(span{s.start, end}); code != "" {
			return code
		}
		end = s.start
	}
	if code := r.areaAfter(i); code != "" {
		return code
	}
	if len(r.d.tags.Regions) > 0 {
		return r.d.tags.Regions[0].Code
	}
	return ""
}

// movedTo gives the area that the text has moved to since the sentence at from: 在湖北宜昌，….
func (r *figureReader) movedTo(from, i int) string {
	if from <= r.d.paragraphs[r.d.paragraphAt(i)].start {
		return ""
	}
	for end := r.sentence.start; end > from; {
		s := r.d.sentenceAt(end - 1)
		if s.contains(from) {
			break
		}
		if isOneOf(r.d.runes, s.start, "在") {
			return r.areaIn(s)
		}
		end = s.start
	}
	return ""
}

// areaAfter gives the area in which what is counted at i stands or sets out, by the words behind it
// in its clause: 700尾鱼在某市放归.
func (r *figureReader) areaAfter(i int) string {
	text := r.d.runes
	lo, hi := r.placesIn(span{i, r.d.clauseAt(i).end})
	for ; lo < hi; lo++ {
		p := &r.d.places[lo]
		if !p.relative && isOneOf(text, r.placeChain(p.span, i).start-1, "在从") && r.d.endsChain(lo) && !isOneOf(text, p.end, "、和等与") {
			return p.code
		}
	}
	return ""
}

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
		if p.passing || p.relative || !r.d.endsChain(i) || r.titled(p.start) || r.sample(p.end) || r.corps(p.start) {
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
