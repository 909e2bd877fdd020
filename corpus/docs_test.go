package corpus_test

import (
	"context"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"jiandu/corpus"
)

// docsCorpus is a small corpus with something for every query of docs/corpus.md.
func docsCorpus(t *testing.T) *corpus.Store {
	t.Helper()
	ctx := context.Background()
	s := open(t, t.TempDir())
	a := article("july", "2024-08-28", "七月数据公布。2024年7月，全国共查处违反八项规定精神问题12起。示例市纪委监委驻市水务局纪检监察组推行室组地联动，各方面都有所进展，群众看得见。")
	a.Title, a.Source = "七月数据公布", "示例网"
	page := corpus.Page{
		URL: a.URL, FinalURL: a.URL, Status: 200, FetchedAt: time.Now(), Hash: corpus.BodyHash([]byte("x")), Body: []byte("x"),
		Headers: map[string]string{"Content-Type": "text/html"},
	}
	a.PageHash = page.Hash
	reprint := article("again", "2024-08-30", a.Text)
	bad := article("bad", "", "？")
	bad.State, bad.Reason = corpus.StateQuarantined, "no sentence"
	_, err := s.Save(ctx, corpus.Extracted{Page: &page, Article: &a}, corpus.Extracted{Article: &reprint}, corpus.Extracted{Article: &bad})
	must(t, err)
	must(t, s.SaveTags(ctx, corpus.Tagged{ID: a.ID, Text: a.Text, Tags: docsTags(a.Text)}))
	_, err = s.Regroup(ctx)
	must(t, err)
	_, err = s.WriterForTest().Exec(`INSERT INTO frontier (key, url, source, host, kind, depth, day, state, found_run, found_at, error)
VALUES ('a.test/1', 'http://a.test/1', 'a', 'a.test', 'article', 1, '', 'failed', 1, '2024-08-28T00:00:00Z', 'status 500')`)
	must(t, err)
	return s
}

func docsTags(text string) corpus.Tags {
	unit := mention(text, "示例市纪委监委驻市水务局纪检监察组")
	figure := mention(text, "查处违反八项规定精神问题12起")
	return corpus.Tags{
		Analyzer: "v1", Years: []int{2024}, Regions: []corpus.Region{{Code: "430181"}, {Code: "000000"}},
		Themes: []corpus.Theme{{ID: "conduct", Weight: 1}},
		Units: []corpus.Unit{{
			Name: unit.Text, Kind: corpus.KindDispatched, Role: corpus.RoleSupervises, Sender: "示例市纪委监委", Host: "示例市水务局",
			Mentions: []corpus.Mention{unit},
		}},
		Measures: []corpus.Measure{{ID: "szd", Name: "室组地", Kind: corpus.MeasureMechanism, Mentions: []corpus.Mention{mention(text, "室组地联动")}}},
		Statistics: []corpus.Statistic{{
			Start: figure.Start, End: figure.End, Quote: figure.Text, Number: "12", Value: 12, Unit: "起", Action: "查处",
			Object: "违反八项规定精神问题", Region: "000000", Period: &corpus.Period{From: "2024-07-01", To: "2024-07-31"},
			SentenceStart: figure.Start, SentenceEnd: figure.End,
		}},
	}
}

// mention finds a form in a text.
func mention(text, form string) corpus.Mention {
	before, _, _ := strings.Cut(text, form)
	start := len([]rune(before))
	return corpus.Mention{Start: start, End: start + len([]rune(form)), Text: form}
}

func must(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

// TestDocsQueries runs every query of docs/corpus.md.
func TestDocsQueries(t *testing.T) {
	doc, err := os.ReadFile("../docs/corpus.md")
	must(t, err)
	s := docsCorpus(t)
	queries := regexp.MustCompile("(?s)```sql( empty)?\n(.*?)```").FindAllStringSubmatch(string(doc), -1)
	if len(queries) < 10 {
		t.Errorf("only %d queries found", len(queries))
	}
	for _, q := range queries {
		rows, err := s.DB().Query(q[2])
		if err != nil {
			t.Errorf("%v in\n%s", err, q[2])
			continue
		}
		n := 0
		for rows.Next() {
			n++
		}
		if err := rows.Err(); err != nil || (n == 0) != (q[1] != "") {
			t.Errorf("%d rows, %v, of\n%s", n, err, q[2])
		}
		rows.Close()
	}
}

// TestDocsNameTables checks that docs/corpus.md knows every table.
func TestDocsNameTables(t *testing.T) {
	doc, err := os.ReadFile("../docs/corpus.md")
	must(t, err)
	rows, err := open(t, t.TempDir()).DB().Query(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
	must(t, err)
	defer rows.Close()
	for rows.Next() {
		var name string
		must(t, rows.Scan(&name))
		if !strings.Contains(string(doc), "`"+name+"`") {
			t.Errorf("docs/corpus.md does not name the table %s", name)
		}
	}
}
