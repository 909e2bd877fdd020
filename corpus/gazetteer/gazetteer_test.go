package gazetteer

import (
	"slices"
	"testing"
)

func table(tb testing.TB) *Table {
	tb.Helper()
	t, err := Load()
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

func codesOf(ds []Division) []string {
	var out []string
	for _, d := range ds {
		out = append(out, d.Code)
	}
	return out
}

func TestFind(t *testing.T) {
	tab := table(t)
	for _, c := range []struct {
		name string
		year int
		want []string
	}{
		{"浏阳市", 0, []string{"430181"}},
		{"浏阳", 2023, []string{"430181"}},
		{"云南", 0, []string{"530000"}},
		{"内蒙古", 0, []string{"150000"}},
		{"内蒙古自治区", 0, []string{"150000"}},
		{"湘西", 0, []string{"433100"}},
		{"湘西州", 0, []string{"433100"}},
		{"恩施", 0, []string{"422800", "422801"}},
		{"吉林", 0, []string{"220000", "220200"}},
		{"琼中", 0, []string{"469030"}},
		{"琼中县", 0, []string{"469030"}},
		{"仙桃", 0, []string{"429004"}},
		{"石柱", 0, []string{"500240"}},
		{"浦东新区", 0, []string{"310115"}},
		{"浦东", 0, []string{"310115"}},
		{"鄂伦春旗", 0, []string{"150723"}},
		{"襄樊", 2009, []string{"420600"}},
		{"襄樊", 2012, nil},
		{"襄阳市", 2012, []string{"420600"}},
		{"崇文区", 2008, []string{"110103"}},
		{"崇文区", 2011, nil},
		{"临平区", 2022, []string{"330113"}},
		{"临平区", 2019, nil},
		{"磁县", 0, []string{"130427"}},
		{"磁", 0, nil},
		{"台湾", 0, []string{"710000"}},
		{"没有", 0, nil},
		{"", 0, nil},
	} {
		if got := codesOf(tab.Find(c.name, c.year)); !slices.Equal(got, c.want) {
			t.Errorf("Find(%q, %d) = %v, want %v", c.name, c.year, got, c.want)
		}
	}
	if got := tab.Find("鼓楼区", 0); len(got) < 4 {
		t.Errorf("鼓楼区 means %v, want several", codesOf(got))
	}
}

func TestByCode(t *testing.T) {
	tab := table(t)
	for code, want := range map[string]string{
		"420600": "襄阳市", "110103": "崇文区", "430181": "浏阳市", "500242": "酉阳土家族苗族自治县", "659011": "新星市", "540581": "错那市",
	} {
		if d, ok := tab.ByCode(code); !ok || d.Name != want {
			t.Errorf("ByCode(%s) = %+v, want %s", code, d, want)
		}
	}
	if _, ok := tab.ByCode("999999"); ok {
		t.Error("999999 is no code")
	}
	d, _ := tab.ByCode("110103")
	if d.To != 2010 || !slices.Equal(d.Successors, []string{"110101"}) {
		t.Errorf("崇文区: %+v", d)
	}
	if h := tab.History("420600"); len(h) != 2 || h[0].Name != "襄樊市" || !slices.Equal(h[0].Successors, []string{"420600"}) {
		t.Errorf("History(420600) = %+v", h)
	}
}

func TestAncestors(t *testing.T) {
	tab := table(t)
	for code, want := range map[string][]string{
		"430181": {"430100", "430000"}, "469030": {"460000"}, "429004": {"420000"}, "500242": {"500000"},
		"110101": {"110000"}, "430000": nil, Nation: nil, "999999": nil,
	} {
		if got := tab.Ancestors(code); !slices.Equal(got, want) {
			t.Errorf("Ancestors(%s) = %v, want %v", code, got, want)
		}
	}
}

func TestFullName(t *testing.T) {
	tab := table(t)
	for code, want := range map[string]string{
		"430181": "湖南省长沙市浏阳市", "469030": "海南省琼中黎族苗族自治县", "110101": "北京市东城区", Nation: "全国", "999999": "",
	} {
		if got := tab.FullName(code); got != want {
			t.Errorf("FullName(%s) = %s, want %s", code, got, want)
		}
	}
}

func TestChildren(t *testing.T) {
	tab := table(t)
	if n := len(tab.Children(Nation)); n != 34 {
		t.Errorf("the country has %d provinces, want 34", n)
	}
	got := codesOf(tab.Children("430000"))
	if len(got) != 14 || got[0] != "430100" {
		t.Errorf("湖南 has %v, want 14 cities", got)
	}
	if slices.Contains(codesOf(tab.Children("110000")), "110103") {
		t.Error("崇文区 is still listed")
	}
}

func TestNamesAgreeWithFind(t *testing.T) {
	tab := table(t)
	n := 0
	for name, codes := range tab.Names() {
		n++
		if got := codesOf(tab.Find(name, 0)); !slices.Equal(got, codes) {
			t.Errorf("Names gives %s → %v, Find %v", name, codes, got)
		}
	}
	if n < 6000 {
		t.Errorf("only %d names", n)
	}
}

func TestZone(t *testing.T) {
	tab := table(t)
	if code, ok := tab.Zone("苏州工业园区"); !ok || code != "320500" {
		t.Errorf("苏州工业园区 lies in %q", code)
	}
	for name, code := range tab.Zones() {
		if _, ok := tab.ByCode(code); !ok {
			t.Errorf("zone %s lies in %s, which is no division", name, code)
		}
	}
}

func TestAbbreviation(t *testing.T) {
	tab := table(t)
	provinces := map[string]bool{}
	for name, code := range tab.abbr {
		if d, ok := tab.ByCode(code); !ok || d.Level != Province || len(tab.Find(name, 0)) > 0 {
			t.Errorf("%s stands for %s: %+v", name, code, d)
		}
		provinces[code] = true
	}
	if len(provinces) != 34 {
		t.Errorf("%d provinces have a one-character name, want 34", len(provinces))
	}
}

// TestTablesHoldTogether checks that every code that the table names is in it.
func TestTablesHoldTogether(t *testing.T) {
	tab := table(t)
	for _, d := range tab.rows {
		for _, c := range append([]string{d.Parent}, d.Successors...) {
			if _, ok := tab.ByCode(c); !ok && c != Nation {
				t.Errorf("%s %s: %s is no division", d.Code, d.Name, c)
			}
		}
		if (d.To != 0) != (len(d.Successors) > 0) {
			t.Errorf("%s %s: ended %d, successors %v", d.Code, d.Name, d.To, d.Successors)
		}
	}
}

func TestParseRefusesBadLines(t *testing.T) {
	for _, line := range []string{"430181\t浏阳市\n", "43\t浏阳市\t\t\t\t\t\n", "430181\t浏阳市\t\t\tx\t\t\n", "430181\t浏阳市\t\t\t\t\t\t\n"} {
		if _, err := parse(line, "", ""); err == nil {
			t.Errorf("parse took %q", line)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := parse(divisionsTSV, zonesTSV, abbreviationsTSV); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzLookups(f *testing.F) {
	for _, s := range []string{"430181", "浏阳", "江苏鼓楼", "", "\xff", "湘"} {
		f.Add(s, 2010)
	}
	tab := table(f)
	f.Fuzz(func(t *testing.T, s string, year int) {
		for _, d := range tab.Find(s, year) {
			if !d.In(year) || tab.FullName(d.Code) == "" || len(tab.Ancestors(d.Code)) >= d.Level {
				t.Errorf("Find(%q, %d) gives %+v", s, year, d)
			}
		}
		if code, err := tab.Resolve(s); err == nil && code != Nation && tab.FullName(code) == "" {
			t.Errorf("Resolve(%q) gives %s", s, code)
		}
	})
}
