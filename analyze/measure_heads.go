package analyze

import (
	"cmp"
	"slices"
	"strings"

	"jiandu/corpus"
)

// maxOpenName is the most code points of an open name before its head.
const maxOpenName = 32

// headed finds names that a head noun ends: 建立“四风”问题线索移送机制,
// 居民自建房安全专项整治.
func (f *measureFinder) headed() {
	lastEnd := -1 // of the last name found, so that a list shares its verb
	for _, h := range f.hits[tableMeasureWords] {
		if f.words.roles[h.row]&roleOpen == 0 || h.start < lastEnd {
			continue
		}
		if longer, _ := f.longestAt(h.start, roleOpen); longer.end != h.end {
			continue
		}
		if _, _, strong, _ := f.tail(h.end); strong {
			continue // 联动机制 ends with 机制
		}
		if c, ok := f.headedName(h, lastEnd); ok {
			f.add(c)
			lastEnd = c.end
		}
	}
}

// headedName gives the name that ends with the head h.
func (f *measureFinder) headedName(h hit, lastEnd int) (candidate, bool) {
	kind := f.words.kinds[h.row]
	limit := f.leftLimit(h.start)
	start, verb := f.cut(limit, h.start, kind == corpus.MeasureDocument)
	if !verb && limit > 0 && f.runes[limit-1] == '、' {
		verb = limit-1 == lastEnd || f.verbBefore(limit-1)
	}
	start = f.trim(start, h.start)
	c := candidate{span{start, h.end}, "", kind, ruleHead}
	switch {
	case f.isPlain(start, h.start):
		c.start, c.rule = h.start, ruleBare
		return c, kind == corpus.MeasureCampaign
	case kind == corpus.MeasureCampaign:
		return c, h.start-start >= 3
	}
	return c, verb && h.start-start >= 2
}

// leftLimit gives where an open name before end begins at the earliest: after
// the last mark outside quotations, at most maxOpenName away.
func (f *measureFinder) leftLimit(end int) int {
	i := end
	for i > 0 && end-i < maxOpenName {
		r := f.runes[i-1]
		if q := f.quoteEnding(i); q != nil {
			i = q.start
			continue
		}
		if strings.ContainsRune("，。；：、！？,;:!?（）()《》“”‘’\"\n…— ·【】", r) {
			break
		}
		i--
	}
	return i
}

// quoteEnding gives the quotation that ends at i, or nil.
func (f *measureFinder) quoteEnding(i int) *quote {
	if i == 0 || !isClosingMark(f.runes[i-1]) {
		return nil
	}
	lo := f.firstQuote(i - maxQuote - 1)
	for ; lo < len(f.quotes) && f.quotes[lo].start < i; lo++ {
		if f.quotes[lo].end == i {
			return &f.quotes[lo]
		}
	}
	return nil
}

func isClosingMark(r rune) bool {
	return r == '”' || r == '’' || r == '"' || r == '」' || r == '』'
}

// cut gives where the name in [limit, end) begins: after the last verb that
// brings a measure about (for a document, the first: 制定深化以案促改工作任务清单),
// else after the last word that is no part of a name. verb tells whether there
// was any verb.
func (f *measureFinder) cut(limit, end int, first bool) (start int, verb bool) {
	made, used := -1, -1
	for i := limit; i < end; i++ {
		if q := f.quoteStarting(i); q != nil && q.end <= end {
			i = q.end - 1
			continue
		}
		if w, ok := f.longestAt(i, roleMake); ok && w.end <= end && (made < 0 || !first || w.start == made) {
			made = w.end
		}
		if w, ok := f.longestAt(i, roleUse); ok && w.end <= end {
			used = w.end
		}
	}
	switch {
	case made >= 0:
		return made, true
	case used >= 0:
		return used, true
	}
	return limit, false
}

// quoteStarting gives the quotation that starts at i, or nil.
func (f *measureFinder) quoteStarting(i int) *quote {
	if _, ok := closingMark[f.runes[i]]; !ok && f.runes[i] != '"' {
		return nil
	}
	if k := f.firstQuote(i); k < len(f.quotes) && f.quotes[k].start == i {
		return &f.quotes[k]
	}
	return nil
}

// firstQuote gives the index of the first quotation that starts at or after i.
func (f *measureFinder) firstQuote(i int) int {
	k, _ := slices.BinarySearchFunc(f.quotes, i, func(q quote, i int) int { return cmp.Compare(q.start, i) })
	return k
}

// verbBefore tells whether a verb that brings a measure about stands in the
// clause before i: the item before shares its verb.
func (f *measureFinder) verbBefore(i int) bool {
	for at := max(f.clauseAt(i).start, i-maxOpenName); at < i; at++ {
		if _, ok := f.longestAt(at, roleMake); ok {
			return true
		}
	}
	return false
}

// trim moves start past what begins no name: particles, 的, 等, 与…部门.
func (f *measureFinder) trim(start, end int) int {
	depth := 0
	cut := start
	for i := start; i < end; i++ {
		switch r := f.runes[i]; {
		case r == '“' || r == '‘':
			depth++
		case r == '”' || r == '’':
			depth--
		case depth > 0:
		case r == '的' && i+1 < end, r == '等' && i+1 < end && f.runes[i+1] != '级', r == '了', r == '着':
			cut = i + 1
		}
	}
	for cut < end && strings.ContainsRune("了起出并及和与对将把在以个项套种条为由向从", f.runes[cut]) && !f.startsWord(cut) {
		cut++
	}
	return cut
}

// startsWord tells whether a word of two characters or more begins at i.
func (f *measureFinder) startsWord(i int) bool {
	t := f.tokenAt[i]
	return int(t) < len(f.tokens) && f.tokens[t].start == i && f.tokens[t].len() > 1
}

// isPlain tells whether [start, end) is nothing but words that say nothing by
// themselves, numbers and particles.
func (f *measureFinder) isPlain(start, end int) bool {
	for i := start; i < end; {
		w, ok := f.longestAt(i, rolePlain)
		switch {
		case ok && w.end <= end:
			i = w.end
		case strings.ContainsRune("一二三四五六七八九十两多几的等和与及、各本新好全", f.runes[i]), isDigit(f.runes[i]):
			i++
		default:
			return false
		}
	}
	return true
}
