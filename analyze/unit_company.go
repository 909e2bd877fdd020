package analyze

import (
	"strings"

	"jiandu/corpus"
)

// legalForms holds the ends of the names of companies, before which any word may be
// a part of the name: 东莞市|大成过滤材料|有限公司.
var legalForms = setOf("有限公司 有限责任公司 股份有限公司 集团有限公司 集团有限责任公司 集团股份有限公司 股份公司 集团股份公司 总公司")

// longestCompany bounds the proper name of a company, in code points.
const longestCompany = 14

// inCompany tells whether the word t stands between the area and the legal form of
// the name of a company, with nothing there that ends a name.
func (p *nameParser) inCompany(t token) bool {
	if p.c.local != "" || p.c.area == "" && !p.nation || len(p.good) > 0 && p.kindSoFar() != corpus.KindEnterprise {
		return false
	}
	end := p.legalFormAfter(t.end)
	if end < 0 || p.placeWithin(span{t.start + 1, end}) {
		return false
	}
	for i := p.at; i < end; i = max(i+1, p.word(i).end) {
		if !p.mayNameCompany(p.word(i)) {
			return false
		}
	}
	return true
}

// mayNameCompany tells whether a word may stand in the proper name of a company.
func (p *nameParser) mayNameCompany(t token) bool {
	r := p.runes[t.start]
	if !isHan(r) && !isLatin(r) && !strings.ContainsRune("（）()", r) {
		return false
	}
	return p.lex.words[p.text(t.span)] != useStop && !(t.len() == 1 && commonParticle(r)) && !p.bodyAt(t.start)
}

// legalFormAfter gives where the first legal form begins at i or soon after it, or -1.
func (p *nameParser) legalFormAfter(i int) int {
	for at := i; at < min(len(p.runes), p.at+longestCompany, p.limit); at++ {
		if p.runes[at] != '有' && p.runes[at] != '股' && p.runes[at] != '集' && p.runes[at] != '总' {
			continue
		}
		for _, h := range p.hitsAt(tableHeads, at) {
			if legalForms[p.lex.heads[h.row].term] {
				return at
			}
		}
	}
	return -1
}

// placeWithin tells whether the name of an area begins in s.
func (p *nameParser) placeWithin(s span) bool {
	n := p.placeBefore(s.start) + 1
	return n < len(p.places) && p.places[n].start >= s.start && p.places[n].start < s.end
}
