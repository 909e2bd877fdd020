package analyze

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"jiandu/corpus"
)

// merge makes one unit of all mentions of one body, into d.units and d.unitMentions.
func (u *unitFinder) merge() {
	u.sortFound()
	byKey := map[string]*unit{}
	for i := range u.found {
		c := &u.found[i]
		if c.area == "" && c.kindArea != "" && !u.unresolvedKept(c) {
			continue
		}
		key := u.key(c)
		x := byKey[key]
		if x == nil {
			if x = u.inFull(c); x != nil {
				byKey[key] = x
			}
		}
		if x == nil && (c.area == "" || c.zone) {
			x = byKey[hostedKey(u.nameOf(c))] // 某省某医院纪委 … |医院纪委
		}
		if x == nil {
			x = &unit{Unit: corpus.Unit{Name: u.nameOf(c), Kind: c.kind, Region: c.area, Host: c.host}, group: c.group, rest: c.rest}
			if x.Region == "" {
				x.Region, x.inner = cmp.Or(c.hostArea, c.inner), c.hostArea == "" && c.inner != ""
			}
			byKey[key] = x
			if c.zone || c.area == "" {
				byKey[hostedKey(x.Name)] = x
			}
			u.units = append(u.units, x)
		}
		if name := u.nameOf(c); len(name) > len(x.Name) && (c.alone || c.host != "" || x.sameOrgan(c) || u.sameDept(x, c)) {
			x.Name = name
		}
		x.Sender = u.senderOf(x, c)
		x.Mentions = append(x.Mentions, u.mention(c.span))
		u.unitMentions = append(u.unitMentions, unitMention{c.span, x})
	}
}

// hostedKey is the key of an organ of a company, a school or a hospital by its whole name,
// whether the name begins with an area or not.
func hostedKey(name string) string { return "hosted " + name }

// inFull gives the company named before of which a mention is the short name:
// 香禾公司 after 丹阳市香禾粮食有限公司, 广东省分公司 after 某某股份有限公司.
func (u *unitFinder) inFull(c *unitName) *unit {
	if c.kind != corpus.KindEnterprise || c.body >= 0 {
		return nil
	}
	core, ok := strings.CutSuffix(c.rest, "公司")
	core = strings.TrimSuffix(core, "集团")
	if !ok && !strings.HasSuffix(c.rest, "集团") || utf8.RuneCountInString(core) < 2 || utf8.RuneCountInString(core) > 6 {
		return nil
	}
	for i := len(u.units) - 1; i >= max(0, len(u.units)-mostCompared); i-- {
		x := u.units[i]
		if x.Kind == corpus.KindEnterprise && (c.area == "" || c.area == x.Region) && strings.HasSuffix(x.Name, "公司") && strings.HasPrefix(strings.TrimPrefix(x.rest, "省"), core) && len(x.rest) > len(c.rest) && strings.Count(x.rest, "公司") == 1 {
			return x
		}
	}
	return nil
}

// senderOf gives the body that sent a dispatched group: the one that its name
// begins with, else the discipline body of the host's area.
func (u *unitFinder) senderOf(x *unit, c *unitName) string {
	if c.host == "" {
		return ""
	}
	if before, _, ok := strings.Cut(x.Name, "驻"); ok && before != "" {
		return strings.TrimSuffix(before, "派")
	}
	if c.hostArea != "" {
		return u.areaName(&unitName{area: c.hostArea, kind: corpus.KindDiscipline}) + "纪委监委"
	}
	if u.year != 0 && u.year < 2018 {
		return "中央纪委" // the commissions of supervision are of 2018
	}
	return "中央纪委国家监委"
}

// sameDept tells whether a mention has a longer name for the same department of an
// area: 市人民政府 after 市政府.
func (u *unitFinder) sameDept(x *unit, c *unitName) bool {
	g := u.lex.groups[c.rest]
	return g != "" && c.rest != x.rest && g == u.lex.groups[x.rest]
}

// sameOrgan tells whether a mention has a longer name for the area's discipline body: 纪委监委 after 纪委.
func (x *unit) sameOrgan(c *unitName) bool {
	return c.rest == "纪委监委" && (x.rest == "纪委" || x.rest == "监委")
}

// unresolvedKept tells whether a name whose relative area nothing tells is kept as
// it stands: 市纪委监委, and 市委 beside it, but not what any 县委 does.
func (u *unitFinder) unresolvedKept(c *unitName) bool {
	for i := range u.found {
		if o := &u.found[i]; o.area == "" && o.kindArea == c.kindArea && supervises(o.kind) {
			return true
		}
	}
	return false
}

// key says which body a mention means.
func (u *unitFinder) key(c *unitName) string {
	switch {
	case c.host != "":
		return "驻" + c.host
	case c.alone:
		return "body " + bodyEntry(u.lex.row(tableBodies, c.body))
	case c.area != "" && c.local == "" && c.body < 0 && isOrgan(c.kind):
		return "area " + c.area + " " + u.restKey(c)
	}
	return "name " + u.nameOf(c)
}

// restKey is the part of a name after the area, with the group for its head noun where it is nothing but that.
func (u *unitFinder) restKey(c *unitName) string {
	switch c.rest {
	case "纪委", "监委", "监察委", "纪委监委", "纪律检查委员会", "监察委员会":
		return "纪委" // one body with two names
	}
	if strings.HasPrefix(c.rest, "纪委") && strings.HasSuffix(c.rest, "监委") {
		return "纪委" // 纪委区监委
	}
	if g, ok := u.lex.groups[c.rest]; ok {
		return g
	}
	return c.rest
}
