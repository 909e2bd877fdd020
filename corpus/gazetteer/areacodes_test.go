package gazetteer

import (
	"encoding/csv"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jiandu/corpus/corpustest"
)

// areacode is a row of the independent list that the table is checked against.
type areacode struct {
	name     string
	from, to int
	heirs    []string
}

// readAreacodes gives the rows of each code, oldest first.
func readAreacodes(t *testing.T) map[string][]areacode {
	t.Helper()
	f, err := os.Open(corpustest.Shared(t, "data/regions/areacodes.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]areacode{}
	for _, r := range rows[1:] {
		a := areacode{name: r[3]}
		a.from, _ = strconv.Atoi(r[6])
		a.to, _ = strconv.Atoi(r[7])
		for _, h := range strings.Split(r[8], ";") {
			if h, _, split := strings.Cut(h, "["); h != "" && !split {
				a.heirs = append(a.heirs, h)
			}
		}
		out[r[0]] = append(out[r[0]], a)
	}
	for _, as := range out {
		slices.SortFunc(as, func(a, b areacode) int { return a.from - b.from })
	}
	return out
}

// differences are the codes on which the table and the list may differ, and why.
var differences = map[string]string{
	"232761": "a district of the Daxing'anling administration: has statistical codes, is no division by law",
	"232762": "as 232761", "232763": "as 232761", "232764": "as 232761",
	"632857": "an administrative committee, counted as a county by the statistical codes",
	"620925": "the standard numbered 安西县 620922 in all its revisions",
	"469031": "the standard numbered the islands one by one between 2012 and 2020",
	"469032": "as 469031", "469033": "as 469031",
}

func TestCurrentDivisions(t *testing.T) {
	tab := table(t)
	list := readAreacodes(t)
	for code, as := range list {
		a := as[len(as)-1]
		d, ok := tab.ByCode(code)
		if a.to == 0 && (!ok || d.To != 0 || d.Name != a.name) {
			t.Errorf("%s %s is in force; the table has %+v", code, a.name, d)
		}
	}
	for _, d := range tab.rows {
		checkFrom(t, tab, d, list[d.Code])
		as := list[d.Code]
		if d.To == 0 && (len(as) == 0 || as[len(as)-1].to != 0) && differences[d.Code] == "" {
			t.Errorf("%s %s (from %d) is in force here, and not in the list", d.Code, d.Name, d.From)
		}
	}
}

// checkFrom checks the first year of a name in force, to one year; it may be
// earlier where the area only got another number.
func checkFrom(t *testing.T, tab *Table, d Division, as []areacode) {
	t.Helper()
	i := slices.IndexFunc(as, func(a areacode) bool { return a.name == d.Name })
	if i >= 0 && d.To == 0 && as[i].from > 2003 && (d.From < as[i].from-1 && !renumbered(tab, d) || d.From > as[i].from+1) {
		t.Errorf("%s %s began in %d; here in %d", d.Code, d.Name, as[i].from, d.From)
	}
}

func renumbered(tab *Table, d Division) bool {
	return slices.ContainsFunc(tab.rows, func(o Division) bool {
		return o.Name == d.Name && o.Code != d.Code && slices.Contains(o.Successors, d.Code)
	})
}

// TestFormerDivisions checks what ended since 2004: the year to one year, and
// that one of the successors is the same.
func TestFormerDivisions(t *testing.T) {
	tab := table(t)
	for code, as := range readAreacodes(t) {
		for i, a := range as {
			onlyCityRenamed := i+1 < len(as) && as[i+1].name == a.name
			if a.to < 2004 || onlyCityRenamed || differences[code] != "" {
				continue
			}
			checkFormer(t, tab, code, a)
		}
	}
}

func checkFormer(t *testing.T, tab *Table, code string, a areacode) {
	t.Helper()
	h := tab.History(code)
	i := slices.IndexFunc(h, func(d Division) bool { return d.Name == a.name })
	if i < 0 {
		t.Errorf("%s %s (%d to %d) is missing", code, a.name, a.from, a.to)
		return
	}
	if d := h[i]; d.To < a.to-1 || d.To > a.to+1 {
		t.Errorf("%s %s ended in %d; here in %d", code, a.name, a.to, d.To)
	}
	heirs := h[i].Successors
	for _, c := range heirs { // one more step, where the standard numbered twice
		if d, ok := tab.ByCode(c); ok {
			heirs = append(heirs, d.Successors...)
		}
	}
	if len(a.heirs) > 0 && !slices.ContainsFunc(a.heirs, func(c string) bool { return slices.Contains(heirs, c) }) {
		t.Errorf("%s %s went into %v; here %v", code, a.name, a.heirs, heirs)
	}
}
