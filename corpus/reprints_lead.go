package corpus

import (
	"cmp"
	"database/sql"
	"slices"
	"strings"
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
		cmp.Compare(a.url, b.url),
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
