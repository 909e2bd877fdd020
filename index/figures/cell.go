package figures

import (
	"cmp"
	"slices"
	"strings"

	"jiandu/corpus"
)

// cellOf reduces the facts of one cell to one value.
//
// A figure of the area itself goes before figures of areas below it. Of figures
// whose periods overlap the longest stands (a cumulative figure holds its
// months), and only figures whose periods and areas do not overlap are added.
// Shares, states and undated figures are never added. What counts from before
// the cell's year is left out, unless there is nothing else. A cell of an area
// holds the figures of its latest year only.
func cellOf(key, by string, fs []*Fact) Cell {
	c := Cell{Key: key, Reports: countGroups(fs)}
	fs = topLevel(within(fs))
	if by == ByProvince || by == ByCity {
		fs = latestYear(fs)
		c.below = areaPrefix(key) != areaPrefix(fs[0].Region)
	}
	chosen := choose(fs)
	first := chosen[0]
	c.Span, c.Approx, c.Parts = SpanOf(first.Period), first.Approx, len(chosen)
	c.chosen = chosen
	for _, f := range chosen {
		c.Value += f.Value
		c.Rests = append(c.Rests, f.Figure)
		if f.Approx != c.Approx {
			c.Approx = "about"
		}
		if f.Period != nil {
			c.From = minDay(c.From, f.Period.From)
			c.To = max(c.To, f.Period.To)
		}
	}
	c.Basis, c.Gaps = c.basis(), gaps(chosen)
	c.Also = rest(fs, chosen)
	return c
}

// gaps tells whether there are days between the periods of figures, in the order of their time.
func gaps(chosen []*Fact) bool {
	for i := 1; i < len(chosen); i++ {
		if days(corpus.Period{From: chosen[i-1].Period.To, To: chosen[i].Period.From}) > 2 {
			return true
		}
	}
	return false
}

func (c *Cell) basis() string {
	first := c.chosen[0]
	switch {
	case c.below:
		return BasisBelow
	case len(c.chosen) > 1:
		return BasisSum
	case first.early():
		return BasisEarly
	case first.Period == nil:
		return BasisUndated
	case first.older() && first.Statistic.Unit != "%":
		return BasisAsOf
	case !adds(first):
		return BasisLatest
	}
	return BasisReported
}

// within leaves out what counts from before the year, and what was said before
// its period was over, where something else is there.
func within(fs []*Fact) []*Fact {
	for _, leave := range []func(*Fact) bool{(*Fact).older, (*Fact).early} {
		if in := slices.DeleteFunc(slices.Clone(fs), leave); len(in) > 0 {
			fs = in
		}
	}
	return fs
}

// early tells whether a fact was published before its period was over: it is a
// plan, a forecast or an intermediate state.
func (f *Fact) early() bool { return f.Period != nil && f.Published != "" && f.Published < f.Period.To }

// older tells whether a fact counts up to a day since a start that is not given.
func (f *Fact) older() bool {
	span := SpanOf(f.Period)
	return f.since && (span == SpanDay || span == SpanMonth)
}

// latestYear keeps the facts whose period ends in the latest year of all; the
// undated ones where there are no others.
func latestYear(fs []*Fact) []*Fact {
	last := ""
	for _, f := range fs {
		last = max(last, endDay(f.Figure))
	}
	year := last[:min(4, len(last))]
	return slices.DeleteFunc(slices.Clone(fs), func(f *Fact) bool { return !strings.HasPrefix(endDay(f.Figure), year) || year == "" && f.Period != nil })
}

// rest gives the facts of the same area and period as one that was chosen: they
// count something else, or contradict it.
func rest(fs, chosen []*Fact) []Figure {
	var out []Figure
	for _, f := range fs {
		if f.Period == nil || slices.Contains(chosen, f) {
			continue
		}
		for _, c := range chosen {
			if c.Period != nil && *c.Period == *f.Period && c.Region == f.Region && !roundsTo(c.Figure, f.Figure) && !roundsTo(f.Figure, c.Figure) {
				out = append(out, f.Figure)
				break
			}
		}
	}
	return out
}

// adds tells whether a figure may be added to others: a count of a span of time.
func adds(f *Fact) bool {
	return f.Period != nil && f.Statistic.Unit != "%" && SpanOf(f.Period) != SpanDay && !f.older()
}

// topLevel keeps the facts of the highest area level among them.
func topLevel(fs []*Fact) []*Fact {
	least := 7
	for _, f := range fs {
		least = min(least, len(areaPrefix(f.Region)))
	}
	return slices.DeleteFunc(slices.Clone(fs), func(f *Fact) bool { return len(areaPrefix(f.Region)) > least })
}

// choose gives the facts whose sum is the cell's value; never none.
func choose(fs []*Fact) []*Fact {
	var spans []*Fact
	for _, f := range fs {
		if adds(f) {
			spans = append(spans, f)
		}
	}
	if len(spans) == 0 {
		return []*Fact{latest(fs)}
	}
	slices.SortStableFunc(spans, func(a, b *Fact) int {
		return cmp.Or(days(*b.Period)-days(*a.Period), len(b.Seen)-len(a.Seen), cmp.Compare(b.Value, a.Value))
	})
	var chosen []*Fact
	for _, f := range spans {
		if !slices.ContainsFunc(chosen, func(c *Fact) bool { return c.Region == f.Region && overlap(*c.Period, *f.Period) }) {
			chosen = append(chosen, f)
		}
	}
	slices.SortStableFunc(chosen, func(a, b *Fact) int { return cmp.Compare(a.Period.From, b.Period.From) })
	return chosen
}

// latest prefers dated facts, then those published last.
func latest(fs []*Fact) *Fact {
	return slices.MaxFunc(fs, func(a, b *Fact) int {
		return cmp.Or(cmp.Compare(endDay(a.Figure), endDay(b.Figure)), cmp.Compare(a.Published, b.Published), cmp.Compare(a.Value, b.Value))
	})
}

func countGroups(fs []*Fact) int {
	groups := map[string]bool{}
	for _, f := range fs {
		for _, s := range f.Seen {
			groups[s.Group] = true
		}
	}
	return len(groups)
}

func minDay(a, b string) string {
	if a == "" || b < a {
		return b
	}
	return a
}
