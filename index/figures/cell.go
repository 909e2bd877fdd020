package figures

import (
	"cmp"
	"slices"
)

// cellOf reduces the facts of one cell to one value.
//
// A figure of the area itself goes before figures of areas below it. Of figures
// whose periods overlap the longest stands (a cumulative figure holds its
// months), and only figures whose periods and areas do not overlap are added.
// Shares, states and undated figures are never added.
func cellOf(key string, fs []*Fact) Cell {
	c := Cell{Key: key, Reports: countGroups(fs)}
	fs = topLevel(fs)
	chosen := choose(fs)
	first := chosen[0]
	c.Span, c.Approx, c.Parts = SpanOf(first.Period), first.Approx, len(chosen)
	c.Basis, c.chosen = basisOf(chosen), chosen
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
	return c
}

func basisOf(chosen []*Fact) string {
	first := chosen[0]
	switch {
	case len(chosen) > 1:
		return BasisSum
	case first.Period == nil:
		return BasisUndated
	case !adds(first):
		return BasisLatest
	}
	return BasisReported
}

// adds tells whether a figure may be added to others: a count of a span of time.
func adds(f *Fact) bool {
	return f.Period != nil && f.Statistic.Unit != "%" && SpanOf(f.Period) != SpanDay
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
		return cmp.Or(cmp.Compare(endOf(a), endOf(b)), cmp.Compare(a.Published, b.Published), cmp.Compare(a.Value, b.Value))
	})
}

func endOf(f *Fact) string {
	if f.Period == nil {
		return ""
	}
	return f.Period.To
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
