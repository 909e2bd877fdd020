package corpus

import (
	"cmp"
	"database/sql"
	"slices"
	"strings"
	"time"
)

// member is an article of a text that was looked at.
type member struct {
	Grouping
	text      int64
	added     int64
	published string
	url       string
	original  string // URL that it names as its original
	// reprint tells whether it says that it is taken from elsewhere, and length
	// how long it is; they are read when groups are known.
	reprint bool
	length  int
}

// settle makes groups of what was found, component by component, and saves what changed.
func (r *regroup) settle() error {
	texts := make([]int64, 0, len(r.seen))
	for t := range r.seen {
		texts = append(texts, t)
	}
	slices.Sort(texts)
	done := make(map[int64]bool, len(texts))
	var batch []int64
	var components [][]int64
	flush := func() error {
		err := r.settleBatch(components, batch)
		batch, components = nil, nil
		return err
	}
	for _, t := range texts {
		if done[t] {
			continue
		}
		c := r.component(t, done)
		components, batch = append(components, c), append(batch, c...)
		if len(batch) >= reprintChunk {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}

// component gives the texts that hang together with t, sorted.
func (r *regroup) component(t int64, done map[int64]bool) []int64 {
	done[t] = true
	c := []int64{t}
	for i := 0; i < len(c); i++ {
		for _, l := range r.links[c[i]] {
			if !done[l.text] {
				done[l.text] = true
				c = append(c, l.text)
			}
		}
	}
	slices.Sort(c)
	return c
}

func (r *regroup) settleBatch(components [][]int64, texts []int64) error {
	members, err := r.members(texts)
	if err != nil {
		return err
	}
	var out []Grouping
	for _, c := range components {
		groups, err := r.cluster(c, members)
		if err != nil {
			return err
		}
		for _, g := range groups {
			if len(g) > 1 {
				if err := r.readOrigin(g); err != nil {
					return err
				}
			}
			out = append(out, regrouped(g)...)
		}
	}
	r.changed += len(out)
	return r.s.SaveGroups(r.ctx, out...)
}

// members reads the articles of texts.
func (r *regroup) members(texts []int64) (map[int64][]member, error) {
	out := make(map[int64][]member, len(texts))
	const q = `SELECT r.text, r.added, a.id, a.group_id, a.lead, a.published, a.url, a.original_url
FROM json_each(?) j JOIN reprint r ON r.text = j.value JOIN article a ON a.added = r.added`
	err := r.each(q, func(rs *sql.Rows) error {
		var m member
		err := rs.Scan(&m.text, &m.added, &m.ID, &m.Group, &m.Lead, &m.published, &m.url, &m.original)
		out[m.text] = append(out[m.text], m)
		return err
	}, toJSON(texts))
	return out, err
}

// readOrigin reads what tells which article of a group was there first.
func (r *regroup) readOrigin(group []member) error {
	byAdded := map[int64]*member{}
	var added []int64
	for i := range group {
		byAdded[group[i].added] = &group[i]
		added = append(added, group[i].added)
	}
	const q = `SELECT added, length(text), substr(text, -200) FROM article WHERE added IN (SELECT value FROM json_each(?))`
	return r.each(q, func(rs *sql.Rows) error {
		var id int64
		var length int
		var end string
		err := rs.Scan(&id, &length, &end)
		if m := byAdded[id]; m != nil {
			m.length, m.reprint = length, m.original != "" || saysReprint(end)
		}
		return err
	}, toJSON(added))
}

func saysReprint(end string) bool {
	return slices.ContainsFunc([]string{"转载于", "转载自", "转自", "原文链接", "来源于网络"},
		func(s string) bool { return strings.Contains(end, s) })
}

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

// regrouped gives the groupings of the articles of a group that are not as they were.
func regrouped(group []member) []Grouping {
	lead := slices.MinFunc(group, func(a, b member) int { return leadOrder(a, b, group) })
	var out []Grouping
	for _, m := range group {
		now := Grouping{ID: m.ID, Group: lead.ID, Lead: m.ID == lead.ID}
		if now != m.Grouping {
			out = append(out, now)
		}
	}
	return out
}

// leadOrder puts first the article that another one names as its original, then
// the earliest, then one that does not say to be a reprint, then the longest.
func leadOrder(a, b member, group []member) int {
	return cmp.Or(
		-cmp.Compare(namedBy(group, a), namedBy(group, b)),
		cmp.Compare(dayOrLast(a), dayOrLast(b)),
		cmp.Compare(asInt(a.reprint), asInt(b.reprint)),
		cmp.Compare(b.length, a.length),
		cmp.Compare(a.ID, b.ID))
}

func namedBy(group []member, m member) int {
	return asInt(slices.ContainsFunc(group, func(o member) bool {
		return m.url != "" && o.ID != m.ID && withoutScheme(o.original) == withoutScheme(m.url)
	}))
}

func withoutScheme(url string) string {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return url
	}
	return strings.TrimSuffix(rest, "/")
}

func dayOrLast(m member) string { return cmp.Or(m.published, "9999") }

func asInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// finish gives articles without a text to compare a group of their own, and empties the list of work.
func (r *regroup) finish(todo []int64) error {
	for part := range slices.Chunk(todo, reprintChunk) {
		list := toJSON(part)
		ids, err := column[string](r, `SELECT a.id FROM json_each(?) j JOIN article a ON a.added = j.value
WHERE (a.group_id <> a.id OR NOT a.lead) AND NOT EXISTS (SELECT 1 FROM reprint r WHERE r.added = a.added)`, list)
		if err != nil {
			return err
		}
		var alone []Grouping
		for _, id := range ids {
			alone = append(alone, Grouping{ID: id, Group: id, Lead: true})
		}
		r.changed += len(alone)
		if err := r.s.SaveGroups(r.ctx, alone...); err != nil {
			return err
		}
		err = r.s.tx(r.ctx, func(tx *sql.Tx) error {
			_, err := tx.ExecContext(r.ctx, `DELETE FROM reprint_todo WHERE NOT saved AND added IN (SELECT value FROM json_each(?))`, list)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
