package analyze

// verb is a verb of a sentence that may govern a figure.
type verb struct {
	span
	class class
	weak  bool // known by its part of speech only
}

// verbsIn gives the verbs of a span in order: those of the table, and words that
// the segmenter takes for verbs. Names of units, 《》 and short quotations hold none.
func (a *Analyzer) verbsIn(d *doc, s span, out []verb) []verb {
	mentions := d.unitsIn(s)
	for i := s.start; i < s.end; {
		for len(mentions) > 0 && mentions[0].start < i {
			mentions = mentions[1:]
		}
		if len(mentions) > 0 && mentions[0].start == i {
			i = max(i+1, mentions[0].end)
			continue
		}
		if end := quotationEnd(d.runes, i, s.end); end > i {
			i = end
			continue
		}
		if !d.startsToken(i) {
			if isOneOf(d.runes, i, "达") && i+1 < s.end && isDigit(d.runes[i+1]) && d.word(i).pos[0] == 'n' {
				out = append(out, verb{span: span{i, i + 1}, class: classState}) // 约谈面|达100%
			}
			i++
			continue
		}
		if comparative(d.runes[s.start:s.end], i-s.start) {
			out = append(out, verb{span: span{i, i + 1}, class: classState}) // 比去年同期|多1.2亿元
			i++
			continue
		}
		v, ok := a.verbAt(d, i, s.end)
		if !ok {
			i = max(i+1, min(d.word(i).end, s.end))
			continue
		}
		out = append(out, v)
		i = v.end
	}
	return out
}

// verbAt gives the verb that begins with the word at i.
func (a *Analyzer) verbAt(d *doc, i, limit int) (verb, bool) {
	if i > 1 && ruledOut(d.runes[i-2], d.runes[i-1], d.runes[i]) {
		return verb{}, false
	}
	t := d.word(i)
	end, c := a.lex.figures.actions.longest(d.runes, i, limit)
	if n := adverbial(d.runes, i); n > 0 && t.start == i && t.len() == n+2 && t.end <= limit && end < t.end {
		if e, c := a.lex.figures.actions.longest(d.runes, i+n, t.end); e == t.end && c.is(classAct|classState) {
			return verb{span: span{i + n, e}, class: c}, true // 深入|开展, 共|收缴
		}
	}
	if c.is(classStop) {
		if t.start == i && t.end == end || end-i > t.len() && d.startsToken(end) {
			return verb{}, false
		}
		end = i
	}
	if end > i && (d.startsToken(end) || end-i >= 4 || t.start == i && (t.len() == 4 || t.len() > 4 && t.pos[0] != 'n') || isOneOf(d.runes, end, "在到至了为出给")) && (end-i > 1 || t.end == end && (c.is(classState) || beforeFigure(d.runes, end))) {
		if nominal(d.runes, i, end) && c.is(classAct) {
			c = classNoun
		}
		return verb{span: span{i, end}, class: c}, true
	}
	if end == i && t.start == i && t.len() == 4 && t.end <= limit && t.pos[0] != 'v' {
		if e, c := a.lex.figures.actions.longest(d.runes, i+2, t.end); e == t.end && c.is(classNoun) && c.is(classAct) {
			return verb{span: span{i, e}, class: classNoun}, true // 突击检查
		}
	}
	if brings(d, t, limit) {
		return verb{span: span{i, t.end + 1}, class: classAct}, true // 圈出, 编成, 识别出
	}
	if t.start == i && t.end <= limit && (t.pos == "v" || t.pos == "vi" || t.pos == "vd") && !weakStop(d.runes, t.span) && !nominal(d.runes, t.start, t.end) &&
		(t.len() > 1 || beforeFigure(d.runes, t.end)) {
		return verb{span: t.span, class: classAct, weak: true}, true
	}
	return verb{}, false
}

// ruledOut tells, by the two characters before, words that are no verbs there: 未经|批准, 下降到|只有0.6%.
func ruledOut(before, last, first rune) bool {
	switch last {
	case '经':
		return before == '未'
	case '到', '至', '为':
		return first == '只' || first == '仅'
	}
	return false
}

// comparative tells the adjectives that measure a figure against another time: 比上年同期少30件, 同比多12件.
func comparative(text []rune, i int) bool {
	switch text[i] {
	case '多', '少', '高', '低':
	default:
		return false
	}
	if !beforeFigure(text, i+1) {
		return false
	}
	for k := i - 1; k >= max(0, i-10) && isWordRune(text[k]); k-- {
		if isOneOf(text, k, "比较") {
			return true
		}
	}
	return false
}

// brings tells whether a verb and what it brings about begin at a word: 圈|出, 编|成, 省|下, 识别|出.
func brings(d *doc, t token, limit int) bool {
	if t.end >= limit {
		return false
	}
	switch d.runes[t.end] {
	case '出', '成', '下', '回', '掉':
	default:
		return false
	}
	if t.pos != "v" || !d.startsToken(t.end) || d.word(t.end).len() != 1 {
		return false
	}
	if t.len() == 2 {
		return isOneOf(d.runes, t.end, "出")
	}
	return t.len() == 1 && !weakStop(d.runes, t.span) && !isOneOf(d.runes, t.start, "进退支付收说看")
}

// adverbial gives the length of an adverb that the segmenter takes for one word with its verb, 0 where there is none.
func adverbial(text []rune, i int) int {
	if isOneOf(text, i, "共已均并经") {
		return 1
	}
	if !mannerStarts.has(text[i]) {
		return 0
	}
	for _, w := range mannerWords {
		if _, ok := wordAt(text, i, w); ok {
			return 2
		}
	}
	return 0
}

var mannerWords = [...]string{
	"深入", "积极", "广泛", "严厉", "严肃", "依法", "顺利", "如期", "圆满", "超额", "提前", "全面", "认真", "切实", "大力", "妥善", "彻底", "坚决", "持续", "始终",
}

var mannerStarts = firstsOf(mannerWords[:]...)

// nominal tells whether what follows at i makes the verb from start on part of a noun: 提醒函, 检举类, 控制人.
func nominal(text []rune, start, i int) bool {
	return isOneOf(text, i, "类性型式率者函") || isOneOf(text, i, "组") && !isOneOf(text, i+1, "织建成") || isOneOf(text, i, "人") && !isOneOf(text, i+1, "数次民大口士才力选格均") && !isOneOf(text, start, "涉") && i+1 < len(text) && isWordRune(text[i+1]) && !isOneOf(text, start-1, "被受") || isOneOf(text, i, "书") && !isOneOf(text, i+1, "记面")
}

// beforeFigure tells whether a figure, 了, 过 or 着 follows at i: there a single character is a verb.
func beforeFigure(text []rune, i int) bool {
	return i < len(text) && (startsNumeral(text[i]) || isOneOf(text, i, "了过着"))
}

// weakStop tells the words that the segmenter takes for verbs and that govern nothing.
func weakStop(text []rune, s span) bool {
	if s.len() == 1 {
		return isOneOf(text, s.start, "是有为在到使让等能会要可应该须来去以将把被对向给以及如像无没未含")
	}
	return false
}

// quotationEnd gives the end of 《…》 or of a short quotation that begins at i, else i.
func quotationEnd(text []rune, i, limit int) int {
	if i >= len(text) {
		return i
	}
	var closing rune
	reach := 14
	switch text[i] {
	case '《':
		closing, reach = '》', 80
	case '“':
		closing = '”'
	case '‘':
		closing = '’'
	default:
		return i
	}
	for k := i + 1; k < limit && k < i+reach; k++ {
		if text[k] == closing {
			return k + 1
		}
	}
	return i
}

// relative tells whether 的 follows a verb or its short object: 处置的, 移送司法机关的.
func (v verb) relative(text []rune) bool {
	if _, ok := wordAt(text, v.end, "以来"); ok {
		return true // 巡察以来 is a time
	}
	for _, w := range [...]string{"过程", "期间", "以后", "之后", "之前"} {
		if _, ok := wordAt(text, v.end, w); ok {
			return true
		}
	}
	if isOneOf(text, v.start-1, "被") && namesOther(text, v.end) {
		return true
	}
	if isOneOf(text, v.end, "后") {
		return isOneOf(text, v.end+1, "的")
	}
	return isOneOf(text, v.end, "的")
}

// namesOther tells whether the one to whom something is done follows: 被巡察|单位.
func namesOther(text []rune, i int) bool {
	for _, w := range [...]string{"单位", "党组织", "地区", "地方", "部门", "对象", "人员", "企业", "村", "乡镇"} {
		if _, ok := wordAt(text, i, w); ok {
			return true
		}
	}
	return false
}
