package figures_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiandu/corpus"
	"jiandu/index/figures"
)

// article is a short way to write a tagged article.
type article struct {
	name, published, text string
	group                 string // name of the article that leads it
	regions               []string
	measures              []string
	unit                  string
	figures               []figure
}

// figure is a statistic whose quote stands in the text.
type figure struct {
	quote, number string
	value         float64
	unit          string
	action        string
	object        string
	region        string
	from, to      string
}

var notices = []article{
	{
		name: "july", published: "2023-08-26", regions: []string{"000000"},
		text: "7月，全国查处违反中央八项规定精神问题100起。1至7月，全国查处违反中央八项规定精神问题800起。",
		figures: []figure{
			{"查处违反中央八项规定精神问题100起", "100", 100, "起", "查处", "违反中央八项规定精神问题", "000000", "2023-07-01", "2023-07-31"},
			{"查处违反中央八项规定精神问题800起", "800", 800, "起", "查处", "违反中央八项规定精神问题", "000000", "2023-01-01", "2023-07-31"},
		},
	},
	{
		name: "reprint", group: "july", published: "2023-08-27", regions: []string{"000000"},
		text: "7月，全国查处违反中央八项规定精神问题100起。1至7月，全国查处违反中央八项规定精神问题800起。",
		figures: []figure{
			{"查处违反中央八项规定精神问题100起", "100", 100, "起", "查处", "违反中央八项规定精神问题", "000000", "2023-07-01", "2023-07-31"},
		},
	},
	{
		name: "other", published: "2023-09-01", regions: []string{"000000"},
		text: "今年前7个月，全国查处违反中央八项规定精神问题810起。",
		figures: []figure{
			{"查处违反中央八项规定精神问题810起", "810", 810, "起", "查处", "违反中央八项规定精神问题", "000000", "2023-01-01", "2023-07-31"},
		},
	},
	{
		name: "2019", published: "2020-01-20", regions: []string{"000000"},
		text: "2019年，全国查处违反中央八项规定精神问题600起。",
		figures: []figure{
			{"查处违反中央八项规定精神问题600起", "600", 600, "起", "查处", "违反中央八项规定精神问题", "000000", "2019-01-01", "2019-12-31"},
		},
	},
	{
		name: "2018", published: "2019-01-20", regions: []string{"000000"},
		text: "2018年，全国查处违反中央八项规定精神问题500起，其中违规收礼问题100起，占20.0%。",
		figures: []figure{
			{"查处违反中央八项规定精神问题500起", "500", 500, "起", "查处", "违反中央八项规定精神问题", "000000", "2018-01-01", "2018-12-31"},
			{"违规收礼问题100起", "100", 100, "起", "查处", "违规收礼问题", "000000", "2018-01-01", "2018-12-31"},
			{"占20.0%", "20.0", 20, "%", "占", "", "000000", "2018-01-01", "2018-12-31"},
		},
	},
	{
		name: "county", published: "2022-05-01", regions: []string{"430181"}, measures: []string{"“室组地”联动"}, unit: "浏阳市纪委监委",
		text: "浏阳市纪委监委运用“室组地”联动立案12件。",
		figures: []figure{
			{"立案12件", "12", 12, "件", "立案", "", "430181", "2022-01-01", "2022-12-31"},
		},
	},
	{
		name: "forms", published: "2023-02-01", regions: []string{"430181"},
		text: "某市处理1242人次，占总数的82.3%。",
		figures: []figure{
			{"处理1242人次", "1242", 1242, "人次", "处理", "", "430181", "2022-01-01", "2022-12-31"},
			{"占总数的82.3%", "82.3", 82.3, "%", "占", "总数", "430181", "2022-01-01", "2022-12-31"},
		},
	},
	{
		name: "city", published: "2023-05-01", regions: []string{"430400"}, measures: []string{"“室组地”联动"},
		text: "衡阳市推行“室组地”联动。",
	},
}

func fill(t *testing.T) *corpus.Store { return fillWith(t, notices) }

func fillWith(t *testing.T, articles []article) *corpus.Store {
	t.Helper()
	ctx := context.Background()
	s, err := corpus.Open(ctx, t.TempDir(), corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	for _, a := range articles {
		doc := corpus.Article{ID: a.name, URL: "http://a.test/" + a.name, Title: a.name, Published: a.published, Text: a.text, State: corpus.StateOK}
		if _, err := s.Save(ctx, corpus.Extracted{Article: &doc}); err != nil {
			t.Fatal(err)
		}
		if err := s.SaveTags(ctx, corpus.Tagged{ID: a.name, Text: a.text, Tags: a.tags(t)}); err != nil {
			t.Fatal(err)
		}
		if a.group != "" {
			if err := s.SaveGroups(ctx, corpus.Grouping{ID: a.name, Group: a.group}); err != nil {
				t.Fatal(err)
			}
		}
	}
	return s
}

func (a article) tags(t *testing.T) corpus.Tags {
	tags := corpus.Tags{Analyzer: "test"}
	for _, r := range a.regions {
		tags.Regions = append(tags.Regions, corpus.Region{Code: r})
	}
	for _, m := range a.measures {
		tags.Measures = append(tags.Measures, corpus.Measure{ID: strings.Trim(m, "“”"), Name: m, Kind: corpus.MeasureMechanism, Mentions: []corpus.Mention{find(t, a.text, m)}})
	}
	if a.unit != "" {
		tags.Units = []corpus.Unit{{Name: a.unit, Kind: corpus.KindDiscipline, Role: corpus.RoleSupervises, Mentions: []corpus.Mention{find(t, a.text, a.unit)}}}
	}
	for _, f := range a.figures {
		m := find(t, a.text, f.quote)
		tags.Statistics = append(tags.Statistics, corpus.Statistic{
			Start: m.Start, End: m.End, Quote: f.quote, Number: f.number, Value: f.value, Unit: f.unit, Action: f.action, Object: f.object,
			Actor: a.unit, Region: f.region, Period: &corpus.Period{From: f.from, To: f.to}, SentenceEnd: len([]rune(a.text)),
		})
	}
	return tags
}

func find(t *testing.T, text, part string) corpus.Mention {
	t.Helper()
	before, _, ok := strings.Cut(text, part)
	if !ok {
		t.Fatalf("%q is not in %q", part, text)
	}
	start := len([]rune(before))
	return corpus.Mention{Start: start, End: start + len([]rune(part)), Text: part}
}

// A yearly series takes the cumulative figure, not the month in it; marks the
// other value, and the change of definition.
func TestSeriesByYear(t *testing.T) {
	s := fill(t)
	got, err := figures.SeriesOf(context.Background(), s.DB(), figures.Query{Action: "查处", Object: "违反中央八项规定精神"}, figures.ByYear)
	if err != nil {
		t.Fatal(err)
	}
	type cell struct {
		Key, Basis, Span string
		Value            float64
		Others, Reports  int
		Breaks           int
	}
	var cells []cell
	for _, c := range got[0].Cells {
		cells = append(cells, cell{c.Key, c.Basis, c.Span, c.Value, len(c.Others), c.Reports, len(c.Breaks)})
	}
	want := []cell{
		{"2018", "reported", "year", 500, 0, 1, 0},
		{"2019", "reported", "year", 600, 0, 1, 1},
		{"2023", "reported", "to-date", 810, 1, 2, 1},
	}
	if diff := cmp.Diff(want, cells); diff != "" {
		t.Errorf("cells (-want +got):\n%s", diff)
	}
}

// A search for a province finds its counties; a reprint is not asked.
func TestFindRegion(t *testing.T) {
	s := fill(t)
	for _, tt := range []struct {
		q    figures.Query
		want int
	}{
		{figures.Query{Region: "430000"}, 3},
		{figures.Query{Region: "430100", Action: "立案"}, 1},
		{figures.Query{Region: "430400"}, 0},
		{figures.Query{Region: "000000", Action: "查处", From: "2023-07-01", To: "2023-07-31"}, 1},
		{figures.Query{Action: "查处", Object: "八项规定", From: "2023-01-01", To: "2023-12-31"}, 3},
		{figures.Query{Measure: "室组地”联动"}, 1},
		{figures.Query{Measure: "没有" + figures.MeasureSep + "室组地”联动"}, 1},
	} {
		n := 0
		for _, err := range figures.Find(context.Background(), s.DB(), tt.q) {
			if err != nil {
				t.Fatal(err)
			}
			n++
		}
		if n != tt.want {
			t.Errorf("%+v: %d figures, want %d", tt.q, n, tt.want)
		}
	}
}

func TestContradictions(t *testing.T) {
	s := fill(t)
	got, err := figures.Contradictions(context.Background(), s.DB(), figures.Query{})
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || got[0].ArticleID != "july" || got[0].Value != 800 || got[0].Others[0].Value != 810 {
		t.Errorf("contradictions: %+v", got)
	}
}

func TestSpreadAndGaps(t *testing.T) {
	ctx, s := context.Background(), fill(t)
	ids, err := figures.Resolve(ctx, s.DB(), "室组地")
	if err != nil {
		t.Fatal(err)
	}
	cells, err := figures.Spread(ctx, s.DB(), ids, []string{"year", "province"})
	if err != nil {
		t.Fatal(err)
	}
	if len(cells) != 2 || cells[0].Year != "2022" || cells[0].Province != "430000" || cells[1].Year != "2023" {
		t.Errorf("spread: %+v", cells)
	}
	gaps, err := figures.Gaps(ctx, s.DB(), ids, []string{"430000", "000000", "110000"}, "2023")
	if err != nil {
		t.Fatal(err)
	}
	var states []string
	for _, g := range gaps {
		states = append(states, g.State)
	}
	if diff := cmp.Diff([]string{figures.GapReported, figures.GapSilent, figures.GapUnseen}, states); diff != "" {
		t.Errorf("gaps (-want +got):\n%s", diff)
	}
	reports, err := figures.MeasureReports(ctx, s.DB(), ids, "", true, 0)
	if err != nil || len(reports) != 2 || len(reports[0].Figures) != 1 {
		t.Errorf("reports: %+v, %v", reports, err)
	}
	if _, err := figures.Resolve(ctx, s.DB(), "没有的机制"); !errors.Is(err, corpus.ErrNotFound) {
		t.Errorf("Resolve of an unknown measure: %v", err)
	}
}

func TestTimeline(t *testing.T) {
	s := fill(t)
	got, err := figures.Timeline(context.Background(), s.DB(), "浏阳市纪委监委", 0)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || len(got[0].Figures) != 1 || got[0].Role != "supervises" || len(got[0].Measures) != 1 {
		t.Errorf("timeline: %+v", got)
	}
}

func TestTrace(t *testing.T) {
	ctx, s := context.Background(), fill(t)
	got, err := figures.TraceText(ctx, s.DB(), "1至7月查处违反中央八项规定精神问题800起", 1)
	if err != nil {
		t.Fatal(err)
	}
	if got[0].First.ArticleID != "july" || len(got[0].Reprints) != 2 || len(got[0].Others) != 1 {
		t.Errorf("trace: %+v", got[0])
	}
	got, err = figures.TraceText(ctx, s.DB(), "违规收礼问题占20%", 1)
	if err != nil || len(got[0].Shares) != 1 || got[0].Shares[0].Whole.Value != 500 {
		t.Errorf("trace of a share: %+v, %v", got, err)
	}
	got, err = figures.TraceText(ctx, s.DB(), "处理1242人次", 1)
	if err != nil || len(got[0].Wholes) != 1 || got[0].Wholes[0].Low > 1509 || got[0].Wholes[0].High < 1509 {
		t.Errorf("trace of a count with a share of a whole that is not given: %+v, %v", got, err)
	}
	if _, err := figures.TraceText(ctx, s.DB(), "没有数字", 1); err == nil {
		t.Error("a claim without a number was looked up")
	}
}

func TestCompare(t *testing.T) {
	s := fill(t)
	got, err := figures.Compare(context.Background(), s.DB(), figures.Query{Action: "查处", Object: "违反中央八项规定精神"}, "2018", "2019")
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || got[0].A.Value != 500 || got[0].B.Value != 600 || got[0].Change != 20 {
		t.Errorf("compare: %+v", got)
	}
}

func TestMeasures(t *testing.T) {
	s := fill(t)
	got, err := figures.Measures(context.Background(), s.DB(), "室组", 0)
	if err != nil {
		t.Fatal(err)
	}
	want := []figures.MeasureName{{ID: "室组地”联动", Name: "“室组地”联动", Kind: "mechanism", Articles: 2, First: "2022-05-01", Last: "2023-05-01"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("measures (-want +got):\n%s", diff)
	}
	if got, err = figures.Measures(context.Background(), s.DB(), "没有", 0); err != nil || len(got) != 0 {
		t.Errorf("measures of no such name: %+v, %v", got, err)
	}
}
