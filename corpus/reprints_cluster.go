package corpus

import (
	"cmp"
	"slices"
	"time"
)

// cluster makes groups of the articles of a component. It joins what is most
// alike first, and never what contradicts: two notices with other figures stay
// apart even when a cut text stands in both.
func (r *regroup) cluster(texts []int64, members map[int64][]member) ([][]member, error) {
	var clusters []*cluster
	for _, t := range texts {
		clusters = append(clusters, byDate(members[t])...)
	}
	if len(texts) > 1 {
		prints, err := r.fingerprints(texts)
		if err != nil {
			return nil, err
		}
		join(clusters, r.edges(clusters), prints)
	}
	var out [][]member
	for _, c := range clusters {
		if c.into == nil {
			out = append(out, c.members)
		}
	}
	return out, nil
}

// cluster is a set of articles that are reprints of each other.
type cluster struct {
	members     []member
	texts       []int64
	first, last time.Time // zero where no article shows its day
	into        *cluster  // the cluster that it was joined to
}

func (c *cluster) root() *cluster {
	for c.into != nil {
		c = c.into
	}
	return c
}

// byDate makes clusters of the articles of one text: one, or several where half a
// year and more lies between them. Those without a day go with the first.
func byDate(ms []member) []*cluster {
	slices.SortFunc(ms, func(a, b member) int { return cmp.Or(cmp.Compare(a.published, b.published), cmp.Compare(a.ID, b.ID)) })
	var out []*cluster
	for _, m := range ms {
		day, err := time.Parse(time.DateOnly, m.published)
		n := len(out)
		if n == 0 || err == nil && !out[n-1].last.IsZero() && day.Sub(out[n-1].last) > maxReprintDays*24*time.Hour {
			out = append(out, &cluster{texts: []int64{m.text}})
			n++
		}
		c := out[n-1]
		c.members = append(c.members, m)
		if err == nil {
			c.last = day
			if c.first.IsZero() {
				c.first = day
			}
		}
	}
	return out
}

// edge joins two clusters.
type edge struct {
	a, b        *cluster
	containment float64
}

// edges gives the pairs of clusters whose texts resemble each other, most alike first.
func (r *regroup) edges(clusters []*cluster) []edge {
	byText := map[int64][]*cluster{}
	for _, c := range clusters {
		byText[c.texts[0]] = append(byText[c.texts[0]], c)
	}
	var out []edge
	for _, a := range clusters {
		for _, l := range r.links[a.texts[0]] {
			for _, b := range byText[l.text] {
				if a.texts[0] < l.text && !(l.cut != 0 && grew(a, b, l.cut)) {
					out = append(out, edge{a, b, l.containment})
				}
			}
		}
	}
	slices.SortFunc(out, func(x, y edge) int {
		return cmp.Or(cmp.Compare(y.containment, x.containment), cmp.Compare(x.a.texts[0], y.a.texts[0]), cmp.Compare(x.b.texts[0], y.b.texts[0]),
			x.a.first.Compare(y.a.first), x.b.first.Compare(y.b.first))
	})
	return slices.Compact(out)
}

// grew tells whether of two texts the one that is cut came first: then the other
// is a later report that takes it up, no reprint.
func grew(a, b *cluster, cut int64) bool {
	if a.texts[0] != cut {
		a, b = b, a
	}
	return !b.first.IsZero() && a.first.Before(b.first)
}

// join joins clusters along edges, wherever the two do not contradict.
func join(clusters []*cluster, edges []edge, prints map[int64]*fingerprint) {
	for _, e := range edges {
		a, b := e.a.root(), e.b.root()
		if a != b && closeInTime(a, b) && !contradict(a, b, prints) {
			a.absorb(b)
		}
	}
}

func (c *cluster) absorb(o *cluster) {
	o.into = c
	c.members = append(c.members, o.members...)
	c.texts = append(c.texts, o.texts...)
	if c.first.IsZero() || !o.first.IsZero() && o.first.Before(c.first) {
		c.first = o.first
	}
	if o.last.After(c.last) {
		c.last = o.last
	}
}

func closeInTime(a, b *cluster) bool {
	const most = maxReprintDays * 24 * time.Hour
	return a.first.IsZero() || b.first.IsZero() || a.first.Sub(b.last) <= most && b.first.Sub(a.last) <= most
}

func contradict(a, b *cluster, prints map[int64]*fingerprint) bool {
	for _, x := range a.texts {
		for _, y := range b.texts {
			if prints[x].contradicts(prints[y]) {
				return true
			}
		}
	}
	return false
}
