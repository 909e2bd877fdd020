package analyze

// trimTail drops the function words at the end of s: what stands between a verb
// or noun and its figure (了, 共, 先后). distributed tells whether 分别 was among them.
func (d *doc) trimTail(s span) (end int, distributed bool) {
	text := d.runes
	end = s.end
	for _, w := range [...]string{"分别为", "分别是", "分别达", "分别达到", "分别有", "分别约为"} {
		if endsWith(text[s.start:end], w) {
			return d.trimDistributed(s, end-len([]rune(w)))
		}
	}
	for end > s.start {
		n := functionWord(text[s.start:end])
		if n == 0 || !d.startsToken(end-n) && isWordRune(text[end-n]) {
			break
		}
		if n == 2 && text[end-2] == '分' && text[end-1] == '别' {
			distributed = true
		}
		end -= n
	}
	return end, distributed
}

func (d *doc) trimDistributed(s span, end int) (int, bool) {
	end, _ = d.trimTail(span{s.start, end})
	return end, true
}

// functionWord gives the length of the function word that ends text, 0 where there is none.
func functionWord(text []rune) int {
	if len(text) == 0 || !functionEnds.has(text[len(text)-1]) {
		return 0
	}
	for _, w := range functionWords {
		if endsWith(text, w) {
			n := 0
			for range w {
				n++
			}
			return n
		}
	}
	return 0
}

// trimLead drops times, connectives, extents and the given mentions from the head of s.
func (d *doc) trimLead(s span) int {
	i := s.start
	for i < s.end {
		if next := d.leadAt(i, s.end); next > i {
			i = next
			continue
		}
		break
	}
	return i
}

func (d *doc) leadAt(i, end int) int {
	for _, t := range d.timesIn(span{i, i + 1}) {
		if t.start == i && t.end <= end {
			return t.end
		}
	}
	for _, m := range d.unitsIn(span{i, i + 1}) {
		if m.end <= end {
			return m.end
		}
	}
	if e := d.leadWord(i, end); e > i {
		return e
	}
	if isOneOf(d.runes, i, "全该") && isOneOf(d.runes, i+1, "镇乡村街院校局系域行") && i+2 <= end && d.startsToken(i+2) && d.startsToken(i) {
		if e, ok := wordAt(d.runes, i+1, "系统"); ok {
			return e
		}
		return i + 2
	}
	if p, ok := d.placeAt(i); ok && p.end < end {
		return p.end
	}
	return i
}

// leadWord gives where the lead word at i ends, or i.
func (d *doc) leadWord(i, end int) int {
	if i >= end || !leadStarts.has(d.runes[i]) {
		return i
	}
	for _, w := range leadWords {
		if e, ok := wordAt(d.runes[:end], i, w); ok && d.startsToken(e) && !isOneOf(d.runes, e, "性") {
			return e
		}
	}
	return i
}

// timesIn gives the times that start in s.
func (d *doc) timesIn(s span) []timeExpr {
	lo, hi := 0, len(d.times)
	for lo < hi {
		if mid := (lo + hi) / 2; d.times[mid].start < s.start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	end := lo
	for end < len(d.times) && d.times[end].start < s.end {
		end++
	}
	return d.times[lo:end]
}

// placeAt gives the place named at i.
func (d *doc) placeAt(i int) (place, bool) {
	lo, hi := 0, len(d.places)
	for lo < hi {
		if mid := (lo + hi) / 2; d.places[mid].start < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(d.places) && d.places[lo].start == i {
		return d.places[lo], true
	}
	return place{}, false
}
