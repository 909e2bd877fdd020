package analyze

// placeEndingAt gives the place whose name ends at i.
func (r *figureReader) placeEndingAt(i int) (place, bool) {
	for k := i - 2; k >= max(0, i-12); k-- {
		if p, ok := r.d.placeAt(k); ok && p.end == i {
			return p, true
		}
	}
	return place{}, false
}

var (
	actingPlaces = [...]string{"我省", "我市", "我县", "我区", "我州", "该省", "该市", "该县", "该区", "该州", "国家", "我国"}
	extents      = [...]string{"全国", "全省", "全市", "全县", "全区", "全州", "各地", "各省", "各市", "各县", "各区"}
)

// placeSubject gives a place that acts (青海省, 我市), or an extent (全国).
func (r *figureReader) placeSubject(s span) (actor, bool) {
	text := r.d.runes
	for i := s.start; i < s.end; i++ {
		if !r.d.startsToken(i) {
			continue
		}
		if p, ok := r.d.placeAt(i); ok && p.end <= s.end && !p.passing && !r.d.inUnit(p.start) && !(p.relative && text[p.start] == '全') && !r.objectOfCoverb(r.placeChain(p.span, s.start), s) && r.actsAt(p.end, s.end) && !r.locates(p.span, s) {
			if p.code == "000000" && text[p.start] != '我' {
				return actor{span: p.span, region: p.code, extent: true}, true
			}
			if p.relative {
				return r.meantBy(p.span), true
			}
			whole := p.span
			if !isOneOf(text, p.end-1, "省市县区州盟旗") {
				whole = r.placeChain(whole, s.start) // 广东|中山 is written as one name
			}
			return actor{span: whole, name: r.d.text(whole), region: p.code}, true
		}
		if e, ok := wordAt(text[:s.end], i, "中央"); ok && r.d.startsToken(e) && r.actsAt(e, s.end) && !isOneOf(text, e, "巡环督") {
			return actor{span: span{i, e}, name: r.party(), region: "000000"}, true
		}
		for _, w := range extents {
			if e, ok := wordAt(r.d.runes[:s.end], i, w); ok && r.actsAt(e, s.end) && !(i > s.start && isOneOf(r.d.runes, i-1, "在对")) {
				region := ""
				if w == "全国" {
					region = "000000"
				}
				return actor{span: span{i, e}, extent: true, region: region}, true
			}
		}
		for _, w := range actingPlaces {
			if e, ok := wordAt(r.d.runes[:s.end], i, w); ok && r.actsAt(e, s.end) && !(i > s.start && isOneOf(r.d.runes, i-1, "在对")) {
				return r.meantBy(span{i, e}), true
			}
		}
	}
	return actor{}, false
}

// locates tells whether a clause says no more than where, by the place that ends it: 在…的某县，.
func (r *figureReader) locates(p, s span) bool {
	return isOneOf(r.d.runes, p.end, "，,") && isOneOf(r.d.runes, s.start, "在于到赴从距") && p.start > s.start+1
}

// meantBy gives the place that 该县 means as it was named before; 我县 says no more than it does.
func (r *figureReader) meantBy(s span) actor {
	a := actor{span: s, name: r.d.text(s)}
	p, ok := r.d.placeAt(s.start)
	if !ok || p.end != s.end {
		return a
	}
	if a.region = p.code; r.d.runes[s.start] != '该' {
		return a
	}
	for k := r.d.placeBefore(s.start); k >= 0; k-- {
		if l := &r.d.places[k]; l.code == p.code && !l.relative {
			a.name, a.region = r.d.text(l.span), l.code
			break
		}
	}
	return a
}

// party gives 党中央 where the article names it in full.
func (r *figureReader) party() string {
	for _, u := range r.d.units {
		if u.Name == "党中央" {
			return u.Name
		}
	}
	return "中央"
}

// placeChain gives a place with the greater ones named before it: 某省|某县.
func (r *figureReader) placeChain(s span, from int) span {
	for range 3 {
		p, ok := r.placeEndingAt(s.start)
		if !ok || p.start < from {
			break
		}
		s.start = p.start
	}
	return s
}

// actsAt tells whether a verb or adverb follows a name, so that it is a subject.
func (r *figureReader) actsAt(i, limit int) bool {
	if isOneOf(r.d.runes, i, "每") {
		if ts := r.d.timesIn(span{i, i + 1}); len(ts) > 0 && ts[0].end <= limit {
			i = ts[0].end // 各市|每季度|通报
		}
	}
	if i >= limit {
		return true
	}
	for _, w := range [...]string{"共", "此次", "成功", "已", "先后", "累计", "只", "仅", "均", "现", "分", "各级", "全面", "紧", "还", "也", "坚持", "深入", "积极", "严肃", "全面", "持续", "扎实", "通过", "从", "，", "在", "采取", "运用", "组织", "出台", "对", "将", "把", "紧盯", "围绕", "全部", "针对", "按照", "根据", "结合", "聚焦", "突出", "立足", "依托", "以", "为", "创新", "探索", "推行", "牢牢", "主动", "统筹", "与", "会同", "联合", "联动", "依法", "依规", "依纪"} {
		if _, ok := wordAt(r.d.runes[:limit], i, w); ok {
			return true
		}
	}
	for k := range r.figs {
		if r.figs[k].start == i {
			return k < len(r.govs) && (r.govs[k].self || r.govs[k].right) // 某市|50名干部走访
		}
	}
	_, ok := r.a.verbAt(r.d, i, limit)
	return ok
}
