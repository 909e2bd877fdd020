package ingest

import (
	"testing"
	"time"
)

func TestFindDay(t *testing.T) {
	for text, want := range map[string]string{
		"发布时间：2023年7月20日":           "2023-07-20",
		"2023-07-20 08:30:00":       "2023-07-20",
		"2023/7/5":                  "2023-07-05",
		"2023.07.05":                "2023-07-05",
		"２０２３年０７月０５日":               "2023-07-05",
		"2023 年 7 月 5 日":            "2023-07-05",
		"2023-07-20T08:30:00+08:00": "2023-07-20",
		"20230720":                  "2023-07-20",
		"20230720083000":            "2023-07-20",
		"202403/1510:20:30":         "2024-03-15",
		"2023年13月1日，2023年12月1日":     "2023-12-01",
		"2023-02-30":                "",
		"1923-02-03":                "",
		"电话：02023-1-2-3":            "",
		"〔2023〕6号":                  "",
		"2023年7月":                   "",
		"7月20日":                     "",
		"浏览次数：20231":                "",
		"":                          "",
	} {
		if got := findDay(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestDayInURL(t *testing.T) {
	for url, want := range map[string]string{
		"http://a.gov.cn/202302/t20230201_243874.html": "2023-02-01",
		"http://a.gov.cn/2023/02/01/1.html":            "2023-02-01",
		"http://a.gov.cn/2023-02/01/content_1.htm":     "2023-02-01",
		"http://a.gov.cn/n1/2023/0201/c1-2.html":       "2023-02-01",
		"http://a.gov.cn/art/2023/2/1/art_1_2.html":    "2023-02-01",
		"http://a.gov.cn/20230201/abc/c.html":          "2023-02-01",
		"http://a.gov.cn/c/2023-02-01/doc-1.shtml":     "2023-02-01",
		"file:saved/t20230201_1.html":                  "2023-02-01",
		"http://a.gov.cn/contents/20235866.html":       "",
		"http://a.gov.cn/a.html?d=/2023/02/01/":        "",
		"http://a.gov.cn/202302/1.html":                "",
		"http://a.gov.cn/info/1027/118191.htm":         "",
		"http://a.gov.cn/t99999999_1.html":             "",
	} {
		if got := dayInURL(url); got != want {
			t.Errorf("%s: %q, want %q", url, got, want)
		}
	}
}

func TestNotFuture(t *testing.T) {
	evening := time.Date(2023, 7, 20, 17, 0, 0, 0, time.UTC) // the 21st in Beijing
	for day, want := range map[string]string{"2023-07-21": "2023-07-21", "2023-07-22": "", "2023-07-20": "2023-07-20"} {
		if got := notFuture(day, evening); got != want {
			t.Errorf("%s: %q, want %q", day, got, want)
		}
	}
}

func FuzzFindDay(f *testing.F) {
	f.Add("发布时间：2023年7月20日")
	f.Add("20230720")
	f.Add("202403/15")
	f.Fuzz(func(t *testing.T, text string) {
		day := findDay(text)
		if day == "" {
			return
		}
		if _, err := time.Parse(time.DateOnly, day); err != nil || len(day) != 10 {
			t.Errorf("%q: %q is no day", text, day)
		}
		if again := findDay(day); again != day {
			t.Errorf("%q is read as %q", day, again)
		}
	})
}
