package analyze

import (
	"strings"

	"jiandu/corpus"
)

// Ways of working that are named by a word of manner and one of work, by who works
// together, or by what an action is against.

// inManners adds the ways of working that a word of manner and a word of work name:
// 交叉检查, 提级办理, 挂牌督办. The register decides on those that it has.
func (f *measureFinder) inManners() {
	for _, h := range f.hits[tableMeasureWords] {
		if f.words.roles[h.row]&roleManner == 0 {
			continue
		}
		w, ok := f.longestAt(h.end, roleWork)
		if ok && !f.crossesWord(h.start) && !f.hasObject(w.end) && f.registerRow(f.slice(h.start, w.end)) == nil {
			f.add(candidate{span{h.start, w.end}, "", corpus.MeasureMethod, rulePattern})
		}
	}
}

// crossesWord tells whether i is inside a word of the text.
func (f *measureFinder) crossesWord(i int) bool {
	return f.inWord(i) && f.word(i).start < i
}

// workObjects follow a verb of work whose object they are, and go on with a word.
var workObjects = []string{"力量", "触角", "重心", "关口", "链条", "全", "对象", "视野", "探头", "执纪", "组", "室", "员", "人", "到", "至", "各", "责任", "单位", "职责"}

// hasObject tells whether what follows i makes the words before it a verb with its
// object, or the name of people: 下沉监督|力量, 巡回督导|组.
func (f *measureFinder) hasObject(i int) bool {
	rest := f.slice(i, min(len(f.runes), i+2))
	for _, w := range workObjects {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// partners are the short names of those who work together: 纪巡联动, 校地联动.
const partners = "纪巡审组监财信警检税企统校室地派访村镇府院"

// jointWork adds the joint work of partners that 联动 at i ends.
func (f *measureFinder) jointWork(i int) {
	if i+2 > len(f.runes) || f.runes[i+1] != '动' {
		return
	}
	start := i
	for start > 0 && i-start < 5 && strings.ContainsRune(partners, f.runes[start-1]) {
		start--
	}
	if i-start < 2 || f.crossesWord(start) {
		return
	}
	end := i + 2
	if t := f.tail(end); t.last&roleHead != 0 {
		end = t.end
	}
	f.add(candidate{span{start, end}, "", corpus.MeasureMechanism, rulePattern})
}

// strike adds the action that 行动 at i ends and a verb far before it begins:
// 整治违规收“红包”及购物卡行动.
func (f *measureFinder) strike(i int) {
	end := i + 2
	if end > len(f.runes) || f.runes[i+1] != '动' || end < len(f.runes) && strings.ContainsRune("起计方指力派队组自", f.runes[end]) {
		return
	}
	for at := f.leftLimit(i); at+6 <= i; at++ {
		w, ok := f.longestAt(at, roleStrike)
		if !ok || f.crossesWord(at) {
			continue
		}
		if object := f.slice(w.end, i); i-w.end >= 4 && f.runes[w.end] != '的' && !containsAny(object, actingWords) {
			f.add(candidate{span{at, end}, "", corpus.MeasureCampaign, rulePattern})
		}
		return
	}
}

// actingWords before 行动 speak of acting, or end a name of their own.
var actingWords = []string{"采取", "统一", "联合", "执法", "具体", "实际", "自觉", "专项", "工作", "开展", "集中", "攻坚", "提升", "的"}
