package analyze

import (
	"slices"
	"testing"
)

func TestYears(t *testing.T) {
	for _, c := range []struct {
		name, title, text, published string
		want                         []int
	}{
		{"the year that figures cover", "", "2022年，全市查处问题80件，立案5件，处分12人。", "2023-02-10", []int{2022}},
		{"what happened today", "", "去年，全市立案5件。今天，全市公布结果。", "2023-06-10", []int{2023, 2022}},
		{"history explains the present", "", "今年以来，全市查处问题80件。2011年3月，该公司成立。2012年5月，该公司改制。2011年6月，李某任职。2011年7月，李某收受礼金3万元。", "2023-06-10", []int{2023}},
		{"a look back in the first days of a year", "", "2022年5月以来，全市查处问题80件，立案5件。", "2023-01-05", []int{2022}},
		{"half of the year before", "", "2022年，全市查处问题80件，立案5件，处分12人，追缴3万元，开展3轮检查。今年上半年，全市查处问题30件，立案2件，处分4人，追缴1万元，问责2人。", "2023-07-10", []int{2023, 2022}},
		{"made known today of the year before", "", "2021年，全市查处问题80件，立案5件，处分12人，追缴3万元，开展3轮检查。今天，市审计局公布了这些结果。", "2022-05-10", []int{2021, 2022}},
		{"made known shortly before", "", "日前，市政府批复了事故调查报告。2020年9月8日，该厂起火，造成3人受伤，损失70万元。2020年9月，12人被问责，5人被立案，2人被留置。", "2021-06-10", []int{2020, 2021}},
		{"today in the first days of a year", "", "今天，市审计局公布去年的结果：查处问题80件，立案5件，处分12人，追缴3万元。", "2022-01-05", []int{2021}},
		{"a document in the title", "审议《关于2021年工作情况的报告》", "今天，市委召开会议，立案5件。", "2022-03-01", []int{2022}},
		{"a circular of a case of the year before", "某市通报3名干部严重违反纪律问题", "经查，2021年12月1日，张某等3人接受宴请，花费2万元，处分3人。", "2022-03-01", []int{2022}},
		{"to come", "", "明天，全市将召开会议。", "2022-12-31", []int{2022}},
		{"the title names them", "2015年工作综述", "2019年以来，全市立案5件。", "2019-06-10", []int{2015}},
	} {
		if got := analyzeText(t, c.text, c.published, "", c.title).Years; !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}
