package figures

import (
	"strings"
	"time"

	"jiandu/corpus"
)

// Kinds of spans that a figure covers.
const (
	SpanYear    = "year"    // a calendar year
	SpanHalf    = "half"    // January to June, or July to December
	SpanMonth   = "month"   // a calendar month
	SpanDay     = "day"     // one day: a state, or an event
	SpanToDate  = "to-date" // from 1 January to some later day of the year
	SpanPeriod  = "period"  // anything else
	SpanUndated = "undated"
)

// SpanOf says what kind of span a period is; nil is SpanUndated.
func SpanOf(p *corpus.Period) string {
	if p == nil {
		return SpanUndated
	}
	year := strings.HasPrefix(p.To, p.From[:min(4, len(p.From))])
	from, to := monthDay(p.From), monthDay(p.To)
	switch {
	case p.From == p.To:
		return SpanDay
	case !year:
		return SpanPeriod
	case from == "01-01" && to == "12-31":
		return SpanYear
	case from == "01-01" && to == "06-30", from == "07-01" && to == "12-31":
		return SpanHalf
	case isMonth(*p):
		return SpanMonth
	case from == "01-01":
		return SpanToDate
	}
	return SpanPeriod
}

func monthDay(day string) string {
	if len(day) < 10 {
		return ""
	}
	return day[5:]
}

func isMonth(p corpus.Period) bool {
	from, err1 := time.Parse(time.DateOnly, p.From)
	to, err2 := time.Parse(time.DateOnly, p.To)
	return err1 == nil && err2 == nil && from.Day() == 1 && from.AddDate(0, 1, -1).Equal(to)
}

func overlap(a, b corpus.Period) bool { return a.From <= b.To && b.From <= a.To }

// days gives the length of a period in days, both ends counted; 0 when it is no period.
func days(p corpus.Period) int {
	from, err1 := time.Parse(time.DateOnly, p.From)
	to, err2 := time.Parse(time.DateOnly, p.To)
	if err1 != nil || err2 != nil {
		return 0
	}
	return int(to.Sub(from).Hours()/24) + 1
}
