package index

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
)

// How often a word counts where it stands: in the title, in the early
// paragraphs, and elsewhere.
const (
	weightTitle = 5
	weightLead  = 2
	weightBody  = 1
	leadRunes   = 200 // the early paragraphs: as many as begin within these code points
)

func runeLen(r rune) int { return utf8.RuneLen(r) }

// maker makes Bleve documents of articles. It belongs to one goroutine.
type maker struct {
	cut   *cutter
	areas *gazetteer.Table
	maps  *termMaps
	tally *tally
}

// document makes the Bleve document of an article. It gives the number of
// words that count for its length.
func (m *maker) document(d corpus.Document) (*document.Document, int) {
	words, pairs, title := m.textFields(d)
	doc := document.NewDocument(d.ID)
	fields := []*field{words, pairs, title, stored(storedText, encodeText(d.Text)), stored(storedTitle, encodeText(d.Title)), stored(storedMeta, newShown(d).encode())}
	for _, f := range append(fields, tagFields(d, m.areas)...) {
		f.maps = m.maps
		doc.AddField(f)
	}
	return doc, words.length
}

// textFields makes the fields of title and text.
func (m *maker) textFields(d corpus.Document) (words, pairs, inTitle *field) {
	title := foldString(d.Title)
	lead, body := splitLead(d.Text)
	lead, body = foldString(lead), foldString(body)
	inTitle = m.titleField(title)
	text := title + lead + body
	words = &field{name: fieldWords, options: index.IndexField, text: text}
	for _, part := range []struct {
		from, to int
		weight   int
	}{
		{0, len(title), weightTitle},
		{len(title), len(title) + len(lead), weightLead},
		{len(title) + len(lead), len(text), weightBody},
	} {
		words.length += part.weight * m.cut.each(text[part.from:part.to], func(from, to int) {
			m.tally.count(text[part.from+from:part.from+to], part.from+from, int32(part.weight))
		})
	}
	pairs = present(fieldPairs, 0)
	m.tally.addText(title)
	m.tally.addText(text[len(title):])
	pairs.pairs, pairs.chars = m.tally.takePairs(), m.tally.takeChars()
	words.words = m.tally.takeWords()
	return words, pairs, inTitle
}

// titleField makes the field of the characters of a folded title and of all their pairs.
// Nothing is counted yet.
func (m *maker) titleField(title string) *field {
	f := present(fieldTitle, 0)
	m.tally.addText(title)
	f.pairs, f.chars = m.tally.takePairs(), m.tally.takeChars()
	return f
}

// tagFields makes the fields of filters and facets.
func tagFields(d corpus.Document, areas *gazetteer.Table) []*field {
	var themes, regions, years, units, measures []string
	for _, t := range d.Themes {
		themes = append(themes, t.ID)
	}
	for _, r := range d.Regions {
		regions = append(append(regions, r.Code), areas.Ancestors(r.Code)...)
	}
	for _, y := range d.Years {
		years = append(years, fmt.Sprintf("%04d", y))
	}
	if len(years) == 0 && len(d.Published) >= 4 {
		years = append(years, d.Published[:4])
	}
	for _, u := range d.Units {
		units = append(units, u.Name)
	}
	for _, m := range d.Measures {
		measures = append(measures, m.ID)
	}
	group := d.Group
	if group == d.ID {
		group = ""
	}
	month := ""
	if len(d.Published) >= 7 {
		month = d.Published[:7]
	}
	return []*field{
		keywords(fieldKey, packKey(d)), member(group), keywords(fieldTheme, themes...), keywords(fieldRegion, regions...), keywords(fieldYear, years...),
		keywords(fieldMonth, month), keywords(fieldDay, d.Published), keywords(fieldUnit, units...),
		keywords(fieldMeasure, measures...), keywords(fieldSource, d.Source),
	}
}

// splitLead divides a text after its early paragraphs.
func splitLead(text string) (lead, rest string) {
	end, runes := 0, 0
	for end < len(text) && runes < leadRunes {
		n := strings.IndexByte(text[end:], '\n') + 1
		if n == 0 {
			n = len(text) - end
		}
		runes += utf8.RuneCountInString(text[end : end+n])
		end += n
	}
	return text[:end], text[end:]
}
