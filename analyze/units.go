package analyze

import "jiandu/corpus"

// unit is an organisation that the article names, with its mentions by start.
type unit struct {
	corpus.Unit
}

// findUnits finds the organisations into d.units and d.tags.Units.
func (a *Analyzer) findUnits(d *doc) {}

// unitsIn gives the units that have a mention starting in s, each with that mention.
func (d *doc) unitsIn(s span) []unitMention {
	i := indexFrom(d.unitMentions, s.start)
	j := i
	for j < len(d.unitMentions) && d.unitMentions[j].start < s.end {
		j++
	}
	return d.unitMentions[i:j]
}

// unitMention is one mention of a unit.
type unitMention struct {
	span
	unit *unit
}

// indexFrom gives the index of the first mention that starts at or after i.
func indexFrom(m []unitMention, i int) int {
	n := 0
	for n < len(m) && m[n].start < i {
		n++
	}
	return n
}
