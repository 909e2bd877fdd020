package web

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"jiandu/corpus"
)

// nearby is how many near articles a page shows.
const nearby = 6

// articleID is what the path of an article may be.
var articleID = regexp.MustCompile(`^[0-9a-f]{4,16}$`)

// articlePage is what templates/article.html shows.
type articlePage struct {
	view
	Doc        corpus.Document
	Paragraphs []paragraph
	Kinds      []kindToggle
	Reprints   []corpus.Document // the other articles of the group
	Near       []near
	Citation   string
}

// near is an article that says similar things.
type near struct{ ID, Title, Published string }

// kindToggle is a checkbox that shows or hides the tags of one kind.
type kindToggle struct {
	Kind   string
	Count  int
	Hidden bool
}

// SearchBy is the address of a search by one facet.
func (p articlePage) SearchBy(facet string, value any) string {
	return p.Link("/?" + url.Values{facet: {fmt.Sprint(value)}}.Encode())
}

// Sentence is the anchor of a sentence.
func (p articlePage) Sentence(start int) string { return sentenceID(start) }

// document reads the article that the path names.
func (s *server) document(r *http.Request) (corpus.Document, error) {
	id := r.PathValue("id")
	if !articleID.MatchString(id) {
		return corpus.Document{}, fmt.Errorf("id %q: %w", id, corpus.ErrNotFound)
	}
	return s.Store.Document(r.Context(), id)
}

func (s *server) articlePage(w http.ResponseWriter, r *http.Request) error {
	if done, err := s.fresh(w, r); done || err != nil {
		return err
	}
	d, err := s.document(r)
	if err != nil {
		return err
	}
	group, err := s.Store.Group(r.Context(), d.Group)
	if err != nil {
		return err
	}
	p := articlePage{view: s.newView(r, "article", d.Title), Doc: d, Paragraphs: markText(d)}
	p.Reprints = slices.DeleteFunc(group, func(o corpus.Document) bool { return o.ID == d.ID })
	p.Kinds = toggles(d, r.URL.Query()["hide"])
	p.Citation = s.words.say(p.Lang, "article.citation", citationParts(d)...)
	if p.Near, err = s.near(r.Context(), d); err != nil {
		return err
	}
	return s.render(w, p.Lang, "article", p)
}

// toggles counts the tags of each kind. Themes are hidden unless "hide" says
// something, since their evidence is everywhere.
func toggles(d corpus.Document, hide []string) []kindToggle {
	counts := map[string]int{
		markRegion: len(d.Tags.Regions), markUnit: len(d.Tags.Units), markMeasure: len(d.Tags.Measures),
		markTheme: len(d.Tags.Themes), markStatistic: len(d.Tags.Statistics),
	}
	if len(hide) == 0 {
		hide = []string{markTheme}
	}
	var out []kindToggle
	for _, k := range markKinds {
		out = append(out, kindToggle{Kind: k, Count: counts[k], Hidden: slices.Contains(hide, k)})
	}
	return out
}

// citationParts gives source, title, day, link and hash, as the words "article.citation" put them together.
func citationParts(d corpus.Document) []any {
	link := d.URL
	if link == "" {
		link = "jiandu:" + d.ID
	}
	return []any{orDash(d.Source), d.Title, orDash(d.Published), link, corpus.BodyHash([]byte(d.Text))}
}

func orDash(s string) string {
	if strings.TrimSpace(s) == "" {
		return "—"
	}
	return s
}

// near finds articles that say similar things; none without an index.
func (s *server) near(ctx context.Context, d corpus.Document) ([]near, error) {
	_, _ = ctx, d
	return nil, nil
}

func (s *server) apiArticle(w http.ResponseWriter, r *http.Request) error {
	if _, err := readParams(s.api.operations["article"], r.URL.RawQuery); err != nil {
		return err
	}
	if done, err := s.fresh(w, r); done || err != nil {
		return err
	}
	d, err := s.document(r)
	if err != nil {
		return err
	}
	return writeJSON(w, corpus.NewExport(d))
}

func writeJSON(w http.ResponseWriter, v any) error {
	w.Header().Set("Content-Type", "application/json")
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
