// Package sample answers the question "what can be tried without the network?".
//
// It serves four small sites whose pages were written for this project: each
// restates, in words of its own, facts and figures of a published report, and
// names it. The sites look like those of four common publishing systems (TRS,
// hanweb, VSB and a newspaper's pages in GBK), with navigation, a list of several
// pages, an article of two pages, and a reprint.
package sample

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed articles/*.txt templates/*.html sources.yaml
var files embed.FS

// Article is an article of the sample, as a good extraction finds it.
type Article struct {
	ID        string // its file's name
	Site      string // id of its source in Sources
	Path      string // path of its first page under the base URL, with the leading slash
	Title     string // with its second line, joined by one space
	Source    string // 来源
	Author    string
	Editor    string
	Column    string
	Published string   // YYYY-MM-DD
	Text      string   // paragraphs joined by a newline, the note on the report that it draws on last
	Pages     []string // Text cut into the pages on which it stands
	ReprintOf string   // ID of the article of which it is a reprint, or ""
	// Report, Publisher and Reported name the published report whose facts it restates.
	Report, Publisher, Reported string

	title, subtitle string
	also            string // a second report, as it is cited in the note
}

// Articles gives all articles, in the order of their ids.
func Articles() ([]Article, error) {
	names, err := fs.Glob(files, "articles/*.txt")
	if err != nil {
		return nil, err
	}
	var list []Article
	byID := map[string]Article{}
	for _, name := range names {
		b, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		a, err := parseArticle(strings.TrimSuffix(strings.TrimPrefix(name, "articles/"), ".txt"), string(b))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		list = append(list, a)
		byID[a.ID] = a
	}
	for i := range list {
		if o := list[i].ReprintOf; o != "" {
			list[i].Text, list[i].Pages = byID[o].Text, byID[o].Pages
			list[i].Report, list[i].Publisher, list[i].Reported = byID[o].Report, byID[o].Publisher, byID[o].Reported
		}
	}
	return list, nil
}

// Sources gives the sources.yaml that crawls the sites served at baseURL
// (http://127.0.0.1:8080, without a slash at its end).
func Sources(baseURL string) []byte {
	b, err := files.ReadFile("sources.yaml")
	if err != nil {
		panic(err) // it is embedded
	}
	return bytes.ReplaceAll(b, []byte("http://SAMPLE"), []byte(strings.TrimSuffix(baseURL, "/")))
}

// parseArticle reads a file of articles: lines "key: value", an empty line, and
// paragraphs, one a line; a line of dashes begins the next page.
func parseArticle(id, text string) (Article, error) {
	head, body, _ := strings.Cut(text, "\n\n")
	a := Article{ID: id}
	fields := map[string]*string{
		"site": &a.Site, "path": &a.Path, "title": &a.title, "subtitle": &a.subtitle, "source": &a.Source, "author": &a.Author,
		"editor": &a.Editor, "column": &a.Column, "published": &a.Published, "reprint": &a.ReprintOf,
		"report": &a.Report, "publisher": &a.Publisher, "reported": &a.Reported, "also": &a.also,
	}
	for line := range strings.SplitSeq(strings.TrimSpace(head), "\n") {
		key, value, _ := strings.Cut(line, ": ")
		if fields[key] == nil {
			return a, fmt.Errorf("unknown field %q", key)
		}
		*fields[key] = value
	}
	a.Path = "/" + a.Site + "/" + a.Path
	a.Title = strings.TrimSpace(a.title + " " + a.subtitle)
	if a.ReprintOf == "" {
		body = strings.TrimSpace(body) + "\n" + a.note()
		a.Pages = strings.Split(body, "\n----\n")
		a.Text = strings.Join(a.Pages, "\n")
	}
	return a, nil
}

// note names the report that the article draws on.
func (a Article) note() string {
	reports := fmt.Sprintf("《%s》，%s，%s", a.Report, strings.NewReplacer("《", "", "》", "").Replace(a.Publisher), a.Reported)
	if a.also != "" {
		reports += "；" + a.also
	}
	return "（本文为演示而写，所据报道：" + reports + "。）"
}
