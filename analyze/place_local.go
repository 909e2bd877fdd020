package analyze

import "strings"

// local is a mention of a town, a village, a street office's area or a community:
// areas without a code of their own.
type local struct {
	span        // from the first character of its own name
	code string // of the county, "" unknown
	kind rune   // 镇, 乡, 村, 街 or 社
}

// findLocals finds the towns and villages into d.locals, by start.
func (a *Analyzer) findLocals(d *doc) {
	for i := 1; i < len(d.runes); i++ {
		end := i + 1
		switch d.runes[i] {
		case '镇', '乡', '村':
		case '街', '社':
			if end >= len(d.runes) || d.runes[i] == '街' && d.runes[end] != '道' || d.runes[i] == '社' && d.runes[end] != '区' {
				continue
			}
			end++
		default:
			continue
		}
		if n := len(d.locals); n > 0 && d.locals[n-1].end == i && d.runes[i] == '街' {
			d.locals[n-1].end, d.locals[n-1].kind = end, '街' // 中关村|街道
			continue
		}
		if s, ok := a.localName(d, i, end); ok {
			d.locals = append(d.locals, local{s, a.countyBefore(d, s.start), d.runes[i]})
		}
	}
}

// localName finds where the name that ends in the suffix text[i:end] begins.
func (a *Analyzer) localName(d *doc, i, end int) (span, bool) {
	if t := d.word(i); t.end > end && !belongsAfterLocal(d, end) {
		return span{}, false // 乡村, 镇长, 社区服务
	}
	par := d.paragraphs[d.paragraphAt(i)]
	floor := par.start
	if n := d.placeBefore(i); n >= 0 {
		floor = max(floor, d.places[n].end)
	}
	if n := len(d.locals); n > 0 {
		floor = max(floor, d.locals[n-1].end)
	}
	if floor+3 < i && d.slice(floor, floor+3) == "办事处" {
		floor += 3
	}
	if d.wholeAfterCounty(a.lex, floor, i) {
		return span{floor, end}, true
	}
	if from := d.listStart(floor, i); from > 0 && d.goesOnAsTown(end) && d.mayBeWhole(a.lex, from, i) {
		return span{from, end}, true
	}
	start, peoples := i, 0
	for start > floor && i-start-peoples < 4 {
		t := d.word(start - 1)
		from := max(t.start, floor, i-peoples-6)
		if people := strings.HasSuffix(d.text(span{from, start}), "族"); people && start-from > 1 && start+peoples == i {
			peoples += start - from // 柳树屯|蒙古族|满族|乡
		} else if t.end == end && t.start < i && !genericLocal(d, t.span) { // 店|前镇, not 农村
			if t.end = start; !a.namesLocal(d, t, 0) {
				break
			}
		} else if !a.namesLocal(d, t, i-start-peoples) && !(t.end == i && a.namesBeforeOrgan(d, t, end)) {
			break
		}
		start = from
	}
	if start < i && i-start > 2 && (d.runes[start] == '镇' || d.runes[start] == '乡') {
		start++ // …镇|宝塔村
	}
	return span{start, end}, start < i && i-start-peoples <= 5 && !genericLocal(d, span{start, end})
}

// wholeAfterCounty tells whether all that stands between a county, a town or a village
// and the suffix at i is the name, however the segmenter cut it: 某县|甘城|乡, 某乡|铺垭庙|村.
func (d *doc) wholeAfterCounty(l *lexicon, from, i int) bool {
	if i-from < 2 || i-from > 5 || i-from > 3 && !d.isSpelt(from, i) || !d.localOrPlaceEnds(from) {
		return false
	}
	if n := d.placeBefore(from); n >= 0 && d.places[n].end == from && (level(d.places[n].code) != 3 || !l.saysKind(d.text(d.places[n].span))) {
		return false
	}
	return d.mayBeWhole(l, from, i)
}

// goesOnAsTown tells whether a body, the next of a list or a village follows the name that ends at i.
func (d *doc) goesOnAsTown(i int) bool {
	if len(d.hitsAt(tableHeads, i)) > 0 || i < len(d.runes) && d.runes[i] == '、' {
		return true
	}
	next := d.slice(i, min(len(d.runes), i+5))
	return strings.Contains(next, "村") || strings.Contains(next, "社区")
}

// isSpelt tells whether the segmenter finds no word from i to j, as in names of other
// languages: 胡吉吐莫|镇.
func (d *doc) isSpelt(i, j int) bool {
	for ; i < j; i = d.word(i).end {
		if t := d.word(i); t.start == i && t.len() > 1 && t.end <= j && !strings.HasPrefix(t.pos, "nr") && !strings.HasPrefix(t.pos, "ns") && t.pos != "x" {
			return false
		}
	}
	return true
}

// listStart gives where the item of a list begins that ends two or three characters on, at i: 、|陬市|镇; else 0.
func (d *doc) listStart(floor, i int) int {
	for from := i - 2; from >= max(floor, i-3) && from > 0; from-- {
		if d.runes[from-1] == '、' {
			return from
		}
	}
	return 0
}

// mayBeWhole tells whether the words between may be the name of a town or a village.
func (d *doc) mayBeWhole(l *lexicon, from, i int) bool {
	for j := from; j < i; j = max(d.word(j).end, j+1) {
		t := d.word(j)
		word := d.text(t.span)
		if t.end > i && j-from > 1 && d.runes[j] == '城' {
			return false // 某县住房|城乡|建设局
		}
		if !isHan(d.runes[j]) || l.words[word] == useStop || t.end <= i && kindsOfVillage[word] || commonParticle(d.runes[j]) && (j == from || d.runes[j] != '一') || t.len() > 1 && (t.pos == "v" || t.pos == "r" || t.pos == "m" && strings.ContainsRune("个名家多十余", d.runes[t.end-1])) {
			return false
		}
	}
	return !strings.ContainsRune("农山渔新古老小", d.runes[i-1])
}

// belongsAfterLocal tells whether what follows the suffix speaks of the town though
// the segmenter joined them: 永和|镇党委.
func belongsAfterLocal(d *doc, end int) bool {
	switch d.runes[end] {
	case '村':
		return end+1 < len(d.runes) && strings.ContainsRune("委务民监支", d.runes[end+1]) // 芙蓉村|村务监督委员会
	case '党', '纪', '政', '人', '委', '支', '长', '原':
		return true
	}
	return false
}

// namesLocal tells whether a word may stand in the name of a town or a village of
// which have characters are already read.
func (a *Analyzer) namesLocal(d *doc, t token, have int) bool {
	word := d.text(t.span)
	if t.len() > 4 || t.len() > 1 && (a.lex.words[word] == useStop || strings.HasSuffix(word, "区") || strings.HasSuffix(word, "办事处")) || t.len() == 1 && commonParticle(d.runes[t.start]) {
		return false
	}
	switch t.pos {
	case "n", "ns", "nr", "nz", "ng", "zg", "j", "s", "a", "nt", "nrt", "nrfg", "f", "b", "an", "i", "t", "g":
		return t.len() < 4 && !(t.pos == "n" && t.len() >= 2 && have == 0 && !a.isName(word) && !d.localOrPlaceEnds(t.start))
	case "x":
		return isHan(d.runes[t.start])
	case "v", "vn", "d", "m", "p", "c", "q":
		return t.len() == 1 && (have == 1 || t.pos == "m" && d.localOrPlaceEnds(t.start)) // 充|仓|村, …镇|三|墩营|村
	}
	return false
}

// namesBeforeOrgan tells whether a common word is the name of a village whose body follows: 金坑|村|村委会.
func (a *Analyzer) namesBeforeOrgan(d *doc, t token, end int) bool {
	word := d.text(t.span)
	return t.pos == "n" && t.len() == 2 && a.lex.words[word] != useStop && !kindsOfVillage[word] && len(d.hitsAt(tableHeads, end)) > 0
}

// kindsOfVillage holds words that say what kind of village it is.
var kindsOfVillage = setOf("示范 贫困 重点 先进 文明 行政 自然 试点 后进 薄弱 中心 社区 问题 农业 旅游 山区 城郊 典型 街道 乡镇 民族 家乡 老家 生态 特色 品牌 清廉 廉洁 数字 智慧 所在 当地 辖区 城乡 基层 偏远 边远 美丽 和美 幸福 富裕 经济 工业 商贸 历史 文化")

// localOrPlaceEnds tells whether the name of an area, a town or a village ends at i.
func (d *doc) localOrPlaceEnds(i int) bool {
	if n := len(d.locals); n > 0 && d.locals[n-1].end == i {
		return true
	}
	if i > 3 && d.slice(i-3, i) == "办事处" {
		return true // 某街道办事处|八里岔社区
	}
	n := d.placeBefore(i)
	return n >= 0 && d.places[n].end == i
}

// isName tells whether a common word is known to name places too.
func (a *Analyzer) isName(word string) bool {
	return len(a.lex.gaz.Find(word, 0)) > 0
}

func commonParticle(r rune) bool {
	switch r {
	case '在', '到', '从', '由', '对', '向', '给', '把', '被', '将', '和', '与', '是', '有', '的', '了', '为', '以', '于', '让', '使', '至', '及', '各', '每', '一', '该', '本', '全', '某', '原', '任', '去', '赴', '当', '个', '请', '找', '包', '帮', '靠':
		return true
	}
	return false
}

// genericLocal tells whether the name says no more than what kind of place it is: 各村, 小镇, 古镇.
func genericLocal(d *doc, s span) bool {
	if r := d.runes[s.start]; r == '各' || r == '每' {
		return true
	}
	if s.len() > 2+boolInt(d.runes[s.end-1] == '道' || d.runes[s.end-1] == '区') {
		return false
	}
	switch d.runes[s.start] {
	case '各', '该', '本', '全', '某', '小', '古', '新', '老', '大', '一', '两', '多', '每', '城', '集', '山', '农', '家', '故', '同', '回', '下', '返', '进', '入', '到', '驻', '邻', '外', '我', '县', '市', '区', '省', '街', '乡', '镇', '村', '原', '渔', '边', '水', '他', '在', '离', '强', '弱', '穷':
		return true
	}
	return false
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// placeBefore gives the index of the last place that ends at or before i, or -1.
func (d *doc) placeBefore(i int) int {
	lo, hi := 0, len(d.places)
	for lo < hi {
		if mid := (lo + hi) / 2; d.places[mid].end <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}

// nearestIn gives the last county of the places up to the n-th that stand in s, else the last area there, or "".
func (d *doc) nearestIn(s span, n int) string {
	last := ""
	for j := n; j >= 0 && d.places[j].start >= s.start; j-- {
		switch p := d.places[j]; {
		case p.passing:
		case level(p.code) == 3:
			return p.code
		case last == "":
			last = p.code
		}
	}
	return last
}

// countyBefore gives the area that a town at i lies in: that named right before, else the last county named before, else the last area.
func (a *Analyzer) countyBefore(d *doc, i int) string {
	n := d.placeBefore(i)
	if n >= 0 && d.places[n].end == i && !d.places[n].passing {
		return d.places[n].code
	}
	if code := d.nearestIn(d.partOfSentence(i), n); code != "" {
		return code
	}
	for j := n; j >= 0 && j > n-8; j-- {
		if level(d.places[j].code) == 3 && !d.places[j].passing {
			return d.places[j].code
		}
	}
	if n >= 0 && !d.places[n].passing {
		return d.places[n].code
	}
	if d.title != nil && len(d.title.places) > 0 {
		return d.title.places[0].code
	}
	return d.home
}
