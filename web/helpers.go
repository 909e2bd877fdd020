package web

import (
	"html/template"
	"math"
	"strconv"
	"strings"
	"time"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
	"jiandu/index/figures"
)

// helpers are the functions that templates call.
func helpers(words catalogue, details detailTable, lang string, static staticFiles, places *gazetteer.Table) template.FuncMap {
	return template.FuncMap{
		"t":      func(key string, args ...any) string { return words.say(lang, key, args...) },
		"name":   func(group, value string) string { return words.name(lang, group, value) },
		"static": func(file string) string { return static.prefix + file },
		"place":  func(code string) string { return placeName(places, code) },
		"full":   places.FullName,
		"number": func(v float64) string { return valueText(lang, v) },
		"count":  func(n int) string { return groupDigits(float64(n)) },
		"period": func(p *corpus.Period) string { return periodName(words, lang, p) },
		"lang":   func() string { return lang },
		"tabs":   func() []tab { return tabs },
		"bys":    func() []string { return []string{figures.ByYear, figures.ByMonth, figures.ByProvince, figures.ByCity} },
		"detail": func(text string) string { return details.say(lang, text) },
		"stamp":  func(t time.Time) string { return t.UTC().Format("2006-01-02 15:04 UTC") },
	}
}

// tab is an entry of the navigation.
type tab struct{ Name, Path string }

var tabs = []tab{{"search", "/"}, {"figures", "/figures"}, {"measures", "/measures"}, {"sources", "/sources"}}

// placeName gives the short way to say an area: its own name, or the code when unknown.
func placeName(places *gazetteer.Table, code string) string {
	if code == gazetteer.Nation {
		return places.FullName(code)
	}
	if d, ok := places.ByCode(code); ok {
		return d.Name
	}
	return code
}

// valueText writes a value for people: in Chinese, what is 亿 or more in 亿.
func valueText(lang string, v float64) string {
	if lang == chinese && math.Abs(v) >= 1e8 {
		return groupDigits(v/1e8) + "亿"
	}
	return groupDigits(v)
}

// groupDigits writes 1234567.5 as 1,234,567.5.
func groupDigits(v float64) string {
	text := strconv.FormatFloat(math.Abs(v), 'f', -1, 64)
	whole, frac, hasFrac := strings.Cut(text, ".")
	var b strings.Builder
	if v < 0 {
		b.WriteByte('-')
	}
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	if hasFrac {
		b.WriteString("." + frac)
	}
	return b.String()
}

// periodName says a period as people do: a year, a half, a quarter, a month, a day, else both days.
func periodName(words catalogue, lang string, p *corpus.Period) string {
	if p == nil {
		return ""
	}
	from, errFrom := time.Parse(time.DateOnly, p.From)
	to, errTo := time.Parse(time.DateOnly, p.To)
	if errFrom != nil || errTo != nil {
		return p.From + " – " + p.To
	}
	months := 0
	if from.Day() == 1 && to.AddDate(0, 0, 1).Day() == 1 && from.Year() == to.Year() {
		months = int(to.Month()-from.Month()) + 1
	}
	switch {
	case p.From == p.To:
		return p.From
	case months == 12:
		return words.say(lang, "period.year", from.Year())
	case months == 6 && from.Month()%6 == 1:
		return words.say(lang, "period.half"+strconv.Itoa(int(from.Month())/6+1), from.Year())
	case months == 3 && from.Month()%3 == 1:
		return words.say(lang, "period.quarter", from.Year(), int(from.Month())/3+1)
	case months == 1:
		return words.say(lang, "period.month", from.Year(), int(from.Month()))
	case months > 1:
		return words.say(lang, "period.months", from.Year(), int(from.Month()), int(to.Month()))
	}
	return p.From + " – " + p.To
}
