package analyze

import (
	"slices"
	"strings"

	"jiandu/corpus"
)

// isGenericHead tells whether the quoted name is a head noun alone, so that what
// stands before it says whose it is: 企业诉求“直通车”.
func (f *measureFinder) isGenericHead(inner span) bool {
	w, ok := f.longestAt(inner.start, roleHead)
	return ok && w.end == inner.end && inner.len() >= 3 && f.runes[inner.start] != '大' && f.words.kinds[w.row] == corpus.MeasureMethod
}

func isCounted(r rune) bool {
	return strings.ContainsRune("一二三四五六七八九十两双", r) || isDigit(r)
}

// headInside gives the kind of the head noun that ends the name, "" if none does.
func (f *measureFinder) headInside(s span) string {
	for i := max(s.start+2, s.end-6); i < s.end-1; i++ {
		for _, w := range f.wordsAt(i) {
			if w.end == s.end && f.words.roles[w.row]&roleHead != 0 && !slices.Contains([]string{"活动", "建设", "文件"}, f.text(w.span)) {
				return f.words.kinds[w.row]
			}
		}
	}
	return ""
}

// says tells whether s speaks of holding a campaign: “甲”问题开展|专项整治.
func (f *measureFinder) says(s span) bool {
	return containsAny(f.text(s), []string{"开展", "部署", "进行", "启动", "实施", "组织", "推进", "查处"})
}

// isWayOfWork tells whether the quoted name ends with a word of work: “田野巡察”,
// “阳光监督”; and is no lack of it, 不愿监督.
func (f *measureFinder) isWayOfWork(inner span) bool {
	if f.isWrong(inner.start) {
		return false
	}
	if n := inner.len(); n < 4 || n > 8 || strings.ContainsRune("不被谁难怕缺未没无", f.runes[inner.start]) {
		return false
	}
	for at := max(inner.start+2, inner.end-4); at < inner.end-1; at++ {
		if w, ok := f.longestAt(at, roleWork); ok && w.end == inner.end {
			return true
		}
	}
	return false
}

// isCommandments tells whether the quoted name is one of rules that it counts:
// 十严禁, 八不准.
func (f *measureFinder) isCommandments(q quote) bool {
	s := f.text(q.inner)
	if r := f.runes[q.inner.start:q.inner.end]; len(r) >= 3 && len(r) <= 4 && strings.ContainsRune("四五六七八九十", r[0]) && r[1] == '不' && f.registerRow(s) == nil {
		return true // 文件“十不发”
	}
	for _, tail := range []string{"严禁", "不准", "必须", "一律", "不得", "禁止", "条禁令", "不许", "要求"} {
		if head, ok := strings.CutSuffix(s, tail); ok && head != "" && len(s) <= 45 {
			last := []rune(head)[len([]rune(head))-1]
			if strings.ContainsRune("一二三四五六七八九十个项条", last) || isDigit(last) {
				return true
			}
		}
	}
	return false
}

// isOneForOne tells whether the name is built like 一案双查, 一函两书, 一人一档.
func isOneForOne(r []rune) bool {
	if len(r) < 4 || len(r) > 8 || r[0] != '一' || !strings.ContainsRune(oneForOneNouns, r[1]) {
		return false
	}
	for i := 2; i < min(len(r)-1, 4); i++ {
		if strings.ContainsRune("一双两二三四五多", r[i]) {
			return true
		}
	}
	return false
}

// isWayWithCases tells whether the name is built like 以案促改 or 逐案过筛.
func isWayWithCases(r []rune) bool {
	return len(r) == 4 && (r[0] == '以' && r[1] == '案' && r[2] != '为' || r[0] == '逐' && strings.ContainsRune("案件条户项村人", r[1]))
}

// isSeason tells whether the name is of a year, month, week or day that is given
// to some work: 基层减负年, 警示教育月.
func isSeason(r []rune) bool {
	n := len(r)
	if n >= 4 && slices.Contains([]string{"国际", "世界"}, string(r[:2])) {
		return false // 世界环境日 is a day of the calendar
	}
	return n >= 4 && strings.ContainsRune("年月周日", r[n-1]) && !isDigit(r[n-2]) &&
		!strings.ContainsRune("一二三四五六七八九十两半今去全多常新青少百周元之岁本节生假期每工休近间", r[n-2])
}
