package figures

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// relative are units of figures that say nothing without what they are relative to.
var relative = []string{"%", "％", "百分点", "个百分点", "倍", "成", "分之一", "‰"}

// leastObject is how many characters an object must have to say what is counted.
const leastObject = 4

// leastContext is the share of the words around a figure that another must have
// around it too, to be about the same thing.
const leastContext = 0.5

// comparable tells whether a figure can be held against others of its concept: it
// must count a named object. Whether they do is for alikeAround to say.
func comparable(f Figure) bool {
	return !slices.Contains(relative, f.Statistic.Unit) && utf8.RuneCountInString(bareObject(f.Object)) >= leastObject
}

// alikeAround tells whether figures stand in sentences of like words. 出口增长9.2% and
// 服务出口增长8.1% are both 增长 of 出口, and no contradiction.
func alikeAround(a, b Figure) bool { return alike(around20(a), around20(b)) >= leastContext }

// around20 gives the letters of a figure's sentence from 20 characters before its quote to its end.
func around20(f Figure) string {
	s := []rune(f.Sentence)
	from, to := f.Start-f.SentenceStart-20, f.End-f.SentenceStart
	from, to = max(0, min(from, len(s))), max(0, min(to, len(s)))
	if from > to {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, bareName(string(s[from:to])))
}

// alike is the share of pairs of characters of the shorter text that the longer has.
func alike(a, b string) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	r := []rune(a)
	if len(r) < 2 {
		return 0
	}
	hits := 0
	for i := range len(r) - 1 {
		if strings.Contains(b, string(r[i:i+2])) {
			hits++
		}
	}
	return float64(hits) / float64(len(r)-1)
}
