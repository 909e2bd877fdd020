package web

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
	"jiandu/index"
)

// The sample is a small corpus whose texts are made up: no place is named in
// them, and the area codes of their tags only serve to fill the facets.

// place is an area of the sample and the months for which it reports.
type place struct {
	code string
	base int
}

var samplePlaces = []place{{"430181", 8}, {"430422", 5}, {"530102", 12}, {"330110", 9}, {"000000", 400}}

const sampleText = `示例县纪委监委发布通报，介绍%[1]d年专项监督的情况。今年以来，共查处违规吃喝问题%[2]d起，处理%[3]d人，其中给予党纪政务处分%[4]d人。
示例县委第一巡察组同步开展“清单式”巡察，发现问题%[5]d个，移交问题线索%[6]d条。据介绍，“室组地”联动机制在办案中发挥了作用，群众满意度达82.3%%。
下一步，示例县纪委监委将继续推进“清风护航”专项行动，压实主体责任 <b>不留死角</b>。`

// mentions gives the mentions of a form in a text.
func mentions(text, form string) []corpus.Mention {
	var ms []corpus.Mention
	for at := 0; ; {
		i := strings.Index(text[at:], form)
		if i < 0 {
			return ms
		}
		start := utf8.RuneCountInString(text[:at+i])
		ms = append(ms, corpus.Mention{Start: start, End: start + utf8.RuneCountInString(form), Text: form})
		at += i + len(form)
	}
}

// statistic tags the first place where the quote stands, inside its sentence.
func statistic(text, quote string, s corpus.Statistic) corpus.Statistic {
	m := mentions(text, quote)[0]
	runes := []rune(text)
	s.Quote, s.Start, s.End = quote, m.Start, m.End
	s.SentenceStart, s.SentenceEnd = m.Start, m.End
	for s.SentenceStart > 0 && !strings.ContainsRune("。\n", runes[s.SentenceStart-1]) {
		s.SentenceStart--
	}
	for s.SentenceEnd < len(runes) && runes[s.SentenceEnd-1] != '。' {
		s.SentenceEnd++
	}
	return s
}

// sampleReport makes the report of a place for a year.
func sampleReport(p place, year, i int) (corpus.Article, corpus.Tags) {
	n := p.base + 3*(year-2018)
	text := fmt.Sprintf(sampleText, year, n, 2*n, n+2, 10*n, n*4)
	url := fmt.Sprintf("https://example.org/%s/%d.html", p.code, year)
	a := corpus.Article{
		ID: corpus.ArticleID(url, text), URL: url, Title: fmt.Sprintf("示例通报：%d年专项监督情况（%d）", year, i),
		Source: fmt.Sprintf("示例网%d", i%3+1), Author: "示例作者", Published: fmt.Sprintf("%d-11-%02d", year, 10+i%15),
		PublishedFrom: corpus.DateFromMeta, Text: text, Site: "example", Quality: 1, State: corpus.StateOK, Extractor: "test",
	}
	period := &corpus.Period{From: fmt.Sprintf("%d-01-01", year), To: a.Published}
	stat := func(quote, number string, v float64, unit, action, object string) corpus.Statistic {
		return statistic(text, quote, corpus.Statistic{
			Number: number, Value: v, Unit: unit, Action: action, Object: object,
			Actor: "示例县纪委监委", Region: p.code, Period: period, Cumulative: true,
		})
	}
	tags := corpus.Tags{
		Analyzer: "test", Years: []int{year},
		Regions: []corpus.Region{{Code: p.code, Mentions: mentions(text, "示例县")[:1]}},
		Themes:  []corpus.Theme{{ID: "conduct", Weight: .9, Evidence: mentions(text, "违规吃喝")}, {ID: "inspection", Weight: .4, Evidence: mentions(text, "巡察")}},
		Units: []corpus.Unit{
			{Name: "示例县纪委监委", Kind: corpus.KindDiscipline, Role: corpus.RoleSupervises, Region: p.code, Mentions: mentions(text, "示例县纪委监委")},
			{Name: "示例县委第一巡察组", Kind: corpus.KindInspection, Mentions: mentions(text, "示例县委第一巡察组")},
		},
		Measures: []corpus.Measure{
			{ID: "shi-zu-di", Name: "“室组地”联动机制", Kind: corpus.MeasureMechanism, Mentions: mentions(text, "“室组地”联动机制")},
			{ID: "“清风护航”专项行动", Name: "“清风护航”专项行动", Kind: corpus.MeasureCampaign, Mentions: mentions(text, "“清风护航”专项行动")},
		},
		Statistics: []corpus.Statistic{
			stat(fmt.Sprintf("查处违规吃喝问题%d起", n), fmt.Sprint(n), float64(n), "起", "查处", "违规吃喝问题"),
			stat(fmt.Sprintf("处理%d人", 2*n), fmt.Sprint(2*n), float64(2*n), "人", "处理", ""),
			stat(fmt.Sprintf("给予党纪政务处分%d人", n+2), fmt.Sprint(n+2), float64(n+2), "人", "处分", ""),
			stat(fmt.Sprintf("发现问题%d个", 10*n), fmt.Sprint(10*n), float64(10*n), "个", "发现", "问题"),
			stat("达82.3%", "82.3", 82.3, "%", "达", "群众满意度"),
		},
	}
	return a, tags
}

// sampleStore makes a corpus of 25 reports and a reprint in a new directory.
func sampleStore(tb testing.TB) *corpus.Store {
	tb.Helper()
	ctx := context.Background()
	now := time.Date(2023, 1, 2, 3, 4, 5, 0, time.UTC)
	st, err := corpus.Open(ctx, tb.TempDir(), corpus.Options{Now: func() time.Time { return now }})
	must(tb, err)
	tb.Cleanup(func() { st.Close() })
	var saved []corpus.Extracted
	var tagged []corpus.Tagged
	for i, p := range samplePlaces {
		for year := 2018; year <= 2022; year++ {
			a, tags := sampleReport(p, year, i*5+year-2018)
			saved = append(saved, corpus.Extracted{Article: &a})
			tagged = append(tagged, corpus.Tagged{ID: a.ID, Text: a.Text, Tags: tags})
		}
	}
	lead, tags := sampleReport(samplePlaces[0], 2022, 4)
	reprint := lead
	reprint.URL += "?again"
	reprint.Source = "示例转载网"
	reprint.ID = corpus.ArticleID(reprint.URL, "")
	saved = append(saved, corpus.Extracted{Article: &reprint})
	tagged = append(tagged, corpus.Tagged{ID: reprint.ID, Text: reprint.Text, Tags: tags})
	_, err = st.Save(ctx, saved...)
	must(tb, err)
	must(tb, st.SaveTags(ctx, tagged...))
	must(tb, st.SaveGroups(ctx, corpus.Grouping{ID: reprint.ID, Group: lead.ID, Lead: false}))
	return st
}

// leadID is the id of the sample's report that has a reprint.
func leadID() string {
	a, _ := sampleReport(samplePlaces[0], 2022, 4)
	return a.ID
}

// sampleOptions are options on the sample corpus.
func sampleOptions(tb testing.TB) Options {
	tb.Helper()
	places, err := gazetteer.Load()
	must(tb, err)
	store := sampleStore(tb)
	themes := map[string]string{"conduct": "作风建设", "inspection": "巡视巡察"}
	_, err = index.Update(context.Background(), store, store.Dir(), pairs{}, index.BuildOptions{Themes: themes})
	must(tb, err)
	ix, err := index.Open(store.Dir())
	must(tb, err)
	tb.Cleanup(func() { ix.Close() })
	return Options{Store: store, Index: ix, Gazetteer: places, Log: slog.New(slog.DiscardHandler)}
}

// pairs is a segmenter that cuts a text into words of two characters.
type pairs struct{}

func (pairs) Cut(text string) []index.Span {
	var spans []index.Span
	start, n := 0, 0
	for i, r := range text {
		if n == 2 || !unicode.IsLetter(r) {
			if n > 0 {
				spans = append(spans, index.Span{Start: start, End: i})
			}
			start, n = i, 0
		}
		if unicode.IsLetter(r) {
			n++
		} else {
			start = i + utf8.RuneLen(r)
		}
	}
	if n > 0 {
		spans = append(spans, index.Span{Start: start, End: len(text)})
	}
	return spans
}

func sampleServer(tb testing.TB) http.Handler {
	tb.Helper()
	h, err := New(sampleOptions(tb))
	must(tb, err)
	return h
}

// get asks a handler; header holds pairs of name and value.
func get(h http.Handler, target string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, target, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func must(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}
