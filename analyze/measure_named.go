package analyze

import (
	"slices"
	"strings"

	"jiandu/corpus"
)

// quoted finds names in quotation marks: with a head noun after them, with one
// inside (“光盘行动”), or brought about by a verb (推行“点训”).
func (f *measureFinder) quoted() {
	for i := 0; i < len(f.quotes); i++ {
		q := f.quotes[i]
		first, start := i, q.start
		for i+1 < len(f.quotes) && f.quotes[i+1].start == q.end && q.end < start+maxQuote { // ““甲”“乙”机制” is one name
			if f.isSlogan(f.text(q.inner)) {
				start = f.quotes[i+1].start
			}
			i++
			q = f.quotes[i]
		}
		if f.tail(q.end).last != 0 {
			f.quotedName(start, q)
			continue
		}
		for _, q := range f.quotes[first : i+1] { // without a head each is a name
			f.quotedName(q.start, q)
		}
	}
}

// quotedName looks at the quotations from start that end with q.
func (f *measureFinder) quotedName(start int, q quote) {
	inner := f.text(q.inner)
	if q.inner.len() < 2 || strings.ContainsAny(inner, "。！？；：《》") {
		return
	}
	c := candidate{rule: ruleQuote}
	if row := f.registerRow(inner); row != nil && start == q.start {
		c.id, c.kind = row[1], row[2]
	}
	t := f.tail(q.end)
	switch slogan := start == q.start && f.isSlogan(inner); {
	case t.last&roleHead == 0 && t.last != 0 && q.inner.len() <= 2 && c.id == "":
		return // “精准”监督
	case t.word == "建设" && isCounted(f.runes[q.inner.start]) && f.runes[q.inner.start+1] == '个':
		return // “五个中心”建设 is a goal
	case slices.Contains(wrongWays, t.word) && f.isWrong(q.start):
		return // 以“化整为零”方式规避检查
	case t.word == "整治" && f.isExtent(t.end):
		return // “畅返不畅”整治|里程
	case t.word == "文件" && !isCounted(f.runes[q.inner.start]):
		return // “层层转发”文件
	case slogan && t.word == "规定":
		return // “三定”规定
	case t.last != 0 && (!slogan || t.last&roleOpen != 0):
		if f.isCommandments(q) {
			start = f.widened(q)
			c.id = inner
		}
		c.span, c.kind = span{start, t.end}, orKind(c.kind, orKind(t.kind, corpus.MeasureMethod))
		f.add(c)
	case !slogan && t.last == 0 && f.styledAfter(q.end) > q.end && !f.isWrong(q.start):
		c.span, c.kind = span{q.start, f.styledAfter(q.end)}, corpus.MeasureMethod
		f.add(c)
	case !slogan && t.last == 0 && f.wayAfter(q.end) > q.end:
		c.span, c.kind = span{q.start, f.wayAfter(q.end)}, orKind(c.kind, corpus.MeasureMethod)
		f.add(c)
	case !slogan && t.last == 0 && (c.id == "" || c.kind == corpus.MeasureCampaign) && f.campaignAfter(q.end) > q.end:
		c.span, c.kind = span{q.start, f.campaignAfter(q.end)}, corpus.MeasureCampaign
		f.add(c)
	case !slogan && t.last == 0:
		c.span, c.kind = span{f.widened(q), q.end}, orKind(f.kindOfName(q), c.kind)
		if c.kind == "" && c.start < q.start && f.isGenericHead(q.inner) {
			c.kind = corpus.MeasureMethod
		}
		if at := f.madeBefore(q); c.kind == "" && at < q.start {
			c.start, c.kind = at, corpus.MeasureMethod
		}
		if c.kind != "" && (c.id == "" || c.start < q.start) {
			if f.isCommandments(q) {
				c.id = inner // in whatever words it is named
			}
			f.add(c)
		}
	}
}

// isExtent tells whether a noun at i says how much of a work there is: 里程, 面积.
func (f *measureFinder) isExtent(i int) bool {
	return slices.Contains([]string{"里程", "面积", "任务", "项目", "工程", "力度", "成效", "成果", "数量", "难度", "标准", "进度"}, f.slice(i, min(len(f.runes), i+2)))
}

// wrongWays may end the name of a way of doing wrong.
var wrongWays = []string{"方式", "模式", "办法", "做法", "手段"}

// widened gives where the name of a counted list in quotation marks begins: at
// what it lists for, 全面从严治党“两张清单”, where a verb stands before that.
func (f *measureFinder) widened(q quote) int {
	if !f.isGenericHead(q.inner) && !isCounted(f.runes[q.inner.start]) {
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

// isGenericHead tells whether the quoted name is a head noun alone, so that what
// stands before it says whose it is: 企业诉求“直通车”.
func (f *measureFinder) isGenericHead(inner span) bool {
	w, ok := f.longestAt(inner.start, roleHead)
	return ok && w.end == inner.end && inner.len() >= 3 && f.runes[inner.start] != '大' && f.words.kinds[w.row] == corpus.MeasureMethod
}

func isCounted(r rune) bool {
	return strings.ContainsRune("一二三四五六七八九十两双", r) || isDigit(r)
}

// kindOfName gives the kind of a quoted name without a head noun after it, or
// "" where it is none.
func (f *measureFinder) kindOfName(q quote) string {
	inner := f.runes[q.inner.start:q.inner.end]
	kind := f.headInside(q.inner)
	if len(inner) > 24 || strings.ContainsRune("要对", inner[0]) || slices.Contains(inner, '的') || len(inner) > 8 && containsAny(string(inner), []string{"，", ","}) ||
		len(inner) > 8 && slices.Contains(inner, '、') && !f.broughtAbout(q.start) {
		return "" // words of somebody, not a name
	}
	if w, ok := f.longestAt(q.inner.start, roleMake|roleUse); ok && len(inner) > 8 && w.end < q.inner.end && f.words.roles[w.row]&rolePlain == 0 {
		return "" // “健全风腐同查工作机制”
	}
	switch {
	case kind != "" && isCounted(inner[0]) && strings.ContainsRune("项个种大", inner[1]) && kind != corpus.MeasureDocument:
		return ""
	case kind != "":
		return kind
	case f.isCommandments(q):
		return corpus.MeasureDocument
	case isOneForOne(inner), isWayWithCases(inner), isCounted(inner[0]) && strings.HasSuffix(string(inner), "个是否"):
		return corpus.MeasureMethod
	case isSeason(inner) && !f.isWrong(q.start):
		return corpus.MeasureCampaign
	case f.isWayOfWork(q.inner) && (f.broughtAbout(q.start) || f.practised(q) || f.deepened(q.start)):
		return corpus.MeasureMethod
	case q.inner.len() <= 12 && (f.isListedWay(q.end) || (f.broughtAbout(q.start) && !f.hidesWrong(q.start) || f.practised(q)) && (f.endsName(q.end) || f.quoteStarting(q.end) != nil)):
		return corpus.MeasureMethod
	}
	return ""
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
var ways = []string{"工作模式", "工作方法", "监督模式", "办案模式", "模式", "做法"}

// wayAfter gives the end of 的 and one of ways after i, else i.
func (f *measureFinder) wayAfter(i int) int {
	if i >= len(f.runes) || f.runes[i] != '的' {
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

// deepened tells whether 深化, 加强 or the like stands right before i.
func (f *measureFinder) deepened(i int) bool {
	return slices.Contains([]string{"深化", "实践", "加强", "强化"}, f.slice(max(0, i-2), i))
}

// endsName tells whether the name that ends at i is a whole object: before a
// mark, or before 等, 工作, 做法.
func (f *measureFinder) endsName(i int) bool {
	return i >= len(f.runes) || strings.ContainsRune("，。；、,;！？等做（(\n", f.runes[i])
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

func orKind(kind, other string) string {
	if kind == "" {
		return other
	}
	return kind
}
