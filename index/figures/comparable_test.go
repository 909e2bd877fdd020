package figures

import (
	"testing"

	"jiandu/corpus"
)

// A sentence without a year, of a report long after, may be of another year.
func TestYearLost(t *testing.T) {
	quarter := &corpus.Period{From: "2022-01-01", To: "2022-03-31"}
	for _, tt := range []struct {
		published, sentence string
		want                bool
	}{
		{"2022-04-11", "一季度新增贷款8万元。", false},
		{"2023-04-11", "一季度新增贷款8万元。", true},
		{"2023-04-11", "去年一季度新增贷款8万元。", false},
		{"2023-04-11", "2022年一季度新增贷款8万元。", false},
		{"2023-04-11", "一季度末有网点8万家，较2022年底增加2家。", true},
		{"2023-01-11", "一季度新增贷款8万元。", false},
	} {
		f := Figure{Statistic: corpus.Statistic{Period: quarter}, Published: tt.published, Sentence: tt.sentence}
		if got := yearLost(f); got != tt.want {
			t.Errorf("%s, %s: %v", tt.published, tt.sentence, got)
		}
	}
}
