package analyze

import (
	"strings"

	"jiandu/corpus"
)

// nameOf gives the canonical name of a mention.
func (u *unitFinder) nameOf(c *unitName) string {
	switch {
	case c.alone:
		return u.lex.bodyName(c.body)
	case c.prefix != "":
		return c.prefix + c.rest
	case c.host != "" && c.dispatchedAt == c.start:
		return "驻" + c.host + u.slice(u.hostEnd(c), c.end)
	case c.local != "":
		return c.local + c.rest
	case c.body >= 0:
		return u.bodyPartName(c)
	}
	if c.group == leagueHead.group && c.rest == "委" {
		committee := *c
		committee.kind, committee.group = corpus.KindParty, weiHead.group
		return "共青团" + u.nameOf(&committee)
	}
	name := u.areaName(c)
	if c.rest != "委" && strings.HasPrefix(c.rest, "委") && len([]rune(name)) == 2 && strings.HasSuffix(name, "县") {
		return name + c.rest
	}
	if c.rest == "委" && len([]rune(name)) == 2 && u.lex.saysKind(name) {
		return name + name[len(name)-len("县"):] + "委" // 蔚县县委
	}
	return name + c.rest
}

// bodyPartName gives the name of a part of a body, under the longest name that the
// text has for the body: 国家卫健委|某某中心 is that of 国家卫生健康委.
func (u *unitFinder) bodyPartName(c *unitName) string {
	row := u.lex.row(tableBodies, c.body)
	if part, ok := strings.CutPrefix(c.rest, row[0]); ok && part != "" && c.kind != corpus.KindEnterprise && col(row, 1) != corpus.KindDiscipline {
		return u.bodies[bodyEntry(row)] + part
	}
	return c.rest
}

// areaName gives the name of the area that a canonical name begins with.
func (u *unitFinder) areaName(c *unitName) string {
	if c.areaName != "" && (!isOrgan(c.kind) || c.zone) {
		return c.areaName
	}
	if full := u.fullest[c.area]; full != "" && (c.areaName != "" || u.lex.saysKind(full)) {
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

// hostEnd gives where the host of a dispatched group ends.
func (u *unitFinder) hostEnd(c *unitName) int {
	for _, w := range dispatchedHeads {
		if strings.HasSuffix(u.text(c.span), w) {
			return c.end - len([]rune(w))
		}
	}
	return c.end
}

// bodyName gives the name that a term of tableBodies stands for, if no longer one of the same body stands in the text.
func (l *lexicon) bodyName(row int) string {
	cols := l.row(tableBodies, row)
	if col(cols, 3) == "always" {
		return bodyEntry(cols)
	}
	if col(cols, 1) == corpus.KindDiscipline {
		return strings.TrimSuffix(cols[0], "机关")
	}
	return cols[0]
}

// bodyEntry gives the entry that a term of tableBodies belongs to.
func bodyEntry(row []string) string {
	if e := col(row, 2); e != "" {
		return e
	}
	return row[0]
}
