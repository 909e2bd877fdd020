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
