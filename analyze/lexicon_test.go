package analyze

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// analystsDir makes a data directory with one table of the analyst's.
func analystsDir(t *testing.T, name, lines string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "lexicon"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "lexicon", name+".tsv"), []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestAnalystsTable(t *testing.T) {
	dir := analystsDir(t, "bodies", "\ufeff# our own\n甲乙协调办公室\tgovernment\n党中央\tother\n-国新办\n")
	l, err := loadLexicon(dir)
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]string{}
	for _, row := range l.tables[tableBodies].rows {
		kinds[row[0]] = col(row, 1)
	}
	if kinds["甲乙协调办公室"] != "government" || kinds["党中央"] != "other" {
		t.Errorf("added %q, replaced %q", kinds["甲乙协调办公室"], kinds["党中央"])
	}
	if _, ok := kinds["国新办"]; ok {
		t.Error("国新办 is still there")
	}
	if l.trie.find("甲乙协调办公室") < 0 {
		t.Error("the new term is not looked for")
	}
}

func TestAnalystsMistakes(t *testing.T) {
	for _, c := range []struct{ table, lines, want string }{
		{"bodies", "党中央\tparty\n\tgovernment\n", "line 2, column 1: no term"},
		{"bodies", "-没有这个机构\n", `line 1: "没有这个机构" is not in the table`},
		{"heads", "某某办\tgovernment\tdepartment\n", `"某某办": unknown class "department"`},
	} {
		_, err := loadLexicon(analystsDir(t, c.table, c.lines))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %q", c.lines, err, c.want)
		}
	}
}

// TestVersion states that the version says which tables made the tags.
func TestVersion(t *testing.T) {
	ours, err := Version(Options{})
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := Version(Options{Dir: t.TempDir()}); again != ours {
		t.Errorf("an empty directory changes the version: %s, %s", ours, again)
	}
	theirs, err := Version(Options{Dir: analystsDir(t, "bodies", "甲乙协调办公室\tgovernment\n")})
	if err != nil || theirs == ours {
		t.Errorf("an added term: version %s, %v", theirs, err)
	}
	if a := testAnalyzer(t); a.Version() != ours {
		t.Errorf("the analyzer says %s, Version says %s", a.Version(), ours)
	}
}
