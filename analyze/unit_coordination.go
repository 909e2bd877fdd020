package analyze

import "jiandu/corpus/gazetteer"

// coordinated takes apart 衡南县、祁东县、耒阳市纪委监委: the areas of a list before
// the name have bodies of the same kind. Each mention is the part that stands there.
func (u *unitFinder) coordinated(c *unitName) {
	if c.areaName == "" || c.local != "" || c.body >= 0 {
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

func isListMark(r rune) bool { return r == '、' || r == '和' || r == '与' || r == '及' }
