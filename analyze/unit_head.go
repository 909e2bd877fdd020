package analyze

import (
	"fmt"
	"strings"
)

// headClass says what the name of a unit needs before its head noun.
type headClass int

const (
	classBody    headClass = iota // an organ of an area or of another body: 纪委
	classDept                     // a department of an area: 审计局
	classOffice                   // an office or a group inside a body: 党风政风监督室
	classTail                     // goes with any body: 办公室
	classOpen                     // needs modifiers, a place or a body: 公司
	classChild                    // a part of a body, before the post of who leads it: 处
	classVillage                  // of a village or a community: 村委会
)

var headClassNames = map[string]headClass{
	"body": classBody, "dept": classDept, "office": classOffice, "tail": classTail, "open": classOpen, "child": classChild, "village": classVillage,
}

// head is a head noun of units.
type head struct {
	term  string
	kind  string
	class headClass
	group string // heads of one group in one area are one body
	long  int    // characters
}

// readHeads reads the rows of tableHeads.
func (l *lexicon) readHeads() error {
	l.groups = map[string]string{}
	for _, row := range l.tables[tableHeads].rows {
		c, ok := headClassNames[col(row, 2)]
		if !ok {
			return fmt.Errorf("table heads: %q: unknown class %q", row[0], col(row, 2))
		}
		h := head{term: row[0], kind: col(row, 1), class: c, group: col(row, 3), long: len([]rune(row[0]))}
		if h.group == "" {
			h.group = h.term
		}
		l.heads = append(l.heads, h)
		l.groups[h.term] = h.group
	}
	return nil
}

// hitsAt gives the hits of a table that start at i, shorter first.
func (d *doc) hitsAt(t tableID, i int) []hit {
	from := d.hitsFrom(t, i)
	end := 0
	for end < len(from) && from[end].start == i {
		end++
	}
	return from[:end]
}

// hitsFrom gives the hits of a table that start at i or behind it, by start, shorter first.
func (d *doc) hitsFrom(t tableID, i int) []hit {
	hits := d.hits[t]
	lo, hi := 0, len(hits)
	for lo < hi {
		if mid := (lo + hi) / 2; hits[mid].start < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return hits[lo:]
}

// headFollows tells whether a head noun stands behind i in its clause.
func (d *doc) headFollows(i int) bool {
	hits := d.hitsFrom(tableHeads, i)
	return len(hits) > 0 && hits[0].start < d.clauseAt(i).end
}

// endsName tells whether a head noun that ends at i may end a name there: at the
// end of a word, or before the title of the one who leads the body (局|长).
func (d *doc) endsName(i int, h *head) bool {
	if d.startsToken(i) {
		return true
	}
	switch d.runes[i] {
	case '长', '书', '原', '主', '副', '党', '班', '机':
		return true
	}
	if i > 0 && i+1 < len(d.runes) && d.runes[i] == d.runes[i-1] && d.runes[i+1] == '长' {
		return true // 促进局|局长
	}
	return h.class != classOpen && h.long >= 2 && !strings.ContainsRune("代性员织", d.runes[i])
}
