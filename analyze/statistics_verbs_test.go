package analyze

import (
	"strings"
	"testing"
)

// TestGoverns gives what governs a figure: number unit|action|object, by the rule that tells it.
func TestGoverns(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"often a noun, here the verb of those counted", "7省（市）问责917人。", "7 省（市）|问责| 917 人|问责|"},
		{"and what it takes", "11个省(区、市)问责土地闲置问题12个，处理51人。", "11 个|问责|省(区、市) 12 个|问责|土地闲置问题 51 人|处理|"},
		{"an adverb begins the predicate", "向25个县纪委监委集中督办交办66件问题线索。", "25 个|督办交办|县纪委监委 66 件|督办交办|问题线索"},
		{"adverbs before the verb", "对临阵脱逃、履责不力等5类情形从严从快查处。", "5 类|查处|情形"},
		{"names of places are no object", "督察组对甲省、乙省等8省(区)开展环保督察。", "8 省(区)|督察|"},
		{"an act with a name is no verb", "第六轮巡视的15个巡视组完成现场巡视工作。", "15 个|完成|巡视组"},
		{"but a done one is", "此次通报的6起典型问题。", "6 起|通报|典型问题"},
		{"shares are no acts", "巡视全覆盖任务完成率超过50%，整改完成率达到96.8%。", "50 %|超过|巡视全覆盖任务完成率 96.8 %|达到|整改完成率"},
		{"nor are amounts", "60个外资项目集中签约，投资总额58.5亿美元。", "60 个|签约|外资项目 58.5亿 美元||投资总额"},
		{"verbs of change take an object, or measure a subject", "共降低物流成本884亿元，物流成本降低20亿元，降低了20项分值。", "884亿 元|降低|物流成本 20亿 元|降低|物流成本 20 项|降低|分值"},
		{"from and to", "派驻机构由10家增加到16家，应用从15个删减到5个。", "10 家|增加到|派驻机构 16 家|增加到|派驻机构 15 个|删减到|应用 5 个|删减到|应用"},
		{"to have", "巡视对象一共有280多个，现有患者约450万人。", "280多 个|有|巡视对象 450万 人|有|患者"},
		{"the verb at the figure, not that of a noun", "参与旅游的党员干部遍及31个省份，反腐败工作提出五点要求。", "31 个|遍及|省份 五 点|提出|要求"},
		{"words of adverb and verb", "全市深入开展专项检查12次，顺利完成任务3项。", "12 次|开展|专项检查 3 项|完成|任务"},
		{"a clause of its own", "通报的130起案件涉及29个区县。", "130 起|通报|案件 29 个|涉及|区县"},
		{"units of place and number words", "3人均被开除党籍，近百名党员观看影片。", "3 人|开除党籍| 百 名|观看|党员"},
		{"those to whom something is done", "因履责不力被问责的党组织3个，被问责的就多达17人，对已结案处理和正在立案检查的有31人。", "3 个|问责|党组织 17 人|问责| 31 人|立案检查|"},
		{"the verb of the relative clause behind a figure", "乙先后20次收受3名企业主赠送的146条香烟、90瓶酒水。", "20 次|收受|香烟 3 名|赠送|企业主 146 条|收受|香烟 90 瓶|收受|酒水"},
		{"figures told again", "查处的违规收送名贵特产、违规吃喝这2类问题分别占47.4%、22.4%。", "2 类|查处|问题 47.4 %|占|问题 22.4 %|占|问题"},
		{"behind 其中 the figure of the same unit", "查处问题420起，处理638人，其中违规收送礼金、违规吃喝问题分别为133起、97起。", "420 起|查处|问题 638 人|处理| 133 起|查处|违规收送礼金 97 起|查处|违规吃喝问题"},
		{"over shares", "查处案件28件34人，占总数的近七成，其中村干部26人。", "28 件|查处|案件 34 人|查处| 七成 %|占|总数 26 人|查处|村干部"},
		{"sizes of things", "埋下一个直径30至40公分、深度约80公分的铝筒。", "40 公分||直径 80 公分||深度"},
		{"ranges and counts of aspects", "选取3至5名干部进行谈话，明确6个方面23项任务，从思想、作风等6个方面39个小项开展自查自纠。", "5 名|选取|干部 23 项|明确|任务 39 个|自查自纠|小项"},
		{"a place before what is found", "梳理出10处在城区、公司内部的隐蔽场所。", "10 处|梳理出|在城区、公司内部的隐蔽场所"},
		{"sums of what stands before", "收受他人财物65次，折合人民币共计675万元。", "65 次|收受|他人财物 675万 元|折合|他人财物"},
		{"coordinated nouns that begin with a verb", "整合4个监察室、12个派驻机构和24个乡镇纪委。", "4 个|整合|监察室 12 个|整合|派驻机构 24 个|整合|乡镇纪委"},
		{"the later misdeed", "内外勾结，伪造决算骗取国家资金677万元。", "677万 元|骗取|国家资金"},
		{"what each noun of a list does", "小微贷款、科技贷款同比分别增长30.9%、20.1%。", "30.9 %|增长|小微贷款 20.1 %|增长|科技贷款"},
		{"what is given, and to whom", "共给予741人党纪处分，给予3名干部政务处分。", "741 人|党纪处分| 3 名|政务处分|干部"},
		{"a clause that goes on with the passive", "王某等19人涉嫌犯罪，被公安机关立案侦查。", "19 人|立案侦查|"},
		{"a clause of state only", "违反工作纪律案件仍然高居首位，达到50件之多。", "50 件|达到|违反工作纪律案件"},
		{"verbs in a list", "通过培育新型零售、积极发展医疗、畅通流通渠道等24项措施，查处弄虚作假、收受礼金等问题12个。", "24 项|通过|措施 12 个|查处|弄虚作假、收受礼金等问题"},
		{"a relative clause is no object", "对违反工作纪律的9人进行了立案处理。", "9 人|立案处理|"},
		{"persons named by what they do", "实际控制人李某等15人被追责。", "15 人|追责|实际控制人李某"},
		{"each of the figures before", "共受理信访举报312件次，处置问题线索286件，同比分别上升12.3%和8.6%。", "312 件次|受理|信访举报 286 件|处置|问题线索 12.3 %|上升|信访举报 8.6 %|上升|问题线索"},
		{"sums after their object", "先后分5次套取集体资金共计8.6万元。", "5 次|套取|集体资金 8.6万 元|套取|集体资金"},
		{"a change of a rate or an amount", "信访举报总量下降15.4%。", "15.4 %|下降|信访举报总量"},
		{"from and to, with their times", "投案人员从去年的21人上升到今年的47人。", "21 人|上升到|投案人员 47 人|上升到|投案人员"},
		{"words of adverb and noun", "对全市126所学校食堂进行突击检查，共收缴违法所得1.05亿元。", "126 所|突击检查|学校食堂 1.05亿 元|收缴|违法所得"},
		{"found in a check", "针对检查发现的6个方面32个问题，下发通知。", "32 个|检查发现|问题"},
		{"lists without a verb", "其中违规吃喝问题10起、收受礼金问题5起，分别占47.4%、22.4%。", "10 起||违规吃喝问题 5 起||收受礼金问题 47.4 %|占|违规吃喝问题 22.4 %|占|收受礼金问题"},
		{"the cause is no subject", "纪检干部因违纪违法受到处分的有12人。", "12 人|处分|纪检干部"},
		{"attributes that are verbs", "全市36个派驻机构共立案86件。", "36 个|立案|派驻机构 86 件|立案|"},
		{"a clause's subject in the clause before", "其次是违规收送礼品问题，占24.3%。", "24.3 %|占|违规收送礼品问题"},
		{"who is hurt, and what is lost", "造成3人死亡、9人受伤，直接经济损失500万元。", "3 人|造成| 9 人|受伤| 500万 元||直接经济损失"},
		{"what all of them do", "31个省报告新增境外输入确诊病例46例。", "31 个|新增|省报告 46 例|新增|境外输入确诊病例"},
		{"changes against another time", "上半年查处违法行为同比下降7.3%。", "7.3 %|下降|查处违法行为"},
		{"a sum of those who act", "新设7家派驻机构全体干部共约200人参加培训。", "7 家|新设|派驻机构全体干部 200 人|参加|培训"},
		{"to whom, and what", "以加班名义向8名职工发放补贴12.4万元，收受78名服务对象礼金共计5.46万元。", "8 名|发放|职工 12.4万 元|发放|补贴 78 名|收受|服务对象礼金 5.46万 元|收受|服务对象礼金"},
		{"named persons are not what the clause before took", "吴某侵占资金6万元，冯某等2人受到处理。", "6万 元|侵占|资金 2 人|处理|"},
		{"each clause its own figure", "该案涉案人员43人，已立案31人。", "43 人||该案涉案人员 31 人|立案|"},
		{"no figures", "《校园食堂管理十条措施》由培训三处处长宣读，搭载货物的8011次班列在水位涨至3.92米时发车，数十次停靠，探索3个监督重点环节。", ""},
	} {
		var got []string
		for _, s := range analyzeText(t, c.text, "2023-07-10", "", "").Statistics {
			got = append(got, s.Number+" "+s.Unit+"|"+s.Action+"|"+s.Object)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s: %s\ngot  %s\nwant %s", c.rule, c.text, g, c.want)
		}
	}
}
