package analyze

import (
	"slices"
	"strings"
)

// class says what a term does around a figure.
type class uint32

const (
	classCount    class = 1 << iota // 个, 起
	classMoney                      // 元
	classMeasure                    // 吨
	classRatio                      // 倍, 个百分点
	classTime                       // 天: a duration is no figure
	classRank                       // 号, 届: neither is an ordinal
	className                       // 八项规定
	classAbstract                   // 方面
	classAct                        // 查处
	classLight                      // 给予
	classPivot                      // 推动
	classWrong                      // 收受
	classState                      // 达
	classNoun                       // 举报, in an object
	classOpener                     // 开展, before a verbal noun
	classWord                       // 人情: begins with a unit and is none
	classStop                       // 有关: taken for a verb and none
	classHead                       // 纪检监察机关: names who acts
	classBare                       // 党委: names nobody by itself
	classModifier                   // 全市: before a head
)

var classNames = map[string]class{
	"count": classCount, "money": classMoney, "measure": classMeasure, "ratio": classRatio,
	"time": classTime, "rank": classRank, "name": className, "abstract": classAbstract,
	"act": classAct, "light": classLight, "pivot": classPivot, "wrong": classWrong,
	"state": classState, "noun": classNoun, "open": classOpener, "word": classWord, "stop": classStop,
	"head": classHead, "bare": classBare, "modifier": classModifier,
	"post": classHead, "lead": classModifier,
}

func (c class) is(o class) bool { return c&o != 0 }

// terms is a table that is looked for only at given places of a text.
type terms struct {
	trie  *trie
	class []class
}

// figureTerms is the tables that are looked for around figures.
type figureTerms struct {
	counters, actions, nonfigures terms
	collectives                   terms    // 纪检监察机关
	posts                         terms    // 局长
	modifiers                     []string // of collectives, the longest first
}

func newFigureTerms(l *lexicon) figureTerms {
	return figureTerms{
		posts: newTerms(l.tables[tablePosts]), modifiers: modifiersOf(l.tables[tableCollectives]),
		counters:    newTerms(l.tables[tableCounters]),
		actions:     newTerms(l.tables[tableActions]),
		nonfigures:  newTerms(l.tables[tableNonfigures]),
		collectives: newTerms(l.tables[tableCollectives]),
	}
}

func newTerms(t table) terms {
	words := make([]string, len(t.rows))
	classes := make([]class, len(t.rows))
	for i, row := range t.rows {
		words[i] = row[0]
		for _, name := range strings.Fields(col(row, 1)) {
			classes[i] |= classNames[name]
		}
	}
	return terms{newTrie(words), classes}
}

// modifiersOf gives the modifiers of collectives, the longest first.
func modifiersOf(t table) []string {
	var words []string
	for _, row := range t.rows {
		if col(row, 1) == "modifier" {
			words = append(words, row[0])
		}
	}
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	return words
}

// longest gives the longest term at text[i] that ends at or before limit; its end is i where there is none.
func (t terms) longest(text []rune, i, limit int) (end int, c class) {
	end = i
	t.trie.walk(text[:limit], i, func(e, value int) { end, c = e, t.class[value] })
	return end, c
}
