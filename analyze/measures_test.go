package analyze

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiandu/corpus"
)

// measuresOf gives "name|kind" of the measures of a text.
func measuresOf(t testing.TB, text string) []string {
	t.Helper()
	var got []string
	for _, m := range analyzeText(t, text, "2024-03-01", "某报", "").Measures {
		got = append(got, m.Name+"|"+m.Kind)
	}
	return got
}

func TestMeasures(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"a quotation with its head", "启动“清风护企”专项行动，发现问题若干。", []string{"“清风护企”专项行动|campaign"}},
		{"a quotation with words before its head", "建立“三色”预警工作机制，形成“四同步”监督工作法。", []string{"“三色”预警工作机制|mechanism", "“四同步”监督工作法|mechanism"}},
		{"documents, without laws, books and programmes", "印发《村级监督员管理办法（试行）》，学习《中华人民共和国监察法》，阅读《红船往事》，收看《新闻联播》。", []string{"《村级监督员管理办法（试行）》|document"}},
		{"a short title joins the long one", "印发《内部审计工作规定》。《规定》明确了职责，另一份《意见》没有名字。", []string{"《内部审计工作规定》|document"}},
		{"a document number", "按照湘纪发〔2022〕7号文件要求办理。", []string{"湘纪发〔2022〕7号文件|document"}},
		{"the verb begins the name", "会同财政部门建立健全惠民资金线索移送机制。", []string{"惠民资金线索移送机制|mechanism"}},
		{"a document keeps its own verb", "县里制定深化以案促改任务清单。", []string{"深化以案促改任务清单|document"}},
		{"a list shares its verb", "建立了物资采购管理制度、物资保管管理制度等。", []string{"物资采购管理制度|method", "物资保管管理制度|method"}},
		{"plain words name nothing", "健全长效机制，完善相关制度，建立一系列工作机制，落实责任清单。", nil},
		{"slogans and doctrine", "践行“两个维护”，纠治“四风”，推进“三不腐”，完善党和国家监督体系，健全国家治理体系。", nil},
		{"a slogan inside a name", "建立“四风”问题线索移送机制。", []string{"“四风”问题线索移送机制|mechanism"}},
		{"a campaign and its short form", "部署开展殡葬领域突出问题专项整治。专项整治中查处多人。", []string{"殡葬领域突出问题专项整治|campaign"}},
		{"a head that opens the text", "专项检查共发现问题若干。", nil},
		{"a campaign without a name", "开展了一系列专项整治。", nil},
		{"forms of one measure", "深化“室组地”联动，运用‘室组地’联合办案，发挥“室组地”联动监督机制作用。", []string{"“室组地”联动|mechanism"}},
		{"other measures of the same family", "推动“室组”联动监督、“组组”协同监督、“组地”联合办案。", []string{"“室组”联动监督|mechanism", "“组组”协同监督|mechanism", "“组地”联合办案|mechanism"}},
		{"a list of ways", "综合运用谈心谈话、专题会商等方式。", []string{"谈心谈话|method", "专题会商|method"}},
		{"rules that count", "出台党员干部操办酒席“六不准”，下发“八条禁令”。", []string{"党员干部操办酒席“六不准”|document", "“八条禁令”|document"}},
		{"one for one", "坚持一案一整改，实行“一村一册”。", []string{"一案一整改|method", "“一村一册”|method"}},
		{"integrity of a kind of body", "推进清廉医院建设和清廉村居建设。", []string{"清廉医院建设|campaign", "清廉村居建设|campaign"}},
		{"in a manner", "实行嵌入式监督、点穴式督查。", []string{"嵌入式监督|method", "点穴式督查|method"}},
		{"ways of doing wrong", "采用“空白公函”等方式违规接待。", nil},
		{"manner and work", "三个镇开展交叉检查，对复杂线索提级核查，推磨式督查与下沉监督力量并行。", []string{"交叉检查|method", "提级核查|method", "推磨式督查|method"}},
		{"in the manner of a picture", "开展“解剖麻雀”式检查，推行“点穴”式监督。", []string{"“解剖麻雀”式检查|method", "“点穴”式监督|method"}},
		{"an act that is counted", "对责任人约谈62人，约谈了3家单位。", nil},
		{"joint action", "深入开展整治校园食品安全联合行动。", []string{"整治校园食品安全联合行动|campaign"}},
		{"the extent of a work", "完成“断头路”整治里程6公里。", nil},
		{"a campaign with and without its action", "部署供水供气领域专项整治行动。供水供气领域专项整治中处分3人。", []string{"供水供气领域专项整治|campaign"}},
		{"supervision that is stepped up", "加强“一线监督”，强化“贴身监督”。", []string{"“一线监督”|method", "“贴身监督”|method"}},
		{"days of the calendar", "今天是“世界粮食日”。", nil},
		{"who works together", "深化纪巡联动、校地联动机制，坚持上下联动。", []string{"纪巡联动|mechanism", "校地联动机制|mechanism"}},
		{"an action and what it is against", "在整治违规收“红包”及土特产行动中，不采取一刀切行动。", []string{"整治违规收“红包”及土特产行动|campaign"}},
		{"a verb after the name", "四级巡察工作体系进一步完善，问题线索移送机制不断健全，生产经营制度更加健全。", []string{"四级巡察工作体系|mechanism", "问题线索移送机制|mechanism"}},
		{"what rests on something", "形成以章程为根本，以配套制度为支撑的巡察制度体系。", []string{"巡察制度体系|mechanism"}},
		{"a year or month of its own", "把今年定为“窗口服务提升年”，办好“家风宣传月”，不是“新常态之年”。", []string{"“窗口服务提升年”|campaign", "“家风宣传月”|campaign"}},
		{"ways with cases", "坚持“以案看风”，把旧账“逐件过筛”，根据“四个是否”查找不足。", []string{"“以案看风”|method", "“逐件过筛”|method", "“四个是否”|method"}},
		{"a head noun in quotation marks", "畅通企业诉求“直通车”，开通群众办事“随手拍”。", []string{"企业诉求“直通车”|method", "群众办事“随手拍”|method"}},
		{"culture of integrity", "打造“清风渡口”廉洁文化带和“梅岭清风”教育线路。", []string{"“清风渡口”廉洁文化带|method", "“梅岭清风”教育线路|method"}},
		{"regulations of the party without brackets", "学习廉洁自律准则、纪律处分条例，落实新修订的巡视工作条例。", []string{"廉洁自律准则|document", "纪律处分条例|document", "巡视工作条例|document"}},
		{"one of several campaigns", "一场领域治理的专项整治开始了。部署殡葬领域突出问题专项整治，专项整治已有成效。", []string{"殡葬领域突出问题专项整治|campaign"}},
		{"aims with 为", "开展利用职权为亲友谋利专项整治，组织对落后产能的专项督查。", []string{"职权为亲友谋利专项整治|campaign", "落后产能的专项督查|campaign"}},
		{"ways of evading", "以“化整为零”方式规避检查、违规操办宴席。", nil},
		{"an office of a campaign", "“清朗”办公室通报情况，全国“扫黄打非”办公室公布案件。", nil},
		{"a head that is built", "开展村级权力风险防控体系建设。", []string{"村级权力风险防控体系|mechanism"}},
		{"words with 化", "运用片区一体化协作机制查实问题。", []string{"片区一体化协作机制|mechanism"}},
		{"a quotation far from its head", "深化“清风护航”优化服务环境专项行动，纠治“甲乙”问题，开展了专项整治。", []string{"“清风护航”优化服务环境专项行动|campaign"}},
		{"a quoted way of work", "深化“田野巡察”，开展“阳光监督”，解决“不愿监督”问题。", []string{"“田野巡察”|method", "“阳光监督”|method"}},
		{"two heads with 和", "开展线索“清零”行动和小微权力集中整治，制定巡查方案以及失职责任追究实施办法。", []string{"“清零”行动|campaign", "小微权力集中整治|campaign", "失职责任追究实施办法|document"}},
		{"an action with 的", "启动打击非法行医的专项行动，深入开展规范有序的专项行动。", []string{"打击非法行医的专项行动|campaign"}},
		{"conduct by the rules", "检查是否严格按照规定执行。", nil},
		{"short aims and great inspections", "开展低保专项清理，部署作风效能大检查，抽调人员组成专项检查小组。", []string{"低保专项清理|campaign", "作风效能大检查|campaign"}},
		{"times of a year", "实行“月通报、季约谈、年考核”，用好“卫片执法”。", []string{"“月通报、季约谈、年考核”|method", "“卫片执法”|method"}},
		{"a list of aims", "集中开展殡葬领域、养老服务领域、供水供气领域等专项整治。", []string{"殡葬领域、养老服务领域、供水供气领域等专项整治|campaign"}},
		{"a counted way and what it is for", "推行廉政意见“双签字”，对整改实行清单管理、对账销号。", []string{"廉政意见“双签字”|method", "清单管理|method", "对账销号|method"}},
		{"quotations that share a verb", "推行“楼栋议事”“民情茶馆”，设立“清风亭”、“说廉台”。", []string{"“楼栋议事”|method", "“民情茶馆”|method", "“清风亭”|method", "“说廉台”|method"}},
		{"rules that a body has counted", "中央军委十项规定和中央八项规定是硬指标，市里出台15条措施。", []string{"中央军委十项规定|document"}},
		{"platforms to meet, systems of no kind", "搭建干部学习交流平台，依托信息化系统，推动粮食领域制度完善，落实“三定”规定。", nil},
		{"为 inside a name", "落实中央层面整治形式主义为基层减负专项工作机制。", []string{"中央层面整治形式主义为基层减负专项工作机制|mechanism"}},
		{"instruments that are sent", "下发《巡察整改提醒函》和《整改建议书》，健全风腐同查同治机制。", []string{"《巡察整改提醒函》|method", "《整改建议书》|method", "风腐同查同治机制|mechanism"}},
		{"part of the title of a book", "编写《基层廉洁教育案例读本》，改编自《以案促改启示录》。", nil},
		{"a title that ends with a quotation", "印发《全县党员干部操办酒席“六不准”》。", []string{"《全县党员干部操办酒席“六不准”》|document"}},
		{"a number behind its title", "印发《村级采购管理办法》（清发〔2020〕3号），按照（清政办发〔2021〕4号）执行。", []string{"《村级采购管理办法》|document", "清政办发〔2021〕4号|document"}},
		{"words that go on", "推进反腐败工作法治化、责任制度化。", nil},
		{"vague names", "贯彻规定及其实施细则，制定相关收费办法，国务院建立专门工作机制，查处多家违规直播平台。", nil},
		{"documents that are counted", "督促部门修订资金管理办法21项。", nil},
		{"a count before the head", "列出6个方面43项整改任务清单。", []string{"整改任务清单|document"}},
		{"a kind of area in brackets", "健全清廉村（社区）建设联动机制。", []string{"清廉村（社区）建设联动机制|mechanism"}},
		{"a heading with 腐败", "专项整治行业性、地域性腐败\n集中整治跨境赌博问题，专项整治走过场问题仍在，集中整治8个突出问题。", []string{"专项整治行业性、地域性腐败|campaign", "集中整治跨境赌博问题|campaign"}},
		{"words between a quotation and its head", "打造“掌上清风”新平台，推出“民声”微信小程序。", []string{"“掌上清风”新平台|method", "“民声”微信小程序|method"}},
		{"a quotation with 的 and a system", "试行“定点、定时、定人”的预约制，推行“日巡查、周调度”的制度。", []string{"“定点、定时、定人”的预约制|method", "“日巡查、周调度”的制度|method"}},
		{"done at once", "坚持边查边改、立行立改，推动立行立改56个，发出立行立改通知单3份。", []string{"立行立改|method"}},
		{"what is visited in secret", "暗访酒店、茶楼，随后组织暗访。", []string{"暗访|method"}},
		{"done against a document", "因严重违反廉政准则被查处，学习廉政准则。", []string{"廉政准则|document"}},
		{"a work by its name", "坚决整治群众身边不正之风和腐败问题，听取整治群众身边不正之风和腐败问题工作汇报。", []string{"整治群众身边不正之风和腐败问题|campaign"}},
		{"aspects of a work", "形成“5+X”监督重点，整合“贴身”监督优势。", nil},
		{"what must be done", "坚持入户“六必访”，列出政商交往清单，印发《政商交往20条》。", []string{"“六必访”|method", "政商交往清单|document", "《政商交往20条》|document"}},
		{"the aim of an action begins with a verb", "开展优化营商环境专项督查。", []string{"优化营商环境专项督查|campaign"}},
		{"systems of the economy", "要健全科研经费稳定支持机制，完善市场准入制度，建立河湖管护联席机制。\n纪委监委推动完善物资采购制度。", []string{"河湖管护联席机制|mechanism", "物资采购制度|method"}},
		{"words that 性 and 度 make", "守住不发生系统性风险的底线，2020年窗口服务提升年度任务完成。", nil},
		{"bodies of the centre", "部署中管高校突出问题专项整治，集中整治了一批突出问题。", []string{"中管高校突出问题专项整治|campaign"}},
		{"campaigns in a list", "开展招生录取专项监督、科研经费专项检查。", []string{"招生录取专项监督|campaign", "科研经费专项检查|campaign"}},
		{"a count before the head of a quotation", "实行“首问负责、限时办结”两项制度，推行“红黄蓝”三色预警，开展“清风行动月”百日攻坚。", []string{"“首问负责、限时办结”两项制度|method", "“红黄蓝”三色预警|method", "“清风行动月”百日攻坚|campaign"}},
		{"quotations side by side", "推进“一案三查”“两个一律”，主要涉及“六个严禁”“八个不准”，上线“清风通”应用。", []string{"“一案三查”|method", "“两个一律”|document", "“六个严禁”|document", "“八个不准”|document", "“清风通”应用|method"}},
		{"circles and doctrine", "形成“亲友圈”，一体推进不敢腐、不能腐、不想腐工作机制，制止“非粮化”整治。", nil},
		{"straight quotation marks", `建立"双查双改"工作机制。`, []string{`"双查双改"工作机制|mechanism`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, measuresOf(t, tt.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestRegisterGivesOneID(t *testing.T) {
	ids := map[string]bool{}
	for _, text := range []string{"深化“室组地”联动。", "开展“室组地”联合办案。", "“室组地”联动监督机制作用明显。"} {
		for _, m := range analyzeText(t, text, "", "", "").Measures {
			ids[m.ID] = true
		}
	}
	if len(ids) != 1 {
		t.Errorf("ids %v, want one", ids)
	}
}

// runeSegmenter cuts every character off: no dictionary to load.
type runeSegmenter struct{}

func (runeSegmenter) Segment(text string) []Token { return characters(text) }

// lightAnalyzer is an analyzer without the segmenter's dictionary, which would
// take a fuzzing worker longer to load than one call may.
func lightAnalyzer(tb testing.TB) *Analyzer {
	tb.Helper()
	lex, err := loadLexicon("")
	if err != nil {
		tb.Fatal(err)
	}
	themes, err := newThemeLexicon(lex.tables[tableThemes], lex.tables[tableThemeWords])
	if err != nil {
		tb.Fatal(err)
	}
	return &Analyzer{lex: lex, segmenter: runeSegmenter{}, bodyWords: newTrie(nil), measureWords: newMeasureWords(lex.tables[tableMeasureWords]), themes: themes}
}

func FuzzMeasures(f *testing.F) {
	a := lightAnalyzer(f)
	f.Add("建立“甲”机制、《乙办法》，“丙”“丁”专项整治。")
	f.Add("““““””””《《》》〔2020〕1号一案一")
	f.Add("清廉一式“\n”建设专项整治")
	f.Fuzz(func(t *testing.T, text string) {
		tags := a.Analyze(corpus.Article{Text: strings.ToValidUTF8(text, "?"), Published: "2024-01-01", Title: text})
		runes := []rune(strings.ToValidUTF8(text, "?"))
		for _, m := range tags.Measures {
			if m.ID == "" || m.Name == "" || m.Kind == "" || len(m.Mentions) == 0 {
				t.Errorf("incomplete measure %+v", m)
			}
			for _, x := range m.Mentions {
				if x.Start < 0 || x.End > len(runes) || string(runes[x.Start:x.End]) != x.Text {
					t.Errorf("mention %+v is not in the text", x)
				}
			}
		}
	})
}

// TestMeasuresOfLongQuotations is quick only if the time is linear in the length.
func TestMeasuresOfLongQuotations(t *testing.T) {
	a := lightAnalyzer(t)
	for _, unit := range []string{"“", "“甲”", "“甲”、", "《", "‘”", "“甲”机制、", "一案一", "专项整治", "《乙办法》", `"`} {
		a.findMeasuresIn(strings.Repeat(unit, 300_000/len(unit)))
	}
	var b strings.Builder
	for i := range 5_000 {
		fmt.Fprintf(&b, "“%d”机制、建立%d制度", i, i)
	}
	a.findMeasuresIn(b.String())
}

// findMeasuresIn runs the passes that measures are found with, and no other.
func (a *Analyzer) findMeasuresIn(text string) {
	d := newDoc(corpus.Article{Text: text})
	d.tokenize(a.segmenter)
	d.match(a.lex)
	a.findMeasures(d)
}
