package index

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jiandu/corpus"
)

// TestCases runs the cases under testdata/cases: documents, queries and what they
// must find. Anyone can add lines to them.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*/documents.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		dir := filepath.Dir(file)
		t.Run(filepath.Base(dir), func(t *testing.T) {
			ix := openCase(t, dir)
			for _, row := range readRows(t, filepath.Join(dir, "queries.tsv")) {
				got := titles(t, ix, Request{Query: row[0], Synonyms: true})
				if ok, want := fits(row[1], got); !ok {
					t.Errorf("%s\nfinds %s\nwant  %s", row[0], strings.Join(got, " | "), want)
				}
			}
		})
	}
}

// fits compares titles found with what a case says: "a>b" in that order first, "a|b" exactly these.
func fits(want string, got []string) (bool, string) {
	if want == "-" {
		return len(got) == 0, want
	}
	if strings.Contains(want, ">") {
		titles := strings.Split(want, ">")
		return len(got) >= len(titles) && slices.Equal(got[:len(titles)], titles), want
	}
	titles := strings.Split(want, "|")
	slices.Sort(titles)
	found := slices.Sorted(slices.Values(got))
	return slices.Equal(titles, found), want
}

func openCase(t *testing.T, dir string) *Index {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "documents.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var docs []corpus.Document
	for part := range strings.SplitSeq(string(b), "\n----\n") {
		docs = append(docs, parseDocument(t, part))
	}
	s, data := newStore(t, docs...)
	update1(t, s, data)
	return open1(t, data)
}

func parseDocument(t *testing.T, part string) corpus.Document {
	t.Helper()
	var d corpus.Document
	head, text, _ := strings.Cut(part, "\n\n")
	d.Text = strings.TrimRight(text, "\n")
	for line := range strings.SplitSeq(head, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		name, value, ok := strings.Cut(line, ": ")
		if !ok {
			t.Fatalf("no field: %q", line)
		}
		setField(&d, name, value)
	}
	return d
}

func setField(d *corpus.Document, name, value string) {
	switch name {
	case "title":
		d.Title = value
	case "source":
		d.Source = value
	case "published":
		d.Published = value
	}
	for v := range strings.FieldsSeq(value) {
		switch name {
		case "regions":
			d.Regions = append(d.Regions, corpus.Region{Code: v})
		case "years":
			var y int
			fmt.Sscan(v, &y)
			d.Years = append(d.Years, y)
		case "themes":
			d.Themes = append(d.Themes, corpus.Theme{ID: v})
		case "units":
			d.Units = append(d.Units, corpus.Unit{Name: v})
		case "measures":
			d.Measures = append(d.Measures, corpus.Measure{ID: v})
		}
	}
}

func readRows(t *testing.T, path string) [][2]string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][2]string
	for line := range strings.SplitSeq(strings.TrimSpace(string(b)), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		query, want, ok := strings.Cut(line, "\t")
		if !ok {
			t.Fatalf("%s: no tab in %q", path, line)
		}
		rows = append(rows, [2]string{query, want})
	}
	return rows
}

// TestDocumentedQueries runs every example of docs/query.md on the documents of the case language.
func TestDocumentedQueries(t *testing.T) {
	b, err := os.ReadFile("../docs/query.md")
	if err != nil {
		t.Fatal(err)
	}
	ix := openCase(t, "testdata/cases/language")
	n := 0
	for line := range strings.Lines(string(b)) {
		cells := strings.Split(strings.TrimSpace(line), " | ")
		if len(cells) != 3 || !strings.HasPrefix(cells[0], "| `") {
			continue
		}
		n++
		query := strings.ReplaceAll(strings.Trim(strings.TrimPrefix(cells[0], "| "), "`"), `\|`, "|")
		want := strings.FieldsFunc(strings.TrimSuffix(cells[2], " |"), func(r rune) bool { return r == ' ' || r == '、' })
		got := titles(t, ix, Request{Query: query, Synonyms: true})
		var short []string
		for _, title := range got {
			short = append(short, string([]rune(title)[:1]))
		}
		slices.Sort(short)
		slices.Sort(want)
		if len(want) == 1 && want[0] == "—" {
			want = nil
		}
		if !slices.Equal(short, want) {
			t.Errorf("%s finds %v, documented %v", query, short, want)
		}
	}
	if n < 15 {
		t.Errorf("only %d examples", n)
	}
}
