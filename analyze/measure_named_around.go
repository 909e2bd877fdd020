package analyze

import (
	"slices"
	"strings"

	"jiandu/corpus"
)

// isExtent tells whether a noun at i says how much of a work there is: 里程, 面积.
func (f *measureFinder) isExtent(i int) bool {
	return slices.Contains([]string{"里程", "面积", "任务", "项目", "工程", "力度", "成效", "成果", "数量", "难度", "标准", "进度"}, f.slice(i, min(len(f.runes), i+2)))
}

// isAspect tells whether a noun at i says of what in a work is spoken, and the quotation
// before it is no name: 优势, 重点.
func (f *measureFinder) isAspect(i int) bool {
	return slices.Contains([]string{"优势", "重点", "对象", "短板", "难题", "盲区", "困境", "压力"}, f.slice(i, min(len(f.runes), i+2)))
}

// wrongWays may end the name of a way of doing wrong.
var wrongWays = []string{"方式", "模式", "办法", "做法", "手段"}

// widened gives where the name of a counted list in quotation marks begins: at
// what it lists for, 全面从严治党“两张清单”, where a verb stands before that.
func (f *measureFinder) widened(q quote) int {
	if !f.isGenericHead(q.inner) && !isCounted(f.runes[q.inner.start]) || f.quoteEnding(q.start) != nil {
		return q.start
	}
	limit := f.leftLimit(q.start)
	kind := corpus.MeasureDocument
	if f.isGenericHead(q.inner) {
		kind = corpus.MeasureMethod
	}
	start, verb := f.cut(limit, q.start, kind)
	if !verb {
		start, _ = f.cut(limit, q.start, corpus.MeasureMethod) // 严格落实|文件“十不发”
	}
	start = f.trim(start, q.start, false)
	for i := start; i+2 < q.start; i++ {
		if slices.Contains(areas, f.slice(i, i+2)) {
			start = i + 2
		}
	}
	if n := q.start - start; (verb || f.isCommandments(q)) && n >= 2 && n <= 16 {
		return start
	}
	return q.start
}

// madeBefore gives where the name of a counted way begins that a verb brings
// about, with what it is for between: 推行|廉政意见“双签字”. Else the quotation's start.
func (f *measureFinder) madeBefore(q quote) int {
	if !isCounted(f.runes[q.inner.start]) || f.runes[q.inner.start+1] == '个' || q.inner.len() < 3 || !f.endsName(q.end) {
		return q.start
	}
	for at := max(f.leftLimit(q.start), q.start-12); at < q.start; at++ {
		w, ok := f.longestAt(at, roleMake)
		if ok && w.end+2 <= q.start && w.end+8 >= q.start && !containsAny(f.slice(w.end, q.start), []string{"的", "和", "了", "对", "为", "把"}) {
			return w.end
		}
	}
	return q.start
}

// broughtAbout tells whether a verb like 推行 or 建立 stands right before i.
func (f *measureFinder) broughtAbout(i int) bool {
	i = f.firstOfList(i)
	for i > 0 && strings.ContainsRune("了起出的", f.runes[i-1]) {
		i--
	}
	for start := max(0, i-4); start < i; start++ {
		for _, w := range f.wordsAt(start) {
			if w.end == i && f.words.roles[w.row]&roleMake != 0 {
				return true
			}
		}
	}
	return false
}

// mostListed is the most quotations that share a verb.
const mostListed = 5

// firstOfList gives where the first quotation begins of the list that the one at i
// belongs to: 推行“甲”、“乙”.
func (f *measureFinder) firstOfList(i int) int {
	for range mostListed {
		end := i
		if end > 0 && f.runes[end-1] == '、' {
			end--
		}
		q := f.quoteEnding(end)
		if q == nil {
			break
		}
		i = q.start
	}
	return i
}

// hidesWrong tells whether the clause before i speaks of ways of doing wrong:
// 利用协会设立“小金库”.
func (f *measureFinder) hidesWrong(i int) bool {
	from := max(f.clauseAt(i).start, i-maxOpenName)
	return containsAny(f.slice(from, i), []string{"违规", "套取", "骗", "虚", "私", "小金库", "侵吞", "利用"})
}

// practices are verbs before the quoted name of a way of working.
var practices = []string{"开展", "运用", "采取", "采用", "实施", "用好", "用活", "创新", "做实", "落实"}

// practised tells whether one of practices stands right before the quoted name: 采取“四步法”.
func (f *measureFinder) practised(q quote) bool {
	inner := f.runes[q.inner.start:q.inner.end]
	if len(inner) < 3 || inner[0] == '第' || isCounted(inner[0]) && inner[1] == '个' || f.isWrong(q.start) {
		return false
	}
	at := q.start
	if slices.Contains(practices, f.slice(max(0, at-2), at)) {
		return true
	}
	for at > 0 && strings.ContainsRune("了好", f.runes[at-1]) {
		at--
	}
	return slices.Contains(practices, f.slice(max(0, at-2), at))
}

// ways follow a quoted name and 的: “周研判、月调度”的工作模式.
var ways = []string{"工作模式", "工作方法", "监督模式", "办案模式", "模式", "做法", "制度", "工作法", "预约制", "责任制"}

// wayAfter gives the end of 的 and one of ways after i, else i.
func (f *measureFinder) wayAfter(i int) int {
	if q := f.quoteEnding(i); i >= len(f.runes) || f.runes[i] != '的' || q != nil && q.inner.len() < 4 {
		return i
	}
	for _, w := range ways {
		if end := i + 1 + len([]rune(w)); end <= len(f.runes) && f.slice(i+1, end) == w {
			return end
		}
	}
	return i
}

// styledAfter gives the end of 式 and a word of work after i, else i: “解剖麻雀”|式检查.
func (f *measureFinder) styledAfter(i int) int {
	if i >= len(f.runes) || f.runes[i] != '式' {
		return i
	}
	if w, ok := f.longestAt(i+1, roleWork); ok && !f.hasObject(w.end) {
		return w.end
	}
	return i
}

// maxApart is the most code points between a quotation and the head of its campaign.
const maxApart = 14

// campaignAfter gives the end of the campaign's head that closes the words after
// the quotation that ends at i, else i: “清淤治乱”优化营商环境|专项行动.
func (f *measureFinder) campaignAfter(i int) int {
	for at := i; at < min(len(f.runes), i+maxApart); at++ {
		if !isHan(f.runes[at]) || strings.ContainsRune("的等和与在对是以将为把被了着过", f.runes[at]) {
			return i
		}
		w, ok := f.longestAt(at, roleOpen)
		if ok && at >= i+2 && f.words.kinds[w.row] == corpus.MeasureCampaign && !f.isCutShort(w.end) && !f.says(span{i, at}) {
			return w.end
		}
	}
	return i
}

// deepened tells whether 深化, 加强 or the like stands right before i.
func (f *measureFinder) deepened(i int) bool {
	return slices.Contains([]string{"深化", "实践", "加强", "强化"}, f.slice(max(0, i-2), i))
}

// endsName tells whether the name that ends at i is a whole object: before a
// mark, or before 等, 工作, 做法.
func (f *measureFinder) endsName(i int) bool {
	return i >= len(f.runes) || strings.ContainsRune("，。；、,;！？等做（(\n", f.runes[i])
}
