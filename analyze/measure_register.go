package analyze

import "strings"

// registered finds the terms of measures.tsv, with the quotation marks around
// them and the words after them that belong to their name.
func (f *measureFinder) registered() {
	last := -1
	for _, h := range f.hits[tableMeasures] {
		if h.start < last {
			continue // inside a longer term
		}
		row := f.lex.row(tableMeasures, h.row)
		s, quoted := f.withMarks(h.span)
		end, _, strong, ok := f.tail(s.end)
		if !ok || (!quoted && !strong && col(row, 3) != "tail") {
			end = s.end
		}
		if !f.stands(col(row, 3), h.span, span{s.start, end}, quoted) {
			continue
		}
		last = h.end
		f.add(candidate{span{s.start, end}, row[1], row[2], ruleRegister})
	}
}

// stands tells whether the term at s, with its marks and tail at whole, is a
// measure there, by the last column of its row.
func (f *measureFinder) stands(when string, s, whole span, quoted bool) bool {
	switch when {
	case "tail":
		return whole.end > s.end+1 || (!quoted && whole.end > s.end)
	case "quoted":
		return quoted || whole.end > s.end
	case "act":
		return quoted || whole.end > s.end || f.isDone(s)
	}
	return true
}

// withMarks widens the span by the quotation marks that enclose it; a year may
// stand between it and the closing mark (“天网2024”).
func (f *measureFinder) withMarks(s span) (span, bool) {
	if s.start == 0 {
		return s, false
	}
	closing, ok := closingMark[f.runes[s.start-1]]
	if !ok && f.runes[s.start-1] == '"' {
		closing, ok = '"', true
	}
	end := s.end
	for end < len(f.runes) && end < s.end+4 && isDigit(f.runes[end]) {
		end++
	}
	if ok && end < len(f.runes) && f.runes[end] == closing {
		return span{s.start - 1, end + 1}, true
	}
	return s, false
}

// isDone tells whether the term at s is put to use there: after a verb of
// measure_words.tsv, or in a list that ends with 等方式, 等制度 and the like.
func (f *measureFinder) isDone(s span) bool {
	return f.afterVerb(s.start) || f.isListedWay(s.end)
}

// afterVerb tells whether a verb stands right before i.
func (f *measureFinder) afterVerb(i int) bool {
	for i > 0 && strings.ContainsRune("了好过", f.runes[i-1]) {
		i--
	}
	for start := max(0, i-4); start < i; start++ {
		for _, w := range f.wordsAt(start) {
			if w.end == i && f.words.roles[w.row]&(roleMake|roleUse) != 0 {
				return true
			}
		}
	}
	return false
}

// wayNouns close a list of ways of working.
var wayNouns = []string{"方式", "制度", "机制", "手段", "举措", "措施", "办法", "方法", "做法", "载体"}

// isListedWay tells whether the item that ends at i stands in a list that is
// closed by 等 and one of wayNouns, in the same clause.
func (f *measureFinder) isListedWay(i int) bool {
	limit := min(len(f.runes), i+40)
	for j := i; j < limit; j++ {
		switch f.runes[j] {
		case '，', '。', '；', ',', '\n', '：':
			return false
		case '等':
			rest := f.slice(j+1, min(len(f.runes), j+8))
			for _, noun := range wayNouns {
				if k := strings.Index(rest, noun); k >= 0 && k <= len("四项工作") {
					return true
				}
			}
			return false
		}
	}
	return false
}
