package web

import (
	"embed"
	"fmt"
	"net/http"
	"strings"
)

//go:embed i18n/catalogue.tsv i18n/details.tsv
var catalogueFile embed.FS

// Languages of the interface. Chinese is the one that is shown unless "lang=en" is asked for.
const (
	chinese = "zh"
	english = "en"
)

// catalogue holds the words of the interface: language, then key.
type catalogue map[string]map[string]string

// loadCatalogue reads i18n/catalogue.tsv: key, Chinese, English. It fails on a
// line that has not three columns and on a key that stands twice.
func loadCatalogue() (catalogue, error) {
	text, err := catalogueFile.ReadFile("i18n/catalogue.tsv")
	if err != nil {
		return nil, err
	}
	c := catalogue{chinese: {}, english: {}}
	for i, line := range strings.Split(string(text), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			return nil, fmt.Errorf("catalogue.tsv:%d: %d columns, want 3", i+1, len(f))
		}
		if _, twice := c[chinese][f[0]]; twice {
			return nil, fmt.Errorf("catalogue.tsv:%d: %s stands twice", i+1, f[0])
		}
		c[chinese][f[0]], c[english][f[0]] = f[1], f[2]
	}
	return c, nil
}

// say gives the words of a key, with args put in as fmt does. A key that is
// missing gives itself, which a test looks for.
func (c catalogue) say(lang, key string, args ...any) string {
	text, ok := c[lang][key]
	if !ok {
		return key
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// name gives the name of a value that comes from data (a theme, a kind); a value
// that has none, such as a theme that an analyst added, stays as it is.
func (c catalogue) name(lang, group, value string) string {
	if text, ok := c[lang][group+"."+value]; ok {
		return text
	}
	return value
}

func language(r *http.Request) string {
	if r.URL.Query().Get("lang") == english {
		return english
	}
	return chinese
}
