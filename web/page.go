package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strings"

	"jiandu/corpus/gazetteer"
)

//go:embed templates
var templateFS embed.FS

// pageNames are the templates that stand for a page; the others are parts.
var pageNames = []string{"search", "article", "figures", "measures", "measure", "unit", "sources", "error"}

// pageSet holds the parsed templates: language, then page.
type pageSet map[string]map[string]*template.Template

// loadPages parses every page once for each language.
func loadPages(words catalogue, details detailTable, static staticFiles, places *gazetteer.Table) (pageSet, error) {
	set := pageSet{}
	for _, lang := range []string{chinese, english} {
		parts, err := template.New("").Funcs(helpers(words, details, lang, static, places)).ParseFS(templateFS, "templates/parts/*.html")
		if err != nil {
			return nil, err
		}
		set[lang] = map[string]*template.Template{}
		for _, name := range pageNames {
			t, err := template.Must(parts.Clone()).ParseFS(templateFS, "templates/"+name+".html")
			if err != nil {
				return nil, err
			}
			set[lang][name] = t
		}
	}
	return set, nil
}

// view is what every page has. Pages embed it.
type view struct {
	Lang  string
	Title string
	Tab   string // the tab of the navigation that is current
	Here  *url.URL
	Feed  string // address of a feed of what the page shows, or ""
}

func (s *server) newView(r *http.Request, tab, title string) view {
	lang := language(r)
	if title == "" {
		title = s.words.say(lang, "nav."+tab)
	}
	return view{Lang: lang, Title: title, Tab: tab, Here: r.URL}
}

// Link adds the language to an address of this server.
func (v view) Link(path string, args ...any) string {
	if len(args) > 0 {
		path = fmt.Sprintf(path, args...)
	}
	if v.Lang == chinese {
		return path
	}
	sep := "?"
	if strings.Contains(path, "?") {
		sep = "&"
	}
	return path + sep + "lang=" + v.Lang
}

// ToMeasure is the address of a measure's page.
func (v view) ToMeasure(id string) string { return v.Link(address("/measure", url.Values{"id": {id}})) }

// ToUnit is the address of a unit's page.
func (v view) ToUnit(name string) string { return v.Link(address("/unit", url.Values{"name": {name}})) }

// OtherLang is the address of this page in the other language.
func (v view) OtherLang() string {
	q := v.Here.Query()
	q.Del("lang")
	if v.Lang == chinese {
		q.Set("lang", english)
	}
	return address(v.Here.Path, q)
}

func address(path string, q url.Values) string {
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// render writes a page; data embeds view.
func (s *server) render(w http.ResponseWriter, lang, name string, data any) error {
	var out bytes.Buffer
	if err := s.pages[lang][name].ExecuteTemplate(&out, "layout", data); err != nil {
		return fmt.Errorf("page %s: %w", name, err)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, err := w.Write(out.Bytes())
	return err
}

// tellPage shows a problem as a page.
func (s *server) tellPage(w http.ResponseWriter, r *http.Request, p *problem) {
	v := struct {
		view
		Problem *problem
	}{s.newView(r, "", s.words.say(language(r), fmt.Sprintf("error.%d", p.Status))), p}
	out := newBuffer()
	if err := s.render(out, v.Lang, "error", v); err != nil {
		s.Log.Error("error page", "error", err)
		writeProblem(w, p)
		return
	}
	out.status = p.Status
	out.header.Set("Cache-Control", "no-store")
	out.sendTo(w)
}
