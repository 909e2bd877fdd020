// Package analyze answers the question "what does this report say?".
//
// It reads one article and gives its tags (corpus.Tags): units, measures,
// statistics, regions, years and themes, each with the place in the text that
// says so. Names come from tokens and grammar, numbers from the raw text, and
// knowledge from the tables under lexicon/, which an analyst can extend.
//
// The passes run in one order, each reading what the ones before it wrote into
// the doc: tokens, lexicon hits, places, units, regions, periods, years,
// measures, statistics, themes.
package analyze
