package analyze

import (
	"slices"
	"strings"
)

// resolve decides what each name means. Names with one meaning come first: they
// tell what the others mean.
func (f *placeFinder) resolve() {
	for _, m := range f.maybes {
		if len(m.codes) == 1 && !m.weak && !m.minor {
			f.know(m.codes[0])
		}
	}
	for i, m := range f.maybes {
		code, others := f.decide(i)
		if code == "" || m.weak && f.known[code] == 0 || m.minor && !f.knowsAbove(code) {
			continue
		}
		p := place{span: m.span, code: code, ambiguous: others, passing: f.isPassing(m.start)}
		if n := len(f.places); n > 0 && f.places[n-1].passing && f.listed(f.places[n-1].end, p.start) {
			p.passing = true
		}
		f.places = append(f.places, p)
		if len(m.codes) > 1 && len(others) == 0 {
			f.know(code)
		}
	}
}

// knowsAbove tells whether the article names the county or what is above it.
func (f *placeFinder) knowsAbove(code string) bool {
	if f.known[code] > 0 {
		return true
	}
	return slices.ContainsFunc(f.lex.gaz.Ancestors(code), func(above string) bool { return f.known[above] > 0 })
}

// decide picks a meaning: by the name right before, the name right after, what
// the article names besides, and rank. Where several meanings of one rank
// remain, others holds those not picked.
func (f *placeFinder) decide(i int) (code string, others []string) {
	codes, name := f.maybes[i].codes, f.text(f.maybes[i].span)
	if len(codes) == 1 {
		return codes[0], nil
	}
	defer func() {
		if len(others) == 0 {
			f.meant[name] = code
		}
	}()
	if n := len(f.places); n > 0 && f.places[n-1].end == f.maybes[i].start {
		if in := f.keep(codes, func(c string) bool { return f.isBelow(c, f.places[n-1].code) }); len(in) == 1 {
			return in[0], nil
		}
	}
	if i+1 < len(f.maybes) && f.maybes[i+1].start == f.maybes[i].end {
		next := f.maybes[i+1].codes
		if over := f.keep(codes, func(c string) bool { return f.below(next, []string{c}) }); len(over) == 1 {
			return over[0], nil
		}
	}
	if level(codes[0]) == 1 {
		return codes[0], nil // 海南 the province before 海南 the prefecture, 吉林 before 吉林 the city
	}
	if before := f.meant[name]; before != "" {
		return before, nil
	}
	best := f.bestKnown(codes)
	if !f.lex.saysKind(name) {
		best = f.withoutDistricts(best)
	}
	if len(best) == 1 {
		return best[0], nil
	}
	if level(best[0]) < level(best[1]) {
		return best[0], nil // 吉林 the province before 吉林 the city
	}
	same := f.keep(best, func(c string) bool { return level(c) == level(best[0]) })
	return same[0], same[1:]
}

// withoutDistricts leaves the districts out of what a short name may mean, unless all are: a
// city or a county is called by its short name, a district seldom.
func (f *placeFinder) withoutDistricts(codes []string) []string {
	kept := f.keep(codes, func(c string) bool {
		v, ok := f.lex.division(c, f.year)
		return !ok || !strings.HasSuffix(v.Name, "区")
	})
	if len(kept) == 0 {
		return codes
	}
	return kept
}

// bestKnown keeps the codes that the article speaks most of, by the areas above them or by themselves.
func (f *placeFinder) bestKnown(codes []string) []string {
	best, most := codes, 0
	for _, c := range codes {
		n := 4 * f.known[c]
		for _, above := range f.lex.gaz.Ancestors(c) {
			n = max(n, f.known[above])
		}
		switch {
		case n > most:
			best, most = []string{c}, n
		case n == most && n > 0:
			best = append(best, c)
		}
	}
	return best
}

func (f *placeFinder) keep(codes []string, ok func(string) bool) []string {
	var kept []string
	for _, c := range codes {
		if ok(c) {
			kept = append(kept, c)
		}
	}
	return kept
}

func (f *placeFinder) isBelow(code, area string) bool {
	return slices.Contains(f.lex.gaz.Ancestors(code), area)
}

// listed tells whether nothing, or a mark of a list, stands between two names.
func (d *doc) listed(end, start int) bool {
	return end == start || end+1 == start && isListMark(d.runes[end])
}

// isPassing tells whether people only went to the place that starts at i.
func (f *placeFinder) isPassing(i int) bool {
	if i == 0 || f.runes[i-1] == '\n' {
		return false
	}
	switch f.text(f.word(i - 1).span) {
	case "赴", "到", "去", "前往", "往", "飞往", "抵达", "途经", "来自", "飞赴", "奔赴", "逃往", "潜逃",
		"新华社", "中新社", "中新网", "本报": // 新华社北京5月10日电
		return true
	}
	return false
}

// level gives 1 for a province, 2 for a city and 3 for a county.
func level(code string) int {
	switch {
	case len(code) != 6:
		return 0
	case code[2:] == "0000":
		return 1
	case code[4:] == "00":
		return 2
	}
	return 3
}
