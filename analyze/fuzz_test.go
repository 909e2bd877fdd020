package analyze

import (
	"reflect"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"jiandu/corpus"
)

// FuzzAnalyze states what holds for any text: each mention quotes the text at its
// offsets, and the same text gives the same tags.
func FuzzAnalyze(f *testing.F) {
	for _, s := range awkwardTexts() {
		if len(s) < 1000 {
			f.Add(s, "某县纪委监委", "2023-05-01")
		}
	}
	f.Fuzz(func(t *testing.T, text, title, published string) {
		if !utf8.ValidString(text) || !utf8.ValidString(title) {
			return // refused at import
		}
		art := corpus.Article{Text: text, Title: title, Published: published}
		a := testAnalyzer(t)
		tags := a.Analyze(art)
		checkOffsets(t, text, tags)
		if again := a.Analyze(art); !reflect.DeepEqual(tags, again) {
			t.Errorf("another run gives other tags")
		}
	})
}

func checkOffsets(t *testing.T, text string, tags corpus.Tags) {
	t.Helper()
	runes := []rune(text)
	check := func(kind string, m corpus.Mention) {
		if m.Start < 0 || m.End <= m.Start || m.End > len(runes) || string(runes[m.Start:m.End]) != m.Text {
			t.Errorf("%s: %+v does not quote the text", kind, m)
		}
	}
	for _, u := range tags.Units {
		if u.Name == "" || u.Kind == "" || len(u.Mentions) == 0 {
			t.Errorf("unit without name, kind or mention: %+v", u)
		}
		for _, m := range u.Mentions {
			check("unit", m)
		}
	}
	for _, r := range tags.Regions {
		if len(r.Code) != 6 {
			t.Errorf("region code %q", r.Code)
		}
		for _, m := range r.Mentions {
			check("region", m)
		}
	}
	for _, x := range tags.Measures {
		for _, m := range x.Mentions {
			check("measure", m)
		}
	}
	for _, x := range tags.Themes {
		for _, m := range x.Evidence {
			check("theme", m)
		}
	}
	for _, s := range tags.Statistics {
		check("statistic", corpus.Mention{Start: s.Start, End: s.End, Text: s.Quote})
	}
}

// awkwardTexts are texts that make a careless reader fail or take for ever.
func awkwardTexts() []string {
	texts := []string{
		"", "\n", "。", "市", "县委", "驻", "驻纪检监察组", "原", "第", "中国", "该市", "镇纪委", "（", "甲乙镇丙村党支部", "省市县三级",
		"\ufeff市纪委监委\u2028查处\u00a0３件", "K市纪委监委", "𠀀𠀁市纪委监委", "某市、某县纪委监委和公安局、财政局原局长",
		"驻甲乙局纪检监察组驻丙丁局纪检监察组", "市委市政府省委省政府县委县政府", "第一、第二、第三监督检查室",
	}
	for _, unit := range []string{"“", "市", "驻", "原", "1", "一", "第", "公司", "湖南省", "纪委监委", "、", "某市、", "《", "该县", "湖南省、", "衡阳市衡南县、", "岳阳市水利局（简称某局），", "集团党委", "开发区纪工委", "江西省纪委监委在九江市"} {
		texts = append(texts, strings.Repeat(unit, awkwardSize/len(unit)))
	}
	return texts
}

// TestAwkwardTexts reads long texts of one word again and again: work that grew
// faster than the text would not end.
func TestAwkwardTexts(t *testing.T) {
	a := testAnalyzer(t)
	for _, text := range awkwardTexts() {
		if testing.Short() && len(text) > 1000 {
			continue
		}
		checkOffsets(t, text, a.Analyze(corpus.Article{Text: text, Published: "2023-05-01"}))
	}
}

// TestWorkersDoNotMatter tags the same texts at the same time and one by one.
func TestWorkersDoNotMatter(t *testing.T) {
	a := testAnalyzer(t)
	var texts []string
	for _, s := range awkwardTexts() {
		if len(s) < 1000 {
			texts = append(texts, s)
		}
	}
	want := make([]corpus.Tags, len(texts))
	for i, s := range texts {
		want[i] = a.Analyze(corpus.Article{Text: s, Published: "2023-05-01"})
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := len(texts) - 1; i >= 0; i-- {
				if got := a.Analyze(corpus.Article{Text: texts[i], Published: "2023-05-01"}); !reflect.DeepEqual(got, want[i]) {
					t.Errorf("%q: other tags", texts[i])
				}
			}
		})
	}
	wg.Wait()
}
