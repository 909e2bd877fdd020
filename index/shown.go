package index

import (
	"encoding/binary"
	"errors"

	"jiandu/corpus"
)

// shown is what a hit shows, kept beside the text.
type shown struct {
	URL       string
	Source    string
	Published string
	Group     string // "" when the article stands alone or leads
	Regions   []string
	Themes    []string
	Tags      []int // triples: kind, start, length
}

// Kinds of tags in shown.Tags.
const (
	tagStatistic = iota
	tagUnit
	tagMeasure
)

func newShown(d corpus.Document) shown {
	s := shown{URL: d.URL, Source: d.Source, Published: d.Published}
	if d.Group != d.ID {
		s.Group = d.Group
	}
	for _, r := range d.Regions {
		s.Regions = append(s.Regions, r.Code)
	}
	for _, t := range d.Themes {
		s.Themes = append(s.Themes, t.ID)
	}
	for _, st := range d.Statistics {
		s.Tags = append(s.Tags, tagStatistic, st.Start, st.End-st.Start)
	}
	for _, u := range d.Units {
		s.addMentions(tagUnit, u.Mentions)
	}
	for _, m := range d.Measures {
		s.addMentions(tagMeasure, m.Mentions)
	}
	return s
}

func (s *shown) addMentions(kind int, mentions []corpus.Mention) {
	for _, m := range mentions {
		s.Tags = append(s.Tags, kind, m.Start, m.End-m.Start)
	}
}

// encode writes the fields in their order: numbers and lengths as varints, each text and list behind its length.
func (s shown) encode() []byte {
	b := make([]byte, 0, 256)
	for _, t := range []string{s.URL, s.Source, s.Published, s.Group} {
		b = appendText(b, t)
	}
	for _, list := range [][]string{s.Regions, s.Themes} {
		b = binary.AppendUvarint(b, uint64(len(list)))
		for _, t := range list {
			b = appendText(b, t)
		}
	}
	b = binary.AppendUvarint(b, uint64(len(s.Tags)))
	for _, n := range s.Tags {
		b = binary.AppendUvarint(b, uint64(n))
	}
	return b
}

func appendText(b []byte, t string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(t))), t...)
}

var errShown = errors.New("what a hit shows is cut off")

// decodeShown reads what encode wrote. It fails where there is too little.
func decodeShown(b []byte) (shown, error) {
	r := shownReader{numbers: b, texts: string(b)}
	s := shown{URL: r.text(), Source: r.text(), Published: r.text(), Group: r.text(), Regions: r.list(), Themes: r.list()}
	s.Tags = make([]int, r.length())
	for i := range s.Tags {
		s.Tags[i] = int(r.number())
	}
	if r.cutOff {
		return shown{}, errShown
	}
	return s, nil
}

// shownReader reads the same bytes as numbers and as texts.
type shownReader struct {
	numbers []byte
	texts   string
	cutOff  bool
}

func (r *shownReader) skip(n int) { r.numbers, r.texts = r.numbers[n:], r.texts[n:] }

func (r *shownReader) number() uint64 {
	v, n := binary.Uvarint(r.numbers)
	if n <= 0 {
		r.cutOff = true
		r.skip(len(r.numbers))
		return 0
	}
	r.skip(n)
	return v
}

// length gives a number that is no more than the bytes that are left.
func (r *shownReader) length() int {
	n := r.number()
	if n > uint64(len(r.numbers)) {
		r.cutOff = true
		return 0
	}
	return int(n)
}

func (r *shownReader) text() string {
	n := r.length()
	t := r.texts[:n]
	r.skip(n)
	return t
}

func (r *shownReader) list() []string {
	n := r.length()
	if n == 0 {
		return nil
	}
	list := make([]string, n)
	for i := range list {
		list[i] = r.text()
	}
	return list
}
