package figures_test

import (
	"context"
	"testing"

	"jiandu/index/figures"
)

// rivals are two reports of the same count of 2022, 500 and 510, in words of their own.
func rivals(day1, text1, quote1, day2, text2, quote2 string) []article {
	one := func(name, day, text, quote, number string, value float64) article {
		return article{
			name: name, published: day, text: text, regions: []string{"430000"},
			figures: []figure{{quote, number, value, "公里", "建成", "农村公路", "430000", "2022-01-01", "2022-12-31"}},
		}
	}
	return []article{one("first", day1, text1, quote1, "500", 500), one("second", day2, text2, quote2, "510", 510)}
}

func TestContradictionsOfLikeWords(t *testing.T) {
	for _, tt := range []struct {
		name     string
		articles []article
		found    bool
		revised  bool
	}{
		{
			"the same words", rivals("2023-01-10", "2022年，全省建成农村公路500公里。", "建成农村公路500公里",
				"2023-02-10", "据统计，2022年全省共建成农村公路510公里。", "建成农村公路510公里"), true, false,
		},
		{
			"a revision", rivals("2023-01-10", "2022年，全省建成农村公路500公里。", "建成农村公路500公里",
				"2023-06-10", "经最终核实，2022年全省建成农村公路510公里。", "建成农村公路510公里"), true, true,
		},
		{
			"said before the year was over", rivals("2022-10-10", "2022年，全省建成农村公路500公里。", "建成农村公路500公里",
				"2023-02-10", "2022年，全省建成农村公路510公里。", "建成农村公路510公里"), false, false,
		},
		{
			"a plan", rivals("2023-01-10", "2022年，全省计划建成农村公路500公里。", "建成农村公路500公里",
				"2023-02-10", "2022年，全省建成农村公路510公里。", "建成农村公路510公里"), false, false,
		},
		{
			"another subject", rivals("2023-01-10", "2022年，交通集团建成农村公路500公里。", "建成农村公路500公里",
				"2023-02-10", "2022年，扶贫项目建成农村公路510公里。", "建成农村公路510公里"), false, false,
		},
		{
			"a part of the area", rivals("2023-01-10", "2022年，全省建成农村公路500公里。", "建成农村公路500公里",
				"2023-02-10", "2022年，建成农村公路510公里，超过长江沿岸的一半。", "建成农村公路510公里"), false, false,
		},
		{
			"from one year to another", rivals("2023-01-10", "2022年，全省建成农村公路500公里。", "建成农村公路500公里",
				"2023-02-10", "2022年，全省从90公里到建成农村公路510公里。", "建成农村公路510公里"), false, false,
		},
	} {
		got, err := figures.Contradictions(context.Background(), fillWith(t, tt.articles).DB(), figures.Query{})
		if err != nil {
			t.Fatal(err)
		}
		if (len(got) == 1) != tt.found || tt.found && got[0].Revised != tt.revised {
			t.Errorf("%s: %+v", tt.name, got)
		}
	}
}

func TestDivided(t *testing.T) {
	got, err := figures.Divided(context.Background(), fill(t).DB(), figures.Query{Region: "000000"})
	if err != nil || len(got) != 1 || got[0] != "2018" {
		t.Errorf("articles that divide a whole: %v, %v", got, err)
	}
}
