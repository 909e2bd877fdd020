package web

import (
	"testing"

	"jiandu/corpus"
)

func TestValueText(t *testing.T) {
	for _, c := range []struct {
		lang string
		v    float64
		want string
	}{
		{chinese, 0, "0"}, {chinese, 1234567, "1,234,567"}, {chinese, 82.3, "82.3"}, {chinese, 33e9, "330亿"}, {english, 33e9, "33,000,000,000"}, {english, -1234.5, "-1,234.5"},
	} {
		if got := valueText(c.lang, c.v); got != c.want {
			t.Errorf("%v in %s: %q, want %q", c.v, c.lang, got, c.want)
		}
	}
}

func TestPeriodName(t *testing.T) {
	words, err := loadCatalogue()
	must(t, err)
	for _, c := range []struct{ from, to, want string }{
		{"2022-01-01", "2022-12-31", "2022年"},
		{"2022-01-01", "2022-06-30", "2022年上半年"},
		{"2022-07-01", "2022-12-31", "2022年下半年"},
		{"2022-04-01", "2022-06-30", "2022年第2季度"},
		{"2020-02-01", "2020-02-29", "2020年2月"},
		{"2022-01-01", "2022-07-31", "2022年1—7月"},
		{"2022-03-04", "2022-03-04", "2022-03-04"},
		{"2022-01-01", "2022-07-10", "2022-01-01 – 2022-07-10"},
		{"bad", "worse", "bad – worse"},
	} {
		if got := periodName(words, chinese, &corpus.Period{From: c.from, To: c.to}); got != c.want {
			t.Errorf("%s to %s: %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

// The first bar's value never reaches over the scale.
func TestNiceUpper(t *testing.T) {
	for _, v := range []float64{0.3, 1, 7, 9.9, 10, 1949, 250200, 3.3e10} {
		if u := niceUpper(v); u < v || u > 2.01*v {
			t.Errorf("scale of %v ends at %v", v, u)
		}
	}
}
