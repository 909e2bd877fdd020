package ingest

import "testing"

func TestParseCredits(t *testing.T) {
	for _, c := range []struct {
		line string
		head bool
		want credits
	}{
		{"来源：某县监督网 发布时间：2023-05-18 09:12 点击：12次", true, credits{Source: "某县监督网", Date: "2023-05-18"}},
		{"来 源：某县监督网", true, credits{Source: "某县监督网"}},
		{"发布日期:2024-09-09浏览次数:字号:[ ]", true, credits{Date: "2024-09-09"}},
		{"来源:某某日报 编辑:李四 2023-02-01 10:30:16", true, credits{Source: "某某日报", Editor: "李四", Date: "2023-02-01"}},
		{"2021年11月03日08:31 | 来源：某某日报", true, credits{Source: "某某日报", Date: "2021-11-03"}},
		{"2004-12-10 阅读10544次", true, credits{Date: "2004-12-10"}},
		{"发布者：办公室 发布时间：2023-9-6 浏览次数：131", true, credits{Date: "2023-09-06"}},
		{"（责任编辑：孙某）", false, credits{Editor: "孙某"}},
		{"【纠错】责任编辑：孙某", false, credits{Editor: "孙某"}},
		{"编辑 | 韩某", false, credits{Editor: "韩某"}},
		{"文/张三 图/李四", false, credits{Author: "张三"}},
		{"作者：张三、李四", true, credits{Author: "张三 李四"}},
		{"本报记者 张三 通讯员 李四", false, credits{Author: "张三 李四"}},
		{"某市融媒体中心记者张三丰", false, credits{Author: "张三丰"}},
		{"转载于《某某月刊》2024年第17期，作者：某机关纪检监察组组长 张三", false, credits{Reprint: "某某月刊", Author: "张三"}},
		{"原文链接：http://www.example.gov.cn/1.html", false, credits{Original: "http://www.example.gov.cn/1.html"}},
	} {
		got, ok := parseCredits(c.line, c.head)
		if !ok || got != c.want {
			t.Errorf("%q: %v %+v, want %+v", c.line, ok, got, c.want)
		}
	}
}

func TestParseCreditsLeavesText(t *testing.T) {
	for _, line := range []string{
		"记者了解到，这项工作由三个部门一同推动，来源广泛的意见都会得到回应。",
		"地 点：办公楼一楼会议室",
		"时 间：7:00－9:30",
		"一是责任清单：各单位逐项列出问题，明确时限。",
		"“四责”协同：一体落实，联合发力",
		"2022年2月16日，一则通告张贴在门口。",
		"问题线索来源：一是信访举报；二是巡察移交。",
	} {
		if c, ok := parseCredits(line, false); ok {
			t.Errorf("%q is taken for credits: %+v", line, c)
		}
	}
}

func TestClosingCredit(t *testing.T) {
	for line, want := range map[string]string{
		"工作取得实效。（张三）":       "张三",
		"工作取得实效。（记者 张三、李四）": "张三 李四",
		"(张三作者系某市某机关副组长)":   "张三",
		"（本报记者 张三 通讯员 李四）":  "张三 李四",
		"（某县纪委监委 张三）":       "张三",
		"依照有关规定处理（试行）":      "",
		"有关单位党委（党组）":        "",
		"工作取得实效。（某某机关供稿）":   "",
		"依法依规处理。（详见附件）":     "",
	} {
		if got, _, _ := closingCredit(line); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

func TestSiteTitles(t *testing.T) {
	for doc, want := range map[string]string{
		"某县三项措施促整改_工作动态_某县监督网":      "某县三项措施促整改",
		"某县三项措施促整改-某某新闻网":           "某县三项措施促整改",
		"要留清气在人间——一年作风建设综述":         "要留清气在人间——一年作风建设综述",
		"深度关注 | 守住粮仓":               "深度关注 | 守住粮仓",
		"今日评论丨信仰迷失必沉沦 - 某某日报":       "今日评论丨信仰迷失必沉沦",
		"某地把监督送到家门口--某某频道--某某网":     "某地把监督送到家门口",
		"拿出十万元投资 小两口尝试(图)_某某房产_某某网": "拿出十万元投资 小两口尝试(图)",
	} {
		if got := docTitle(doc, ""); got != want {
			t.Errorf("%q: %q, want %q", doc, got, want)
		}
	}
}
