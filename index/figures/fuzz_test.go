package figures

import (
	"testing"
	"unicode/utf8"

	"jiandu/corpus"
)

// The words around a figure are whatever a page holds: nothing of them panics, no
// character is cut, and a figure is said of its own subject.
func FuzzSetting(f *testing.F) {
	f.Add("其中，处分90人；因违法占地受处分，其次为违规吃喝问题等，在工程治理中，", "违规吃喝问题", 5, 8)
	f.Add("截至2022年底，从2012年的3万增长到5万。", "问题", 0, 40)
	f.Fuzz(func(t *testing.T, text, object string, start, length int) {
		if !utf8.ValidString(text + object) {
			return
		}
		article := []neighbour{
			{action: "查处", object: object, text: text, quote: text, unit: "起", finish: utf8.RuneCountInString(text)},
			{ord: 1, start: start, action: "处分", text: text, quote: text, unit: "人", finish: utf8.RuneCountInString(text)},
		}
		for i := range article {
			if s := settingOf(article, i); !utf8.ValidString(s.Scope + s.Body) {
				t.Errorf("%q: %+v", text, s)
			}
		}
		fig := Figure{
			Statistic: corpus.Statistic{Start: start, End: start + length, Object: object, Number: "9", Action: "处分", Period: &corpus.Period{From: "2022-01-01", To: "2022-12-31"}},
			Sentence:  text, Published: "2023-01-01",
		}
		if l := likeSubject(fig, fig); l != 1 {
			t.Errorf("%q: %v like itself", text, l)
		}
		sameSubject(fig, fig)
		revised(fig)
	})
}
