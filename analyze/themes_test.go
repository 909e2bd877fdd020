package analyze

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestThemes(t *testing.T) {
	tests := []struct{ title, text, want string }{
		{"市委启动新一轮巡察", "市委巡察组进驻多家单位，开展常规巡察。", "inspection"},
		{"", "紧盯违规吃喝，落实中央八项规定精神。", "conduct"},
		{"县里推进清廉学校建设", "弘扬廉洁文化，涵养清正家风。", "integrity"},
		{"", "查处黑恶势力“保护伞”，扫黑除恶不松劲。", "crime"},
		{"全面从严治党永远在路上", "党的自我革命永远在路上，要坚持党中央集中统一领导，严明政治纪律和政治规矩。", "political"},
		{"驻市财政局纪检监察组：一案一整改", "纪检监察组发现问题3个，督促驻在单位整改。", "dispatched"},
		{"", "当地走访企业，帮企业开拓市场，得到金融支持，推行跨省通办。", "business"},
		{"派驻监督怎样做实", "甲市纪委监委驻市应急管理局纪检监察组立足派驻监督职责，督促市应急管理局整改问题。市应急管理局党委表示支持。", "dispatched"},
		{"对扶贫领域突出问题严肃问责", "因履职不力，多名责任人被问责。扶贫资金监管存在漏洞。", "responsibility"},
		{"驻市应急管理局纪检监察组：守好安全关", "市应急管理局抓安全生产，排查安全隐患，应急救援演练两次。\n纪检监察组立足派驻监督职责，督促驻在部门整改。", "dispatched"},
		{"抓作风建设 促问责落地", "因履职不力，多名责任人被问责，一把手被追责问责。全县加强作风建设，整治违规吃喝。", "conduct"},
		{"甲钢集团纪委工作回顾", "集团纪委督促国有企业整改，给六人谈话。", "finance"},
		{"", "第一段讲巡察，巡察组进驻三个村。\n第二段讲巡察整改，被巡察党组织报告情况。\n第三段讲巡察成果。\n医保、医院、医药、药品、患者、看病、疫苗都有人反映。", "inspection"},
	}
	for _, tt := range tests {
		themes := analyzeText(t, tt.text, "2024-01-01", "", tt.title).Themes
		if len(themes) == 0 || themes[0].ID != tt.want || themes[0].Weight != 1 || len(themes[0].Evidence) == 0 {
			t.Errorf("%s: got %+v, want %s first", tt.text, themes, tt.want)
		}
	}
	circular := analyzeText(t, "甲市违规公款吃喝、收送礼品礼金，违规发放津补贴，公车私用，享乐主义、奢靡之风抬头，两人受到党内警告处分，一人被立案。", "2024-01-01", "", "通报三起违反中央八项规定精神典型问题").Themes
	if len(circular) != 2 || circular[0].ID != "conduct" || circular[1].ID != "cases" {
		t.Errorf("circular: got %+v, want conduct and cases", circular)
	}
	rules := "落实中央八项规定精神，严查公款旅游、公款吃喝，紧盯收送礼品礼金。"
	for _, c := range []struct{ text, want string }{
		{rules + "比如，某省水利厅相关处室组织学习。", "conduct"},
		{rules + "比如，湖南省水利厅原厅长张建国接受宴请。江西省财政厅原副厅长李建国收受礼品。江苏省审计厅原厅长王建国收受礼金。湖北省教育厅原厅长刘建国收受烟酒。", "conduct cases"},
		{rules + "湖南省水利厅党组书记张建国介绍了做法。江西省财政厅党组书记李建国表示支持。江苏省审计厅党组书记王建国表示支持。", "conduct"},
	} {
		var ids []string
		for _, th := range analyzeText(t, c.text, "2024-01-01", "", "节前话作风").Themes {
			ids = append(ids, th.ID)
		}
		if got := strings.Join(ids, " "); got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
	for _, text := range []string{"火星车今天开始巡视探测，完成首次巡视勘察。", "各级纪委强化监督执纪问责。"} {
		if themes := analyzeText(t, text, "", "", "").Themes; len(themes) != 0 {
			t.Errorf("%s: got %v, want no theme", text, themes)
		}
	}
	if themes := analyzeText(t, "今天天气很好。", "", "", "").Themes; len(themes) != 0 {
		t.Errorf("weather: got %v, want no theme", themes)
	}
}

func writeTable(t *testing.T, dir, name, lines string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Join(dir, "lexicon"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "lexicon", name+".tsv"), []byte(lines), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestAnalystAddsATheme(t *testing.T) {
	dir := t.TempDir()
	writeTable(t, dir, "themes", "sport\t体育领域\tSport\t足球等体育领域的监督\n")
	writeTable(t, dir, "theme_words", "足球\tsport\t6\n")
	lex, err := loadLexicon(dir)
	if err != nil {
		t.Fatal(err)
	}
	themes, err := newThemeLexicon(lex.tables[tableThemes], lex.tables[tableThemeWords])
	if err != nil {
		t.Fatal(err)
	}
	if last := themes.ids[len(themes.ids)-1]; last != "sport" {
		t.Errorf("last theme %q, want sport", last)
	}
}

func TestThemeWordOfNoTheme(t *testing.T) {
	dir := t.TempDir()
	writeTable(t, dir, "theme_words", "足球\tfootball\t6\n")
	_, err := New(Options{Dir: dir})
	if err == nil || !strings.Contains(err.Error(), `word "足球", column 2: no theme "football"`) {
		t.Errorf("got %v", err)
	}
}

func TestThemesAreListed(t *testing.T) {
	themes, err := Themes(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, th := range themes {
		if th.ID == "" || th.Chinese == "" || th.English == "" || th.Covers == "" {
			t.Errorf("incomplete theme %+v", th)
		}
	}
	if len(themes) != 24 {
		t.Errorf("%d themes, want 24", len(themes))
	}
}
