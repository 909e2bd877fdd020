package analyze

import (
	"sort"

	"jiandu/corpus"
)

// merge makes one unit of all mentions of one body, into d.units and d.unitMentions.
func (u *unitFinder) merge() {
	sort.SliceStable(u.found, func(i, j int) bool { return u.found[i].start < u.found[j].start })
	byKey := map[string]*unit{}
	for i := range u.found {
		c := &u.found[i]
		key := u.key(c)
		x := byKey[key]
		if x == nil {
			x = &unit{Unit: corpus.Unit{Name: u.nameOf(c), Kind: c.kind, Region: c.area, Host: c.host}, group: c.group, rest: c.rest}
			byKey[key] = x
			u.units = append(u.units, x)
		}
		if name := u.nameOf(c); len(name) > len(x.Name) && (c.alone || c.host != "") {
			x.Name = name
		}
		x.Mentions = append(x.Mentions, u.mention(c.span))
		u.unitMentions = append(u.unitMentions, unitMention{c.span, x})
	}
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
	if g, ok := u.lex.groups[c.rest]; ok {
		return g
	}
	return c.rest
}

func (u *unitFinder) assignRoles() {}
