package analyze

import (
	"cmp"
	"slices"
	"strings"

	"jiandu/corpus"
)

// maxOpenName is the most code points of an open name before its head.
const maxOpenName = 32

// leftLimit gives where an open name before end begins at the earliest: after
// the last mark outside quotations, at most maxOpenName away.
func (f *measureFinder) leftLimit(end int) int {
	i := end
	for i > 0 && end-i < maxOpenName {
		if q := f.quoteEnding(i); q != nil {
			i = q.start
			continue
		}
		if start := f.kindsBefore(i); start < i {
			i = start
			continue
		}
		if strings.ContainsRune("，。；：、！？,;:!?（）()《》“”‘’\"\n…— ·【】", f.runes[i-1]) {
			break
		}
		i--
	}
	return i
}

// kindsBefore gives where the brackets begin that end at i and name another kind of the
// area before them, else i: 村|（社区）, 县|（市、区）.
func (f *measureFinder) kindsBefore(i int) int {
	if r := f.runes[i-1]; r != '）' && r != ')' {
		return i
	}
	for start := i - 2; start > 0 && i-start < 7; start-- {
		switch r := f.runes[start]; {
		case r == '（' || r == '(':
			return start
		case !strings.ContainsRune("社区街道市县镇乡村旗场园居、", r):
			return i
		}
	}
	return i
}

// cut gives where the name in [limit, end) begins: after the last verb that
// brings a measure about (for a document, the first that issues one:
// 制定深化以案促改工作任务清单), else after the last word that is no part of a
// name. verb tells whether there was any verb.
func (f *measureFinder) cut(limit, end int, kind string) (start int, verb bool) {
	document, want := kind == corpus.MeasureDocument, roleMake
	if document {
		want = roleIssue
	}
	made, used := -1, -1
	start = limit
	for i := limit; i < end; i++ {
		if q := f.quoteStarting(i); q != nil && q.end <= end {
			i = q.end - 1
			continue
		}
		if w, ok := f.longestAt(i, want); ok && w.end <= end && (made < 0 || !document || w.start == made) {
			made = w.end
		}
		if w, ok := f.useAt(i); ok && w.end <= end {
			used = w.end
		}
		if f.isParticle(i) {
			start = i + 1
		}
	}
	switch {
	case kind == corpus.MeasureCampaign:
		return max(made, used, start), made >= 0 || used >= 0
	case made >= 0 && document, made > start:
		return made, true
	case used >= 0 && !document:
		return max(used, start), true
	}
	return start, made >= 0
}

// isParticle tells whether a word of one character that is no part of a name
// stands at i: 对, 在, 将.
func (f *measureFinder) isParticle(i int) bool {
	r := f.runes[i]
	if r == '为' && containsAny(f.slice(i, min(len(f.runes), i+7)), []string{"牟利", "谋利", "谋私", "谋取", "为基层减负"}) {
		return false // 为亲友牟利 is what is fought
	}
	if r == '中' && i+1 < len(f.runes) && f.runes[i+1] == '管' {
		return false // 中管高校
	}
	return r == '是' || strings.ContainsRune("对在将把为以从向由被让使就均也都并已中到", r) && !f.inWord(i) && !f.isPromotion(i)
}

// isPromotion tells whether a phrase like 以学促干 begins at i.
func (f *measureFinder) isPromotion(i int) bool {
	return f.runes[i] == '以' && i+2 < len(f.runes) && f.runes[i+2] == '促'
}

// inWord tells whether i is in a word of two characters or more.
func (f *measureFinder) inWord(i int) bool {
	return f.word(i).len() > 1
}

// trim moves start past what begins no name: particles, what ends with 的 or
// 等, 与…部门, 全省. In a campaign's name 的 may stand before the head
// (对…问题的专项整治).
func (f *measureFinder) trim(start, end int, campaign bool) int {
	depth := 0
	for i := start; i < end; i++ {
		switch r := f.runes[i]; {
		case r == '“' || r == '‘':
			depth++
		case r == '”' || r == '’':
			depth--
		case depth > 0:
		case r == '的' && (i+1 < end || !campaign), r == '等' && (i+1 == end || f.runes[i+1] != '级'), r == '了', r == '着':
			start = i + 1
		case (r == '和' || r == '与' || r == '及') && i+1 < end && (f.runes[i+1] == '“' || i > start && f.endsHead(i)):
			start = i + 1
		case r == '以' && i > start && i+2 < end && f.runes[i+1] == '及' && f.endsHead(i):
			start = i + 2
		}
	}
	if start < end && strings.ContainsRune("与同和", f.runes[start]) && !f.inWord(start) {
		start = f.afterBody(start+1, end)
	}
	for start < end && strings.ContainsRune("了起出好并及和与将把在以个项套种条为由向从批对", f.runes[start]) && !f.inWord(start) && !f.isPromotion(start) {
		start++
	}
	start = f.afterCount(start, end)
	start = f.afterFigure(start, end)
	for next := f.afterPlace(start, end); next > start; next = f.afterPlace(start, end) {
		start = next
	}
	if end-start > 4 && slices.Contains(areas, f.slice(start, start+2)) {
		start += 2
	}
	return start
}

// endsHead tells whether a head noun ends at i: “清零”行动|和小微权力集中整治.
func (f *measureFinder) endsHead(i int) bool {
	for at := max(0, i-6); at+2 <= i; at++ {
		if w, ok := f.longestAt(at, roleHead); ok && w.end == i && f.words.roles[w.row]&roleBare == 0 {
			return true
		}
	}
	return false
}

// afterVerbs gives the place after the verbs that begin at start and put the
// measure to use: 推进, 落实, 持续.
func (f *measureFinder) afterVerbs(start, end int) int {
	for start < end {
		w, ok := f.useAt(start)
		if !ok || w.end > end {
			break
		}
		start = w.end
	}
	return start
}

// useAt gives the longest word at i that puts a measure to use, but not the 全面 of
// 全面从严, the 优化 of 优化营商环境 nor the 落实 of 落实情况.
func (f *measureFinder) useAt(i int) (hit, bool) {
	w, ok := f.longestAt(i, roleUse)
	next := f.slice(w.end, min(len(f.runes), w.end+2))
	return w, ok && next != "情况" && !f.isMadeWord(w.end) && (f.text(w.span) != "全面" || next != "从严") && (f.text(w.span) != "优化" || next != "营商")
}

// afterCount gives the place after a count that begins at start: 31项, 一批.
func (f *measureFinder) afterCount(start, end int) int {
	i := start
	for i < end && (isCounted(f.runes[i]) || strings.ContainsRune("上数近百千余多", f.runes[i])) {
		i++
	}
	if i > start && i < end && strings.ContainsRune("项批个套条场份种", f.runes[i]) {
		return i + 1
	}
	return start
}

// afterFigure gives the place after the last count in digits: 8个方面56项|重点任务清单.
func (f *measureFinder) afterFigure(start, end int) int {
	for i := end - 3; i > start; i-- {
		if isDigit(f.runes[i-1]) && strings.ContainsRune("项条类批", f.runes[i]) && f.quoteEnding(end) == nil {
			return i + 1
		}
	}
	return start
}

// afterPlace gives the place after the area that begins at start: a campaign
// held in a city has the name that it has elsewhere.
func (f *measureFinder) afterPlace(start, end int) int {
	i, _ := slices.BinarySearchFunc(f.places, start, func(p place, at int) int { return cmp.Compare(p.start, at) })
	if i < len(f.places) && f.places[i].start == start && (f.places[i].end+4 <= end || f.places[i].end == end) {
		return f.places[i].end
	}
	return start
}

// areas say where a campaign is held, and belong to no name.
var areas = []string{"全省", "全市", "全县", "全区", "全国", "全州", "全镇", "全旗", "我省", "我市", "我县", "我区", "该市", "该县", "该区"}

// afterBody gives the place after the body that begins at start (地方纪委监委),
// where at least four characters follow it.
func (f *measureFinder) afterBody(start, end int) int {
	for i := end - 4; i > start+1; i-- {
		if containsAny(f.slice(i-2, i), []string{"监委", "机关", "部门", "单位", "机构", "公司", "政府", "法院", "党委", "纪委"}) {
			return i
		}
	}
	return start
}
