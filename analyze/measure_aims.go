package analyze

import (
	"slices"
	"strings"

	"jiandu/corpus"
)

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
	if f.endsHead(limit - 1) {
		return start // 甲专项监督、|乙专项检查
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
