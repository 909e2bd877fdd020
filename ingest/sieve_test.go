package ingest

import (
	"regexp"
	"strings"
	"testing"

	"jiandu/corpus/sample"
)

// plainClassify does what classify does with one expression for each kind, and no sieve.
func plainClassify() func(line string) noise {
	joined := map[noise]*regexp.Regexp{}
	rules := noisePatterns()
	for _, kind := range []noise{noiseLine, noiseCaption, noiseEnd} {
		var all []string
		for _, p := range rules.patterns {
			if p.kind == kind {
				all = append(all, p.re.String())
			}
		}
		joined[kind] = regexp.MustCompile(strings.Join(all, "|"))
	}
	var hints []string
	for line := range strings.Lines(noiseTable) {
		if h, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "hint\t"); ok {
			hints = append(hints, h)
		}
	}
	return func(line string) noise {
		hinted := false
		for _, h := range hints {
			hinted = hinted || strings.Contains(line, h)
		}
		if runes(line) > longestNoise || runes(line) > longWithout && !hinted {
			return noNoise
		}
		for _, kind := range []noise{noiseLine, noiseCaption, noiseEnd} {
			if joined[kind].MatchString(line) {
				return kind
			}
		}
		return noNoise
	}
}

// The sieve takes no pattern away that would match.
func FuzzClassify(f *testing.F) {
	plain := plainClassify()
	articles, err := sample.Articles()
	if err != nil {
		f.Fatal(err)
	}
	for _, a := range articles[:3] {
		for line := range strings.Lines(a.Text) {
			f.Add(strings.TrimSpace(line))
		}
	}
	for _, line := range []string{
		"", " ", "\xff", "COPYRIGHT 2014", "ｃｏｐｙｒｉｇｈｔ", "all rights reſerved", "打开某某APP看更多", "Top", "▲某处", "图为某处。", "首页>要闻>正文", "—分享—", "[完]", "1 2 3", "+1：",
		"某某 摄", "（某某/文）", "上一篇：某事", "某某微信公众号", "扫一扫", "责任编辑", "2023年5月1日 星期一", "ICP备1号", "下载客户端", "某县 （资料图）", "-- END --", "视频加载中…",
	} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		if got, want := classify(line), plain(line); got != want {
			t.Errorf("%q: kind %d, without the sieve %d", line, got, want)
		}
	})
}

// The sieve leaves few patterns to be tried.
func TestSieveIsTight(t *testing.T) {
	articles, err := sample.Articles()
	if err != nil {
		t.Fatal(err)
	}
	lines, tried := 0, 0
	for _, a := range articles {
		for line := range strings.SplitSeq(a.Text, "\n") {
			candidates, _ := noisePatterns().sieve.ask(line)
			for range candidates.all() {
				tried++
			}
			lines++
		}
	}
	if t.Logf("%d lines, %d patterns tried", lines, tried); tried > 3*lines {
		t.Errorf("%d patterns are tried on %d lines", tried, lines)
	}
}
