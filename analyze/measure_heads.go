package analyze

import (
	"slices"
	"strings"

	"jiandu/corpus"
)

// leastModifier is the least length of what stands before 机制, 制度 and the like:
// 协调机制 or 问责制度 name nothing in particular.
const leastModifier = 3

// headed finds names that a head noun ends: 建立“四风”问题线索移送机制,
// 居民自建房安全专项整治.
func (f *measureFinder) headed() {
	before := len(f.found)
	lastEnd := -1 // of the last name found, so that a list shares its verb
	for _, h := range f.hits[tableMeasureWords] {
		if f.words.roles[h.row]&roleOpen == 0 || h.start < lastEnd {
			continue
		}
		if longer, _ := f.longestAt(h.start, roleOpen); longer.end != h.end {
			continue
		}
		if t := f.tail(h.end); t.last&roleHead != 0 && t.word != "建设" || f.isCutShort(h.end) {
			continue // 联动机制 ends with 机制, 责任制度 with 制度
		}
		if c, ok := f.headedName(h, lastEnd); ok {
			f.add(c)
			lastEnd = c.end
		}
	}
	if len(f.found)-before > max(mostHeaded, len(f.runes)/perHeaded) {
		f.found = slices.DeleteFunc(f.found, func(c candidate) bool {
			return c.rule == ruleHead && (c.kind == corpus.MeasureMechanism || c.kind == corpus.MeasureMethod)
		})
	}
}

// mostHeaded is the most open names of a report, in a long one a name for each
// perHeaded code points: a text with more is a plan, and the systems and mechanisms
// that it says shall be improved are its aims.
const (
	mostHeaded = 40
	perHeaded  = 250
)

// headedName gives the name that ends with the head h.
func (f *measureFinder) headedName(h hit, lastEnd int) (candidate, bool) {
	kind := f.words.kinds[h.row]
	campaign := kind == corpus.MeasureCampaign
	limit := f.leftLimit(h.start)
	start, verb := f.cut(limit, h.start, kind)
	if and := lastEnd; and > limit && and < h.start && strings.ContainsRune("和与及", f.runes[and]) {
		start, verb = and+1, true // 建立甲制度和|乙制度
	}
	if !verb && limit > 0 && f.runes[limit-1] == '、' {
		verb = limit-1 == lastEnd || f.verbBefore(limit-1)
	}
	start = f.trim(start, h.start, campaign)
	verb = verb || f.isMadeAfter(h.end, f.slice(start, h.start)) || f.restsOn(start)
	if kind != corpus.MeasureDocument {
		start = f.afterVerbs(start, h.start)
	}
	c := candidate{span{start, h.end}, "", kind, ruleHead}
	switch {
	case f.endsSlogan(c.span):
		return c, false
	case campaign && h.start > 0 && f.runes[h.start-1] == '等' && f.aimsBefore(h.start-1) < h.start:
		c.start = f.aimsBefore(h.start - 1)
		return c, true
	case f.isPlain(start, h.start) || f.words.roles[h.row]&roleBare != 0 || campaign && f.isOne(start):
		if c, ok := f.aimedCampaign(h, limit); ok && campaign {
			return c, true
		}
		c.start, c.rule = h.start, ruleBare
		return c, campaign
	case f.isMadeWord(start), h.start > 0 && strings.ContainsRune("和与及", f.runes[h.start-1]), f.afterCounter(h.start):
		return c, false
	case campaign:
		c.start = f.withItemBefore(f.withStrike(start, limit), limit)
		return c, (h.start-start >= 3 || slices.Contains(shortAims, f.slice(start, h.start))) && f.isAimed(span{start, h.start}, limit)
	}
	return c, h.start-start >= leastModifier && f.isNameOf(c, h, verb)
}

// shortAims are what campaigns with a short name are aimed at: 低保专项清理.
var shortAims = []string{
	"低保", "公车", "医保", "社保", "殡葬", "粮食", "烟草", "养老", "校服", "教辅", "供水", "供气", "物业", "燃气", "消防", "欠薪",
	"耕地", "招生", "食堂", "公款", "月饼", "会所", "河道", "采砂", "矿山", "扶贫", "危房", "电价", "水价", "隐患", "医药", "彩票",
}

// isAimed tells whether s may be the aim of a campaign, whose clause begins at limit:
// no body that holds it, and no adjective with 的 unless it says against what.
func (f *measureFinder) isAimed(s span, limit int) bool {
	aim := f.text(s)
	if endsAny(aim, bodies) || strings.HasSuffix(aim, "时间") {
		return false
	}
	if w, ok := f.longestAt(s.start, roleStrike); ok && w.end+2 < s.end {
		return true // 打击非法行医的|专项行动
	}
	return f.runes[s.end-1] != '的' || containsAny(aim, []string{"问题", "领域", "乱象", "腐败"}) ||
		s.len() > 4 && containsAny(f.slice(f.clauseAt(limit).start, s.start), []string{"对", "针对"})
}

// isOne tells whether 一场 or the like stands before i: 一场兴利除弊的|专项整治
// describes a campaign that has its name elsewhere.
func (f *measureFinder) isOne(i int) bool {
	return i >= 2 && slices.Contains([]string{"一场", "这场", "一次", "这次"}, f.slice(i-2, i))
}

// adverbs may stand between a name and the verb that brings it about.
var adverbs = []string{"进一步", "不断", "日益", "逐步", "更加", "全面", "正式", "初步", "基本", "得到", "得以", "也", "已"}

// governing words stand in the names of what supervises or governs.
var governing = []string{"监督", "监管", "监察", "巡视", "巡察", "纪检", "审计", "督查", "问责", "追责", "考核", "廉", "腐", "治理", "惩", "举报", "信访", "线索", "协作", "联动", "贯通", "协同", "通报", "公开", "防控", "预警", "整改"}

// isMadeAfter tells whether a verb that brings a measure about follows the name
// that ends at i: 四级巡察工作体系|进一步完善.
func (f *measureFinder) isMadeAfter(i int, name string) bool {
	if !containsAny(name, governing) {
		return false
	}
	for range 2 {
		for _, w := range adverbs {
			if end := i + len([]rune(w)); end <= len(f.runes) && f.slice(i, end) == w {
				i = end
				break
			}
		}
	}
	w, ok := f.longestAt(i, roleMake)
	return ok && f.endsName(w.end)
}

// restsOn tells whether the name at i follows 以…为…的, which only what has been
// made is said to rest on: 以章程为根本、以制度为支撑的|监督制度体系.
func (f *measureFinder) restsOn(i int) bool {
	if i < 2 || f.runes[i-1] != '的' {
		return false
	}
	from := f.sentenceStart(i)
	before := f.slice(max(from, i-60), i)
	on := strings.LastIndex(before, "以")
	return on >= 0 && strings.Contains(before[on:], "为")
}

// sentenceStart gives where the sentence that holds i begins.
func (f *measureFinder) sentenceStart(i int) int {
	for k := i; k > 0 && i-k < 80; k-- {
		if strings.ContainsRune("。！？\n", f.runes[k-1]) {
			return k
		}
	}
	return max(0, i-80)
}

// aimedCampaign gives the campaign whose aim stands before the verb:
// 对漠视群众利益问题开展|专项整治. Its name is the aim, the verb and the head.
func (f *measureFinder) aimedCampaign(h hit, limit int) (candidate, bool) {
	aim := h.start
	for i := max(limit, h.start-6); i < h.start; i++ {
		if w, ok := f.longestAt(i, roleUse); ok && w.end <= h.start {
			aim = i
			break
		}
	}
	if !endsAny(f.slice(limit, aim), []string{"问题", "领域", "乱象", "行为", "现象"}) {
		return candidate{}, false
	}
	start, _ := f.cut(limit, aim, corpus.MeasureCampaign)
	start = f.trim(start, aim, true)
	c := candidate{span{start, h.end}, "", corpus.MeasureCampaign, ruleHead}
	return c, aim-start >= 4 && !f.isPlain(start, aim)
}

// bodies end a subject: 各级纪检监察机关集中整治 is what they do, no name.
var bodies = []string{"机关", "监委", "部门", "组织", "政府", "党委", "纪委", "各地", "单位"}

// withItemBefore gives where a campaign's name begins that is a list: the name
// starts at start, which is limit, and 、 stands before it:
// 深化形式主义、官僚主义专项整治.
func (f *measureFinder) withItemBefore(start, limit int) int {
	if start != limit || limit < 3 || f.runes[limit-1] != '、' {
		return start
	}
	from := f.leftLimit(limit - 1)
	before, verb := f.cut(from, limit-1, corpus.MeasureCampaign)
	before = f.afterVerbs(f.trim(before, limit-1, true), limit-1)
	if n := limit - 1 - before; verb && n >= 2 && n <= 8 && before > from {
		return before
	}
	return start
}

// mostAims is the most code points of the aims that a campaign lists.
const mostAims = 40

// holding are verbs that hold a campaign.
var holding = []string{"开展", "部署", "推进", "实施", "启动"}

// aimsBefore gives where the list of aims that ends at i begins, after the verb of
// its clause: 开展|殡葬、养老服务、供水供气等专项整治. Where there is none it gives i+1.
func (f *measureFinder) aimsBefore(i int) int {
	from := max(f.clauseAt(i).start, i-mostAims)
	listed := -1
	for at := i - 1; at >= from; at-- {
		if f.runes[at] == '、' {
			listed = at
		}
		if slices.Contains(holding, f.slice(at, at+2)) {
			if listed > at+2 {
				return at + 2
			}
			break
		}
	}
	return i + 1
}

// withStrike gives where a campaign's name begins that says against what it is, and
// the like: 严厉打击非法制售口罩等|防护产品专项执法行动.
func (f *measureFinder) withStrike(start, limit int) int {
	if start == limit || f.runes[start-1] != '等' {
		return start
	}
	for at := limit; at < start; at++ {
		if _, ok := f.longestAt(at, roleStrike); ok && !f.crossesWord(at) {
			return at
		}
	}
	return start
}

// isNameOf tells whether the name c, which the head h ends, is one: a system must
// be of software (not 消防系统), a store of data needs no verb before it.
func (f *measureFinder) isNameOf(c candidate, h hit, verb bool) bool {
	head, name := f.text(h.span), f.slice(c.start, h.start)
	switch {
	case containsAny(name+head, []string{"八项规定", "按规定", "按照", "有关规定", "相关规定", "体制机制", "党和国家监督体系", "违反"}):
		return false
	case head == "模式" && containsAny(name, wrongs):
		return false
	case head == "制度" && f.isBroken(h.end), endsAny(name, danglers):
		return false
	case head == "系统":
		return verb && !strings.HasSuffix(name, "化") && containsAny(name, softwareWords)
	case head == "平台" && endsAny(name, meetings):
		return false
	case strings.HasSuffix(head, "库"):
		return true
	}
	return verb
}

// meetings are what a platform that is no software is for.
var meetings = []string{"交流", "协作", "协调", "沟通", "学习", "展示", "对话", "合作", "发展", "创业", "融资", "就业", "互动"}

// danglers end no name: what stands before the head is no modifier of it.
var danglers = []string{"和", "与", "及", "或", "提供", "强化", "完善", "加强", "更多", "这些", "一个", "用", "新", "各类", "有力", "领域", "方面", "这一", "这个"}

// wrongs are done after a pattern, but the pattern is no measure.
var wrongs = []string{"公款", "牟利", "作案", "受贿", "腐败", "敛财", "犯罪", "利益输送", "违规", "违法"}

// afterCounter tells whether a count stands before i: 3本|台账, 5项|制度.
func (f *measureFinder) afterCounter(i int) bool {
	return i > 1 && strings.ContainsRune("项本个份张套条类", f.runes[i-1]) && isCounted(f.runes[i-2])
}

// endsSlogan tells whether a term of slogans.tsv of four characters or more ends
// the span: 国家治理体系.
func (f *measureFinder) endsSlogan(s span) bool {
	hits := f.hits[tableSlogans]
	for k := firstHit(hits, s.start-4); k < len(hits) && hits[k].start < s.end; k++ {
		if hits[k].end == s.end && hits[k].len() >= 4 {
			return true
		}
	}
	return false
}

// isCutShort tells whether the word that ends at i goes on: 责任制|度, 检查|组.
func (f *measureFinder) isCutShort(i int) bool {
	return i > 0 && i < len(f.runes) && (f.runes[i-1] == '制' && f.runes[i] == '度' || strings.ContainsRune("器员组团室科队", f.runes[i]) || f.slice(i, min(len(f.runes), i+2)) == "小组")
}

// isBroken tells whether what follows i makes the word before it another one, or
// speaks of its lack: 制度化, 制度性, 制度短板.
func (f *measureFinder) isBroken(i int) bool {
	rest := f.slice(i, min(len(f.runes), i+2))
	return containsAny(rest, []string{"化", "性", "短板", "漏洞", "笼子", "优势", "成果", "缺", "不", "空", "保障"})
}

var softwareWords = []string{"智", "数", "信息", "线上", "在线", "网", "电子", "云", "监测", "预警", "查询", "举报", "软件", "监管", "监督"}

func endsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// verbBefore tells whether a verb that brings a measure about, or puts it to
// use, stands in the clause before i: the item before shares its verb.
func (f *measureFinder) verbBefore(i int) bool {
	for at := max(f.clauseAt(i).start, i-maxOpenName); at < i; at++ {
		if _, ok := f.longestAt(at, roleMake|roleUse); ok {
			return true
		}
	}
	return false
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
