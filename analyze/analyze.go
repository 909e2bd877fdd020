package analyze

import (
	"fmt"
	"sync"

	"jiandu/corpus"
)

// codeVersion changes whenever the same lexicons may give other tags.
const codeVersion = "2"

// Options says how to make an Analyzer.
type Options struct {
	Dir string // data directory with the analyst's tables under lexicon/, or "" for none
}

// Analyzer tags articles. It is immutable and safe for concurrent use.
type Analyzer struct {
	lex       *lexicon
	segmenter Segmenter
	bodyWords *trie // the segmenter's words for bodies
	version   string
	trace     func(d *doc, n numeral, why reason) // tells tests why a number is no figure; nil outside them

	measureWords measureWords
	themes       themeLexicon

	memory sync.Pool // of *scratch
}

// New makes an analyzer. It loads the segmenter's dictionary, which takes more
// than a second; it fails when a table of the analyst's cannot be read.
func New(o Options) (*Analyzer, error) {
	lex, err := loadLexicon(o.Dir)
	if err != nil {
		return nil, fmt.Errorf("load lexicons: %w", err)
	}
	themes, err := newThemeLexicon(lex.tables[tableThemes], lex.tables[tableThemeWords])
	if err != nil {
		return nil, fmt.Errorf("load lexicons: %w", err)
	}
	seg, err := newGSE(lex)
	if err != nil {
		return nil, fmt.Errorf("load segmenter: %w", err)
	}
	return &Analyzer{
		lex: lex, segmenter: seg, bodyWords: newTrie(seg.wordsOf("nt")), version: lex.version(),
		measureWords: newMeasureWords(lex.tables[tableMeasureWords]), themes: themes,
	}, nil
}

// Version gives the version of the analyzer that New would make, without
// loading the segmenter. It fails when a table of the analyst's cannot be read.
func Version(o Options) (string, error) {
	hash, err := hashTables(o.Dir)
	if err != nil {
		return "", fmt.Errorf("load lexicons: %w", err)
	}
	return versionOf(hash), nil
}

// Version gives the code version and the hash of the lexicons.
func (a *Analyzer) Version() string { return a.version }

// Segmenter gives the segmenter that the analyzer uses.
func (a *Analyzer) Segmenter() Segmenter { return a.segmenter }

// Analyze reads an article and gives its tags. The same article gives the same
// tags, whatever else is analyzed at the same time.
func (a *Analyzer) Analyze(art corpus.Article) corpus.Tags {
	memory := a.scratch()
	d := newDocIn(memory, art)
	defer func() {
		d.release()
		a.memory.Put(memory)
	}()
	d.tokenize(a.segmenter)
	d.match(a.lex)
	a.findPlaces(d)
	a.findUnits(d)
	a.findRegions(d)
	a.findPeriods(d)
	a.findMeasures(d)
	a.findStatistics(d)
	a.findYears(d)
	a.findThemes(d)
	d.tags.Analyzer = a.version
	return d.tags
}

// scratch gives memory that no other article is read in.
func (a *Analyzer) scratch() *scratch {
	if m, ok := a.memory.Get().(*scratch); ok {
		return m
	}
	return &scratch{}
}
