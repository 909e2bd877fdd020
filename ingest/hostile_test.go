package ingest

import (
	"strings"
	"testing"

	"jiandu/corpus"
)

// TestHostilePages reads pages that are built to be slow or deep.
func TestHostilePages(t *testing.T) {
	body := "<p>" + report("一") + "</p>"
	for name, page := range map[string]string{
		"deep":      strings.Repeat("<div>", 400) + body,
		"deeper":    strings.Repeat("<div>", 100_000) + body,
		"tables":    strings.Repeat("<table><tr><td>", 20_000) + body,
		"unclosed":  strings.Repeat("<b><i><font>", 5_000) + body,
		"links":     strings.Repeat(`<a href="x.html">某县开展谈话活动</a> `, 20_000) + body,
		"labels":    "<p>" + strings.Repeat("来源：", 50_000) + "</p>" + body,
		"long line": "<p>" + strings.Repeat("图为，", 100_000) + "</p>" + body,
		"titles":    strings.Repeat("<h1>某县开展谈话活动</h1>", 20_000) + body,
	} {
		e, err := Extract(corpus.Page{URL: "http://www.example.org/" + name, Body: []byte("<html><body>" + page)}, SiteHints{})
		if err != nil || name != "links" && e.Article == nil {
			t.Errorf("%s: %+v, %v", name, e.Article, err)
		}
	}
}
