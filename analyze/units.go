package analyze

import (
	"sort"
	"strings"

	"jiandu/corpus"
)

// unit is an organisation that the article names, with its mentions by start.
type unit struct {
	corpus.Unit
	group string // of its head noun
	rest  string // the name without the area
	inner bool   // its area stands inside its name: 国家某局|某省局
}

// unitMention is one mention of a unit.
type unitMention struct {
	span
	unit *unit
}

// unitFinder finds the units of one text.
type unitFinder struct {
	*Analyzer
	*doc
	lex     *lexicon
	found   []unitName // by start, without overlaps
	fullest map[string]string
	bodies  map[string]string // the longest name that the text has for each body of tableBodies
}

// findUnits finds the organisations into d.units and d.tags.Units.
func (a *Analyzer) findUnits(d *doc) {
	u := &unitFinder{Analyzer: a, doc: d, lex: a.lex, fullest: a.lex.fullestNames(d), bodies: a.lex.longestBodies(d)}
	u.scan()
	u.findListed()
	u.findOpen()
	u.findZoneOrgans()
	u.findShortNames()
	u.nameBranches()
	u.findAliases()
	u.merge()
	u.assignRoles()
	d.tags.Units = make([]corpus.Unit, len(d.units))
	for i, x := range d.units {
		d.tags.Units[i] = x.Unit
	}
}

// scan reads names from left to right, each from its left end.
func (u *unitFinder) scan() {
	names := beginnings{doc: u.doc, bodyWords: u.bodyWords}
	for i := 0; i < len(u.runes); {
		if !names.at(i) {
			i++
			continue
		}
		c, ok := u.parse(i)
		if !ok {
			i++
			continue
		}
		if u.isByline(c) {
			i = c.end
			continue
		}
		u.withBatch(&c)
		u.coordinated(&c)
		u.found = append(u.found, u.splitOrdinals(c)...)
		i = c.end
	}
}

// withBatch takes the round and the batch that a group is of into its name: 第二轮|第三批|中央…督察组.
func (u *unitFinder) withBatch(c *unitName) {
	if c.kind != corpus.KindInspection || !strings.HasPrefix(c.rest, "中央") || c.alone {
		return
	}
	start := c.start
	for _, unit := range [...]rune{'批', '轮'} {
		i := start - 1
		if i < 0 || u.runes[i] != unit {
			continue
		}
		for i > 0 && strings.ContainsRune("一二三四五六七八九十", u.runes[i-1]) {
			i--
		}
		if i > 0 && i < start-1 && u.runes[i-1] == '第' {
			start = i - 1
		}
	}
	c.rest = u.slice(start, c.start) + c.rest
	c.start = start
}

// beginnings tells where names may begin. It is asked from left to right, and
// keeps where it is in each list.
type beginnings struct {
	*doc
	bodyWords          *trie
	body, place, local int
	clause, last       int // where the clause ends that was looked at, and the last place where a name may end in it
}

// at tells whether a name may begin at i.
func (b *beginnings) at(i int) bool {
	if relativeStarts.has(b.runes[i]) {
		return b.nameEnds(i)
	}
	if b.bodyWords.starts(b.runes, i) {
		if t := b.word(i); t.start == i && t.pos == "nt" {
			return true
		}
	}
	bodies := b.hits[tableBodies]
	for b.body < len(bodies) && bodies[b.body].start < i {
		b.body++
	}
	for b.place < len(b.places) && b.places[b.place].start < i {
		b.place++
	}
	for b.local < len(b.locals) && b.locals[b.local].start < i {
		b.local++
	}
	return b.body < len(bodies) && bodies[b.body].start == i ||
		b.place < len(b.places) && b.places[b.place].start == i ||
		b.local < len(b.locals) && b.locals[b.local].start == i
}

// relativeStarts is what names without a place by name begin with: 市纪委, 驻部纪检监察组, 中国某某公司.
var relativeStarts = newRuneSet("省市县区州盟旗镇乡街社村自驻中国全部共武华团")

// nameEnds tells whether a head noun, a body of its own or the end of a group's name stands at i or behind it
// in its clause, without which no name begins there.
func (b *beginnings) nameEnds(i int) bool {
	if i >= b.clause {
		c := b.clauseAt(i)
		b.clause, b.last = c.end, max(lastHit(b.hitsFrom(tableHeads, i), c.end), lastHit(b.hitsFrom(tableBodies, i), c.end))
		for k := c.end - 1; k > b.last && k >= i; k-- {
			switch b.runes[k] {
			case '委', '组', '办':
				b.last = k
			}
		}
	}
	return i <= b.last
}

// lastHit gives where the last of the hits before end starts, or -1.
func lastHit(hits []hit, end int) int {
	last := -1
	for _, h := range hits {
		if h.start >= end {
			break
		}
		last = h.start
	}
	return last
}

// isByline tells whether a mention credits the medium of a report or a photograph.
func (u *unitFinder) isByline(c unitName) bool {
	if c.kind != corpus.KindInstitution && c.kind != corpus.KindDiscipline {
		return false
	}
	par := u.paragraphs[u.paragraphAt(c.start)]
	return c.start == par.start && par.len() < 40 && !endsSentence(u.runes, par.end-1, par.end)
}

// placeEnding gives the place that ends at i.
func (d *doc) placeEnding(i int) (place, bool) {
	if n := d.placeBefore(i); n >= 0 && d.places[n].end == i {
		return d.places[n], true
	}
	return place{}, false
}

// localStarting gives the town or village whose name starts at i.
func (d *doc) localStarting(i int) (local, bool) {
	n := d.firstLocalFrom(i)
	if n < len(d.locals) && d.locals[n].start == i {
		return d.locals[n], true
	}
	return local{}, false
}

func (d *doc) localAt(i int) bool {
	_, ok := d.localStarting(i)
	return ok
}

// localBefore gives the last town or village of a kind that is named before i.
func (d *doc) localBefore(kind rune, i int) (local, bool) {
	last := sort.Search(len(d.locals), func(n int) bool { return d.locals[n].end > i }) - 1
	for n := last; n >= 0 && n > last-lookBack; n-- {
		if d.locals[n].kind == kind {
			return d.locals[n], true
		}
	}
	return local{}, false
}

// fullestNames gives the longest form in which the text writes each area.
func (l *lexicon) fullestNames(d *doc) map[string]string {
	names := map[string]string{}
	for _, p := range d.places {
		if p.relative {
			continue
		}
		name := d.text(p.span)
		if _, zone := l.gaz.Zone(name); !zone && len(name) > len(names[p.code]) {
			names[p.code] = name
		}
	}
	return names
}

// longestBodies gives the longest name that the text has for each body with a name of its own.
func (l *lexicon) longestBodies(d *doc) map[string]string {
	names := map[string]string{}
	for _, h := range d.hits[tableBodies] {
		row := l.row(tableBodies, h.row)
		entry := bodyEntry(row)
		name := row[0]
		if col(row, 3) == "always" {
			name = entry
		}
		if len(name) > len(names[entry]) {
			names[entry] = name
		}
	}
	return names
}

// unitsIn gives the mentions of units that start in s, by start.
func (d *doc) unitsIn(s span) []unitMention {
	from := sort.Search(len(d.unitMentions), func(i int) bool { return d.unitMentions[i].start >= s.start })
	to := from
	for to < len(d.unitMentions) && d.unitMentions[to].start < s.end {
		to++
	}
	return d.unitMentions[from:to]
}
