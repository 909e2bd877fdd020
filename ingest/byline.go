package ingest

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed labels.tsv
var labelTable string

// credits is what the lines around a report say about it.
type credits struct {
	Source, Author, Editor, Column, Original string
	Date                                     string // of publication, YYYY-MM-DD
	Reprint                                  string // source named by 转载于…
}

// merge takes from o what c lacks.
func (c *credits) merge(o credits) {
	for _, f := range []struct {
		to   *string
		from string
	}{
		{&c.Source, o.Source},
		{&c.Author, o.Author},
		{&c.Editor, o.Editor},
		{&c.Column, o.Column},
		{&c.Original, o.Original},
		{&c.Date, o.Date},
		{&c.Reprint, o.Reprint},
	} {
		if *f.to == "" {
			*f.to = f.from
		}
	}
}

// labels is the table of labels.
var labels = sync.OnceValue(func() labelFinder {
	var f labelFinder
	byField := map[string][]string{}
	for line := range strings.Lines(labelTable) {
		field, pattern, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if byField[field] == nil {
			f.fields = append(f.fields, field)
		}
		byField[field] = append(byField[field], pattern)
	}
	var groups []string
	for _, field := range f.fields {
		groups = append(groups, `(`+strings.Join(byField[field], "|")+`)`)
	}
	all := `(?i)(?:` + strings.Join(groups, "|") + `)`
	f.re = regexp.MustCompile(all + `\s*$`)
	var nullable, ok bool
	if f.last, nullable, ok = edges(parsed(all), true); nullable || !ok {
		panic("labels.tsv: a label may end with anything")
	}
	return f
})

// labelFinder finds labels; the group of re that matched tells the field.
type labelFinder struct {
	fields []string
	re     *regexp.Regexp
	last   map[rune]bool // characters with which labels end, folded
}

// labelled is a label of a line and what follows it.
type labelled struct{ field, value string }

// longestLabel is in bytes.
const longestLabel = 36

// beforeBar are the labels that may stand before a bar instead of a colon: 文/张三.
var beforeBar = regexp.MustCompile(`(?:^|[\s）)])(文|图|图文|摄影|作者|记者|编辑|责编|校对|来源|审核|监制)\s*$`)

// cut divides a line at its labels. before is what stands ahead of the first.
func (f labelFinder) cut(line string) (before string, found []labelled) {
	line = joinLabels(line)
	end := 0 // of the last separator
	for i, r := range line {
		if i < end || !strings.ContainsRune(":：/／|｜丨", r) {
			continue
		}
		start, field := f.label(line[end:i], r == ':' || r == '：')
		if field == "" {
			continue
		}
		if len(found) == 0 {
			before = strings.TrimSpace(line[:end+start])
		} else {
			found[len(found)-1].value = trimValue(line[end : end+start])
		}
		end = i + len(string(r))
		found = append(found, labelled{field: field})
	}
	if len(found) == 0 {
		return line, nil
	}
	found[len(found)-1].value = trimValue(line[end:])
	return before, found
}

// label gives where the label at the end of s begins, and its field, or "".
func (f labelFinder) label(s string, colon bool) (start int, field string) {
	from := 0
	for len(s)-from > longestLabel {
		_, n := utf8.DecodeRuneInString(s[from:])
		from += n
	}
	if !colon {
		if m := beforeBar.FindStringSubmatchIndex(s[from:]); m != nil {
			return from + m[2], f.field(s[from:][m[2]:m[3]])
		}
		return 0, ""
	}
	if last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "\t\n\f\r ")); !f.last[foldRune(last)] {
		return 0, "" // no label ends so
	}
	m := f.re.FindStringSubmatchIndex(s[from:])
	if m == nil {
		return 0, ""
	}
	for g, field := range f.fields {
		if m[2*(g+1)] >= 0 {
			return from + m[0], field
		}
	}
	return 0, ""
}

// field gives the field of a label that stands alone.
func (f labelFinder) field(label string) string {
	_, field := f.label(label, true)
	return field
}

var spaced = regexp.MustCompile(`([来作编责时日记]|发\s*布|更\s*新)\s{1,4}([源者辑编间期])(\s*[:：])`)

// joinLabels takes the blanks out of labels that are spread for looks: 来 源：
func joinLabels(line string) string {
	if !strings.ContainsAny(line, ":：") {
		return line
	}
	return spaced.ReplaceAllString(line, "$1$2$3")
}

func trimValue(s string) string {
	return strings.TrimSpace(strings.Trim(strings.TrimSpace(s), "|｜丨/,，;；-—·[【(（)）】]>＞"))
}

// parseCredits reads a line of labels. ok is false where the line is something
// else. head says that the line stands above the text, where weaker signs count.
func parseCredits(line string, head bool) (c credits, ok bool) {
	if line = strings.TrimSpace(line); runes(line) > 300 || strings.ContainsAny(line, "。！？；") && runes(line) > 60 {
		return c, false // running text
	}
	inner := strings.Trim(line, "[]【】（）() \t")
	before, found := labels().cut(inner)
	if len(found) == 0 {
		return parseUnlabelled(inner, head)
	}
	strong := 0
	for _, l := range found {
		if strings.ContainsAny(l.value, "。！？；") || l.field != "original" && l.field != "-" && runes(l.value) > 60 {
			return credits{}, false
		}
		if l.field != "weakdate" {
			strong++
		}
		c.set(l)
	}
	switch {
	case before != "" && !fitsBefore(before, head, &c):
		return credits{}, false
	case strong == 0 && !head, strong == 0 && c.Date == "":
		return credits{}, false
	}
	return c, true
}

// fitsBefore tells whether what stands ahead of the first label belongs to a line of
// labels: a date, a medium, a word of the page's furniture; above the text only.
func fitsBefore(before string, head bool, c *credits) bool {
	if c.Date == "" {
		c.Date = findDay(before)
	}
	if findDay(before) != "" {
		return runes(before) <= 40
	}
	if reprint := reprintOf(before); reprint != "" {
		c.Reprint = reprint
		return true
	}
	return classify(before) == noiseLine || head && runes(before) <= 16 && !strings.ContainsAny(before, "，。、；：:“”")
}

func (c *credits) set(l labelled) {
	if at := written.FindStringIndex(l.value); at != nil && l.field != "date" && l.field != "weakdate" && l.field != "original" {
		c.keep(&c.Date, findDay(l.value))
		l.value = trimValue(l.value[:at[0]])
	}
	switch l.field {
	case "source":
		c.keep(&c.Source, sourceName(l.value))
		if at := rolePlace.FindStringIndex(l.value); at != nil && at[0] > 0 { // 某某社 记者 张三
			c.addAuthor(authorNames(l.value[at[1]:]))
		}
	case "author":
		if !strings.ContainsAny(l.value, "0123456789") {
			c.addAuthor(authorNames(l.value))
		}
	case "editor":
		c.keep(&c.Editor, authorNames(l.value))
	case "column":
		c.keep(&c.Column, l.value)
	case "original":
		c.keep(&c.Original, firstURL(l.value))
	case "date", "weakdate":
		c.keep(&c.Date, findDay(l.value))
	}
}

func (*credits) keep(to *string, value string) {
	if *to == "" {
		*to = value
	}
}

func (c *credits) addAuthor(names string) {
	if names != "" && !strings.Contains(" "+c.Author+" ", " "+names+" ") {
		c.Author = strings.TrimSpace(c.Author + " " + names)
	}
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
