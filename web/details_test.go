package web

import (
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// What the checks find wrong is told in Chinese on Chinese pages, in English on
// English ones and in the API.
func TestDetails(t *testing.T) {
	h := sampleServer(t)
	english := regexp.MustCompile(`<d[dt]>[^<]*[a-z]+ [a-z]+ [a-z]+`)
	for _, c := range []struct{ query, want string }{
		{"limit=x", "“x”不是整数"},
		{"limit=99999", "超出范围"},
		{"colour=red", "没有这个参数"},
		{"from=2020", "的日期"},
		{"fold=perhaps", "true 或 false"},
		{"from=2021-01-01&to=2020-01-01", "晚于终止日"},
		{"year=2021-2019", "终止年早于起始年"},
		{"cursor=%21", ""},
		{"q=" + url.QueryEscape("(纪委"), "右括号"},
		{"q=" + url.QueryEscape("year:abc"), "年份（如 2022）"},
		{"q=" + url.QueryEscape("纪委 AND"), "词语或短语"},
	} {
		w := get(h, "/?"+c.query)
		if w.Code != 400 || !strings.Contains(w.Body.String(), c.want) {
			t.Errorf("%s: %d lacks %s:\n%s", c.query, w.Code, c.want, regexp.MustCompile(`<dd>.*`).FindString(w.Body.String()))
		}
		if m := english.FindString(w.Body.String()); m != "" && c.want != "" {
			t.Errorf("%s is English: %s", c.query, m)
		}
	}
	if body := get(h, "/?lang=en&limit=x").Body.String(); !strings.Contains(body, "is not a whole number") {
		t.Error("the English page is not English")
	}
	if body := get(h, "/api/search?limit=x").Body.String(); !strings.Contains(body, "is not a whole number") {
		t.Error("the API is not English")
	}
}
