package analyze

import (
	"math"
	"strings"

	"jiandu/corpus"
)

// Kinds of checks.
const (
	CheckParts = "parts" // the parts of a total (其中…) do not exceed it, and add up to it where they say so
	CheckShare = "share" // a percentage agrees with the two figures that it is taken of
)

// Check is something that a careful reader would compare in one article.
type Check struct {
	Kind  string
	Total int   // index of the figure that is divided
	Parts []int // indexes of its parts; of a share: the part, then the percentage
	// Low and High bound what the parts (or, of a share, part and total) make of
	// the stated figure, as rounding intervals: 23.6万 stands for 235500 to 236500.
	Low, High float64
	Agrees    bool
}

// CheckArticle compares the figures of one article with one another: parts against
// totals and percentages, within a sentence and the sentence that goes on with 其中.
// text is the article's, stats are its figures in the order of the text, with
// offsets in code points. It gives what it compared, in the order of the text.
func CheckArticle(text string, stats []corpus.Statistic) []Check {
	runes := []rune(text)
	var out []Check
	for i := range stats {
		if parts := partsOf(runes, stats, i); len(parts) > 0 {
			out = append(out, checkParts(stats, i, parts))
		}
		if i >= 2 && stats[i].Unit == "%" {
			if c, ok := checkShare(runes, stats, i); ok {
				out = append(out, c)
			}
		}
	}
	return out
}

// partsOf gives the figures behind 其中 that are parts of figure i: of its unit, and smaller than
// twice it, up to the end of the sentence.
func partsOf(text []rune, stats []corpus.Statistic, i int) []int {
	if i+1 >= len(stats) || !strings.Contains(between(text, stats[i], stats[i+1]), "其中") {
		return nil
	}
	var parts []int
	end := stats[i+1].SentenceEnd
	for k := i + 1; k < len(stats) && stats[k].Start < end; k++ {
		gap := between(text, stats[k-1], stats[k])
		if stats[k].Unit != stats[i].Unit || k > i+1 && strings.ContainsAny(gap, "；;。") {
			break
		}
		if k > i+1 && strings.Contains(gap, "其中") {
			break
		}
		parts = append(parts, k)
	}
	return parts
}

func between(text []rune, a, b corpus.Statistic) string {
	if a.End > b.Start || b.Start > len(text) {
		return ""
	}
	return string(text[a.End:b.Start])
}

// checkParts tells whether the parts can lie within their total.
func checkParts(stats []corpus.Statistic, total int, parts []int) Check {
	c := Check{Kind: CheckParts, Total: total, Parts: parts}
	largest := 0.0
	for _, p := range parts {
		low, high := Interval(stats[p])
		c.Low, c.High = c.Low+low, c.High+high
		largest = max(largest, low)
	}
	_, most := Interval(stats[total])
	c.Agrees = largest <= most && (c.Low <= most || overlapping(stats, parts))
	return c
}

// overlapping tells whether parts may count the same thing twice, since their
// actions differ: 处理10人, 移送3人.
func overlapping(stats []corpus.Statistic, parts []int) bool {
	for _, p := range parts[1:] {
		if stats[p].Action != stats[parts[0]].Action {
			return true
		}
	}
	return false
}

// checkShare compares 通报204起，其中72起…，占比35.3%.
func checkShare(text []rune, stats []corpus.Statistic, i int) (Check, bool) {
	total, part := stats[i-2], stats[i-1]
	if total.Unit != part.Unit || total.Value <= 0 || part.Value > total.Value || part.Unit == "%" ||
		total.SentenceStart != stats[i].SentenceStart || !strings.Contains(stats[i].Quote, "占") {
		return Check{}, false
	}
	if gap := between(text, part, stats[i]); len([]rune(gap)) > 12 {
		return Check{}, false
	}
	pl, ph := Interval(part)
	tl, th := Interval(total)
	c := Check{Kind: CheckShare, Total: i - 2, Parts: []int{i - 1, i}, Low: 100 * pl / th, High: 100 * ph / math.Max(tl, 1)}
	sl, sh := Interval(stats[i])
	c.Agrees = c.Low <= sh && sl <= c.High
	return c, true
}

// Interval gives the values that a figure may stand for: half a unit of its last
// written digit on both sides where it is rounded to a magnitude or a decimal, up to
// the next such unit where it is 余, and a tenth around where it is 约.
func Interval(s corpus.Statistic) (low, high float64) {
	step := writtenStep(s)
	switch s.Approx {
	case corpus.Over:
		return s.Value, s.Value + math.Max(step, leadingStep(s.Value))
	case corpus.Nearly:
		return s.Value - math.Max(step, leadingStep(s.Value)), s.Value
	case corpus.About:
		return s.Value * 0.9, s.Value * 1.1
	}
	if step <= 1 && s.Unit != "%" {
		return s.Value, s.Value
	}
	return s.Value - step/2, s.Value + step/2
}

// writtenStep gives the weight of the last written digit: 0.1万 of 23.6万.
func writtenStep(s corpus.Statistic) float64 {
	step := 1.0
	if _, frac, ok := strings.Cut(s.Number, "."); ok {
		for _, r := range frac {
			if !isDigit(r) {
				break
			}
			step /= 10
		}
	}
	for _, r := range s.Number {
		if m := magnitude(r); m >= 1e4 {
			step *= m
		}
	}
	return step
}

// leadingStep gives the weight of the last digit that is not zero: 100 of 1700.
func leadingStep(v float64) float64 {
	step := 1.0
	for v >= 10 && math.Mod(v, 10) == 0 {
		v /= 10
		step *= 10
	}
	return step
}
