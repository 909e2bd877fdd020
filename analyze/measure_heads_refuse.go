package analyze

import (
	"slices"
	"strings"
)

// isNameOf tells whether the name c, which the head h ends, is one: a system must
// be of software (not 消防系统), a store of data needs no verb before it.
func (f *measureFinder) isNameOf(c candidate, h hit, verb bool) bool {
	head, name := f.text(h.span), f.slice(c.start, h.start)
	switch {
	case containsAny(name+head, []string{"八项规定", "按规定", "按照", "有关规定", "相关规定", "体制机制", "党和国家监督体系", "违反"}):
		return false
	case (head == "模式" || head == "平台") && containsAny(name, wrongs), isVague(name), f.isCountedAt(h.end) && h.len() == 2:
		return false // 修订管理办法|21项 names none of them
	case head == "制度" && f.isBroken(h.end), endsAny(name, danglers):
		return false
	case head == "系统":
		return verb && !strings.HasSuffix(name, "化") && containsAny(name, softwareWords)
	case head == "平台" && endsAny(name, meetings):
		return false
	case strings.HasSuffix(head, "库"):
		return true
	case (head == "制度" || head == "机制" || head == "体系") && f.isImproved(c.start) && !containsAny(name, governing) && !f.speaksOfSupervision(c.start):
		return false
	}
	return verb
}

// isImproved tells whether the name at i is of something that there is, and that shall be
// better: 健全|…制度, not 建立|…制度.
func (f *measureFinder) isImproved(i int) bool {
	return slices.Contains(improvements, f.slice(max(0, i-2), i))
}

var improvements = []string{"健全", "完善", "加强", "改进", "深化", "强化", "优化", "改革"}

// speaksOfSupervision tells whether the paragraph that holds i does, and not of the economy
// or the work of the state, all of whose systems shall be improved.
func (f *measureFinder) speaksOfSupervision(i int) bool {
	if n := f.paragraphAt(i) + 1; n != f.spoken.paragraph {
		f.spoken.paragraph, f.spoken.ofSupervision = n, containsAny(f.text(f.paragraphs[n-1]), supervising)
	}
	return f.spoken.ofSupervision
}

var supervising = []string{"纪委", "监委", "纪检", "监察", "巡视", "巡察", "廉", "腐", "作风", "督查", "问责", "党内", "处分", "以案", "整治", "整改", "干部"}

// isVague tells whether the name begins with a word that says no more than which of
// several is meant: 其|实施细则, 相关|收费办法, 多家|平台.
func isVague(name string) bool {
	for _, w := range vague {
		if strings.HasPrefix(name, w) {
			return true
		}
	}
	return strings.HasPrefix(name, "不想腐") // of the doctrine
}

var vague = []string{"其", "相关", "有关", "多家", "多个", "一些", "部分", "某些", "若干", "专门工作"}

// meetings are what a platform that is no software is for.
var meetings = []string{"交流", "协作", "协调", "沟通", "学习", "展示", "对话", "合作", "发展", "创业", "融资", "就业", "互动"}

// danglers end no name: what stands before the head is no modifier of it.
var danglers = []string{"和", "与", "及", "或", "提供", "强化", "完善", "加强", "更多", "这些", "一个", "用", "新", "各类", "有力", "领域", "方面", "这一", "这个", "一系列"}

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

// isCutShort tells whether the word that ends at i goes on: 责任制|度, 检查|组, 工作法|治化.
func (f *measureFinder) isCutShort(i int) bool {
	return i > 0 && i < len(f.runes) && (f.runes[i-1] == '制' && f.runes[i] == '度' || f.runes[i-1] == '年' && f.runes[i] == '度' || f.runes[i-1] == '法' && strings.ContainsRune("治律规", f.runes[i]) || strings.ContainsRune("器员组团室科队", f.runes[i]) || f.slice(i, min(len(f.runes), i+2)) == "小组")
}

// isBroken tells whether what follows i makes the word before it another one, or
// speaks of its lack: 制度化, 制度性, 制度短板.
func (f *measureFinder) isBroken(i int) bool {
	rest := f.slice(i, min(len(f.runes), i+2))
	return containsAny(rest, []string{"化", "性", "短板", "漏洞", "笼子", "优势", "成果", "缺", "不", "空", "保障"})
}

var softwareWords = []string{"智", "数", "信息", "线上", "在线", "网", "电子", "云", "监测", "预警", "查询", "举报", "软件", "监管", "监督"}

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
