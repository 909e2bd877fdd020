package figures_test

import (
	"testing"

	"jiandu/corpus"
	"jiandu/index/figures"
)

// The first report in a province is shown with the sentence on it, undated
// reports come last, and a trace names each article once and the scope.
func TestReportsOfAreas(t *testing.T) {
	text := "湖南省推行巡审联动，成效明显。\n贵州省也在试行：巡审联动两月有余。"
	s := fillWith(t, []article{
		{name: "both", published: "2023-03-01", text: text},
		{name: "undated", text: "云南省推行巡审联动。"},
	})
	mention := func(text, part string) []corpus.Mention { return []corpus.Mention{find(t, text, part)} }
	must(t, s.SaveTags(t.Context(),
		corpus.Tagged{ID: "both", Text: text, Tags: corpus.Tags{
			Regions:  []corpus.Region{{Code: "430000", Mentions: mention(text, "湖南省")}, {Code: "520000", Mentions: mention(text, "贵州省")}},
			Measures: []corpus.Measure{{ID: "巡审联动", Name: "巡审联动", Mentions: append(mention(text, "巡审联动"), find(t, text, "巡审联动两月"))}},
		}},
		corpus.Tagged{ID: "undated", Text: "云南省推行巡审联动。", Tags: corpus.Tags{
			Regions:  []corpus.Region{{Code: "530000", Mentions: mention("云南省推行巡审联动。", "云南省")}},
			Measures: []corpus.Measure{{ID: "巡审联动", Name: "巡审联动", Mentions: mention("云南省推行巡审联动。", "巡审联动")}},
		}}))
	firsts, err := figures.Firsts(t.Context(), s.DB(), []string{"巡审联动"})
	must(t, err)
	var got []string
	for _, c := range firsts {
		got = append(got, c.Province+" "+c.First.Sentence)
	}
	want := []string{"430000 湖南省推行巡审联动，成效明显。", "520000 贵州省也在试行：巡审联动两月有余。", "530000 云南省推行巡审联动。"}
	if len(got) != len(want) {
		t.Fatalf("firsts: %q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("first %d: %q, want %q", i, got[i], want[i])
		}
	}
}

func TestTraceScope(t *testing.T) {
	s := fillWith(t, punished)
	got, err := figures.TraceText(t.Context(), s.DB(), "给予党纪政务处分5000人", 1)
	must(t, err)
	if got[0].First.Scope != "违规吃喝" || len(got[0].Repeats) != 1 {
		t.Errorf("trace: %+v", got[0])
	}
}
