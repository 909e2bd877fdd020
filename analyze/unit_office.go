package analyze

import (
	"strings"

	"jiandu/corpus"
)

// officeAlias reads an office of the discipline body named last: 党风政风监督室.
func (u *unitFinder) officeAlias(h hit, x *head, n int) (unitName, bool) {
	start := h.start
	switch x.term {
	case "研究室", "组织部门":
		return unitName{}, false
	case "纪检监察组":
		if start = u.numberedGroup(start); start == h.start {
			return unitName{}, false
		}
	case "纪检监察室", "监督检查室", "审查调查室":
		if start = u.ordinalBefore(start); start == h.start {
			return unitName{}, false
		}
	case "监督组", "暗访组", "审查调查组", "专案组", "监督检查组":
		start = u.officeStart(start)
	}
	if u.isClass(start) || start == h.start && strings.HasSuffix(x.term, "组") {
		if namesAgain[x.term] {
			return u.groupAlias(h, x, n)
		}
		return unitName{}, false
	}
	host, ok := u.disciplineBefore(start, n)
	if !ok {
		return unitName{}, false
	}
	host.span = span{start, h.end}
	host.rest += u.text(host.span)
	host.kind, host.group, host.alone = x.kind, x.group, false
	return host, true
}

// numberedGroup gives where 第八|派驻 that ends at i begins, else i.
func (u *unitFinder) numberedGroup(i int) int {
	if s := u.slice(max(0, i-2), i); s != "派驻" && s != "派出" {
		return i
	}
	if start := u.ordinalBefore(i - 2); start < i-2 {
		return start
	}
	return i
}

// ordinalBefore gives where 第一 and the like that ends at i begins, else i.
func (u *unitFinder) ordinalBefore(i int) int {
	if i == 0 {
		return i
	}
	if t := u.word(i - 1); t.end == i && u.runes[t.start] == '第' {
		return t.start
	}
	return i
}

// officeStart goes left over what qualifies an office: 第一, 疫情防控.
func (u *unitFinder) officeStart(i int) int {
	start := i
	for start > 0 && i-start < 8 && u.runes[start-1] != '\n' {
		t := u.word(start - 1)
		word := u.text(t.span)
		if t.end > start || word == "派出" || word == "派驻" || !u.lex.insideName(word, t.pos, t.len()) {
			break
		}
		start = t.start
	}
	return start
}

// isClass tells whether what stands before i makes the name at i one of a class: 各, 有关, 多个.
func (u *unitFinder) isClass(i int) bool {
	if i == 0 {
		return false
	}
	switch u.runes[i-1] {
	case '各', '个', '某', '多', '级', '些', '有', '设', '支':
		return true
	}
	t := u.word(i - 1)
	switch u.text(t.span) {
	case "有关", "相关", "各级", "派驻", "部分", "所有", "其他", "下级", "上级", "同级", "基层", "成立", "组建", "组成", "设立":
		return true
	}
	return t.pos == "m" || isDigit(u.runes[i-1])
}

// disciplineBefore gives the discipline body that is named last before i, in this paragraph or the one before.
func (u *unitFinder) disciplineBefore(i, n int) (unitName, bool) {
	floor := 0
	if p := u.paragraphAt(i); p > 0 {
		floor = u.paragraphs[p-1].start
	}
	last := u.foundBefore(i, n)
	for j := last; j >= 0 && j > last-lookBack && u.found[j].start >= floor; j-- {
		c := u.found[j]
		if c.kind != corpus.KindDiscipline && (c.kind != corpus.KindDispatched || c.host != "") || c.local != "" {
			continue
		}
		if c.body >= 0 {
			if name := u.lex.bodyName(c.body); strings.HasPrefix(name, "中央纪委") {
				c.rest = name
				return c, true
			}
			continue
		}
		if c.area == "" && c.kindArea == "" {
			continue
		}
		for _, w := range [...]string{"纪委监委", "纪委"} {
			if strings.HasPrefix(c.rest, w) {
				c.rest = w
				return c, true
			}
		}
	}
	return unitName{}, false
}

// findActingTowns finds towns and villages that act: at the start of a clause, before a verb.
func (u *unitFinder) findActingTowns(n int) {
	for i, l := range u.locals {
		if u.covered(l.span, n) || l.end >= len(u.runes) || i+1 < len(u.locals) && u.locals[i+1].start == l.end {
			continue
		}
		start := l.start
		if p, ok := u.placeEnding(start); ok {
			start = p.start
		}
		if u.headsTown(l) {
			u.found = append(u.found, unitName{
				span: span{start, l.end}, area: l.code, local: u.text(l.span), kind: corpus.KindGrassroots, body: -1,
			})
			continue
		}
		at := l.end
		if t := u.word(at); actingAdverbs[u.text(t.span)] && t.end < len(u.runes) {
			at = t.end
		}
		t := u.word(at)
		if start > 0 && !strings.ContainsRune("。，,；;\n！？、", u.runes[start-1]) || t.start != at || t.pos != "v" || !actsAsBody[u.text(t.span)] {
			continue
		}
		u.found = append(u.found, unitName{
			span: l.span, area: l.code, local: u.text(l.span), kind: corpus.KindGrassroots, body: -1,
		})
	}
}

// headsTown tells whether the post of the head of the town follows its name: 某镇|原副镇长.
func (u *unitFinder) headsTown(l local) bool {
	s := strings.TrimPrefix(strings.TrimPrefix(u.slice(l.end, min(len(u.runes), l.end+4)), "原"), "副")
	return isTownKind(l.kind) && l.kind != '村' && strings.HasPrefix(s, string(l.kind)+"长")
}

// actingAdverbs holds adverbs that may stand before the verb of a town that acts: 某镇|率先|推行.
var actingAdverbs = setOf("率先 积极 主动 迅速 及时 先后")

// actsAsBody holds verbs whose subject is a body, though it has the name of a place.
var actsAsBody = setOf("投资 启动 确定 建立 开展 组织 成立 推行 推进 召开 制定 出台 完成 采取 设立 探索 加强 整改 落实 健全 公开 公示 清理 排查 " +
	"聘请 选聘 成立 印发 修订 完善 打造 创新 统筹 筹集 申请 上报 退还 追回 通过 利用 聚焦 围绕 坚持 紧盯 深化 实施 推出 创建 整合 试行 推广 推行 实行 构建")
