package analyze

import (
	"slices"
	"strings"

	"jiandu/corpus"
)

// registered finds the terms of measures.tsv, with the quotation marks around
// them and the words after them that belong to their name.
func (f *measureFinder) registered() {
	last := -1
	hits := f.hits[tableMeasures]
	for i, h := range hits {
		if h.start < last || (i+1 < len(hits) && hits[i+1].start == h.start && hits[i+1].end > h.end) {
			continue // inside a longer term
		}
		if c, ok := f.registeredAt(h); ok {
			last = h.end
			f.add(c)
		}
	}
}

// registeredAt gives the mention of the register's term at h.
func (f *measureFinder) registeredAt(h hit) (candidate, bool) {
	row := f.lex.row(tableMeasures, h.row)
	when := col(row, 3)
	s, quoted := f.withMarks(h.span)
	t := f.tail(s.end)
	end := t.end
	another := when != "tail" && (t.last&roleHead != 0 && !slices.Contains(formHeads, t.word) || t.kind != "" && t.kind != row[2] && row[2] == corpus.MeasureCampaign)
	if another || !quoted && t.last&roleHead == 0 && (when == "" || when == "act" || when == "counted" || when == "uncounted") {
		end = s.end // 以案促改|工作任务清单 is another measure
	}
	whole := span{s.start, end}
	if when == "level" {
		whole.start = f.levelsBefore(s.start)
	}
	kind := row[2]
	if kind == corpus.MeasureDocument && !quoted && slices.Contains(broken, f.slice(max(0, s.start-2), s.start)) {
		return candidate{}, false
	}
	if when == "tail" && t.kind == corpus.MeasureDocument {
		kind = t.kind
	}
	if t.kind == corpus.MeasureMechanism && end > s.end && kind == corpus.MeasureMethod {
		kind = t.kind // 风腐同查同治|机制
	}
	rule := ruleRegister
	if when == "bare" {
		rule = ruleBare
	}
	return candidate{whole, row[1], kind, rule}, f.stands(when, h.span, whole, quoted)
}

// broken are verbs for what was done against a document: 违反|廉政准则.
var broken = []string{"违反", "触犯", "违背"}

// formHeads may follow a term without making it another measure: 约谈|制度, but
// not 警示教育|资源库.
var formHeads = []string{"制度", "机制", "方式", "工作方式", "模式", "工作法", "办法", "做法", "活动", "行动", "专项行动", "联动", "协同", "格局", "工作格局"}

// levelsBefore gives where the levels before i begin: 省市县三级联动.
func (f *measureFinder) levelsBefore(i int) int {
	start := i
	for start > 0 && i-start < 8 && strings.ContainsRune("中央省市州县区乡镇村街村居‘’“”", f.runes[start-1]) {
		start--
	}
	return start
}

// stands tells whether the term at s, with its marks and tail at whole, is a
// measure there, by the last column of its row.
func (f *measureFinder) stands(when string, s, whole span, quoted bool) bool {
	if !quoted && whole.end < len(f.runes) && strings.ContainsRune("组局员队", f.runes[whole.end]) {
		return false // 中央环保督察|组 is a body
	}
	if rest := f.slice(whole.end, min(len(f.runes), whole.end+3)); rest == "办公室" || strings.HasPrefix(rest, "部门") {
		return false // “扫黄打非”|办公室
	}
	switch when {
	case "level":
		return whole.start < s.start
	case "tail":
		return whole.end > s.end+1 || (!quoted && whole.end > s.end)
	case "quoted":
		return quoted || whole.end > s.end
	case "counted":
		return quoted || whole.end > s.end || f.isCountedAt(s.end)
	case "objectless":
		return quoted || whole.end > s.end || !f.takesObject(s.end)
	case "work":
		return strings.HasPrefix(f.slice(s.end, min(len(f.runes), s.end+2)), "工作")
	case "uncounted":
		return quoted || whole.end > s.end || !f.isCountedAt(s.end)
	case "act":
		return quoted || whole.end > s.end || f.isDone(s)
	}
	return true
}

// takesObject tells whether a noun of two characters or more stands at i, which is no word
// of the names of measures: 暗访|酒店, not 暗访|工作.
func (f *measureFinder) takesObject(i int) bool {
	if i >= len(f.runes) || len(f.wordsAt(i)) > 0 {
		return false
	}
	t := f.word(i)
	return t.start == i && t.len() > 1 && f.runes[i] != '中' && strings.HasPrefix(t.pos, "n")
}

// isCountedAt tells whether a figure stands at i: 约谈|62人, 约谈了|3家.
func (f *measureFinder) isCountedAt(i int) bool {
	if i < len(f.runes) && f.runes[i] == '了' {
		i++
	}
	return i < len(f.runes) && isDigit(f.runes[i])
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
	return f.afterVerb(s.start) || f.isListedWay(s.end) || f.afterWay(s.start)
}

// afterWay tells whether the item before i is a term of the register with a verb
// before it, whose list goes on at i: 实行清单管理、|对账销号.
func (f *measureFinder) afterWay(i int) bool {
	if i == 0 || !strings.ContainsRune("、和及与", f.runes[i-1]) {
		return false
	}
	hits := f.hits[tableMeasures]
	for k := firstHit(hits, i-10); k < len(hits) && hits[k].start < i; k++ {
		if hits[k].end == i-1 && f.afterVerb(hits[k].start) {
			return true
		}
	}
	return false
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
	if f.isWrong(i) {
		return false
	}
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

// isWrong tells whether the clause around i speaks of ways of doing wrong.
func (f *measureFinder) isWrong(i int) bool {
	clause := f.clauseAt(i)
	clause.start, clause.end = max(clause.start, i-maxOpenName), min(clause.end, i+maxOpenName)
	return containsAny(f.text(clause), []string{"违规", "违法", "套取", "收受", "吸收", "骗", "虚", "规避", "隐蔽", "侵吞", "空白", "私", "小金库"})
}

// registerRow gives the row of the term in measures.tsv, nil if it is not there.
func (f *measureFinder) registerRow(term string) []string {
	value := f.lex.trie.find(term)
	if value < 0 {
		return nil
	}
	for _, e := range f.lex.entries[value] {
		if e.table == tableMeasures {
			return f.lex.row(tableMeasures, e.row)
		}
	}
	return nil
}
