package analyze

import (
	"strconv"

	"jiandu/corpus"
)

// day is a day of the Gregorian calendar, counted from 0000-03-01. The zero
// value stands for none.
type day int

// dayOf gives the day of a date; months beyond 12 and days beyond the month carry over.
// The arithmetic is that of Howard Hinnant's days_from_civil.
func dayOf(y, m, d int) day {
	y, m = y+(m-1)/12, (m-1)%12+1
	if m <= 2 {
		y--
	}
	yoe := y % 400
	doy := (153*((m+9)%12)+2)/5 + d - 1
	return day(y/400*146097 + yoe*365 + yoe/4 - yoe/100 + doy)
}

// civil gives year, month and day of month.
func (d day) civil() (y, m, dd int) {
	era, doe := int(d)/146097, int(d)%146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	dd, m, y = doy-(153*mp+2)/5+1, mp+3, yoe+era*400
	if m > 12 {
		m -= 12
		y++
	}
	return y, m, dd
}

func (d day) year() int {
	y, _, _ := d.civil()
	return y
}

// weekday counts from Monday, 0, to Sunday, 6: 0000-03-01 was a Wednesday.
func (d day) weekday() int { return (int(d) + 2) % 7 }

func (d day) month() int {
	_, m, _ := d.civil()
	return m
}

// String gives YYYY-MM-DD.
func (d day) String() string {
	y, m, dd := d.civil()
	b := make([]byte, 0, 10)
	for _, p := range [...]struct{ v, min int }{{y, 1000}, {m, 10}, {dd, 10}} {
		if len(b) > 0 {
			b = append(b, '-')
		}
		for f := p.min; f > p.v && f > 1; f /= 10 {
			b = append(b, '0')
		}
		b = strconv.AppendInt(b, int64(p.v), 10)
	}
	return string(b)
}

// parseDay reads YYYY-MM-DD; 0 where s is something else.
func parseDay(s string) day {
	if len(s) < 10 || s[4] != '-' || s[7] != '-' {
		return 0
	}
	y, err1 := strconv.Atoi(s[:4])
	m, err2 := strconv.Atoi(s[5:7])
	d, err3 := strconv.Atoi(s[8:10])
	if err1 != nil || err2 != nil || err3 != nil || !validDate(y, m, d) {
		return 0
	}
	return dayOf(y, m, d)
}

func validDate(y, m, d int) bool {
	return y >= 1000 && y <= 9999 && m >= 1 && m <= 12 && d >= 1 && dayOf(y, m, d) < dayOf(y, m+1, 1)
}

// days is a stretch of days, both inclusive.
type days struct{ from, to day }

func yearDays(y int) days        { return days{dayOf(y, 1, 1), dayOf(y, 12, 31)} }
func monthsOf(y, m, to int) days { return days{dayOf(y, m, 1), dayOf(y, to+1, 1) - 1} }
func oneDay(d day) days          { return days{d, d} }
func (p days) period() *corpus.Period {
	if p.from == 0 || p.to < p.from {
		return nil
	}
	return &corpus.Period{From: p.from.String(), To: p.to.String()}
}
