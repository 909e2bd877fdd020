package analyze

// measuresNoun tells whether a verb only names what is measured: 污水治理|覆盖率, 认购|总额.
func measuresNoun(after []rune) bool {
	return isRatio(after) || len(after) > 0 && len(after) <= 4 && isMeasured(after)
}

// namesMeasure tells whether a verb before a figure only names what is measured. 涉及,
// verbs of change and those with an adverb do govern: 涉及金额, 降低成本, 共实现收入.
func namesMeasure(text []rune, v verb, end int) bool {
	after := text[v.end:max(v.end, end)]
	if isRatio(after) || holdsRune(after, '的') && endsWith(after, "总数") {
		return true // 参加比赛的骆驼总数
	}
	return !isOneOf(text, v.start, "涉") && !v.class.is(classState|classOpener) && !marked(text, v.start) && measuresNoun(after)
}

// actOnQuantity tells whether a noun is an act and the quantity of what it was done to, and no verb is nearer:
// 处罚金额, 精简公文数量.
func (r *figureReader) actOnQuantity(f figure, v verb, noun span) bool {
	if !v.class.is(classAct) || v.weak || v.start != noun.start || v.end >= noun.end || isOneOf(r.d.runes, v.start, "成交中签投") {
		return false
	}
	for _, w := range [...]string{"金额", "人数", "数量", "件数", "次数", "户数", "面积"} {
		if endsWith(r.d.runes[v.end:noun.end], w) {
			return f.num.share || noun.end == v.end+len([]rune(w)) // not 预警城市数量
		}
	}
	return false
}

// isRatio tells whether a noun names a share.
func isRatio(noun []rune) bool {
	if len(noun) == 1 && noun[0] == '比' {
		return true // 库存消费|比
	}
	for _, w := range [...]string{"率", "比例", "比重", "占比", "满意度", "消费比", "增幅", "降幅", "涨幅", "跌幅", "幅度", "覆盖面", "约谈面"} {
		if endsWith(noun, w) {
			return true
		}
	}
	return false
}

// quantity tells whether a noun names what is measured, be it a share or an amount.
func quantity(noun []rune) bool { return isRatio(noun) || isMeasured(noun) }

// isMeasured tells whether a noun names a quantity, which is and does nothing.
func isMeasured(noun []rune) bool {
	for _, w := range [...]string{"总额", "总量", "总数", "总投资", "数量", "金额", "额", "量", "人数", "次数", "倍数", "面积", "指数", "成本", "收入", "规模", "价格", "案值", "产值", "造价"} {
		if endsWith(noun, w) {
			return true
		}
	}
	return false
}
