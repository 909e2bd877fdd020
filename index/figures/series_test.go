package figures_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiandu/index/figures"
)

// punished are reports on those disciplined in three years: of all, and of some.
var punished = []article{
	{
		name: "all21", published: "2022-01-20", regions: []string{"000000"},
		text: "2021年，全国立案800件，处分700人。",
		figures: []figure{
			{"立案800件", "800", 800, "件", "立案", "", "000000", "2021-01-01", "2021-12-31"},
			{"处分700人", "700", 700, "人", "处分", "", "000000", "2021-01-01", "2021-12-31"},
		},
	},
	{
		name: "some21", published: "2022-01-21", regions: []string{"000000"},
		text: "2021年，全国查处违规吃喝问题90起，给予党纪政务处分5000人。",
		figures: []figure{
			{"查处违规吃喝问题90起", "90", 90, "起", "查处", "违规吃喝问题", "000000", "2021-01-01", "2021-12-31"},
			{"给予党纪政务处分5000人", "5000", 5000, "人", "给予党纪政务处分", "", "000000", "2021-01-01", "2021-12-31"},
		},
	},
	{
		name: "bare21", published: "2022-02-01", regions: []string{"000000"},
		text: "去年全国处分5000人。",
		figures: []figure{
			{"处分5000人", "5000", 5000, "人", "处分", "", "000000", "2021-01-01", "2021-12-31"},
		},
	},
	{
		name: "part21", published: "2022-02-02", regions: []string{"000000"},
		text: "去年全国给予党纪处分600人。",
		figures: []figure{
			{"给予党纪处分600人", "600", 600, "人", "给予党纪处分", "", "000000", "2021-01-01", "2021-12-31"},
		},
	},
	{
		name: "since22", published: "2022-11-01", regions: []string{"000000"},
		text: "党的十九大以来，截至2022年10月底，全国共处分9000人。",
		figures: []figure{
			{"处分9000人", "9000", 9000, "人", "处分", "", "000000", "2022-10-31", "2022-10-31"},
		},
	},
	{
		name: "court", published: "2022-03-01", regions: []string{"000000"},
		text: "2021年，全国法院共立案60000件。",
		figures: []figure{
			{"立案60000件", "60000", 60000, "件", "立案", "", "000000", "2021-01-01", "2021-12-31"},
		},
	},
	{
		name: "county", published: "2022-05-01", regions: []string{"430181"},
		text: "2021年，浏阳市处分30人。",
		figures: []figure{
			{"处分30人", "30", 30, "人", "处分", "", "430181", "2021-01-01", "2021-12-31"},
		},
	},
}

func drawn(t *testing.T, q figures.Query, by string) []string {
	t.Helper()
	series, err := figures.SeriesOf(context.Background(), fillWith(t, punished).DB(), q, by)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, s := range series {
		line := fmt.Sprintf("%s|%s|%s|%s|%s:", s.Region, s.Body, s.Action, s.Object, s.Scope)
		for _, c := range s.Cells {
			line += fmt.Sprintf(" %s=%v %s", c.Key, c.Value, c.Basis)
		}
		out = append(out, line)
	}
	return out
}

// What the words around a figure narrow it to is a series of its own, and so is
// what other bodies count.
func TestSeriesOfScopes(t *testing.T) {
	for _, tt := range []struct {
		q    figures.Query
		by   string
		want []string
	}{
		{
			figures.Query{Action: "处分", Region: "000000"},
			figures.ByYear,
			[]string{
				"000000||处分||: 2021=700 reported 2022=9000 as of",
				"000000||处分||违规吃喝: 2021=5000 reported",
				"000000||党纪处分||: 2021=600 reported",
			},
		},
		{
			figures.Query{Action: "处分", Object: "违规吃喝"},
			figures.ByYear,
			[]string{"000000||处分|违规吃喝|: 2021=5000 reported"},
		},
		{
			figures.Query{Action: "立案"},
			figures.ByYear,
			[]string{"000000||立案||: 2021=800 reported", "000000|法院|立案||: 2021=60000 reported"},
		},
		{
			figures.Query{Action: "处分"},
			figures.ByCity,
			[]string{"||处分||: 430100=30 below"},
		},
	} {
		if diff := cmp.Diff(tt.want, drawn(t, tt.q, tt.by)); diff != "" {
			t.Errorf("%+v by %s (-want +got):\n%s", tt.q, tt.by, diff)
		}
	}
}
