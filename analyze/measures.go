package analyze

import (
	"sort"

	"jiandu/corpus"
)

// A measure is found in four ways, each of which gives candidates: a document
// between 《 and 》, a name in quotation marks with the head noun after it, a
// term of the register, and a head noun (机制, 专项整治) with an open name before
// it. Where candidates overlap the longest stays; those that mean the same are
// merged, and mentions of a short form join the long one.

// candidate is one mention of what may be a measure.
type candidate struct {
	span
	id   string // of the register, or ""
	kind string
	rule measureRule
}

// measureRule tells how a candidate was found.
type measureRule uint8

const (
	ruleDocument measureRule = iota // 《…》
	ruleQuote                       // “…” with its head noun
	ruleRegister                    // a term of measures.tsv
	ruleHead                        // a head noun with an open name before it
	rulePattern                     // a build of its own: 一案一整改
	ruleBare                        // a head noun alone: a form of another measure, or nothing
)

// findMeasures finds the named measures into d.tags.Measures, in the order of
// their first mention (annotation of measures: named mechanisms, documents,
// campaigns and methods; no slogans, no generic acts).
func (a *Analyzer) findMeasures(d *doc) {
	f := measureFinder{doc: d, lex: a.lex, words: &a.measureWords}
	f.quotes = findQuotes(d)
	f.documents()
	f.quoted()
	f.registered()
	f.headed()
	f.patterned()
	f.inManners()
	d.tags.Measures = f.merge(withoutOverlaps(f.found))
}

// measureFinder holds what the ways of finding share.
type measureFinder struct {
	*doc
	lex    *lexicon
	words  *measureWords
	quotes []quote
	titles []span // of books, films and programmes, without their marks
	found  []candidate
	spoken struct { // what speaksOfSupervision found last
		paragraph     int // its number from 1
		ofSupervision bool
	}
}

func (f *measureFinder) add(c candidate) {
	inUnit := (c.rule == ruleQuote || c.rule == ruleHead) && f.inUnit(c.start) && f.inUnit(c.end-1)
	if c.end > c.start && !inUnit && !f.inTitle(c.span) { // “…行动”指挥部 names a body
		f.found = append(f.found, c)
	}
}

// inTitle tells whether s is a part of the title of a book or a programme, and not the
// whole of it: 《某某案例读本》.
func (f *measureFinder) inTitle(s span) bool {
	i := sort.Search(len(f.titles), func(i int) bool { return f.titles[i].start > s.start }) - 1
	return i >= 0 && s.end <= f.titles[i].end && f.titles[i].len() > s.len()+1
}

// asMeasure gives the candidate as a measure with one mention.
func (f *measureFinder) asMeasure(c candidate) corpus.Measure {
	m := f.mention(c.span)
	id := c.id
	if id == "" {
		id = normalName(m.Text)
	}
	return corpus.Measure{ID: id, Name: m.Text, Kind: c.kind, Mentions: []corpus.Mention{m}}
}
