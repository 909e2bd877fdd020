package analyze

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"jiandu/corpus/gazetteer"
)

//go:embed lexicon/*.tsv
var embedded embed.FS

// tableID names a table of the lexicon.
type tableID int

// The tables. A table is a file of tab-separated lines: the first column is the
// term that is looked for in the text, the others are for its reader. Lines that
// begin with # are comments. A file of the same name under lexicon/ in the data
// directory adds lines; a line with a term of ours takes its place, and a line
// "-term" takes it away.
const (
	tableWords        tableID = iota // words for the segmenter: word, frequency, part of speech; not looked for
	tableModifiers                   // words inside names of bodies; not looked for
	tableStops                       // words that end a name; not looked for
	tableHeads                       // head nouns of units
	tableBodies                      // bodies with a name of their own
	tableMeasures                    // register of known measures
	tableMeasureWords                // words that make the name of a measure
	tableSlogans                     // what is quoted and no measure
	tableCounters                    // units of counting
	tableActions                     // verbs that govern a figure
	tableNonfigures                  // what looks like a figure and is none
	tablePosts                       // posts of persons
	tableCollectives                 // bodies that act and have no name
	tableThemes                      // names of the themes; not looked for
	tableThemeWords                  // evidence of themes
	tablePlaces                      // names of areas, from the gazetteer: no file
	tableCount
)

var tableFiles = [tablePlaces]string{
	tableWords:        "words",
	tableModifiers:    "modifiers",
	tableStops:        "stops",
	tableHeads:        "heads",
	tableBodies:       "bodies",
	tableMeasures:     "measures",
	tableMeasureWords: "measure_words",
	tableSlogans:      "slogans",
	tableCounters:     "counters",
	tableActions:      "actions",
	tableNonfigures:   "nonfigures",
	tablePosts:        "posts",
	tableCollectives:  "collectives",
	tableThemes:       "themes",
	tableThemeWords:   "theme_words",
}

// apart holds the tables whose terms are not looked for in the one pass over the text.
var apart = [tableCount]bool{
	tableWords: true, tableModifiers: true, tableStops: true, tableThemes: true,
	tableCounters: true, tableActions: true, tableNonfigures: true, tablePosts: true, tableCollectives: true,
}

// table is one file of the lexicon, with the analyst's lines.
type table struct {
	rows [][]string
}

// entry is a term's row in a table.
type entry struct {
	table tableID
	row   int
}

// lexicon is all tables, and one trie over their terms. It never changes.
type lexicon struct {
	tables  [tableCount]table
	trie    *trie
	entries [][]entry   // of each value of the trie
	figures figureTerms // looked for around figures only
	hash    string
	gaz     *gazetteer.Table
	words   map[string]wordUse // words of tableModifiers and tableStops
	heads   []head             // rows of tableHeads
	groups  map[string]string  // group of each head noun
	hints   []placeHint        // of each row of tablePlaces
	shorts  map[string]bool    // names of areas without what kind they are, that end in 州
}

// wordUse says what a word does to the name of a body.
type wordUse int

const (
	useUnknown  wordUse = iota
	useModifier         // may stand inside it
	useStop             // ends it
)

func loadLexicon(dir string) (*lexicon, error) {
	l := &lexicon{}
	var err error
	if l.hash, err = hashTables(dir); err != nil {
		return nil, err
	}
	for id, name := range tableFiles {
		if l.tables[id], err = readTable(dir, name); err != nil {
			return nil, err
		}
	}
	if l.gaz, err = gazetteer.Load(); err != nil {
		return nil, err
	}
	l.tables[tablePlaces] = placeTable(l.gaz)
	l.shorts = shortNames(l.gaz)
	l.hints = placeHints(l.tables[tablePlaces].rows, l)
	if err := l.readHeads(); err != nil {
		return nil, err
	}
	l.words = map[string]wordUse{}
	for _, row := range l.tables[tableModifiers].rows {
		l.words[row[0]] = useModifier
	}
	for _, row := range l.tables[tableStops].rows {
		l.words[row[0]] = useStop
	}
	l.index()
	l.figures = newFigureTerms(l)
	return l, nil
}

// index builds the trie over the first column of the tables that are looked for.
func (l *lexicon) index() {
	var terms []string
	at := map[string]int{}
	for id := range l.tables {
		if apart[tableID(id)] {
			continue
		}
		for row, cols := range l.tables[id].rows {
			i, ok := at[cols[0]]
			if !ok {
				i = len(terms)
				at[cols[0]] = i
				terms = append(terms, cols[0])
				l.entries = append(l.entries, nil)
			}
			l.entries[i] = append(l.entries[i], entry{tableID(id), row})
		}
	}
	l.trie = newTrie(terms)
}

// row gives a row of a table.
func (l *lexicon) row(id tableID, row int) []string { return l.tables[id].rows[row] }

func (l *lexicon) version() string { return versionOf(l.hash) }

func versionOf(hash string) string { return codeVersion + "-" + hash[:12] }

// hashTables gives the hash of all tables, ours and the analyst's.
func hashTables(dir string) (string, error) {
	h := sha256.New()
	for _, name := range tableFiles {
		ours, theirs, err := readFiles(dir, name)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(h, "%s %d %d\n", name, len(ours), len(theirs))
		h.Write(ours)
		h.Write(theirs)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// readFiles gives our file of a table, and the analyst's, empty if there is none.
func readFiles(dir, name string) (ours, theirs []byte, err error) {
	if ours, err = embedded.ReadFile("lexicon/" + name + ".tsv"); err != nil {
		return nil, nil, err
	}
	if dir == "" {
		return ours, nil, nil
	}
	theirs, err = os.ReadFile(filepath.Join(dir, "lexicon", name+".tsv"))
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return ours, theirs, err
}

func readTable(dir, name string) (table, error) {
	ours, theirs, err := readFiles(dir, name)
	if err != nil {
		return table{}, err
	}
	t, at := table{}, map[string]int{}
	if err := t.add(ours, at); err != nil {
		return t, fmt.Errorf("table %s: %w", name, err)
	}
	if err := t.add(theirs, at); err != nil {
		return t, fmt.Errorf("table %s: %w", filepath.Join(dir, "lexicon", name+".tsv"), err)
	}
	t.rows = withoutEmpty(t.rows)
	return t, nil
}

// add reads lines into the table. at knows the row of each term.
func (t *table) add(data []byte, at map[string]int) error {
	lines := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimRight(lines.Text(), " \t\r")
		if n == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if line == "" || line[0] == '#' {
			continue
		}
		cols := strings.Split(line, "\t")
		for i := range cols {
			cols[i] = strings.TrimSpace(cols[i])
		}
		term, takenAway := strings.CutPrefix(cols[0], "-")
		if term == "" {
			return fmt.Errorf("line %d, column 1: no term", n)
		}
		row, known := at[term]
		switch {
		case takenAway && known:
			t.rows[row] = nil
			delete(at, term)
		case takenAway:
			return fmt.Errorf("line %d: %q is not in the table", n, term)
		case known:
			t.rows[row] = cols
		default:
			at[term] = len(t.rows)
			t.rows = append(t.rows, cols)
		}
	}
	return lines.Err()
}

func withoutEmpty(rows [][]string) [][]string {
	kept := rows[:0]
	for _, r := range rows {
		if r != nil {
			kept = append(kept, r)
		}
	}
	return kept
}

// col gives a column of a row, "" where the line ends before it.
func col(row []string, i int) string {
	if i < len(row) {
		return row[i]
	}
	return ""
}
