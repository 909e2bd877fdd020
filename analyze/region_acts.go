package analyze

import (
	"strconv"
	"strings"
)

// acts tells whether the i-th place stands as one that acts or has cases: at the
// start of a clause, or before a count of people or cases.
func (d *doc) acts(i int) bool {
	first := i
	for first > 0 && d.places[first-1].end == d.places[first].start {
		first--
	}
	start, end := d.places[first].start, d.places[i].end
	if d.saidAgain(i) {
		end = d.places[i+1].end
	}
	if end >= len(d.runes) || d.namesThing(start, end) {
		return false
	}
	if d.isDigest() && d.hasEvent(start, end) {
		return true
	}
	if leadsArea(d.slice(end, min(len(d.runes), end+4))) || d.slice(end, min(len(d.runes), end+3)) == "的纪检" {
		return true
	}
	if d.listActs(i) {
		return true
	}
	switch d.runes[end] {
	case '、', '和', '与', '等', '至', '\n', '”', '》', '的':
		return false
	}
	if d.isPublishedAt(start) && d.hasProblem(end) {
		return true
	}
	if start > 0 && d.runes[start-1] == '至' {
		return false // 甲市至|乙市
	}
	if isDigit(d.runes[end]) {
		return !d.isYearAt(end)
	}
	if start == 0 {
		return true
	}
	if d.slice(max(0, start-2), start) == "进驻" {
		return true // 督察组进驻|某省
	}
	if d.runes[start-1] == '在' {
		return d.runes[end] == '，' || d.runes[end] == ',' || level(d.places[i].code) == 3 && d.isWorkedIn(end)
	}
	return d.startsClause(start) || first < i && level(d.places[i].code) == 3 && d.hasProblem(end)
}

// isPublishedAt tells whether a verb ends at i that makes a case known: 公开通报|, 曝光了|.
func (d *doc) isPublishedAt(i int) bool {
	return endsAny(strings.TrimSuffix(d.slice(max(0, i-3), i), "了"), []string{"通报", "曝光", "查处"})
}

// isYearAt tells whether a year stands at i: 北京|2022年冬奥会.
func (d *doc) isYearAt(i int) bool { return i+4 < len(d.runes) && d.runes[i+4] == '年' }

// isOrigin tells whether a place is where someone comes from, or stands in someone's
// career: 湖南祁东|人, 曾任某市副市长.
func (d *doc) isOrigin(p place) bool {
	if p.end+1 < len(d.runes) && d.runes[p.end] == '人' && strings.ContainsRune("，。,；", d.runes[p.end+1]) {
		return true
	}
	return d.tellsCareer(p.start)
}

// isWorkedIn tells whether the work done in a place stands at i: 在某县|进行检查.
func (d *doc) isWorkedIn(i int) bool {
	switch d.text(d.word(i).span) {
	case "进行", "开展", "发现", "暗访", "检查", "抽查", "走访", "调查", "核查", "督查", "督导":
		return true
	}
	return false
}

// hasProblem tells whether the clause at i goes on to a problem or a case: 某省某县|…造假问题.
func (d *doc) hasProblem(i int) bool {
	rest := d.slice(i, min(d.clauseAt(i).end, i+30))
	return containsAny(rest, []string{"问题", "案件", "事故", "事件"})
}

// startsClause tells whether a mark stands before i, or nothing.
func (d *doc) startsClause(i int) bool {
	if i == 0 || strings.ContainsRune("\n。，,；;“：:！？", d.runes[i-1]) {
		return true
	}
	switch d.slice(max(0, i-2), i) {
	case "其中", "比如", "例如", "譬如":
		return true
	}
	return false
}

// endsTime tells whether a time that frames the clause ends at i: 1至9月|, 上半年|, 去年以来|.
func (d *doc) endsTime(i int) bool {
	return endsAny(d.slice(max(0, i-2), i), []string{"月", "半年", "季度", "以来", "年底", "年末", "日前", "近日", "近期", "期间"})
}

// listActs tells whether the i-th place stands in a list of places that act: one that
// begins a clause and ends in 等省, 等地 and the like (山西、江苏等省) or before what they
// do (甲县、乙县分别…), or one of three or more that something is done to (对甲省、乙省、丙省开展…).
func (d *doc) listActs(i int) bool {
	first, last := i, i
	for first > 0 && i-first < 30 && d.listed(d.places[first-1].end, d.places[first].start) {
		first--
	}
	for last+1 < len(d.places) && last-i < 30 && d.listed(d.places[last].end, d.places[last+1].start) {
		last++
	}
	start, end := d.places[first].start, d.places[last].end
	if first == last || end+2 > len(d.runes) || d.chained(first, last) {
		return false
	}
	if d.startsClause(start) || d.endsTime(start) {
		return d.closesAsAreas(end, last-first+1) || d.verbAt(end)
	}
	return last-first > 1 && strings.ContainsRune("对向", d.runes[start-1]) && (d.closesAsAreas(end, last-first+1) || d.verbAt(end))
}

// chained tells whether the places from first to last are one chain, no list: 湖南省衡阳市.
func (d *doc) chained(first, last int) bool {
	for i := first; i < last; i++ {
		if d.places[i].end < d.places[i+1].start {
			return false
		}
	}
	return true
}

// closesAsAreas tells whether 等省, 等5市, 三省 or the like stands at i, behind so many
// places: 甲市、乙市等20个市 are only some of those meant.
func (d *doc) closesAsAreas(i, listed int) bool {
	end, ok := d.closesList(i)
	if !ok || d.runes[i] != '等' {
		return ok
	}
	number, _, counted := strings.Cut(d.slice(i+1, end), "个")
	n, err := strconv.Atoi(number)
	return !counted || err != nil || n <= listed
}

// verbAt tells whether a verb stands at i, or 分别 and the like before one.
func (d *doc) verbAt(i int) bool {
	t := d.word(i)
	switch d.text(t.span) {
	case "分别", "均", "都", "也", "先后", "已", "共", "相继", "陆续", "各", "还":
		return t.start == i
	}
	return t.start == i && (t.pos == "v" || t.pos == "d" || t.pos == "ad")
}

// leadsArea tells whether the post of the head of an area begins the text: 原副市长.
func leadsArea(s string) bool {
	rest, former := strings.CutPrefix(s, "原")
	rest, deputy := strings.CutPrefix(rest, "副")
	if !former && !deputy {
		return false
	}
	for _, w := range [...]string{"省长", "市长", "县长", "区长", "州长"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// inCaption tells whether i stands in the caption of a photograph.
func (d *doc) inCaption(i int) bool {
	text := d.text(d.paragraphs[d.paragraphAt(i)])
	return strings.HasSuffix(text, "摄") || strings.HasSuffix(text, "供图") || strings.HasSuffix(text, "摄）") || strings.HasSuffix(text, "摄)")
}
