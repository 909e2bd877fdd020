package analyze

import (
	"sync"
	"testing"

	"jiandu/corpus"
)

// shared makes one analyzer for all tests: loading it takes more than a second.
var shared = sync.OnceValues(func() (*Analyzer, error) { return New(Options{}) })

func testAnalyzer(t testing.TB) *Analyzer {
	t.Helper()
	a, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// analyzeText tags a text of a given day, source and title.
func analyzeText(t testing.TB, text, published, source, title string) corpus.Tags {
	t.Helper()
	return testAnalyzer(t).Analyze(corpus.Article{Text: text, Published: published, Source: source, Title: title})
}

func TestTokensCoverTheText(t *testing.T) {
	text := "某市纪委监委“室组地”联动。\n\nＡＢＣ 2023年，K K\n末段"
	d := newDoc(corpus.Article{Text: text})
	d.tokenize(testAnalyzer(t).segmenter)
	for at := 0; at < len(d.runes); {
		tok := d.word(at)
		if tok.start != at || tok.end <= at {
			t.Fatalf("token %v does not begin at %d", tok, at)
		}
		for i := tok.start; i < tok.end; i++ {
			if d.word(i) != tok || d.startsToken(i) != (i == tok.start) {
				t.Errorf("wordAt(%d) is %v, and not %v", i, d.word(i), tok)
			}
		}
		at = tok.end
	}
	if end := d.word(len(d.runes)); end.start != len(d.runes) {
		t.Errorf("behind the text: %v", end)
	}
}

func TestSplit(t *testing.T) {
	d := newDoc(corpus.Article{Text: "甲，乙：“丙。”丁！\n3,000人；戊"})
	var sentences, clauses []string
	for _, s := range d.sentences {
		sentences = append(sentences, d.text(s))
	}
	for _, s := range d.clauses {
		clauses = append(clauses, d.text(s))
	}
	wantEqual(t, sentences, []string{"甲，乙：“丙。”", "丁！", "3,000人；戊"})
	wantEqual(t, clauses, []string{"甲，", "乙：", "“丙。”", "丁！", "3,000人；", "戊"})
}

func wantEqual(t *testing.T, got, want []string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
