package analyze

import "strings"

// withoutNames drops the persons that an object begins with or consists of: 甲、乙等|干部,
// and a post with its holder before 等四人. What is counted is never a person by name.
func (r *figureReader) withoutNames(i int, g governor) governor {
	o := g.object
	if o.len() == 0 || g.noun != "" {
		return g
	}
	if r.holder(o) && isOneOf(r.d.runes, o.end, "等") || r.namesOnly(o) {
		_, hi := r.bounds(i)
		g.object = r.objectAfter(i, hi, false)
		return g
	}
	if at := r.namesEnd(o); at > o.start && at < o.end {
		g.object.start = at
	}
	return g
}

// namesEnd gives the position behind a list of names and 等 that opens s, its start where there is none.
func (r *figureReader) namesEnd(s span) int {
	text := r.d.text(s)
	before, _, ok := strings.Cut(text, "等")
	if !ok || !strings.Contains(before, "、") {
		return s.start
	}
	n := 0
	for name := range strings.SplitSeq(before, "、") {
		runes := []rune(name)
		if len(runes) < 2 || len(runes) > 3 || !isSurname(runes[0]) {
			return s.start
		}
		n += len(runes) + 1
	}
	return s.start + n
}

// namesOnly tells whether a list holds nothing but names of persons, before 两人 or 等四人: 张三丰、李四光.
func (r *figureReader) namesOnly(s span) bool {
	if !isOneOf(r.d.runes, s.end, "等两二三四五六") || !holdsRune(r.d.runes[s.start:s.end], '、') {
		return false
	}
	for name := range strings.SplitSeq(r.d.text(s), "、") {
		runes := []rune(name)
		if len(runes) < 2 || len(runes) > 3 || !isSurname(runes[0]) {
			return false
		}
	}
	return true
}

// personOnly tells whether a phrase is a name with its 某, and nothing more: 冯某.
func (r *figureReader) personOnly(s span) bool {
	return s.len() >= 2 && s.len() <= 3 && isSurname(r.d.runes[s.start]) && isOneOf(r.d.runes, s.start+1, "某")
}

// holder tells whether a phrase ends with a post and the name of its holder: 副局长李某.
func (r *figureReader) holder(s span) bool {
	for _, n := range [...]int{2, 3} {
		at := s.end - n
		if at <= s.start || !isSurname(r.d.runes[at]) {
			continue
		}
		for k := max(s.start, at-6); k < at; k++ {
			if end, c := r.a.lex.figures.posts.longest(r.d.runes, k, at); end == at && c.is(classHead) {
				return true
			}
		}
	}
	return false
}
