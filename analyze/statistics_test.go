package analyze

import (
	"fmt"
	"strings"
	"testing"

	"jiandu/corpus"
)

// figureLines gives the statistics of a text, one a line: number unit value approx | action | object | period.
func figureLines(t *testing.T, text, published string) string {
	t.Helper()
	var b strings.Builder
	for _, s := range analyzeText(t, text, published, "", "").Statistics {
		period := "-"
		if s.Period != nil {
			period = s.Period.From + ".." + s.Period.To
		}
		fmt.Fprintf(&b, "%s %s %v %s|%s|%s|%s\n", s.Number, s.Unit, s.Value, s.Approx, s.Action, s.Object, period)
	}
	return strings.TrimSpace(b.String())
}

func TestStatistics(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"上半年，全区共查处问题120起，批评教育帮助和处理150人，其中党纪政务处分90人。", `
120 起 120 |查处|问题|2023-01-01..2023-06-30
150 人 150 |批评教育帮助和处理||2023-01-01..2023-06-30
90 人 90 |党纪政务处分||2023-01-01..2023-06-30`},
		{"今年以来，共收到举报149件，其中问题线索31件。", `
149 件 149 |收到|举报|2023-01-01..2023-07-10
31 件 31 |收到|问题线索|2023-01-01..2023-07-10`},
		{"发出2份监督建议函，撰写6篇调研报告，组建50余支督查组。", `
2 份 2 |发出|监督建议函|-
6 篇 6 |撰写|调研报告|-
50余 支 50 over|组建|督查组|-`},
		{"对8家国有企业、32个市管单位进行政治巡察。", `
8 家 8 |巡察|国有企业|-
32 个 32 |巡察|市管单位|-`},
		{"将公款8600余万元挪用给他人。", "8600余万 元 8.6e+07 over|挪用|公款|-"},
		{"2022年粮食总产量为2948亿斤，比上年增加28.7亿斤。", `
2948亿 斤 2.948e+11 |为|粮食总产量|2022-01-01..2022-12-31
28.7亿 斤 2.87e+09 |增加|粮食总产量|2022-01-01..2022-12-31`},
		{"给予党纪政务处分196人，立案12件12人。", `
196 人 196 |党纪政务处分||-
12 件 12 |立案||-
12 人 12 |立案||-`},
		{"占总数的85.8%，近五分之一的群众表示满意，秋粮收获两成。", `
85.8 % 85.8 |占|总数|-
五分之一 % 20 nearly||群众|-
两成 % 20 |收获|秋粮|-`},
		{"34名民警被辞退，三人被免职。", `
34 名 34 |辞退|民警|-
三 人 3 |免职||-`},
		{"交办的378件问题线索，只查结66件。", `
378 件 378 |交办|问题线索|-
66 件 66 |查结|问题线索|-`},
	} {
		if got := figureLines(t, c.text, "2023-07-10"); got != strings.TrimSpace(c.want) {
			t.Errorf("%s\ngot\n%s\nwant%s", c.text, got, c.want)
		}
	}
}

// TestNoStatistics lists what looks like a figure and is none.
func TestNoStatistics(t *testing.T) {
	for _, text := range []string{
		"落实“四责”协同机制，违反中央八项规定精神。", "学习二十届中央纪委三次全会精神。", "第五巡察组于2023年5月6日进驻。",
		"构建146监督体系，实现1+1+1>3的效果。", "举报电话12388。", "通过“4·29”事故调查。", "印发〔2023〕6号文件。",
		"连续4年开展调研，历时3个多月。", "从政治、思想、作风3个方面和三个层面着力。", "打通最后一公里。", "一批典型案例和一名负责人。",
		"位于S528公路沿线的5A级景区。", "年满60岁的干部。", "在四川、三亚调研。",
	} {
		if got := figureLines(t, text, "2023-07-10"); got != "" {
			t.Errorf("%s: got %s", text, got)
		}
	}
}

// FuzzStatistics: whatever the text, every figure's offsets are valid and quote what they say.
func FuzzStatistics(f *testing.F) {
	for _, s := range []string{"查处8起，处理12人。", "３万4000元", "分别为1起、2起", "“”2起》", "1至7月共12件6人", "百分之", "上百\n数十"} {
		f.Add(s, "2023-07-10")
	}
	a, err := shared()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text, published string) {
		text = strings.ToValidUTF8(text, "")
		runes := []rune(text)
		for _, s := range a.Analyze(corpus.Article{Text: text, Published: published}).Statistics {
			if s.Start < 0 || s.End > len(runes) || s.Start >= s.End || string(runes[s.Start:s.End]) != s.Quote {
				t.Fatalf("span %d:%d does not quote %q", s.Start, s.End, s.Quote)
			}
			if !strings.Contains(s.Quote, s.Number) {
				t.Fatalf("%q is not in %q", s.Number, s.Quote)
			}
		}
	})
}

// TestLongTexts keeps the work linear: texts of one character and of figures only end in good time.
func TestLongTexts(t *testing.T) {
	for _, unit := range []string{"1", "“", "一", "查处", "1起", "、3人", "2023年", "《", "其中3件，"} {
		text := strings.Repeat(unit, 200_000/len(unit))
		analyzeText(t, text, "2023-07-10", "", "")
	}
}
