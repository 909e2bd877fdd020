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

// CheckArticle compares the figures of one article with one another: the parts of
// 其中 against the figures before them that may hold them, and a percentage (占比)
// against the part and the total named right before it. It keeps to one sentence,
// or the one before where a sentence begins with 其中, and tells a disagreement only
// where no reading agrees. text is the article's, stats are its figures in the order
// of the text, with offsets in code points. It gives what it compared, in the order
// of the text.
func CheckArticle(text string, stats []corpus.Statistic) []Check {
	runes := []rune(text)
	var out []Check
	for i := 1; i < len(stats); i++ {
		gap := between(runes, stats[i-1], stats[i])
		if opensParts(gap) && countable(stats[i]) {
			if c, ok := checkParts(runes, stats, i); ok {
				out = append(out, c)
			}
		}
		if i >= 2 && stats[i].Unit == "%" {
			if c, ok := checkShare(runes, stats, i); ok {
				out = append(out, c)
			}
		}
	}
	return out
}

func between(text []rune, a, b corpus.Statistic) string {
	if a.End > b.Start || b.Start > len(text) {
		return ""
	}
	return string(text[a.End:b.Start])
}

// opensParts tells whether 其中 stands right before a figure, in its own sentence.
func opensParts(gap string) bool {
	i := strings.LastIndex(gap, "其中")
	if i < 0 {
		return false
	}
	after := gap[i+len("其中"):]
	return !strings.ContainsAny(after, "。；;！？") && len([]rune(after)) <= 24
}

// countable tells the figures that can be parts or totals: counts and sums, exact
// or rounded, and no changes.
func countable(s corpus.Statistic) bool {
	if s.Unit == "%" || s.Unit == "" || s.Approx == corpus.Nearly || strings.HasSuffix(s.Unit, "倍") || strings.Contains(s.Unit, "点") {
		return false
	}
	for _, w := range [...]string{"增", "降", "减", "升", "提高", "超", "低", "高", "不少", "涨", "跌"} {
		if strings.HasPrefix(s.Action, w) {
			return false
		}
	}
	return true
}

// partsFrom gives the figures of the list that begins with figure i: of its unit
// and action, divided by nothing but a comma or 、 and their own nouns.
func partsFrom(text []rune, stats []corpus.Statistic, i int) []int {
	parts := []int{i}
	for k := i + 1; k < len(stats); k++ {
		gap := between(text, stats[k-1], stats[k])
		if stats[k].SentenceStart != stats[i].SentenceStart || stats[k].Unit != stats[i].Unit ||
			stats[k].Action != stats[i].Action || !countable(stats[k]) || strings.ContainsAny(gap, "；;。") || strings.Contains(gap, "其中") {
			break
		}
		parts = append(parts, k)
	}
	return parts
}

// checkParts compares the parts that begin with figure i with the figures before
// them: the nearest of the same action, else the nearest that can hold them. It
// tells a disagreement only of figures that are parts beyond doubt.
func checkParts(text []rune, stats []corpus.Statistic, i int) (Check, bool) {
	c := Check{Kind: CheckParts, Total: -1, Parts: partsFrom(text, stats, i)}
	for _, p := range c.Parts {
		low, high := Interval(stats[p])
		c.Low, c.High = c.Low+low, c.High+high
	}
	var together float64 // figures before 其中 that it may divide together: 函询12件，谈话3件，其中…
	for k := i - 1; k >= 0 && near(stats[k], stats[i]); k-- {
		if stats[k].Unit != stats[i].Unit || !countable(stats[k]) {
			continue
		}
		if c.Total < 0 {
			c.Total = k
		}
		_, most := Interval(stats[k])
		together += most
		if c.Low <= most || c.Low <= together {
			c.Total, c.Agrees = k, true
			return c, true
		}
	}
	return c, c.Total >= 0 && c.Total == i-1 && divides(text, stats, c)
}

// unlike are words of figures that no part need be smaller than: rates, peaks and balances.
var unlike = [...]string{
	"日均", "人均", "平均", "均价", "每", "单日", "单次", "单产", "最高", "最多", "最低", "顺差", "逆差", "净", "价格", "水位", "全长",
	"另外", "另有", "还有", "此外", "包括", "含", "(", "（",
}

// divides tells whether the parts of a check are parts of its total beyond doubt:
// they have its head noun, or are ranks of the people it counts.
func divides(text []rune, stats []corpus.Statistic, c Check) bool {
	total := stats[c.Total]
	last := stats[c.Parts[len(c.Parts)-1]]
	said := string(text[total.SentenceStart:last.End])
	for _, w := range unlike {
		if strings.Contains(said, w) {
			return false
		}
	}
	_, opening, _ := strings.Cut(between(text, total, stats[c.Parts[0]]), "其中")
	if strings.Contains(strings.TrimLeft(opening, "，,"), "，") {
		return false
	}
	for _, p := range c.Parts {
		if headNoun(stats[p].Object) != headNoun(total.Object) && !strings.Contains(stats[p].Object, "级") {
			return false
		}
	}
	return true
}

// headNoun gives the last two characters of an object: 问题 of 违规吃喝问题.
func headNoun(object string) string {
	r := []rune(object)
	return string(r[max(0, len(r)-2):])
}

// near tells whether a figure stands in the sentence of another, or in the one right before.
func near(a, b corpus.Statistic) bool {
	return a.SentenceStart == b.SentenceStart || a.SentenceEnd == b.SentenceStart
}

// checkShare compares 通报204起，其中72起…，占比35.3%.
func checkShare(text []rune, stats []corpus.Statistic, i int) (Check, bool) {
	total, part := stats[i-2], stats[i-1]
	if total.Unit != part.Unit || total.Value <= 0 || part.Value > total.Value || !countable(part) || !countable(total) ||
		total.SentenceStart != stats[i].SentenceStart || stats[i].Approx != "" || total.Approx != "" || part.Approx != "" {
		return Check{}, false
	}
	if !sharesWhole(stats[i].Quote) || !strings.Contains(between(text, total, part), "其中") ||
		len([]rune(between(text, part, stats[i]))) > 2 {
		return Check{}, false
	}
	pl, ph := Interval(part)
	tl, th := Interval(total)
	c := Check{Kind: CheckShare, Total: i - 2, Parts: []int{i - 1, i}, Low: 100 * pl / th, High: 100 * ph / math.Max(tl, 1)}
	sl, sh := Interval(stats[i])
	c.Agrees = c.Low <= sh && sl <= c.High
	return c, true
}

// sharesWhole tells whether a percentage names no whole of its own: 占比35.3%, 占35.3%, 占总数的35.3%.
func sharesWhole(quote string) bool {
	after, ok := strings.CutPrefix(quote, "占")
	for _, w := range [...]string{"比", "总数", "的", "约", "达", "为"} {
		after = strings.TrimPrefix(after, w)
	}
	return ok && after != "" && isDigit([]rune(after)[0])
}

// Interval gives the values that a figure may stand for: half a unit of its last
// written digit on both sides where it is rounded to a magnitude or a decimal, up to
// the next such unit where it is 余, without end where it is 超过, and a tenth around where it is 约.
func Interval(s corpus.Statistic) (low, high float64) {
	step := writtenStep(s)
	switch s.Approx {
	case corpus.Over:
		if !strings.ContainsAny(s.Number, "余多几上数") {
			return s.Value, math.Inf(1) // 超过, 以上
		}
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
