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
	"unicode"
	"unicode/utf8"

	"jiandu/corpus"
	"jiandu/index"
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

// Alike is the address of the figures that count the same, in the same area.
func (p articlePage) Alike(st corpus.Statistic) string {
	q := url.Values{}
	for name, v := range map[string]string{"action": st.Action, "object": st.Object, "region": st.Region} {
		if v != "" && utf8.RuneCountInString(v) <= 50 {
			q.Set(name, v)
		}
	}
	return p.Link(address("/figures", q))
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
	p.Near = s.near(r.Context(), d)
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

// near finds articles that name the same measures and units, or say the words of
// the title; none without an index. The page does without them when the index
// does not answer.
func (s *server) near(ctx context.Context, d corpus.Document) []near {
	query := nearQuery(d)
	if s.Index == nil || query == "" {
		return nil
	}
	res, err := s.Index.Search(ctx, index.Request{Query: query, Limit: nearby + 1, Fold: true})
	if err != nil {
		s.Log.Warn("near articles", "article", d.ID, "error", err)
		return nil
	}
	var out []near
	for _, h := range res.Hits {
		if h.Group != d.Group && len(out) < nearby {
			out = append(out, near{h.ID, h.Title, h.Published})
		}
	}
	return out
}

// nearWords is how many names of each kind go into the search for near articles.
const nearWords = 4

// nearQuery asks for any of the names of the article's measures and units, and the title's phrases.
func nearQuery(d corpus.Document) string {
	var phrases []string
	add := func(text string) {
		text = strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return r
			}
			return -1
		}, text)
		if utf8.RuneCountInString(text) >= 3 {
			phrases = append(phrases, `"`+text+`"`)
		}
	}
	for _, m := range d.Tags.Measures[:min(nearWords, len(d.Tags.Measures))] {
		add(m.Name)
	}
	for _, u := range d.Tags.Units[:min(nearWords, len(d.Tags.Units))] {
		add(u.Name)
	}
	for _, part := range strings.FieldsFunc(d.Title, func(r rune) bool { return !unicode.IsLetter(r) }) {
		add(part)
	}
	return strings.Join(phrases, " OR ")
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
