package figures

import (
	"strings"
	"testing"
)

// told writes the figures of an article: quotes that stand in its sentences one
// after another, each with its action and object.
func told(t *testing.T, sentences []string, quotes ...[3]string) []neighbour {
	t.Helper()
	text, at := strings.Join(sentences, ""), 0
	var out []neighbour
	for i, q := range quotes {
		k := strings.Index(text[at:], q[0])
		if k < 0 {
			t.Fatalf("%q is not in the text after the quotes before it", q[0])
		}
		start := len([]rune(text[:at+k]))
		at += k + len(q[0])
		n := neighbour{ord: i, start: start, quote: q[0], action: q[1], object: q[2], unit: "人"}
		for _, s := range sentences {
			if n.text = s; n.finish+len([]rune(s)) > start {
				n.sentence, n.finish = n.finish, n.finish+len([]rune(s))
				break
			}
			n.finish += len([]rune(s))
		}
		out = append(out, n)
	}
	return out
}

func TestScope(t *testing.T) {
	for _, tt := range []struct {
		name      string
		sentences []string
		quotes    [][3]string
		ask       int // which of the quotes is asked about
		want      setting
	}{
		{
			"the object of the figure before it",
			[]string{"2021年，全省查处违反财经纪律问题300起，处理400人，其中给予处分90人。"},
			[][3]string{{"查处违反财经纪律问题300起", "查处", "违反财经纪律问题"}, {"处理400人", "处理", ""}, {"处分90人", "处分", ""}},
			2,
			setting{Scope: "违反财经纪律"},
		},
		{
			"the sentence before",
			[]string{"全省查处违反中央八项规定精神问题300起，处理400人。", "其中，给予处分90人。"},
			[][3]string{{"查处违反中央八项规定精神问题300起", "查处", "违反中央八项规定精神问题"}, {"处理400人", "处理", ""}, {"处分90人", "处分", ""}},
			2,
			setting{Scope: "违反中央八项规定精神"},
		},
		{
			"all cases narrow nothing",
			[]string{"全省接受信访举报900件，立案80件，处分90人。"},
			[][3]string{{"接受信访举报900件", "接受", "信访举报"}, {"立案80件", "立案", ""}, {"处分90人", "处分", ""}},
			2,
			setting{},
		},
		{
			"a semicolon ends a scope",
			[]string{"查处违规吃喝问题30起；全省共处分90人。"},
			[][3]string{{"查处违规吃喝问题30起", "查处", "违规吃喝问题"}, {"处分90人", "处分", ""}},
			1,
			setting{},
		},
		{
			"the same problems named again",
			[]string{"省里直接督办校园食堂采购问题8起，全省共查处相关问题70起，处分90人。"},
			[][3]string{{"督办校园食堂采购问题8起", "督办", "校园食堂采购问题"}, {"查处相关问题70起", "查处", "相关问题"}, {"处分90人", "处分", ""}},
			2,
			setting{Scope: "校园食堂采购"},
		},
		{
			"an object without a figure",
			[]string{"严肃查处违反工作纪律的问题，共处分90人。"},
			[][3]string{{"处分90人", "处分", ""}},
			0,
			setting{Scope: "违反工作纪律"},
		},
		{
			"before another object",
			[]string{"严肃查处违反工作纪律的问题，各单位共查处案件8起，给予处分90人。"},
			[][3]string{{"查处案件8起", "查处", "案件"}, {"处分90人", "处分", ""}},
			1,
			setting{Scope: "违反工作纪律"},
		},
		{
			"an event",
			[]string{"在工程招投标专项治理中，全省处分90人。"},
			[][3]string{{"处分90人", "处分", ""}},
			0,
			setting{Scope: "工程招投标专项治理"},
		},
		{
			"the last of a list",
			[]string{"针对公款旅游、大办婚丧喜庆事宜等，全省处分90人。"},
			[][3]string{{"处分90人", "处分", ""}},
			0,
			setting{Scope: "婚丧喜庆等"},
		},
		{
			"a field",
			[]string{"在履职尽责、服务群众方面不作为，全省处分90人。"},
			[][3]string{{"处分90人", "处分", ""}},
			0,
			setting{Scope: "履职尽责、服务群众"},
		},
		{
			"a reason",
			[]string{"去年近90人因违法占地受处分。"},
			[][3]string{{"90人因违法占地受处分", "处分", ""}},
			0,
			setting{Scope: "违法占地"},
		},
		{
			"the same count further on",
			[]string{"1月查处9人，一季度查处违规收礼问题30人。"},
			[][3]string{{"查处9人", "查处", ""}, {"查处违规收礼问题30人", "查处", "违规收礼问题"}},
			0,
			setting{Scope: "违规收礼"},
		},
		{
			"who it was narrows nothing beside it",
			[]string{"查处厅局级干部问题5起，县处级干部问题25起。"},
			[][3]string{{"查处厅局级干部问题5起", "查处", "厅局级干部问题"}, {"县处级干部问题25起", "查处", "县处级干部问题"}},
			1,
			setting{},
		},
		{
			"who it was narrows nothing before it",
			[]string{"查处厅局级干部问题5起，县处级干部问题25起。"},
			[][3]string{{"查处厅局级干部问题5起", "查处", "厅局级干部问题"}, {"县处级干部问题25起", "查处", "县处级干部问题"}},
			0,
			setting{},
		},
		{
			"who counts",
			[]string{"全省法院共立案80件。"},
			[][3]string{{"立案80件", "立案", ""}},
			0,
			setting{Body: "法院"},
		},
		{
			"who counts what is not cases",
			[]string{"全省公安机关挽回经济损失9万元。"},
			[][3]string{{"挽回经济损失9万元", "挽回", "经济损失"}},
			0,
			setting{Body: "公安机关"},
		},
		{
			"cases say enough",
			[]string{"全省公安机关查处走私案件9起。"},
			[][3]string{{"查处走私案件9起", "查处", "走私案件"}},
			0,
			setting{},
		},
		{
			"where it is handed over to does not count",
			[]string{"全省纪检监察机关移送检察机关9人，处分90人。"},
			[][3]string{{"移送检察机关9人", "移送", ""}, {"处分90人", "处分", ""}},
			1,
			setting{},
		},
		{
			"an open start",
			[]string{"党的十九大以来，截至10月，共处分90人。"},
			[][3]string{{"处分90人", "处分", ""}},
			0,
			setting{since: true},
		},
		{
			"a known start",
			[]string{"今年以来，共处分90人。"},
			[][3]string{{"处分90人", "处分", ""}},
			0,
			setting{},
		},
	} {
		article := told(t, tt.sentences, tt.quotes...)
		if got := settingOf(article, tt.ask); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

func TestNames(t *testing.T) {
	for _, tt := range [][2]string{
		{objectName("相关责任人"), ""},
		{objectName("含厅局级"), "厅局级干部"},
		{objectName("违反八项规定精神的问题"), "违反中央八项规定精神问题"},
		{objectName("“慵懒”“散漫”问题"), "慵懒、散漫问题"},
		{actionName("给予党纪政务处分"), "处分"},
		{actionName("给予党纪处分"), "党纪处分"},
		{unitName("名", ""), "人"},
		{unitName("件", "违规吃喝问题"), "起"},
		{unitName("件", ""), "件"},
	} {
		if tt[0] != tt[1] {
			t.Errorf("%q, want %q", tt[0], tt[1])
		}
	}
}
