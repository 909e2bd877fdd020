package figures_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiandu/index/figures"
)

// Only figures of the same subject stand side by side, and none that was said before its time was over.
func TestCompareSubjects(t *testing.T) {
	one := func(name, day, text, quote, number string, value float64, action, object, from, to string) article {
		return article{name: name, published: day, text: text, regions: []string{"000000"}, figures: []figure{
			{quote, number, value, "公里", action, object, "000000", from, to},
		}}
	}
	s := fillWith(t, []article{
		one("rail22", "2023-01-05", "2022年，铁路建成90公里。", "建成90公里", "90", 90, "建成", "", "2022-01-01", "2022-12-31"),
		one("road23", "2024-01-05", "2023年，农村道路建成70公里。", "建成70公里", "70", 70, "建成", "", "2023-01-01", "2023-12-31"),
		one("rail23", "2024-01-06", "2023年，铁路共建成95公里。", "建成95公里", "95", 95, "建成", "", "2023-01-01", "2023-12-31"),
		one("plan23", "2023-02-01", "2023年，铁路建成200公里。", "建成200公里", "200", 200, "建成", "", "2023-01-01", "2023-12-31"),
		one("ports22", "2022-07-05", "上半年，新增航道10公里。", "新增航道10公里", "10", 10, "新增", "航道", "2022-01-01", "2022-06-30"),
		one("ports23", "2023-07-05", "上半年，全省新增航道12公里。", "新增航道12公里", "12", 12, "新增", "航道", "2023-01-01", "2023-06-30"),
	})
	pairs, err := figures.Compare(t.Context(), s.DB(), figures.Query{}, "2022", "2023")
	must(t, err)
	var got []string
	for _, p := range pairs {
		got = append(got, fmt.Sprintf("%s%s %s %v %v", p.Action, p.Object, p.Span, p.A.Value, p.B.Value))
	}
	if d := cmp.Diff([]string{"建成 01-01/12-31 90 95", "新增航道 01-01/06-30 10 12"}, got); d != "" {
		t.Error(d)
	}
}
