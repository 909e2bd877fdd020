package analyze

import (
	"slices"
	"strings"
	"testing"

	"jiandu/corpus"
)

// TestUnits states what the grammar of names does, one case a rule. The bodies
// stand in real areas, as bodies of that kind do; what they do is made up of
// nothing but the words of the trade.
func TestUnits(t *testing.T) {
	cases := []struct {
		name, title, source, text string
		want                      string // names, in the order of the text
	}{
		{"one level of area", "", "", "湖南省长沙市浏阳市纪委监委召开会议。", "浏阳市纪委监委"},
		{"coordination", "", "", "衡南县、祁东县和耒阳市纪委监委开展交叉检查。", "衡南县纪委监委 祁东县纪委监委 耒阳市纪委监委"},
		{"relative, from the source", "", "浏阳日报", "市纪委监委召开会议。", "浏阳市纪委监委"},
		{"relative, from the title", "浙江省嘉善县推进清廉建设", "", "县纪委监委召开会议。", "嘉善县纪委监委"},
		{"relative, a level above", "", "", "衡南县纪委监委向市纪委监委报告。", "衡南县纪委监委 衡阳市纪委监委"},
		{"this area", "", "", "在河南省商丘市，该市纪委监委召开会议。", "商丘市纪委监委"},
		{"not resolved", "", "", "市纪委监委召开会议。", "市纪委监委"},
		{"town", "", "", "桃源县乙河镇纪委发出提醒，随后镇纪委回访。", "乙河镇纪委"},
		{"two characters", "", "", "蔚县县委召开会议，县委要求整改。", "蔚县县委"},
		{"former", "", "", "山西省原粮食局局长接受审查。", "山西省粮食局"},
		{"post", "", "", "岳阳市水利局党组书记、局长主持会议。", "岳阳市水利局"},
		{"party branch of a village", "", "", "桃源县乙河镇甲山村党支部书记说。", "甲山村党支部"},
		{"list of departments", "", "", "岳阳市公安局、财政局参加。", "岳阳市公安局 岳阳市财政局"},
		{"departments of the party", "", "", "岳阳市委组织部、宣传部参加。", "岳阳市委组织部 岳阳市委宣传部"},
		{"side by side", "", "", "岳阳市委市政府召开会议。", "岳阳市委 岳阳市政府"},
		{"dispatched, by its ministry", "", "", "应急管理部召开会议，驻部纪检监察组参加。", "应急管理部 驻应急管理部纪检监察组"},
		{"dispatched, once", "", "", "岳阳市纪委监委驻市财政局纪检监察组报告。", "岳阳市纪委监委驻市财政局纪检监察组"},
		{"office after its body", "", "", "岳阳市纪委监委召开会议，党风政风监督室汇报。", "岳阳市纪委监委 岳阳市纪委监委党风政风监督室"},
		{"group again", "", "", "岳阳市委第三巡察组进驻。巡察组指出问题。", "岳阳市委第三巡察组"},
		{"list of numbers", "", "", "岳阳市委第一、第三巡察组进驻。", "岳阳市委第一巡察组 岳阳市委第三巡察组"},
		{"one discipline body", "", "", "岳阳市纪委负责人说，岳阳市纪委监委将整改。", "岳阳市纪委监委"},
		{"central body, two names", "", "", "中央纪委国家监委发出通知，中央纪委国家监委机关落实。中央纪委书记讲话。", "中央纪委国家监委 中央纪委"},
		{"company", "", "", "岳阳市粮油购销有限责任公司总经理接受审查。", "岳阳市粮油购销有限责任公司"},
		{"company in brackets", "", "", "湖南省岳阳丰禾（集团）有限公司经理说。", "岳阳丰禾（集团）有限公司"},
		{"branch", "", "", "中国农业银行湖南省分行行长说。", "中国农业银行湖南省分行"},
		{"department of the group named before", "", "", "岳阳市丰禾粮食集团经理说，集团审计部已经整改。", "岳阳市丰禾粮食集团 岳阳市丰禾粮食集团审计部"},
		{"party group of the host of a group", "", "", "驻中国邮政集团有限公司纪检监察组向集团党组报告，湖南分公司纪委整改。", "驻中国邮政集团有限公司纪检监察组 中国邮政集团有限公司党组 中国邮政集团有限公司湖南分公司纪委"},
		{"branch of a host with a short name", "", "", "驻中国邮政集团有限公司纪检监察组（以下简称“驻邮政公司纪检监察组”）会同湖南分公司党委检查。", "驻中国邮政集团有限公司纪检监察组 中国邮政集团有限公司湖南分公司党委"},
		{"batch of a group", "", "", "第二批中央环保督察组进驻。督察组指出问题。", "第二批中央环保督察组"},
		{"group of another kind of inspection", "", "", "岳阳市委第二提级巡察组和岳阳市委第一机动巡察组进驻。", "岳阳市委第二提级巡察组 岳阳市委第一机动巡察组"},
		{"party group of the offices", "", "", "国务院办公厅机关党组召开会议。", "国务院办公厅机关党组"},
		{"no district of the province", "", "", "河南省中原信托有限公司经理说。", "河南省中原信托有限公司"},
		{"short name behind a verb", "", "", "岳阳市丰禾粮食有限公司（以下简称“稻香公司”）成立，他代持稻香公司股份。", "岳阳市丰禾粮食有限公司"},
		{"towns in a list", "", "", "桃源县乙河镇、丙水镇和丁山镇纪委开展交叉检查。", "乙河镇纪委 丙水镇纪委 丁山镇纪委"},
		{"town with the name of a county", "", "", "桃源县兴隆镇纪委发出提醒。", "兴隆镇纪委"},
		{"town of ethnic groups", "", "", "桃源县柳树屯蒙古族满族乡党委召开会议。", "柳树屯蒙古族满族乡党委"},
		{"town in a post", "", "", "桃源县乙河镇原副镇长接受审查。", "乙河镇"},
		{"every town", "", "", "桃源县各乡镇纪委召开会议。", ""},
		{"joins the committee", "", "", "岳阳县纪委监委会同县委组织部开展检查。", "岳阳县纪委监委 岳阳县委组织部"},
		{"numbered court", "", "", "海南省第二中级人民法院作出判决。", "海南省第二中级人民法院"},
		{"office of a ministry", "", "", "交通运输部安全与质量监督管理司原副司长、安全监察处原副处长接受审查。", "交通运输部安全与质量监督管理司 交通运输部安全与质量监督管理司安全监察处"},
		{"numbered group again", "", "", "岳阳县纪委监委第一派驻纪检监察组开展检查，第八派驻纪检监察组回访。", "岳阳县纪委监委第一派驻纪检监察组 岳阳县纪委监委第八派驻纪检监察组"},
		{"short name of a company", "", "", "岳阳市丰禾粮食有限公司经理说，丰禾公司已经整改。", "岳阳市丰禾粮食有限公司"},
		{"branch with a name of its own", "", "", "中国石油辽阳石化公司经理说。", "中国石油辽阳石化公司"},
		{"short names in a list", "", "", "江苏、江西省纪委监委开展检查。", "江苏省纪委监委 江西省纪委监委"},
		{"any words before the legal form", "", "", "岳阳市大成过滤材料有限公司经理说。", "岳阳市大成过滤材料有限公司"},
		{"company of a province's city", "", "", "湖南岳阳丰禾粮食有限公司经理说。", "岳阳丰禾粮食有限公司"},
		{"branch of the company named before", "", "", "中国农业银行召开会议，湖南省分行行长说。", "中国农业银行 中国农业银行湖南省分行"},
		{"party committee of the group named before", "", "", "岳阳市丰禾粮食集团经理说，集团党委已经整改。", "岳阳市丰禾粮食集团 岳阳市丰禾粮食集团党委"},
		{"office of a commission", "", "", "国务院食品安全委员会办公室和中央财经委员会办公室召开会议。", "国务院食品安全委员会办公室 中央财经委员会办公室"},
		{"congress in session", "", "", "中央政治局常委会会议召开。", ""},
		{"zone", "", "", "湖南省岳阳市临港经济开发区党工委书记说。", "岳阳市临港经济开发区党工委"},
		{"two fields", "", "", "岳阳县经济和科技促进局局长说。", "岳阳县经济和科技促进局"},
		{"list closed by its kind", "", "", "湖南、江西等省纪委监委印发通知，责成江苏、河北两省政府整改。", "湖南省纪委监委 江西省纪委监委 江苏省政府 河北省政府"},
		{"short name that the text gives", "", "", "交通运输部安全与质量监督管理司（以下简称安质司）召开会议，安质司已经整改。", "交通运输部安全与质量监督管理司"},
		{"longest name of the body above", "", "", "国家卫健委培训中心违规。国家卫生健康委培训中心整改。", "国家卫生健康委培训中心"},
		{"part of an institution", "", "", "岳阳市干部培训中心纪委原书记接受审查，时任培训中心主任。", "岳阳市干部培训中心纪委 岳阳市干部培训中心"},
		{"relative after a list of cities", "宜春市纪检监察工作综述", "", "丰城市、樟树市、高安市纪委监委参加，由市纪委监委牵头。", "丰城市纪委监委 樟树市纪委监委 高安市纪委监委 宜春市纪委监委"},
		{"town in a word of its own", "岳西县抓整改", "", "店前镇纪委召开会议，县农业农村局参加。", "店前镇纪委 岳西县农业农村局"},
		{"group that says what it is for", "岳阳市抓整改", "", "水利部成立专项整治工作协调小组，市正风肃纪督导组参加。", "水利部 专项整治工作协调小组 岳阳市正风肃纪督导组"},
		{"numbered group of towns", "", "", "岳阳县纪委监委召开会议，第三协作片区参加。", "岳阳县纪委监委 第三协作片区"},
		{"committee of the league", "", "", "共青团湖南省委召开会议。", "共青团湖南省委"},
		{"committee of the league, short", "岳阳县抓整改", "", "县妇联、团县委参加。", "岳阳县妇联 共青团岳阳县委"},
		{"court of a field", "", "", "北京市通报，北京金融法院作出判决。", "北京金融法院"},
		{"branch of the central bank", "", "", "中国人民银行长沙中心支行行长说。", "中国人民银行长沙中心支行"},
		{"streets in a list", "", "", "岳阳楼区东茅岭街道、五里牌街道党工委参加。", "东茅岭街道党工委 五里牌街道党工委"},
		{"inner department of a discipline body", "", "", "湖南省纪委监委组织部、宣传部参加。", "湖南省纪委监委组织部 湖南省纪委监委宣传部"},
		{"division of the Corps", "", "", "新疆生产建设兵团第八师石河子市纪委监委召开会议。", "石河子市纪委监委"},
		{"discipline body of two names", "", "", "杭州市余杭区纪委区监委召开会议。", "余杭区纪委区监委"},
		{"groups of a region's party committee", "", "", "宁夏回族自治区党委第三巡视组、自治区党委组织部参加。", "宁夏回族自治区党委第三巡视组 宁夏回族自治区党委组织部"},
		{"zone in a word of its area", "", "", "天津经济技术开发区党委召开会议。", "天津经济技术开发区党委"},
		{"joined by 和", "岳阳县抓整改", "", "由县委督查室和县纪委检查，驻县教育局纪检监察组和县审计局参加。", "岳阳县委督查室 岳阳县纪委 驻岳阳县教育局纪检监察组 岳阳县审计局"},
		{"committee that sends", "", "", "岳阳县委派出三个巡察组，随后岳阳市委会同有关部门检查。", "岳阳县委 岳阳市委"},
		{"organs of the school of the title", "湖南理工学院纪委工作回顾", "", "学校纪委召开会议，学校党委整改，校纪委回访。", "湖南理工学院纪委 湖南理工学院党委"},
		{"organ of the hospital named before", "", "", "岳阳市中心医院院长说，医院党委已经整改。", "岳阳市中心医院 岳阳市中心医院党委"},
		{"organ named in full before", "", "", "岳阳市丰禾粮食集团纪委发出提醒，集团纪委回访。", "岳阳市丰禾粮食集团纪委"},
		{"town that is the first to act", "", "", "桃源县召开会议。乙河镇率先推行新办法。", "乙河镇"},
		{"department after a town", "岳阳县抓整改", "", "对乙河镇、县财政局开展检查，各乡镇、县直部门参加。", "岳阳县财政局"},
		{"long list of departments", "", "", "岳阳市公安局、检察院、法院、教育局、财政局、水利局参加。", "岳阳市公安局 岳阳市检察院 岳阳市法院 岳阳市教育局 岳阳市财政局 岳阳市水利局"},
		{"office of a committee, short", "岳阳县抓整改", "", "县委办、县政府办参加，县委办理信访件。", "岳阳县委办 岳阳县政府办 岳阳县委"},
		{"launching site", "", "", "我国在酒泉卫星发射中心发射卫星。", "酒泉卫星发射中心"},
		{"organs of a hospital of a province", "", "", "湖南省人民医院纪委开展检查，医院党委整改，湖南省人民医院党委回访，医院纪委发函。", "湖南省人民医院纪委 湖南省人民医院党委"},
		{"organ of the company named last, not the last company", "", "", "岳阳市丰禾建设有限公司纪工委发函，新华保险云南分公司整改，该公司纪工委回访。", "岳阳市丰禾建设有限公司纪工委 新华保险云南分公司"},
		{"next group", "", "", "岳阳县委第一巡察组、第二巡察组进驻，第三巡察组反馈。", "岳阳县委第一巡察组 岳阳县委第二巡察组 岳阳县委第三巡察组"},
		{"branches after an organ of the bank", "", "", "中国农业银行湖南省分行纪委对长沙分行开展检查。", "中国农业银行湖南省分行纪委 中国农业银行长沙分行"},
		{"zone in brackets", "", "", "沈阳市浑南区（高新区）纪委监委召开会议。", "浑南区（高新区）纪委监委"},
		{"zone that ends as a district", "", "", "深汕特别合作区纪检监察工委召开会议。", "深汕特别合作区纪检监察工委"},
		{"zone without its area", "", "", "岳阳县县委常委、工业园区党工委书记接受审查。", "岳阳县委 岳阳县工业园区党工委"},
		{"town in a list", "岳阳县抓整改", "", "丙水镇纪委、陬市镇纪委参加。", "丙水镇纪委 陬市镇纪委"},
		{"street named as a village", "", "", "海淀区中关村街道纪工委召开会议。", "中关村街道纪工委"},
		{"community of a street office", "", "", "随州市曾都区北郊街道办事处八里岔社区居委会主任说。", "北郊街道办事处 八里岔社区居委会"},
		{"village of a common word", "", "", "岳阳县乙河镇金坑村村委会主任说。", "金坑村村委会"},
		{"brackets inside", "", "", "丰禾信诚（北京）装饰有限公司经理说。", "丰禾信诚（北京）装饰有限公司"},
		{"bureau and its head", "", "", "岳阳市环境监察局局长说。", "岳阳市环境监察局"},
		{"part of a court", "", "", "岳阳市中级人民法院执行局局长说。", "岳阳市中级人民法院执行局"},
		{"area again", "", "", "湖南省岳阳市华容县湖南丰禾粮食有限公司经理说。", "湖南丰禾粮食有限公司"},
		{"organises", "", "", "岳阳市纪委监委组织正风肃纪督查组开展检查。", "岳阳市纪委监委"},
		{"prefecture without its peoples", "", "", "湘西自治州水利局局长说。", "湘西自治州水利局"},
		{"classes", "", "", "各级纪检监察机关、派驻机构和县（市、区）纪委监委要加强监督，各市纪委监委抓好落实。", ""},
		{"meeting", "", "", "岳阳市纪委二次全会召开。", ""},
		{"deputies", "", "", "岳阳市人大代表和岳阳市政协委员参加。", ""},
		{"byline", "", "", "中央纪委国家监委网站 甲乙丙\n岳阳市纪委监委召开会议。", "岳阳市纪委监委"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			tags := analyzeText(t, c.text, "2023-05-05", c.source, c.title)
			var names []string
			for _, u := range tags.Units {
				names = append(names, u.Name)
			}
			if got := strings.Join(names, " "); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestUnitFields(t *testing.T) {
	tags := analyzeText(t, "岳阳市纪委监委驻市财政局纪检监察组报告，岳阳县水利局局长被查处。", "2023-05-05", "", "")
	if len(tags.Units) != 2 {
		t.Fatalf("units: %+v", tags.Units)
	}
	group, office := tags.Units[0], tags.Units[1]
	if group.Kind != corpus.KindDispatched || group.Sender != "岳阳市纪委监委" || group.Host != "岳阳市财政局" || group.Region != "430600" {
		t.Errorf("dispatched group: %+v", group)
	}
	if group.Role != corpus.RoleSupervises || office.Role != corpus.RoleSupervised {
		t.Errorf("roles: %q, %q", group.Role, office.Role)
	}
}

func TestRegions(t *testing.T) {
	cases := []struct{ name, title, source, text, want string }{
		{"most specific", "", "", "湖南省衡阳市衡南县纪委监委召开会议。", "430422"},
		{"from the source alone", "", "浏阳日报", "全市纪检监察组织召开会议。", "430181"},
		{"nothing named", "", "", "各级纪检监察机关要加强监督。", "000000"},
		{"national circular", "中央纪委国家监委通报典型问题", "", "河北省保定市教育局局长违规。江西省上饶市水利局局长违规。", "000000 130600 361100"},
		{"title first", "江西：抓早抓小", "", "江西省纪委监委通报，九江市纪委监委整改。", "360000 360400"},
		{"in passing", "", "", "岳阳市纪委监委查明，有人赴云南、四川旅游。", "430600"},
		{"court of a case", "", "", "岳阳市水利局局长受贿，被福建省泉州市中级人民法院判处有期徒刑。", "430600"},
		{"post above", "", "", "湖南省委原常委、岳阳市委原书记接受审查。", "430600"},
		{"led from above", "浏阳市抓整改", "浏阳日报", "浏阳市纪委监委在长沙市纪委监委的领导下抓整改。", "430181"},
		{"career", "", "", "岳阳市水利局局长接受审查。他曾任长沙市丰禾粮食公司经理。", "430600"},
		{"deputy mayor", "", "", "岳阳市原副市长接受审查。", "430600"},
		{"a speaker's own", "", "", "湖南省岳阳市纪委监委主任甲乙说，要抓整改。广东省肇庆市委原书记接受审查。“市纪委监委严查快处。”甲乙说。", "000000 430600 441200"},
		{"a list that acts", "", "岳阳日报", "岳阳县、华容县、平江县分别召开会议。", "430621 430623 430626"},
		{"areas and nobody above", "", "", "湖南岳阳、江西九江等地开展专项整治。岳阳市处分3人。九江市处分2人。", "430600 360400"},
		{"where a group moves in", "", "", "督察组进驻湖南省，受理举报20件。", "430000"},
		{"areas and the country", "", "", "湖南、江西等地开展专项整治。全国处分30人。", "000000 430000 360000"},
		{"told by a central body at first", "", "", "中央纪委国家监委通报岳阳市水利局案。岳阳市纪委监委查办，岳阳市水利局整改，岳阳市财政局拨款，岳阳市审计局审计。", "430600"},
		{"behind a time", "", "", "湖南省纪委监委发布数据。1至9月岳阳市、常德市查处问题数居前。", "430000 430600 430700"},
		{"a list that something is done to", "", "", "督察组对湖南、江西、贵州开展督察。", "000000 430000 360000 520000"},
		{"with the case of the county", "", "", "岳阳市纪委监委通报了华容县水利局的问题。广东省肇庆市委原书记接受审查。", "000000 430623 441200"},
		{"its own case too", "", "", "岳阳市水利局局长张三、华容县水利局局长李四被问责。广东省肇庆市委原书记接受审查。", "000000 430600 430623 441200"},
		{"checked in a county", "", "", "岳阳市纪委监委在华容县进行检查。广东省肇庆市委原书记接受审查。", "000000 430623 441200"},
		{"among which", "", "", "全国已查处一批案件，其中湖南处分3人，江西处分2人，山东、河南、贵州三省分别处分1人。", "000000 430000 360000 370000 410000 520000"},
		{"where someone comes from", "", "", "岳阳市水利局局长张三接受审查。张三，湖南祁东人，曾任长沙市副市长。", "430600"},
		{"opinions", "中央纪委国家监委通报典型问题", "", "湖南省纪委监委主任张三表示，要抓整改。江西省纪委监委开展专项整治。", "000000 360000"},
		{"an office in another place", "", "", "岳阳市水利局局长违规，费用由驻武汉办事处承担。", "430600"},
		{"a word that is a county too", "", "", "江山就是人民。各级纪检监察机关要加强监督。", "000000"},
		{"a city that is a person too", "", "", "岳阳查处了一批案件。", "430600"},
		{"the code of the day", "", "", "在浙江省杭州市临平区，区纪委监委召开会议。", "330113"},
		{"named by itself before its body", "", "", "为做好评议，湖南、江西、贵州等地严格把关。在江西，江西省委组织部逐级把关。贵州省委组织部层层联审。", "430000 360000 520000"},
		{"publishes a case below", "", "", "全国处分30人。湖南省纪委监委也公开通报了岳阳市3名干部违规问题。江西省纪委监委开展专项整治。", "000000 430600 360000"},
		{"a case of an area, published", "", "", "全国处分30人。湖南省纪委监委公开通报岳阳市部分干部违规聚餐问题。江西省纪委监委开展专项整治。", "000000 430600 360000"},
		{"publish with others", "", "", "全国处分30人。湖南、江西、贵州等地纪委监委陆续通报典型问题。岳阳市水利局局长接受审查。广东省肇庆市委原书记接受审查。", "000000 430600 441200"},
		{"a central company's own", "中央纪委国家监委通报典型问题", "", "国家能源集团长沙丰禾电力有限公司原经理接受审查。江西省水利厅原厅长接受审查。", "000000 360000"},
		{"events of a digest", "国内快讯", "", "全国粮食收购平稳\n全国收购粮食3万吨。\n茶文化节在岳阳举行\n茶文化节今天在湖南岳阳举行。\n江西新建水库蓄水\n今天，该水库蓄水。\n卫星升空\n北京时间8时，卫星在酒泉卫星发射中心升空。", "000000 430600 360000"},
		{"no digest", "全国茶业大会召开", "", "全国茶业大会今天在湖南岳阳举行，各地代表参加。", "000000"},
		{"a range and a name", "", "", "湖南省纪委监委召开会议。全省查看长沙至岳阳100公里公路，“江西省公务用车管理平台”上线。", "430000"},
		{"a conjunction and a county", "", "", "旬邑县委督查室和县纪委随机抽查。", "610429"},
		{"a county's short name before a district's", "", "", "开平法院审结一批案件。", "440783"},
		{"the company of the title", "丰禾集团纪委工作回顾", "湖南国资委网站", "岳阳丰禾钢铁集团有限公司（以下简称“丰禾集团”）召开会议，丰禾集团查处6起案件。湖南省纪委监委给予指导。", "430600 430000"},
		{"ambiguous, told by the province", "", "", "江苏省纪委监委指导鼓楼区纪委监委，南京市纪委监委参加。", "320106 320000"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			tags := analyzeText(t, c.text, "2023-05-05", c.source, c.title)
			var codes []string
			for _, r := range tags.Regions {
				codes = append(codes, r.Code)
			}
			want := strings.Fields(c.want)
			if len(codes) != len(want) || c.name != "ambiguous, told by the province" && codes[0] != want[0] || !sameSet(codes, want) {
				t.Errorf("%s\n got %v\nwant %v", c.text, codes, want)
			}
		})
	}
}

func sameSet(a, b []string) bool {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	return slices.Equal(a, b)
}

// TestAmbiguousRegion states that a name that nothing resolves is marked with what else it may mean.
func TestAmbiguousRegion(t *testing.T) {
	tags := analyzeText(t, "鼓楼区纪委监委召开会议。", "2023-05-05", "", "")
	if len(tags.Regions) != 1 || len(tags.Regions[0].Ambiguous) == 0 {
		t.Errorf("alone: %+v", tags.Regions)
	}
	tags = analyzeText(t, "福建省福州市召开会议。鼓楼区纪委监委参加。", "2023-05-05", "", "")
	for _, r := range tags.Regions {
		if len(r.Ambiguous) > 0 || r.Code == "320106" {
			t.Errorf("told by the city: %+v", r)
		}
	}
}
