package sample

import (
	"bytes"
	"fmt"
	"html/template"
	"net/http"
	"path"
	"slices"
	"strings"
)

// site is how a site publishes.
type site struct {
	name     string
	list     string // path of its first list page
	perPage  int
	listPath func(n int) string // path of list page n, from 1
	gbk      bool
}

var sites = map[string]site{
	"trs": {
		name: "示例监督网", list: "/trs/index.html", perPage: 5,
		listPath: func(n int) string { return fmt.Sprintf("/trs/index_%d.html", n-1) },
	},
	"hanweb": {name: "示例清廉网", list: "/hanweb/col/col1203/index.html", perPage: 20},
	"vsb": {
		name: "示例学院纪检监察网", list: "/vsb/tszs.htm", perPage: 2,
		listPath: func(n int) string { return fmt.Sprintf("/vsb/tszs/%d.htm", n-1) },
	},
	"paper": {name: "示例日报", list: "/paper/html/node_3.htm", perPage: 20, gbk: true},
}

const robots = "User-agent: *\nDisallow: /trs/search\nDisallow: /*/mail/\n"

// Handler serves the sites, robots.txt among them.
func Handler() (http.Handler, error) {
	pages, err := render()
	if err != nil {
		return nil, fmt.Errorf("sample: %w", err)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p, ok := pages[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", p.contentType)
		http.ServeContent(w, r, "", p.modified, bytes.NewReader(p.body))
	}), nil
}

// view is what the templates show.
type view struct {
	Site     string
	Article  Article
	Title    string // first line of the article's title
	Subtitle string
	Page     int // from 1
	Pages    int
	File     string // name of the first page, without its ending
	Text     []string
	Day      string // 2023年7月20日
	Original string // path of the article that this one reprints
	List     []Article
	Next     string // path of the next list page
	Related  []Article
}

// Index is the page's number, from 0.
func (v view) Index() int { return v.Page - 1 }

// render makes every page.
func render() (map[string]page, error) {
	articles, err := Articles()
	if err != nil {
		return nil, err
	}
	slices.SortFunc(articles, func(a, b Article) int { return strings.Compare(b.Published, a.Published) })
	tmpl, err := template.ParseFS(files, "templates/*.html")
	if err != nil {
		return nil, err
	}
	r := renderer{tmpl: tmpl, articles: articles, pages: map[string]page{
		"/robots.txt": {body: []byte(robots), contentType: "text/plain; charset=utf-8"},
	}}
	for _, a := range articles {
		if err := r.article(a); err != nil {
			return nil, fmt.Errorf("%s: %w", a.ID, err)
		}
	}
	for id := range sites {
		if err := r.lists(id); err != nil {
			return nil, fmt.Errorf("list of %s: %w", id, err)
		}
	}
	return r.pages, nil
}

type renderer struct {
	tmpl     *template.Template
	articles []Article
	pages    map[string]page
}

// article makes the pages of an article: t1.html, t1_1.html …
func (r renderer) article(a Article) error {
	ext := path.Ext(a.Path)
	stem := strings.TrimSuffix(a.Path, ext)
	for i, text := range a.Pages {
		v := view{
			Site: sites[a.Site].name, Article: a, Title: a.title, Subtitle: a.subtitle, Page: i + 1, Pages: len(a.Pages),
			File: path.Base(stem), Text: strings.Split(text, "\n"), Day: chineseDay(a.Published),
			Original: r.pathOf(a.ReprintOf), Related: r.of(a.Site),
		}
		name := a.Path
		if i > 0 {
			name = fmt.Sprintf("%s_%d%s", stem, i, ext)
		}
		if err := r.put(name, a.Site, "article", a.Published, v); err != nil {
			return err
		}
	}
	return nil
}

func (r renderer) lists(id string) error {
	s := sites[id]
	chunks := slices.Collect(slices.Chunk(r.of(id), s.perPage))
	for i, list := range chunks {
		v := view{Site: s.name, List: list, Page: i + 1, Pages: len(chunks)}
		name := s.list
		if i > 0 {
			name = s.listPath(i + 1)
		}
		if i+1 < len(chunks) {
			v.Next = s.listPath(i + 2)
		}
		if err := r.put(name, id, "list", list[0].Published, v); err != nil {
			return err
		}
	}
	return nil
}

// put fills in the template of a site and kind, and stores the page.
func (r renderer) put(name, id, kind, day string, v view) error {
	var b bytes.Buffer
	if err := r.tmpl.ExecuteTemplate(&b, id+"-"+kind, v); err != nil {
		return err
	}
	p, err := newPage(b.Bytes(), sites[id].gbk, day)
	r.pages[name] = p
	return err
}

func (r renderer) of(id string) []Article {
	var out []Article
	for _, a := range r.articles {
		if a.Site == id {
			out = append(out, a)
		}
	}
	return out
}

func (r renderer) pathOf(id string) string {
	for _, a := range r.articles {
		if a.ID == id {
			return a.Path
		}
	}
	return ""
}
