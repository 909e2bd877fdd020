package index

import (
	"strings"
	"time"
)

// rangeOf reads 2022, 2020..2023, 2020.. and ..2023 (years), and the same of days
// (2022-03-01), months (2022-03) and years for a field of days.
func rangeOf(field string, t termNode) (node, error) {
	from, to, ranged := strings.Cut(foldString(t.text), "..")
	if !ranged {
		to = from
	}
	n := rangeNode{field: field, col: t.col}
	var ok1, ok2 bool
	n.from, ok1 = rangeEnd(field, from, false)
	n.to, ok2 = rangeEnd(field, to, true)
	want := "a year like 2022 or years like 2020..2023"
	if field == fieldDay {
		want = "a day like 2022-03-01, a month, a year, or a range like 2022-03..2022-06"
	}
	if !ok1 || !ok2 || t.prefix || from == "" && to == "" {
		return nil, &QueryError{Column: t.col, Want: want, Got: t.text}
	}
	if n.from != "" && n.to != "" && n.from > n.to {
		return nil, &QueryError{Column: t.col, Want: "a range whose first end is not after its last", Got: t.text}
	}
	return n, nil
}

// rangeEnd checks one end of a range and fills it up to a whole value: the
// first or the last day of a month or a year.
func rangeEnd(field, s string, last bool) (string, bool) {
	s = strings.TrimSuffix(s, "年")
	if s == "" {
		return "", true
	}
	if field == fieldYear {
		_, err := time.Parse("2006", s)
		return s, err == nil
	}
	for _, f := range []struct {
		layout string
		add    func(time.Time) time.Time
	}{
		{"2006-01-02", func(t time.Time) time.Time { return t }},
		{"2006-01", func(t time.Time) time.Time { return t.AddDate(0, 1, -1) }},
		{"2006", func(t time.Time) time.Time { return t.AddDate(1, 0, -1) }},
	} {
		t, err := time.Parse(f.layout, s)
		if err != nil {
			continue
		}
		if last {
			t = f.add(t)
		}
		return t.Format("2006-01-02"), true
	}
	return "", false
}
