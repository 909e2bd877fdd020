package analyze

import (
	"slices"
	"strings"

	"jiandu/corpus"
)

// Names whose head stands before what they are about (专项整治…问题), or far from it
// (出台严禁…的规定).

// maxObject is the most code points between a head and the word that ends its object.
const maxObject = 40

// cleanUps begin the name of a campaign whose object follows: 专项整治违规吃喝问题.
var cleanUps = []string{"专项整治", "集中整治", "专项治理", "集中治理", "专项清理"}

// cleanUp adds the campaign that begins at i with one of cleanUps and ends with 问题
// or 乱象 at the end of its clause. Its id is the same name with the head last.
func (f *measureFinder) cleanUp(i int) {
	from := i + 4
	head := f.slice(i, min(from, len(f.runes)))
	if !slices.Contains(cleanUps, head) {
		return
	}
	for end := from; end < min(len(f.runes), from+maxObject); end++ {
		if !f.endsObject(end) {
			if strings.ContainsRune("，。；：！？,;\n", f.runes[end]) {
				return
			}
			continue
		}
		object := f.slice(from, end)
		if end-from >= 6 && !strings.ContainsRune("的工中和与，了", f.runes[from]) && f.slice(from, from+2) != "行动" && !containsAny(object, []string{"开展", "发现", "查处", "推动", "走过场", "等问题"}) && !isDigit(f.runes[from]) {
			f.add(candidate{span{i, end}, normalName(object + head), corpus.MeasureCampaign, rulePattern})
		}
		return
	}
}

// endsObject tells whether 问题, 乱象 or 腐败 ends the clause at end, or stands there before 工作.
func (f *measureFinder) endsObject(end int) bool {
	last := f.slice(max(0, end-2), end)
	if last != "问题" && last != "乱象" && last != "腐败" {
		return false
	}
	return f.endsName(end) || slices.Contains(afterObjects, f.slice(end, min(len(f.runes), end+2)))
}

// afterObjects may follow the object of a campaign.
var afterObjects = []string{"工作", "阶段", "取得", "成效", "情况", "以来"}

// ruleNouns follow the count of the rules that a body has issued.
var ruleNouns = []string{"规定", "要求", "禁令", "铁律", "铁规", "措施"}

// countedRules adds the rules that 条 or 项 at i counts, with the body before the
// count: 省委20条要求. What any body may do (出台20条措施) has no body right before it.
func (f *measureFinder) countedRules(i int) {
	end := i + 3
	if end > len(f.runes) || !slices.Contains(ruleNouns, f.slice(i+1, end)) {
		return
	}
	count := i
	for count > 0 && isCounted(f.runes[count-1]) {
		count--
	}
	if count == i || f.slice(count, i) == "八" {
		return // 中央八项规定 is a norm of its own
	}
	for _, m := range f.unitsIn(span{max(0, count-12), count}) {
		if m.end == count {
			f.add(candidate{span{m.start, end}, "", corpus.MeasureDocument, rulePattern})
		}
	}
}

// issuedHeads end the description of a document that has no 《》.
var issuedHeads = []string{"若干规定", "若干措施", "实施意见", "实施办法", "工作方案", "实施方案", "通报", "通知", "意见", "规定", "办法", "通告", "公告"}

// issued adds the document whose 的 and head stand at i, after a verb that issues
// one: 印发关于…的通知, 出台严禁…的规定.
func (f *measureFinder) issued(i int) {
	end := 0
	for _, h := range issuedHeads {
		if f.slice(i+1, min(len(f.runes), i+1+len([]rune(h)))) == h {
			end = i + 1 + len([]rune(h))
			break
		}
	}
	if end == 0 || f.isCutShort(end) {
		return
	}
	clause := f.clauseAt(i)
	limit := max(clause.start, i-maxOpenName-8)
	start := -1
	for at := limit; at < i; at++ {
		if w, ok := f.longestAt(at, roleIssue); ok && w.end <= i {
			start = w.end
			break
		}
		if f.slice(at, at+2) == "关于" {
			start = at
			break
		}
	}
	if start < 0 {
		return
	}
	if f.runes[start] == '了' {
		start++
	}
	if i-start >= 6 && f.runes[start] != '的' && !f.isPlain(start, i) {
		f.add(candidate{span{start, end}, "", corpus.MeasureDocument, ruleHead})
	}
}
