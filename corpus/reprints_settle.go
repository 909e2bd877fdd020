package corpus

import (
	"database/sql"
	"slices"
)

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
