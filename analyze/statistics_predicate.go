package analyze

import "slices"

// predicateAdverbs stand before the verb of the noun that is counted: 32家单位|集中|整改.
var predicateAdverbs = slices.Concat(serialAdverbs, []string{
	"集中", "统一", "联合", "同时", "依法", "依规", "依纪", "从严", "从快", "从重", "此次", "本次", "如期", "顺利", "正式", "纷纷", "积极",
	"严肃", "直接", "累计", "再次", "首次", "带头", "率先", "普遍", "共同", "及时", "全面", "正在", "分批", "今天", "昨天", "违规", "擅自",
	"私自",
})

// serialAdverbs are those that end a noun in the object too, since they stand in no name: 问题|逐条|交办.
var serialAdverbs = []string{
	"逐个", "逐一", "逐项", "逐条", "逐笔", "据此", "随后", "随即", "立即", "当月", "当天", "当场", "当日", "同步", "相继", "陆续", "已经", "近日", "日前", "则",
}

func (r *figureReader) serialAdverb(i, limit int) bool { return r.behindSerial(i, limit) > i }

// behindSerial gives the position behind such an adverb that begins at i, i where there is none.
func (r *figureReader) behindSerial(i, limit int) int {
	for _, w := range serialAdverbs {
		if e, ok := wordAt(r.d.runes[:limit], i, w); ok {
			return e
		}
	}
	return i
}

// predicateAdverb tells whether a word at i begins a predicate: an adverb with a verb behind it.
func (r *figureReader) predicateAdverb(i, limit int) bool {
	for _, w := range predicateAdverbs {
		e, ok := wordAt(r.d.runes[:limit], i, w)
		if !ok || !r.d.startsToken(e) || e >= limit {
			continue
		}
		if r.predicateAdverb(e, limit) || isOneOf(r.d.runes, e, "对向将把被为与") {
			return true
		}
		p := r.d.word(e).pos
		return p == "v" || p == "vi" || p == "d" || p == "p" || r.class(e).is(classAct|classLight|classPivot) && (!r.class(e).is(classNoun) || r.takesObject(r.verbEnd(e)))
	}
	return false
}

// takesObject tells whether what a verb takes follows at i: an aspect, a figure,
// or a noun before the next figure of the clause.
func (r *figureReader) takesObject(i int) bool {
	text := r.d.runes
	if isOneOf(text, i, "了过着") {
		return true
	}
	if isOneOf(text, i, "共均已还") && isOneOf(text, i+1, "对向将把") {
		return false
	}
	for _, f := range r.figs {
		if f.start < i {
			continue
		}
		if isOneOf(text, f.start-1, "和与及的") {
			return false // 派驻机构和24个单位, 巡视的24个单位
		}
		for k := i; k < f.start; k++ {
			if !isWordRune(text[k]) && !isOneOf(text, k, "“”（）") {
				return false
			}
		}
		for _, v := range r.verbsBetween(i, f.start) {
			if !v.weak && !v.class.is(classNoun|classWrong) {
				return false
			}
		}
		return true
	}
	return false
}

// predicates tells whether a verb that is often a noun is the verb of the noun
// before it: 7省|问责917人, 收费口|封闭.
func (r *figureReader) predicates(v verb, from, limit int) bool {
	if v.start <= from || v.len() < 2 || v.relative(r.d.runes) || v.class.is(classWrong) && !v.class.is(classAct) {
		return false
	}
	if !v.weak {
		return v.class.is(classAct) && !v.class.is(classLight) && r.takesObject(v.end)
	}
	if p := r.d.word(v.start); p.start != v.start || p.end != v.end || p.pos == "vd" {
		return false
	}
	before := r.d.word(v.start - 1).pos
	return v.end >= limit && before != "" && before[0] == 'n' && r.d.startsToken(v.start) && isOneOf(r.d.runes, v.end, "，。；！")
}

// possessed tells whether 的 before a figure only joins it to a noun, or to an act that
// has a name: 第六轮巡视的15个巡视组. What governs the figure stands behind it.
func (r *figureReader) possessed(i int, vs []verb, end int) bool {
	f, text := r.figs[i], r.d.runes
	if !endsWith(text[:f.start], "的") || f.class&classCount == 0 || len(vs) == 0 {
		return false
	}
	v := vs[len(vs)-1]
	return v.end >= end && v.class.is(classNoun) && named(text[:v.start])
}

// named tells whether a word that makes an act one of a kind ends text: 专项|巡视, 第六轮|巡视.
func named(text []rune) bool {
	for _, w := range [...]string{"专项", "常规", "机动", "提级", "交叉", "例行", "日常", "轮", "次", "批"} {
		if endsWith(text, w) {
			return !isOneOf(text, len(text)-2, "此本首再多每屡")
		}
	}
	return false
}
