package figures

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// revised tells whether a figure says that it takes the place of an earlier one, or may be replaced.
func revised(f Figure) bool { return holds("revised", beforeClause(f)+clauseOf(f)) }

// said tells whether a figure is said of its period for certain: it is no plan,
// no comparison of two times (从2012年的… 增长到…), and of the year that it seems to be of.
func said(f Figure) bool {
	clause := clauseOf(f)
	_, rest, from := strings.Cut(clause, "从")
	return !holds("planned", clause) && !(from && strings.ContainsAny(rest, "到至")) && !yearLost(f)
}

// yearLost tells whether a figure without a year in its sentence may as well be of
// the year of publication: 一季度 in a report of April.
func yearLost(f Figure) bool {
	year, published := f.Period.To[:min(4, len(f.Period.To))], f.Published[:min(4, len(f.Published))]
	return published > year && monthDay(f.Period.To) < monthDay(f.Published) &&
		!saysYear(f.Sentence, year) && !saysYear(f.Sentence, "去年") && !saysYear(f.Sentence, "上年")
}

// saysYear tells whether a text names a year, other than to compare with it:
// 较2024年底, 由上年, 去年同期.
func saysYear(text, year string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], year)
		if i < 0 {
			return false
		}
		i += at
		at = i + len(year)
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		if !strings.ContainsRune("较比与同由和", before) && !strings.HasPrefix(text[at:], "同期") {
			return true
		}
	}
}

// samePart tells whether the sentences of two figures of a place and period name
// the same parts of the country, the same countries, and the same hours of a day.
func samePart(a, b Figure) bool {
	for _, kind := range [...]string{"within", "abroad"} {
		for _, w := range words()[kind] {
			if strings.Contains(a.Sentence, w) != strings.Contains(b.Sentence, w) {
				return false
			}
		}
	}
	return SpanOf(a.Period) != SpanDay || slices.Equal(hours(a.Sentence), hours(b.Sentence))
}

// hours gives the hours that a text names: 0 and 24 of 0时至24时.
func hours(text string) []string {
	var out []string
	for rest := text; ; {
		before, after, ok := strings.Cut(rest, "时")
		if !ok {
			return out
		}
		number := before[len(strings.TrimRight(before, "0123456789")):]
		if number != "" {
			out = append(out, number)
		}
		rest = after
	}
}
