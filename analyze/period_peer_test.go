package analyze

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jiandu/corpus/corpustest"
)

type peerPeriod struct {
	Input   string
	Context struct{ ReferenceDateTime string }
	Results []struct {
		Text  string
		Value struct {
			PastResolution struct {
				Start string `json:"startDate"`
				End   string `json:"endDate"`
			}
		}
	}
}

// notInReports are the forms of periods that reports do not use: weeks, ages,
// reigns, seasons, the future, years without 年, and days written with slashes.
var notInReports = []string{"周", "週", "世纪", "年代", "神龙", "康熙", "雍正", "民国", "夏天", "未来", "后1", "下个", "星期", "/", "789", "上2个", "2016到2018", "2016-2018", "2018 ", "以后"}

// TestPeerPeriods keeps the rate of periods read right above its floor, among those that reports use.
func TestPeerPeriods(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(corpustest.Shared(t, "peer/recognizers"), "DatePeriodParser.json"))
	if err != nil {
		t.Fatal(err)
	}
	var cases []peerPeriod
	if err := json.Unmarshal([]byte(strings.TrimPrefix(string(b), "\ufeff")), &cases); err != nil {
		t.Fatal(err)
	}
	right, all := 0, 0
	for _, c := range cases {
		if len(c.Results) != 1 || mentionsAny(c.Input, notInReports) {
			continue
		}
		all++
		if readsPeriod(c) {
			right++
			continue
		}
		t.Logf("%q (%s)", c.Input, c.Context.ReferenceDateTime[:10])
	}
	rate := float64(right) / float64(all)
	t.Logf("%d of %d right: %.3f", right, all, rate)
	if rate < 0.9 {
		t.Errorf("rate %.3f, want at least .9", rate)
	}
}

func mentionsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// readsPeriod tells whether the first time of the input is that of the case. The
// suite's end is the day after, the last day itself, or the first of the last year.
func readsPeriod(c peerPeriod) bool {
	d := newDocOf(c.Input, c.Context.ReferenceDateTime[:10])
	want := c.Results[0].Value.PastResolution
	from, end := parseDay(want.Start), parseDay(want.End)
	for _, x := range d.times {
		if x.from == from && (x.to == end || x.to+1 == end || x.to.year() == end.year() && end == yearDays(end.year()).from) {
			return true
		}
	}
	return false
}
