package index

import (
	"errors"
	"strings"
	"testing"
)

func TestQueryErrors(t *testing.T) {
	for _, tt := range []struct {
		query  string
		column int
		want   string
	}{
		{"(粮食", 4, "a closing bracket for the one in column 1"},
		{"粮食）", 3, "a word, a phrase or the end"},
		{"粮食 AND", 7, "a word or a phrase"},
		{"粮食 OR OR 食堂", 7, "a word or a phrase"},
		{"AND 粮食", 1, "a word or a phrase"},
		{"粮食 -", 5, "a word or a phrase"},
		{"()", 2, "a word or a phrase"},
		{"监督 “粮食", 7, "a closing ” for the one in column 4"},
		{`""`, 1, "a phrase between the marks"},
		{`"粮食"*`, 5, "no star after a phrase"},
		{"粮*食", 2, "a star only at the end"},
		{"年份:去年", 4, "a year like 2022"},
		{"年份:2023..2020", 4, "a range whose first end"},
		{"日期:2022-13-01", 4, "a day like"},
		{"单位:", 4, "a value after the colon"},
		{"autor:张", 1, "one of 主题/theme"},
		{"地区:火星", 4, "the name of a province"},
		{"主题:不明", 4, "a theme: grain 粮食购销"},
		{strings.Repeat("(", 200) + "粮食", 101, "fewer brackets"},
	} {
		_, err := parseQuery(tt.query)
		if err == nil {
			_, err = compileForTest(t, tt.query)
		}
		var q *QueryError
		if !errors.As(err, &q) {
			t.Errorf("%s: %v", tt.query, err)
			continue
		}
		if q.Column != tt.column || !strings.HasPrefix(q.Want, tt.want) {
			t.Errorf("%s: column %d, want %q; expected %d, %q", tt.query, q.Column, q.Want, tt.column, tt.want)
		}
	}
}

func compileForTest(t *testing.T, query string) (matcher, error) {
	n, err := parseQuery(query)
	if err != nil {
		return nil, err
	}
	areas := mustAreas(t)
	c := compiler{
		dict: &dictionary{docs: 1, memo: &memo{}}, plan: &plan{score: map[string]float64{}, pairs: map[string]float64{}},
		names: names{areas, map[string]string{"grain": "粮食购销"}},
	}
	return c.node(n)
}

// FuzzParseQuery states: a query is understood, or its mistake has a place in it.
func FuzzParseQuery(f *testing.F) {
	for _, q := range []string{"粮食", "“四责”协同 -食堂", "(a OR b) AND NOT 标题:\"c d\"", "年份:2020..2023", "単位：纪*", "日期:2022-03..", "\\\"", "「『』」"} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, q string) {
		_, err := parseQuery(q)
		var qe *QueryError
		if err != nil && (!errors.As(err, &qe) || qe.Column < 1 || qe.Column > len([]rune(q))+1) {
			t.Errorf("%q: %v", q, err)
		}
	})
}

// FuzzFold states: folding twice changes nothing, every character has its place,
// and stored texts fold alike.
func FuzzFold(f *testing.F) {
	for _, s := range []string{"監察ＡＢＣ１２３", "“四责”协同", "a b c", "①㎡…——", "e\u0301tat", "𠮷野", "\xff\xfe"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a := fold(s)
		if n := len([]rune(a.text)); n != len(a.from) {
			t.Errorf("%q: %d characters, %d places", s, n, len(a.from))
		}
		if foldString(a.text) != a.text {
			t.Errorf("%q folds to %q and then to %q", s, a.text, foldString(a.text))
		}
		if a.text != "" && !newFinder(a.text).in(encodeText(s), new(folder)) {
			t.Errorf("%q is not found in itself", s)
		}
	})
}
