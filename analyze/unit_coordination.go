package analyze

import (
	"sort"
	"strings"

	"jiandu/corpus/gazetteer"
)

// coordinated takes apart 衡南县、祁东县、耒阳市纪委监委: the areas of a list before
// the name have bodies of the same kind. Each mention is the part that stands there.
func (u *unitFinder) coordinated(c *unitName) {
	if c.local != "" {
		u.coordinatedTowns(c)
		return
	}
	if c.areaName == "" || c.body >= 0 {
		return
	}
	var before []unitName
	for at := c.start; at > 1 && isListMark(u.runes[at-1]) && len(before) < 30; {
		p, ok := u.placeEnding(at - 1)
		if !ok || p.relative || p.code == gazetteer.Nation || level(p.code) != level(c.area) || p.passing {
			break
		}
		name := u.text(p.span)
		if u.lex.saysKind(name) != u.lex.saysKind(c.areaName) && !u.lex.saysKind(c.areaName) {
			break
		}
		each := *c
		if v, ok := u.lex.division(p.code, u.year); ok && u.lex.saysKind(c.areaName) && !u.lex.saysKind(name) {
			name = v.Name // 广东、陕西省纪委
		}
		each.span, each.area, each.areaName = p.span, p.code, name
		before = append(before, each)
		at = p.start
		for range 5 {
			up, ok := u.placeEnding(at)
			if !ok || up.relative {
				break
			}
			at = up.start
		}
	}
	for i := len(before) - 1; i >= 0; i-- {
		u.found = append(u.found, before[i])
	}
}

// coordinatedTowns takes apart 新桥镇、石桥镇纪委.
func (u *unitFinder) coordinatedTowns(c *unitName) {
	if !isOrgan(c.kind) {
		return
	}
	first := u.firstLocalFrom(c.start)
	for first > 0 && u.locals[first-1].end == c.start {
		first--
	}
	from := first
	for at := c.start; from > 0 && at > 1 && isListMark(u.runes[at-1]) && u.locals[from-1].end == at-1; from-- {
		at = u.locals[from-1].start
	}
	for ; from < first; from++ {
		l := u.locals[from]
		each := *c
		each.span, each.local = l.span, u.text(l.span)
		if l.code != "" {
			each.area = l.code
		}
		u.found = append(u.found, each)
	}
}

// firstLocalFrom gives the index of the first town or village that starts at i or after it.
func (d *doc) firstLocalFrom(i int) int {
	return sort.Search(len(d.locals), func(n int) bool { return d.locals[n].start >= i })
}

func isListMark(r rune) bool { return r == '、' || r == '和' || r == '与' || r == '及' }

// splitOrdinals takes apart 市委第一、第三巡察组: the groups of a list of numbers.
// Each mention is the part that stands there.
func (u *unitFinder) splitOrdinals(c unitName) []unitName {
	starts := u.ordinalsIn(c.span)
	if len(starts) < 2 {
		return []unitName{c}
	}
	last := u.word(starts[len(starts)-1])
	head := u.slice(last.end, c.end)
	before, _, _ := strings.Cut(c.rest, u.text(u.word(starts[0]).span))
	var all []unitName
	for i, at := range starts {
		each := c
		t := u.word(at)
		each.span, each.rest = t.span, before+u.text(t.span)+head
		if i == 0 {
			each.start = c.start
		}
		if i == len(starts)-1 {
			each.end = c.end
		}
		all = append(all, each)
	}
	return all
}

// ordinalsIn gives where the words 第一, 第二 … of a list begin in s.
func (u *unitFinder) ordinalsIn(s span) []int {
	var starts []int
	for i := s.start; i < s.end; i++ {
		if u.runes[i] != '第' || u.word(i).start != i {
			continue
		}
		if len(starts) > 0 && !isListMark(u.runes[i-1]) {
			return nil
		}
		starts = append(starts, i)
	}
	return starts
}
