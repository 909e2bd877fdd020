// Package gazetteer answers the question "which area is meant by this name, or
// this code, in this year?".
//
// It holds the divisions of the country at and above the county since 2002, with
// the years of their names, under their GB/T 2260 codes. The table is generated
// (see gen) and embedded. It keeps no towns and no villages.
package gazetteer

import (
	_ "embed"
	"iter"
	"slices"
	"sync"
)

//go:generate go run ./gen -packages "$NODE_MODULES"

// Nation is the code of the whole country.
const Nation = "000000"

// Levels of divisions.
const (
	Province = 1
	City     = 2 // and prefectures, leagues, autonomous prefectures
	County   = 3 // and districts, banners, county-level cities
)

// Division is an area under one of its names. A code whose name changed has one
// Division for each name.
type Division struct {
	Code   string // GB/T 2260, six digits
	Name   string // 浏阳市
	Short  string // 浏阳; "" where it would have one character (磁县)
	Level  int    // Province, City or County
	Parent string // code of the area above; Nation for provinces
	// From and To are the years in which the name was in force, both inclusive: the
	// year of a change belongs to both names. From 0 is before 2003, To 0 is still.
	From, To int
	// Successors are the codes of the areas that it went into, where To is not 0; its
	// own code where only the name changed.
	Successors []string
}

// In tells whether the name was in force at some time of the year; every one was in year 0.
func (d Division) In(year int) bool {
	return year == 0 || (d.From == 0 || year >= d.From) && (d.To == 0 || year <= d.To)
}

// Table is the gazetteer. It does not change and is safe for concurrent use.
type Table struct {
	rows     []Division          // sorted by code, then by age, the name in force last
	byCode   map[string]span     // rows of a code
	byName   map[string][]int32  // rows of a full name, a short name or another name
	zones    map[string]string   // name of a zone without a code of its own → code of the area that holds it
	abbr     map[string]string   // one-character name of a province → its code
	children map[string][]string // codes under a code, sorted
}

type span struct{ from, to int32 }

//go:embed divisions.tsv
var divisionsTSV string

//go:embed zones.tsv
var zonesTSV string

//go:embed abbreviations.tsv
var abbreviationsTSV string

var load = sync.OnceValues(func() (*Table, error) { return parse(divisionsTSV, zonesTSV, abbreviationsTSV) })

// Load gives the embedded table. It parses it the first time, which takes a few milliseconds.
func Load() (*Table, error) { return load() }

// ByCode gives the division of a code under its name in force, or under its last one.
func (t *Table) ByCode(code string) (Division, bool) {
	s, ok := t.byCode[code]
	if !ok {
		return Division{}, false
	}
	return t.rows[s.to-1], true
}

// History gives a division under each of its names, oldest first.
func (t *Table) History(code string) []Division {
	s := t.byCode[code]
	return t.rows[s.from:s.to:s.to]
}

// Find gives the divisions that the name, full or short, meant in the year (0:
// in any year), one for each code, provinces first, then cities, then counties,
// by code. Several mean that the name is ambiguous; a division is left out where
// its successor has the name too.
func (t *Table) Find(name string, year int) []Division {
	var out []Division
	for _, i := range t.byName[name] {
		if t.rows[i].In(year) {
			out = append(out, t.rows[i])
		}
	}
	if len(out) < 2 {
		return out
	}
	return slices.DeleteFunc(out, func(d Division) bool { return replaced(d, out) })
}

// replaced tells whether a division has gone into one of the others, or has a later name among them.
func replaced(d Division, others []Division) bool {
	return slices.ContainsFunc(others, func(o Division) bool {
		if o.Code == d.Code {
			return o.Name != d.Name && d.To != 0 && (o.To == 0 || o.To > d.To)
		}
		return slices.Contains(d.Successors, o.Code)
	})
}

// Zone gives the code of the area in which a well-known development zone or new
// area lies that has no code of its own (苏州工业园区 → 320500).
func (t *Table) Zone(name string) (code string, ok bool) {
	code, ok = t.zones[name]
	return code, ok
}

// Zones gives the names that Zone knows with their codes, in no order.
func (t *Table) Zones() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for name, code := range t.zones {
			if !yield(name, code) {
				return
			}
		}
	}
}

// Abbreviation gives the code of a province from its one-character name: 湘 → 430000.
// Find does not know these names.
func (t *Table) Abbreviation(name string) (code string, ok bool) {
	code, ok = t.abbr[name]
	return code, ok
}

// Ancestors gives the codes above a code, nearest first, without the country:
// 430181 → 430100, 430000; 469030 → 460000; 110101 → 110000.
func (t *Table) Ancestors(code string) []string {
	var out []string
	d, ok := t.ByCode(code)
	for ok && d.Parent != Nation {
		out = append(out, d.Parent)
		d, ok = t.ByCode(d.Parent)
	}
	return out
}

// Children gives the divisions right under a code that are in force, by code.
func (t *Table) Children(code string) []Division {
	var out []Division
	for _, c := range t.children[code] {
		if d, ok := t.ByCode(c); ok && d.To == 0 {
			out = append(out, d)
		}
	}
	return out
}

// FullName gives the name with those of the areas above (湖南省长沙市浏阳市), 全国
// for Nation, and "" for an unknown code.
func (t *Table) FullName(code string) string {
	if code == Nation {
		return "全国"
	}
	d, ok := t.ByCode(code)
	if !ok {
		return ""
	}
	if d.Parent == Nation {
		return d.Name
	}
	return t.FullName(d.Parent) + d.Name
}

// Names gives every full, short and other name of the table with the codes that
// it means or meant, in no order; the codes are as in Find with year 0.
func (t *Table) Names() iter.Seq2[string, []string] {
	return func(yield func(string, []string) bool) {
		for name := range t.byName {
			var codes []string
			for _, d := range t.Find(name, 0) {
				codes = append(codes, d.Code)
			}
			if !yield(name, codes) {
				return
			}
		}
	}
}
