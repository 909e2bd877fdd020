package analyze

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// longestShort bounds the short name of a body that the text introduces, in code points.
const longestShort = 12

// mostShort bounds how many short names are looked for in a text.
const mostShort = 30

// findShortNames finds the short names that the text gives bodies: 某某司（以下简称某司），
// wherever they stand.
func (u *unitFinder) findShortNames() {
	n := len(u.found)
	for i, found := 1, 0; i+1 < len(u.runes) && found < mostShort; i++ {
		if u.runes[i] != '简' || u.runes[i+1] != '称' {
			continue
		}
		from := i
		if i >= 2 && u.slice(i-2, i) == "以下" {
			from = i - 2
		}
		if j := u.foundBefore(from, n); j >= 0 && u.found[j].end == from-1 && (u.runes[from-1] == '（' || u.runes[from-1] == '(') {
			if short := u.shortAt(i + 2); short.len() >= 2 {
				u.addShort(u.found[j], short, n)
				found++
			}
		}
	}
	u.sortFound()
}

// sortFound puts the mentions in the order of the text.
func (u *unitFinder) sortFound() {
	sort.SliceStable(u.found, func(i, j int) bool { return u.found[i].start < u.found[j].start })
}

// shortAt gives the name that an introduction gives whose name begins at i: （以下简称|“某司”）.
func (u *unitFinder) shortAt(i int) span {
	start := i
	for start < len(u.runes) && strings.ContainsRune("为：:“\"‘", u.runes[start]) {
		start++
	}
	end := start
	for end < len(u.runes) && end-start < longestShort && isHan(u.runes[end]) {
		end++
	}
	if end >= len(u.runes) || !strings.ContainsRune("”\"’）)", u.runes[end]) {
		return span{}
	}
	return span{start, end}
}

// addShort adds the mentions of a body by its short name that the first n mentions
// do not hold, with the body above it before them: 某某部|某司.
func (u *unitFinder) addShort(body unitName, short span, n int) {
	name, full := u.text(short), u.text(body.span)
	for text, at := u.slice(short.start, len(u.runes)), short.start; ; {
		before, after, ok := strings.Cut(text, name)
		if !ok {
			return
		}
		at += utf8.RuneCountInString(before)
		s := span{at, at + short.len()}
		text, at = after, s.end
		if u.covered(s, n) {
			u.shortInside(body, s, n)
			continue
		}
		if j := u.foundBefore(s.start, n); j >= 0 && u.found[j].end == s.start && strings.HasPrefix(full, u.text(u.found[j].span)) {
			start := u.found[j].start
			u.found[j] = body
			u.found[j].span = span{start, s.end}
			continue
		}
		body.span = s
		u.found = append(u.found, body)
	}
}

// shortInside gives a mention that is the short name, or the short name behind a word that
// the grammar took for a part of it (代|持某某公司), to the body.
func (u *unitFinder) shortInside(body unitName, s span, n int) {
	j := u.foundBefore(s.start+1, n)
	if j < 0 || u.found[j].end != s.end || u.found[j].start < s.start && (u.found[j].area != "" || u.found[j].body >= 0 || s.start-u.found[j].start > 2) {
		return
	}
	body.span = s
	u.found[j] = body
}

// foundBefore gives the last of the first n mentions that starts before i, or -1.
func (u *unitFinder) foundBefore(i, n int) int {
	return sort.Search(n, func(j int) bool { return u.found[j].start >= i }) - 1
}
