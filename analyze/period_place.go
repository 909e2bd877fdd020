package analyze

// openingArea gives the code of the place that a paragraph or sentence begins with, 000000 where
// a national body or 全国 comes first, "" where it begins with none.
func openingArea(d *doc, p span) string {
	code, end := "", min(p.end, p.start+40)
	for i := d.placeBefore(p.start) + 1; i < len(d.places) && d.places[i].start < end; i++ {
		if l := &d.places[i]; l.start >= p.start && !l.relative && !l.passing && len(l.code) == 6 && d.endsChain(i) {
			code, end = l.code, l.start
			break
		}
	}
	if named := d.unitsIn(span{p.start, end}); len(named) > 0 && areaOfUnit(named[0].unit) == "000000" || saysNation(d.runes[p.start:end]) {
		return "000000"
	}
	return code
}

// saysNation tells whether a text speaks of all the country.
func saysNation(text []rune) bool {
	for i := range text {
		if isOneOf(text, i, "全") && isOneOf(text, i+1, "国") || isOneOf(text, i, "各") && isOneOf(text, i+1, "级地") {
			return true
		}
	}
	return false
}

// leaves tells whether a text that spoke of the area a has left it where it speaks of b: b lies
// beside a, or is a part of the country.
func leaves(a, b string) bool {
	n := min(areaDigits(a), areaDigits(b))
	return a[:n] != b[:n] || (areaDigits(a) == 0) != (areaDigits(b) == 0)
}

// areaDigits gives how many digits of a code tell the area: 2 of a province, 4 of a city, 0 of the country.
func areaDigits(code string) int {
	n := len(code)
	for n > 1 && code[n-2:n] == "00" {
		n -= 2
	}
	return n
}
