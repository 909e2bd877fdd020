package analyze

import "slices"

// maxListed bounds how many names of a list are read.
const maxListed = 12

// eachOf gives the one of a list who acts in figure i, where the clause gives each its own:
// 甲县、乙县分别退还1万元和2万元.
func (r *figureReader) eachOf(i int) (actor, bool) {
	c := r.d.clauseAt(r.figs[i].start)
	first, n := i, 1
	for first > 0 && r.figs[first-1].start >= c.start {
		first--
		n++
	}
	for k := i + 1; k < len(r.figs) && r.figs[k].start < c.end; k++ {
		n++
	}
	if n < 2 || n > maxListed {
		return actor{}, false
	}
	at := r.severally(max(c.start, r.sentence.start), r.figs[first].start)
	if at < 0 {
		return actor{}, false
	}
	names := r.namesBefore(at, max(c.start, r.sentence.start), n)
	if at == c.start && at > r.sentence.start {
		names = r.namesOpening(r.d.clauseAt(at-1), n) // 甲县、乙县开展检查，分别发现3个和5个
	}
	if len(names) != n {
		return actor{}, false
	}
	return r.named(names[n-1-(i-first)]), true
}

// namesOpening gives the bodies and places of the list that a clause begins with, the last first.
func (r *figureReader) namesOpening(c span, most int) []span {
	var names []span
	for i := r.d.trimTimes(max(c.start, r.sentence.start), c.end); len(names) <= most; {
		a, ok := r.bodyAt(i)
		if !ok {
			return nil
		}
		names = append(names, a.span)
		if !isOneOf(r.d.runes, a.end, "、和及") {
			break
		}
		i = a.end + 1
	}
	slices.Reverse(names)
	return names
}

// trimTimes gives the position behind the times that a span begins with.
func (d *doc) trimTimes(i, end int) int {
	for _, t := range d.timesIn(span{i, end}) {
		if t.start > i+2 {
			break
		}
		i = skipOne(d.runes, t.end, "，,")
	}
	return i
}

// severally gives the position of 分别 in a span, without the count of those before it (两省分别); -1 for none.
func (r *figureReader) severally(lo, hi int) int {
	text := r.d.runes
	for i := lo; i+1 < hi; i++ {
		if text[i] != '分' || text[i+1] != '别' {
			continue
		}
		if _, number := chineseDigit(runeAt(text, max(lo, i-2))); number && isOneOf(text, i-1, "省市县区地州家") {
			return i - 2
		}
		return i
	}
	return -1
}

// namesBefore gives the bodies and places of the list that ends at a position, the last first.
func (r *figureReader) namesBefore(end, from, most int) []span {
	var names []span
	for len(names) <= most {
		start := r.nameEndingAt(end, from)
		if start < 0 {
			return nil
		}
		names = append(names, span{start, end})
		start = r.placeChain(span{start, end}, from).start
		if start <= from || !isOneOf(r.d.runes, start-1, "、和及") {
			return names
		}
		end = start - 1
	}
	return nil
}

// named gives the body or place that a span names.
func (r *figureReader) named(s span) actor {
	for _, m := range r.d.unitsIn(span{s.start, s.start + 1}) {
		if m.end == s.end {
			return actor{span: s, name: m.unit.Name, region: areaOfUnit(m.unit)}
		}
	}
	a := actor{span: s, name: r.d.text(s)}
	if p, ok := r.placeEndingAt(s.end); ok {
		a.region = p.code
	}
	return a
}
