package analyze

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"jiandu/corpus"
)

// withoutOverlaps keeps, of candidates that overlap, the document, then the
// longest, then the earliest; the rest in the order of the text.
func withoutOverlaps(found []candidate) []candidate {
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end), cmp.Compare(a.rule, b.rule))
	})
	var kept []candidate
	for _, c := range found {
		for len(kept) > 0 && kept[len(kept)-1].end > c.start && better(c, kept[len(kept)-1]) {
			kept = kept[:len(kept)-1]
		}
		if len(kept) == 0 || kept[len(kept)-1].end <= c.start {
			kept = append(kept, c)
		}
	}
	return kept
}

// better tells whether c should stand instead of k, which it overlaps.
func better(c, k candidate) bool {
	if (c.rule == ruleDocument) != (k.rule == ruleDocument) {
		return c.rule == ruleDocument
	}
	if c.end == k.end && c.kind == corpus.MeasureCampaign && (c.rule == ruleRegister) != (k.rule == ruleRegister) && (c.rule == ruleHead || k.rule == ruleHead) {
		return c.rule == ruleRegister // 党纪学习教育, not 抓住党纪学习教育
	}
	if c.end == k.end && (c.rule == ruleQuote && k.rule == ruleHead || c.rule == ruleHead && k.rule == ruleQuote) {
		return c.rule == ruleQuote // “双签字”制度, not 项目验收“双签字”制度
	}
	if c.end == k.end && abs(c.len()-k.len()) <= 2 && (c.rule == ruleRegister && k.rule == ruleHead || c.rule == ruleHead && k.rule == ruleRegister) {
		return c.rule == ruleRegister // 约谈制度, not 专门约谈制度
	}
	if c.len() != k.len() {
		return c.len() > k.len()
	}
	return c.rule == ruleRegister && k.rule != ruleRegister
}

func abs(n int) int { return max(n, -n) }

// merge makes measures of the candidates: those of one id, or of one name, or
// where one name ends the other, are one measure.
func (f *measureFinder) merge(found []candidate) []corpus.Measure {
	var ms []corpus.Measure
	var bare []candidate
	at := map[string]int{} // normalised name or id → measure
	for _, c := range found {
		if c.rule == ruleBare {
			bare = append(bare, c)
			continue
		}
		name := normalName(f.text(c.span))
		i, ok := at[name]
		if !ok && c.id != "" {
			i, ok = at["id:"+c.id]
		}
		if !ok && c.id != "" {
			i, ok = at[normalName(c.id)]
		}
		if !ok {
			i, ok = endingWith(ms, name, c)
		}
		if !ok {
			i = len(ms)
			ms = append(ms, f.asMeasure(c))
		} else {
			ms[i].Mentions = append(ms[i].Mentions, f.mention(c.span))
		}
		at[name] = i
		if c.id != "" {
			at["id:"+c.id] = i
		}
	}
	ms = f.joinBare(ms, bare)
	for i := range ms {
		ms[i].Name = shortestName(ms[i])
	}
	return ms
}

// mostCompared is how many measures, and mentions of one, are compared with a name:
// more than any report has, so that the time stays linear in the length.
const mostCompared = 100

// joinBare adds each head alone (专项整治, 《条例》) to the last measure of its kind
// before it whose name ends with it, else to the first one after it. A head with an
// id (主题教育) is a measure by itself where there is no such measure.
func (f *measureFinder) joinBare(ms []corpus.Measure, bare []candidate) []corpus.Measure {
	for _, c := range bare {
		if i := f.fullName(ms, c); i >= 0 {
			ms[i].Mentions = append(ms[i].Mentions, f.mention(c.span))
		} else if c.id != "" {
			ms = append(ms, f.asMeasure(c))
		}
	}
	for i := range ms {
		slices.SortStableFunc(ms[i].Mentions, func(a, b corpus.Mention) int { return cmp.Compare(a.Start, b.Start) })
	}
	slices.SortStableFunc(ms, func(a, b corpus.Measure) int { return cmp.Compare(a.Mentions[0].Start, b.Mentions[0].Start) })
	return ms
}

// fullName gives the measure that the head alone c stands for, or -1.
func (f *measureFinder) fullName(ms []corpus.Measure, c candidate) int {
	head := normalName(f.text(c.span))
	best := -1
	for i := range min(len(ms), mostCompared) {
		m := ms[i].Mentions[0]
		if ms[i].Kind != c.kind || !strings.HasSuffix(normalName(withoutVersion(strings.Trim(m.Text, "《》"))), head) {
			continue
		}
		if m.Start < c.start || best < 0 {
			best = i
		}
	}
	return best
}

// endingWith gives the measure whose name ends with the name, or the reverse:
// 评价指标体系 is 政治监督、日常监督等评价指标体系.
func endingWith(ms []corpus.Measure, name string, c candidate) (int, bool) {
	if utf8.RuneCountInString(name) < 5 && c.rule != ruleDocument {
		return 0, false
	}
	if c.rule == ruleRegister && endsAny(name, letters) {
		return 0, false // 监察建议书 is not 纪检监察建议书
	}
	for i := len(ms) - 1; i >= max(0, len(ms)-mostCompared); i-- {
		if ms[i].Kind != c.kind {
			continue
		}
		for _, m := range ms[i].Mentions[:min(len(ms[i].Mentions), mostCompared)] {
			other := normalName(m.Text)
			if c.kind == corpus.MeasureCampaign && strings.TrimSuffix(name, "行动") == strings.TrimSuffix(other, "行动") {
				return i, true // 某某专项整治, 某某专项整治|行动
			}
			if strings.HasSuffix(other, name) || (utf8.RuneCountInString(other) >= 6 && strings.HasSuffix(name, other)) {
				return i, true
			}
		}
	}
	return 0, false
}

// shortestName gives the shortest form, of those that are not a head alone.
func shortestName(m corpus.Measure) string {
	best := m.Name
	for _, x := range m.Mentions[1:] {
		if n := utf8.RuneCountInString(x.Text); n >= 6 && n < utf8.RuneCountInString(best) {
			best = x.Text
		}
	}
	return best
}

// normalName gives a name without the marks that differ from text to text.
func normalName(name string) string {
	if strings.HasSuffix(name, "号文件") || strings.HasSuffix(name, "号文") {
		name = strings.TrimSuffix(strings.TrimSuffix(name, "件"), "文")
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("“”‘’\"'《》〈〉「」『』 　、，,·", r) {
			return -1
		}
		return r
	}, name)
}
