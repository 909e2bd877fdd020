package analyze

import (
	"testing"

	"jiandu/corpus"
)

func TestCheckArticle(t *testing.T) {
	for _, c := range []struct {
		text   string
		kind   string
		agrees bool
	}{
		{"全区查处问题100起，其中地厅级问题60起、县处级问题40起。", CheckParts, true},
		{"全区查处问题100起，其中地厅级问题70起、县处级问题40起。", CheckParts, false},
		{"全区处分100人，其中厅局级70人、县处级40人。", CheckParts, false},
		{"全区处分100人，其中处级110人。", CheckParts, false},
		{"接收举报33.2万件，其中检举类举报23.6万件、申诉类举报9.6万件。", CheckParts, true},
		{"通报案例204起，其中72起涉及吃喝问题，占比35.3%。", CheckShare, true},
		{"通报案例204起，其中72起涉及吃喝问题，占比45.3%。", CheckShare, false},
	} {
		tags := testAnalyzer(t).Analyze(corpus.Article{Text: c.text, Published: "2023-07-10"})
		found := false
		for _, got := range CheckArticle(c.text, tags.Statistics) {
			if got.Kind == c.kind {
				found = true
				if got.Agrees != c.agrees {
					t.Errorf("%s: agrees is %v, want %v (%v to %v)", c.text, got.Agrees, c.agrees, got.Low, got.High)
				}
			}
		}
		if !found {
			t.Errorf("%s: nothing compared", c.text)
		}
	}
}

// What need not be a part says nothing.
func TestCheckKeepsQuiet(t *testing.T) {
	for _, text := range []string{
		"全省货物和服务贸易顺差100亿元，其中货物贸易顺差150亿元，服务贸易逆差50亿元。",
		"全区共有高校50所，其中普通高校40所，含本科高校25所、专科高校15所，成人高校10所。",
		"列车日均发送旅客100万人次，其中10月1日发送旅客150万人次。",
		"展会设有9个专区，其中展位超过2000个。",
		"全区函询800件，谈话300件，其中处级干部600件，科级干部400件。",
		"8人受伤，另外还有300人转移，其中老人100人。",
	} {
		tags := testAnalyzer(t).Analyze(corpus.Article{Text: text, Published: "2023-07-10"})
		for _, got := range CheckArticle(text, tags.Statistics) {
			if !got.Agrees {
				t.Errorf("%s: %+v", text, got)
			}
		}
	}
}

func TestInterval(t *testing.T) {
	for _, c := range []struct {
		number    string
		value     float64
		unit      string
		approx    string
		low, high float64
	}{
		{"12", 12, "人", "", 12, 12},
		{"23.6万", 236000, "件", "", 235500, 236500},
		{"1700余", 1700, "人", corpus.Over, 1700, 1800},
		{"35.3", 35.3, "%", "", 35.25, 35.35},
		{"100", 100, "人", corpus.About, 90, 110},
	} {
		low, high := Interval(corpus.Statistic{Number: c.number, Value: c.value, Unit: c.unit, Approx: c.approx})
		if low-c.low > 1e-6 || c.low-low > 1e-6 || high-c.high > 1e-6 || c.high-high > 1e-6 {
			t.Errorf("%s: got %v to %v, want %v to %v", c.number, low, high, c.low, c.high)
		}
	}
}
