package analyze

import (
	"strings"
	"testing"
)

// scopeLines gives actor, region and period of the figures of a text, one a line.
func scopeLines(t *testing.T, text, published, title string) string {
	t.Helper()
	var b strings.Builder
	for _, s := range analyzeText(t, text, published, "", title).Statistics {
		period := "-"
		if s.Period != nil {
			period = s.Period.From + ".." + s.Period.To
		}
		b.WriteString(s.Number + "|" + s.Action + "|" + s.Object + "|" + s.Actor + "|" + s.Region + "|" + period + "\n")
	}
	return strings.TrimSpace(b.String())
}

func TestScope(t *testing.T) {
	for _, c := range []struct{ name, title, text, want string }{
		{"figures by place", "", "移交的30个问题中，江苏17个、河南13个。", `
30|移交|问题||000000|-
17|移交|问题||320000|-
13|移交|问题||410000|-`},
		{"who speaks tells of his own body", "", "湖南省浏阳市纪委监委负责人李某某介绍了做法。“今年以来，我们开展专项检查12次，发现问题30个，都已经整改。”浏阳市纪委监委负责人说。", `
12|开展|专项检查|浏阳市纪委监委|430181|2023-01-01..2023-07-10
30|发现|问题|浏阳市纪委监委|430181|2023-01-01..2023-07-10`},
		{"a heading ends what was set", "", "今年以来，全市深入推进整治，立案5件。\n建章立制\n各单位健全制度9项。", `
5|立案|||000000|2023-01-01..2023-07-10
9|健全|制度|各单位|000000|-`},
		{"persons are not counted", "", "其中包括王某某、李某某、张某某等省部级干部12人。", `
12||省部级干部||000000|-`},
		{"a year and the day of the count", "", "截至6月底，今年共查处问题80件。过去一年，截至2022年11月底，立案5件。", `
80|查处|问题||000000|2023-01-01..2023-06-30
5|立案|||000000|2022-07-10..2022-11-30`},
		{"a report's day dates no figure", "", "记者今天从市民政局获悉，各单位共查处问题80件。今天公布的结果显示，各单位立案5件。", `
80|查处|问题|各单位|000000|-
5|立案||各单位|000000|-`},
		{"what is to come has come about at no time", "", "今年以来，各单位查处问题80件。下一步，各单位将聘请监督员20名。下半年，各单位将检查商户50家。", `
80|查处|问题|各单位|000000|2023-01-01..2023-07-10
20|聘请|监督员|各单位|000000|-
50|检查|商户|各单位|000000|2023-07-01..2023-12-31`},
		{"a time of one place does not hold in another", "", "2022年，湖北省黄冈市纪委监委立案80件。\n湖南省浏阳市纪委监委聘请监督员20名。", `
80|立案||黄冈市纪委监委|421100|2022-01-01..2022-12-31
20|聘请|监督员|浏阳市纪委监委|430181|-`},
		{"the title's time holds where the text tells none", "今年以来全市工作综述", "1至3月，全市查处问题80件。专项整治开展以来，立案5件。各单位聘请监督员20名。", `
80|查处|问题||000000|2023-01-01..2023-03-31
5|立案|||000000|-
20|聘请|监督员|各单位|000000|2023-01-01..2023-07-10`},
		{"a heading counts what the text dates", "", "各单位查处问题80件\n2022年，各单位共查处问题80件，立案5件。", `
80|查处|问题|各单位|000000|2022-01-01..2022-12-31
80|查处|问题|各单位|000000|2022-01-01..2022-12-31
5|立案||各单位|000000|2022-01-01..2022-12-31`},
		{"the base of a comparison is no period", "", "发现问题80件，是2021年的4倍。", `
80|发现|问题||000000|-
4|是|问题||000000|-`},
		{"other bodies beside the one that acts", "", "长沙市纪委监委对长沙市公安局、长沙市税务局开展检查，检查餐饮场所310家次。", `
310|检查|餐饮场所|长沙市纪委监委|430100|-`},
	} {
		if got := scopeLines(t, c.text, "2023-07-10", c.title); got != strings.TrimSpace(c.want) {
			t.Errorf("%s: got\n%s\nwant%s", c.name, got, c.want)
		}
	}
}
