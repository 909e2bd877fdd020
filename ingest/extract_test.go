package ingest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"jiandu/corpus"
)

// checkArticle states what holds for every article, whatever the page.
func checkArticle(t *testing.T, a *corpus.Article, today string) {
	t.Helper()
	for _, s := range []string{a.Title, a.Source, a.Author, a.Editor, a.Column, a.Text, a.OriginalURL} {
		if !utf8.ValidString(s) {
			t.Errorf("not UTF-8: %q", s)
		}
	}
	if a.Text != "" {
		for line := range strings.SplitSeq(a.Text, "\n") {
			if strings.TrimSpace(line) == "" || strings.TrimSpace(line) != line {
				t.Errorf("paragraph %q", line)
			}
		}
	}
	if a.Published != "" {
		if _, err := time.Parse(time.DateOnly, a.Published); err != nil || a.Published > today {
			t.Errorf("published %q", a.Published)
		}
	}
	if (a.Published == "") != (a.PublishedFrom == "") || (a.State == corpus.StateOK) != (a.Reason == "") || a.ID == "" {
		t.Errorf("fields do not fit: %+v", a)
	}
	if a.Quality < 0 || a.Quality > 1 {
		t.Errorf("quality %v", a.Quality)
	}
}

func FuzzExtract(f *testing.F) {
	pages, _ := filepath.Glob("testdata/*/page.html")
	for _, p := range pages {
		b, err := os.ReadFile(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b, "http://www.example.gov.cn/202305/t20230518_1.html")
	}
	f.Add([]byte("<table><tr><td>一<td>二<tr><td><td></table><p>\u200b<p>　"), "::")
	now := time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, body []byte, url string) {
		p := corpus.Page{URL: url, Body: body, FetchedAt: now}
		e, err := Extract(p, SiteHints{})
		if err != nil {
			return
		}
		if e.Article != nil {
			checkArticle(t, e.Article, "2026-01-02")
		}
		again, _ := Extract(p, SiteHints{})
		if e.Article != nil && *again.Article != *e.Article {
			t.Error("read again, the page gives another article")
		}
	})
}

func FuzzReadText(f *testing.F) {
	f.Add("当前位置：首页 > 经验\n一项制度的一年\n来源：某报 2023-05-06\n" + report("一"))
	f.Add("\n\t　\n")
	now := time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, text string) {
		if a := readText(clean(text), now); a != nil {
			checkArticle(t, a, "2026-01-02")
		}
	})
}

func TestHintsGoFirst(t *testing.T) {
	body := `<html><body><h1>栏目</h1><div class="t">窗口回访的一年</div><div class="d">于2023年4月5日</div><i class="s">某县之窗</i><i class="a">记者 张三</i>
<div class="TRS_Editor"><p>` + report("其他一") + `</p></div><div class="b"><p>` + report("正文") + `</p></div></body></html>`
	e, err := Extract(corpus.Page{URL: "http://www.example.org/1.html", Body: []byte(body)}, SiteHints{Title: ".t", Date: ".d", Source: ".s", Author: ".a", Body: ".b"})
	if err != nil {
		t.Fatal(err)
	}
	a := e.Article
	if a.Title != "窗口回访的一年" || a.Published != "2023-04-05" || a.Source != "某县之窗" || a.Author != "张三" || !strings.HasPrefix(a.Text, "第正文项") {
		t.Errorf("%+v", a)
	}
	if _, err := Extract(corpus.Page{URL: "http://www.example.org/1.html"}, SiteHints{Title: "[["}); err == nil {
		t.Error("a selector that is none is taken")
	}
}

func TestOwnRules(t *testing.T) {
	dir := writeFiles(t, map[string][]byte{"sites.yaml": []byte("- name: own\n  hosts: [www.example.org]\n  title: .own\n  publisher: 某县之窗\n")})
	x, err := NewExtractor(dir)
	if err != nil {
		t.Fatal(err)
	}
	body := `<h1>栏目名称</h1><b class="own">自己的标题</b><div class="TRS_Editor"><p>` + report("一") + `</p></div>`
	e, err := x.Extract(corpus.Page{URL: "http://www.example.org/1.html", Body: []byte(body)}, SiteHints{})
	if err != nil || e.Article.Title != "自己的标题" || e.Article.Source != "某县之窗" {
		t.Errorf("%+v, %v", e.Article, err)
	}
	for _, bad := range []string{"- name: x\n  titel: y\n", "- name: x\n  title: '[['\n", "name"} {
		dir := writeFiles(t, map[string][]byte{"sites.yaml": []byte(bad)})
		if _, err := NewExtractor(dir); err == nil || !strings.Contains(err.Error(), "sites.yaml") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestExtractorIsSafeForConcurrentUse(t *testing.T) {
	x, err := NewExtractor("")
	if err != nil {
		t.Fatal(err)
	}
	paths, _ := filepath.Glob("testdata/*/page.html")
	for _, path := range paths {
		t.Run(filepath.Base(filepath.Dir(path)), func(t *testing.T) {
			t.Parallel()
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := x.Extract(corpus.Page{URL: "http://www.example.org/", Body: b}, SiteHints{}); err != nil {
				t.Error(err)
			}
		})
	}
}
