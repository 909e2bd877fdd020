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
	case t.last&roleWeak != 0 && c.id == "" && f.isAspect(t.end):
		return // “23+X”监督|重点
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

// kindOfName gives the kind of a quoted name without a head noun after it, or
// "" where it is none.
func (f *measureFinder) kindOfName(q quote) string {
	inner := f.runes[q.inner.start:q.inner.end]
	kind := f.headInside(q.inner)
	if len(inner) > 24 || inner[len(inner)-1] == '圈' || strings.ContainsRune("要对", inner[0]) || slices.Contains(inner, '的') || len(inner) > 8 && containsAny(string(inner), []string{"，", ","}) ||
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
	case isOneForOne(inner), isWayWithCases(inner), isCounted(inner[0]) && (strings.HasSuffix(string(inner), "个是否") || len(inner) == 3 && inner[1] == '必'):
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

func orKind(kind, other string) string {
	if kind == "" {
		return other
	}
	return kind
}
