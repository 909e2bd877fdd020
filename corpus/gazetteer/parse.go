package gazetteer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// parse reads the embedded tables. Lines that begin with # are comments.
func parse(divisions, zones, abbreviations string) (*Table, error) {
	t := &Table{
		rows: make([]Division, 0, 4500), byCode: make(map[string]span, 4000), byName: make(map[string][]int32, 9000),
		zones: pairs(zones), abbr: pairs(abbreviations), children: make(map[string][]string, 500),
	}
	n := 0
	for line := range strings.Lines(divisions) {
		n++
		if line[0] == '#' {
			continue
		}
		if err := t.addLine(strings.TrimSuffix(line, "\n")); err != nil {
			return nil, fmt.Errorf("gazetteer: divisions.tsv, line %d: %w", n, err)
		}
	}
	t.link()
	return t, nil
}

// pairs reads lines of name and code.
func pairs(tsv string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(tsv) {
		if name, code, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); ok && line[0] != '#' {
			out[name] = code
		}
	}
	return out
}

// addLine reads: code, name, short name, other names, from, to, successors.
func (t *Table) addLine(line string) error {
	var f [7]string
	for i := range f {
		var more bool
		if f[i], line, more = strings.Cut(line, "\t"); more != (i < len(f)-1) {
			return fmt.Errorf("want %d columns", len(f))
		}
	}
	d := Division{Code: f[0], Name: f[1], Short: f[2], Level: level(f[0])}
	var err1, err2 error
	d.From, err1 = year(f[4])
	d.To, err2 = year(f[5])
	if len(d.Code) != 6 || err1 != nil || err2 != nil {
		return fmt.Errorf("bad code %q or years %q, %q", f[0], f[4], f[5])
	}
	if f[6] != "" {
		d.Successors = strings.Split(f[6], ",")
	}
	t.add(d, f[3])
	return nil
}

func (t *Table) add(d Division, others string) {
	i := int32(len(t.rows))
	t.rows = append(t.rows, d)
	s, ok := t.byCode[d.Code]
	if !ok {
		s.from = i
	}
	s.to = i + 1
	t.byCode[d.Code] = s
	t.byName[d.Name] = append(t.byName[d.Name], i)
	if d.Short != "" && d.Short != d.Name {
		t.byName[d.Short] = append(t.byName[d.Short], i)
	}
	for others != "" {
		var name string
		name, others, _ = strings.Cut(others, ",")
		t.byName[name] = append(t.byName[name], i)
	}
}

// link finds the parents and puts the rows of each name in the order that Find promises.
func (t *Table) link() {
	for i := range t.rows {
		d := &t.rows[i]
		d.Parent = t.parent(d.Code, d.Level)
		if c := t.children[d.Parent]; len(c) == 0 || c[len(c)-1] != d.Code {
			t.children[d.Parent] = append(c, d.Code)
		}
	}
	for _, rows := range t.byName {
		if len(rows) > 1 {
			slices.SortStableFunc(rows, func(a, b int32) int { return t.rows[a].Level - t.rows[b].Level })
		}
	}
}

// parent is the city of a county's code where there is one, else the province:
// municipalities, 469030 and the like stand right under it.
func (t *Table) parent(code string, lv int) string {
	switch lv {
	case Province:
		return Nation
	case County:
		city := code[:4] + "00"
		if _, ok := t.byCode[city]; ok {
			return city
		}
	}
	return code[:2] + "0000"
}

func level(code string) int {
	switch {
	case strings.HasSuffix(code, "0000"):
		return Province
	case strings.HasSuffix(code, "00"):
		return City
	}
	return County
}

func year(s string) (int, error) {
	if s == "" {
		return 0, nil
	}
	return strconv.Atoi(s)
}
