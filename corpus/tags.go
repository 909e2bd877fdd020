package corpus

import (
	"encoding/json"
	"fmt"
)

// Tags is what an analyzer found in one article. Slices are in the order of the
// text, or main one first where a field says so.
type Tags struct {
	Regions    []Region    // main one first
	Years      []int       // main one first: the years that the report is about
	Themes     []Theme     // main one first, one to five
	Units      []Unit      // in the order of their first mention
	Measures   []Measure   // in the order of their first mention
	Statistics []Statistic // in the order of the text
	Analyzer   string      // version of the analyzer that made them, or "" when never analyzed
}

// Mention is a surface form in the text, with its half-open span in code points.
type Mention struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Kinds of units.
const (
	KindDiscipline  = "discipline"  // 纪委、监委、纪工委、监察办公室
	KindDispatched  = "dispatched"  // 派驻(出)纪检监察组
	KindInspection  = "inspection"  // 巡视组、巡察组、巡察办
	KindParty       = "party"       // 党委、党组、组织部
	KindGovernment  = "government"  // 政府及其部门, 法院, 检察院, 人大, 政协
	KindEnterprise  = "enterprise"  // 公司、集团、银行、粮库
	KindInstitution = "institution" // 学校、医院、科研院所、媒体
	KindGrassroots  = "grassroots"  // 村、社区、乡镇, 村委会
	KindOther       = "other"
)

// Roles of a unit in a report.
const (
	RoleSupervises = "supervises"
	RoleSupervised = "supervised"
	RoleMentioned  = "mentioned"
)

// Unit 单位 is a specific organisation named in the text.
type Unit struct {
	Name     string    `json:"name"` // canonical: 浏阳市纪委监委
	Kind     string    `json:"kind"`
	Role     string    `json:"role,omitempty"`
	Sender   string    `json:"sender,omitempty"` // of a dispatched group: the body that sent it (中央纪委国家监委)
	Host     string    `json:"host,omitempty"`   // of a dispatched group: the body where it sits (应急管理部)
	Region   string    `json:"region,omitempty"` // GB/T 2260 code of the body's area, or ""
	Mentions []Mention `json:"mentions"`
}

// Kinds of measures.
const (
	MeasureMechanism = "mechanism"
	MeasureDocument  = "document"
	MeasureCampaign  = "campaign"
	MeasureMethod    = "method"
)

// Measure 举措 is a named way of supervising or governing.
type Measure struct {
	ID       string    `json:"id"`   // id in the register of known measures, else the normalised name
	Name     string    `json:"name"` // shortest surface form that identifies it
	Kind     string    `json:"kind"`
	Mentions []Mention `json:"mentions"`
}

// How exact a number is.
const (
	Exact  = ""
	Over   = "over"   // 余、多、逾、超过、以上
	About  = "about"  // 约、左右
	Nearly = "nearly" // 近、不到、不足
)

// Statistic 统计数据 is a figure that counts or measures something.
type Statistic struct {
	Start      int     `json:"start"` // of Quote
	End        int     `json:"end"`
	Quote      string  `json:"quote"`  // 查处典型案例8起
	Number     string  `json:"number"` // as written: 1700余
	Value      float64 `json:"value"`
	Unit       string  `json:"unit"`   // 人, 起, %, 元
	Approx     string  `json:"approx"` // Exact, Over, About or Nearly
	Action     string  `json:"action"`
	Object     string  `json:"object"`
	Actor      string  `json:"actor"`
	Region     string  `json:"region"` // GB/T 2260 code, 000000 for the whole country, "" unknown
	Period     *Period `json:"period"` // nil where it can't be told
	Cumulative bool    `json:"cumulative,omitempty"`
	ShareOf    string  `json:"share_of,omitempty"` // of a percentage: what it is a share of
	// SentenceStart and SentenceEnd are the half-open span of the sentence that holds the figure.
	SentenceStart int `json:"sentence_start"`
	SentenceEnd   int `json:"sentence_end"`
}

// Region is an area whose work the article reports.
type Region struct {
	Code      string    `json:"code"`                // GB/T 2260, 000000 for the whole country
	Ambiguous []string  `json:"ambiguous,omitempty"` // other codes that the name may mean
	Mentions  []Mention `json:"mentions,omitempty"`
}

// Theme is one of the themes of analyze/lexicon, with its weight in the article.
type Theme struct {
	ID       string    `json:"id"`
	Weight   float64   `json:"weight"` // above 0, at most 1
	Evidence []Mention `json:"evidence,omitempty"`
}

// Period is a span of days, both inclusive, each as YYYY-MM-DD.
type Period struct {
	From, To string
}

// MarshalJSON writes ["from","to"].
func (p Period) MarshalJSON() ([]byte, error) {
	return json.Marshal([2]string{p.From, p.To})
}

// UnmarshalJSON reads ["from","to"].
func (p *Period) UnmarshalJSON(b []byte) error {
	var days []string
	if err := json.Unmarshal(b, &days); err != nil {
		return fmt.Errorf("period: %w", err)
	}
	if len(days) != 2 {
		return fmt.Errorf("period: want [from, to], got %d values", len(days))
	}
	p.From, p.To = days[0], days[1]
	return nil
}
