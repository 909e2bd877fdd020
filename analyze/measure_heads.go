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
