package web

import (
	"fmt"
	"regexp"
	"strings"
)

// detailTable puts the details of problems, which the API gives in English, into Chinese.
type detailTable []detail

type detail struct {
	pattern *regexp.Regexp
	chinese string
}

// loadDetails reads i18n/details.tsv. It fails on a line that has not two columns
// and on a pattern that is none.
func loadDetails() (detailTable, error) {
	text, err := catalogueFile.ReadFile("i18n/details.tsv")
	if err != nil {
		return nil, err
	}
	var t detailTable
	for i, line := range strings.Split(string(text), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 2 {
			return nil, fmt.Errorf("details.tsv:%d: %d columns, want 2", i+1, len(f))
		}
		re, err := regexp.Compile("^(?s:" + f[0] + ")$")
		if err != nil {
			return nil, fmt.Errorf("details.tsv:%d: %w", i+1, err)
		}
		t = append(t, detail{re, f[1]})
	}
	return t, nil
}

// say gives the detail in a language; one that no pattern fits stays English.
func (t detailTable) say(lang, text string) string {
	if lang != chinese {
		return text
	}
	for _, d := range t {
		m := d.pattern.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		var pairs []string
		for i, group := range m[1:] {
			pairs = append(pairs, fmt.Sprintf("$%d", i+1), t.say(lang, group))
		}
		return strings.NewReplacer(pairs...).Replace(d.chinese)
	}
	return text
}
