package analyze

import (
	"strings"

	"jiandu/corpus"
)

// nameOf gives the canonical name of a mention.
func (u *unitFinder) nameOf(c *unitName) string {
	switch {
	case c.alone:
		return u.bodyName(c)
	case c.local != "":
		return c.local + c.rest
	case c.body >= 0:
		return c.rest
	}
	name := u.areaName(c)
	if c.rest != "委" && strings.HasPrefix(c.rest, "委") && len([]rune(name)) == 2 && strings.HasSuffix(name, "县") {
		return name + c.rest
	}
	if c.rest == "委" && len([]rune(name)) == 2 && hasSuffix(name) {
		return name + name[len(name)-len("县"):] + "委" // 蔚县县委
	}
	return name + c.rest
}

// areaName gives the name of the area that a canonical name begins with.
func (u *unitFinder) areaName(c *unitName) string {
	if c.areaName != "" && !isOrgan(c.kind) {
		return c.areaName
	}
	if full := u.fullest[c.area]; full != "" && (c.areaName != "" || hasSuffix(full)) {
		if len(full) < len(c.areaName) {
			return c.areaName
		}
		return full
	}
	if c.areaName != "" {
		return c.areaName
	}
	if v, ok := u.lex.division(c.area, u.year); ok {
		return v.Name
	}
	return string(c.kindArea)
}

// bodyName gives the name of a body with a name of its own: the entry's, or the longest term that stands in the text.
func (u *unitFinder) bodyName(c *unitName) string {
	row := u.lex.row(tableBodies, c.body)
	entry := bodyEntry(row)
	name := row[0]
	if col(row, 3) == "always" {
		name = entry
	}
	for _, h := range u.hits[tableBodies] {
		other := u.lex.row(tableBodies, h.row)
		if bodyEntry(other) == entry && len(other[0]) > len(name) && u.startsToken(h.start) {
			name = other[0]
		}
	}
	if col(row, 1) == corpus.KindDiscipline {
		name = strings.TrimSuffix(name, "机关")
	}
	return name
}

// bodyEntry gives the entry that a term of tableBodies belongs to.
func bodyEntry(row []string) string {
	if e := col(row, 2); e != "" {
		return e
	}
	return row[0]
}
