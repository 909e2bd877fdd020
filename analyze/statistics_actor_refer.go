package analyze

import "strings"

// causatives are the verbs whose object acts: 督促某局整改.
var causatives = [...]string{"督促指导", "督促", "责令", "责成", "敦促", "推动"}

// causee gives the body that is made to act in a clause, the last one: 责令甲省拆除.
func (r *figureReader) causee(s span) (actor, bool) {
	for i := s.end - 2; i >= s.start; i-- {
		if !isOneOf(r.d.runes, i, "督责敦推") {
			continue
		}
		for _, w := range causatives {
			if e, ok := wordAt(r.d.runes[:s.end], i, w); ok {
				if a, ok := r.bodyAt(e); ok && (a.end == s.end || a.end < s.end && r.verbFollows(a.end, s.end)) {
					return a, true
				}
			}
		}
	}
	return actor{}, false
}

// bodyAt gives the body or the place whose name begins at i.
func (r *figureReader) bodyAt(i int) (actor, bool) {
	for _, m := range r.d.unitsIn(span{i, i + 1}) {
		if m.start == i {
			return actor{span: m.span, name: m.unit.Name, region: areaOfUnit(m.unit)}, true
		}
	}
	if p, ok := r.d.placeAt(i); ok && !p.relative {
		return actor{span: p.span, name: r.d.text(p.span), region: p.code}, true
	}
	return actor{}, false
}

// verbFollows tells whether a verb, an adverb or a preposition follows at i, so that what ends there acts.
func (r *figureReader) verbFollows(i, limit int) bool {
	if _, ok := r.a.verbAt(r.d, i, limit); ok {
		return true
	}
	for _, w := range [...]string{"从", "对", "限期", "快", "及时", "立即", "严肃", "全面", "深入", "认真"} {
		if _, ok := wordAt(r.d.runes[:limit], i, w); ok {
			return true
		}
	}
	return false
}

// referents are the nouns behind 该 that mean a body named before.
var referents = [...]string{"公司", "集团", "企业", "局", "院", "校", "行", "厅", "中心", "镇", "村", "街道", "组", "委", "协会", "商会", "医院", "学校", "大学"}

// referred gives the body that 该公司 means: the last one before whose name ends so.
func (r *figureReader) referred(s span) (actor, bool) {
	for i := s.start; i+1 < s.end; i++ {
		if r.d.runes[i] != '该' {
			continue
		}
		for _, w := range referents {
			e, ok := wordAt(r.d.runes[:s.end], i+1, w)
			if !ok || !r.d.startsToken(e) || !r.actsAt(e, s.end) {
				continue
			}
			named := r.d.unitsIn(span{0, i})
			for k := len(named) - 1; k >= 0; k-- {
				if m := named[k]; strings.HasSuffix(m.unit.Name, w) {
					return actor{span: span{i, e}, name: m.unit.Name, region: areaOfUnit(m.unit)}, true
				}
			}
		}
	}
	return actor{}, false
}

// counted gives those whom an earlier figure of the sentence counts, where they act: 34家单位有干部55人.
func (r *figureReader) counted(i, from int) (actor, bool) {
	for k := i - 1; k >= 0 && r.figs[k].start >= from; k-- {
		f := r.figs[k]
		end := f.end
		if o := r.govs[k].object; o.start == f.end {
			end = o.end
		}
		c := r.d.clauseAt(f.start)
		if f.num.share || isOneOf(r.d.runes, f.start-1, "在与和于从由") || r.coverb(f.start) >= 0 || !r.organisation(end) || r.d.trimLead(span{max(c.start, r.sentence.start), f.start}) < f.start {
			continue
		}
		if c.end > end && r.actsAt(r.behindSerial(end, r.figs[i].start), r.figs[i].start) && !isOneOf(r.d.runes, end, "，,、；对") {
			return actor{span: span{f.start, end}, name: r.d.slice(f.start, end)}, true
		}
	}
	return actor{}, false
}

// organisation tells whether the noun that ends at i is one of bodies or areas, which act.
func (r *figureReader) organisation(i int) bool {
	if isOneOf(r.d.runes, i-1, "省市县区州镇乡村街）)") {
		return true
	}
	for _, w := range [...]string{"单位", "部门", "地区", "机关", "组织", "机构", "企业", "集团", "公司", "支部", "学校", "银行", "省份", "纪委", "党委", "工委", "党组", "医院", "学院", "高校"} {
		if endsWith(r.d.runes[max(0, i-2):i], w) {
			return true
		}
	}
	return false
}
