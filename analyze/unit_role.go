package analyze

import (
	"strings"

	"jiandu/corpus"
)

// assignRoles says of each unit whether it supervises, is supervised, or is only mentioned.
func (u *unitFinder) assignRoles() {
	for _, x := range u.units {
		x.Role = corpus.RoleMentioned
		if supervises(x.Kind) {
			x.Role = corpus.RoleSupervises
		}
		done := 0
		for _, m := range x.Mentions {
			if u.isSupervised(span{m.Start, m.End}) {
				done++
			}
		}
		if done > 0 && (done == len(x.Mentions) || !supervises(x.Kind) && 2*done >= len(x.Mentions)) {
			x.Role = corpus.RoleSupervised
		}
	}
}

// supervises tells whether bodies of the kind are there to supervise.
func supervises(kind string) bool {
	return kind == corpus.KindDiscipline || kind == corpus.KindDispatched || kind == corpus.KindInspection
}

// isSupervised tells whether a mention stands as what is supervised: after 督促 and
// the like, or with the post of someone whom the sentence speaks ill of.
func (u *unitFinder) isSupervised(s span) bool {
	before := u.slice(max(0, s.start-2), s.start)
	for _, w := range [...]string{"督促", "约谈", "进驻", "巡察", "巡视", "责令", "指导", "通报", "查处"} {
		if before == w {
			return true
		}
	}
	after := u.slice(s.end, min(len(u.runes), s.end+6))
	if strings.HasPrefix(after, "被") || strings.HasPrefix(after, "违规") || strings.HasPrefix(after, "违反") {
		return true
	}
	return hasPost(after) && u.speaksIll(u.sentenceAt(s.start))
}

// hasPost tells whether a post in the body begins the text.
func hasPost(s string) bool {
	for _, w := range [...]string{"原", "党组", "党委", "党支部", "书记", "副书记", "局长", "副局长", "主任", "副主任", "董事长", "总经理", "院长", "校长", "处长", "常委", "干部", "工作人员", "职工"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// speaksIll tells whether a sentence tells of misconduct or its punishment.
func (u *unitFinder) speaksIll(s span) bool {
	text := u.text(s)
	if len(text) > 3000 {
		return false // no sentence
	}
	for _, w := range [...]string{"违规", "违纪", "违法", "受贿", "贪污", "挪用", "处分", "问责", "开除", "审查", "查处", "套取", "侵占", "失职", "免职", "被移送", "不力"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
