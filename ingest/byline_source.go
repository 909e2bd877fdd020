package ingest

import (
	"regexp"
	"strings"
)

func trimValue(s string) string {
	return strings.TrimSpace(strings.Trim(strings.TrimSpace(s), "|｜丨/,，;；-—·[【(（)）】]>＞"))
}

var (
	dateLine = regexp.MustCompile(`^[\[【(（]?\s*(?:发布于|发表于|刊发于|日期|时间)?\s*\d{4}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}\s*日?(?:\s*星期.)?[\sT]*(?:\d{1,2}\s*[:：时]\s*\d{1,2}(?:\s*[:：分]\s*\d{1,2}(?:\.\d+)?\s*秒?)?分?)?\s*[\])）】]?(.{0,60})$`)
	reprints = regexp.MustCompile(`^(?:本文)?(?:转载(?:于|自)|原载(?:于)?|摘自|刊载于|选自|来源于|转自|刊于|发表于)\s*[:：]?\s*(?:(\d{4}年\d{1,2}月\d{1,2}日)?《([^》]{2,30})》|([\p{Han}]{2,20}?(?:报|网|网站|客户端|公众号|杂志|社))(?:[，,。]|$|\s|\d))`)
	anyURL   = regexp.MustCompile(`https?://[\x21-\x7e]+`)
)

// parseUnlabelled reads lines of credits without labels: a date with a medium, 转载于《…》, names of reporters.
func parseUnlabelled(line string, head bool) (c credits, ok bool) {
	if head {
		if m := dateLine.FindStringSubmatch(line); m != nil && !strings.ContainsAny(m[1], "，。；！？") {
			c.Date = findDay(line)
			if rest := mediumOf(m[1]); rest != "" {
				c.Source = rest
			}
			return c, c.Date != ""
		}
	}
	if r := reprintOf(line); r != "" && runes(line) <= 80 {
		c.Reprint = r
		return c, true
	}
	if names := reporterLine(line); names != "" {
		c.Author = names
		return c, true
	}
	return c, false
}

var medium = regexp.MustCompile(`^[\s|｜丨/·-]*([\p{Han}A-Za-z·]{2,20}?(?:网站|网|报|社|杂志|电视台|客户端|频道|中心|发布|公众号|在线|观察|新闻|政府|委员会|纪委监委))(?:[\s|｜丨]|$)`)

// mediumOf gives the name of a medium that stands beside a date, or "".
func mediumOf(s string) string {
	if m := medium.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return ""
}

func reprintOf(line string) string {
	m := reprints.FindStringSubmatch(strings.TrimLeft(line, "（([【 "))
	if m == nil {
		return ""
	}
	return m[2] + m[3]
}

func firstURL(s string) string { return strings.TrimRight(anyURL.FindString(s), ".,;)]}'\"") }

var sourceTail = regexp.MustCompile(`\s*(?:\d{4}[-年./]\d{1,2}[-月./]\d{1,2}.*|\d{1,2}:\d{2}.*|我要(?:纠错|评论|分享).*|分享.*|字号.*|[【\[(（].{0,12}[】\])）]?)$`)

// sourceName gives the name of a publisher without what stands behind it.
func sourceName(s string) string {
	s = strings.TrimSpace(sourceTail.ReplaceAllString(s, ""))
	if at := rolePlace.FindStringIndex(s); at != nil && at[0] > 0 {
		s = s[:at[0]]
	}
	s = strings.TrimSpace(anyURL.ReplaceAllString(s, ""))
	if strings.HasPrefix(s, "《") && strings.Contains(s, "》") {
		s = s[len("《"):strings.Index(s, "》")]
	}
	s = trimValue(s)
	switch s {
	case "本站", "本网", "本站原创", "原创", "互联网", "网络", "未知", "本网站", "无", "其他", "网络转载":
		return ""
	}
	if runes(s) > 40 {
		return ""
	}
	return s
}
