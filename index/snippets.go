package index

import (
	"sort"
	"strings"
)

const (
	maxSnippets  = 3
	snippetRunes = 160 // sentences are joined up to about so many code points
)

// hit makes what is shown of an article found.
func (s *searching) hit(f found) (Hit, error) {
	p, doc := s.locate(f.doc)
	a, err := p.article(doc, s.marker)
	if err != nil {
		return Hit{}, err
	}
	h := Hit{
		ID: a.id, URL: a.URL, Title: string(a.title), TitleMark: a.titleMarks, Source: a.Source, Published: a.Published,
		Regions: orNone(a.Regions), Themes: orNone(a.Themes), Score: float64(f.score), Group: a.Group,
		Snippets: snippets(a.text, a.Tags, a.textMarks),
	}
	if h.Group == "" {
		h.Group = h.ID
	}
	h.Reprints, err = s.reprints(h.Group, f.doc)
	return h, err
}

// orNone gives a list that is [] in JSON where there is none.
func orNone[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// locate gives the part of a document and its number there.
func (s *searching) locate(doc uint64) (*part, uint32) {
	i := sort.Search(len(s.parts), func(i int) bool { return s.parts[i].base > doc }) - 1
	return s.parts[i], uint32(doc - s.parts[i].base)
}

// sentence is a half-open range of code points with the marks in it.
type sentence struct {
	start, end int
	marks      []Mark
}

// snippets chooses the sentences with the most marks, or the first ones where there
// is no mark.
func snippets(text []rune, tags []int, marks []Mark) []Snippet {
	sents := sentences(text)
	for i := range sents {
		for _, m := range marks {
			if m.Start < sents[i].end && m.End > sents[i].start {
				sents[i].marks = append(sents[i].marks, m)
			}
		}
	}
	chosen := choose(sents)
	out := []Snippet{}
	for _, c := range chosen {
		out = append(out, newSnippet(text, c, tags))
	}
	return out
}

// choose gives the best sentences in the order of the text, neighbours joined
// while they are short.
func choose(sents []sentence) []sentence {
	var best []int
	for i, s := range sents {
		if len(s.marks) > 0 {
			best = append(best, i)
		}
	}
	if len(best) == 0 && len(sents) > 0 {
		best = []int{0}
	}
	sort.SliceStable(best, func(i, j int) bool { return len(sents[best[i]].marks) > len(sents[best[j]].marks) })
	best = best[:min(maxSnippets, len(best))]
	sort.Ints(best)
	var out []sentence
	for _, i := range best {
		s := sents[i]
		if n := len(out); n > 0 && out[n-1].end == s.start && s.end-out[n-1].start <= snippetRunes {
			out[n-1].end, out[n-1].marks = s.end, append(out[n-1].marks, s.marks...)
			continue
		}
		out = append(out, s)
	}
	return out
}

// sentences cuts a text after its sentence marks and at line ends.
func sentences(text []rune) []sentence {
	var out []sentence
	start := 0
	cut := func(end int) {
		if end > start {
			out = append(out, sentence{start: start, end: end})
		}
		start = end
	}
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n':
			cut(i)
			start = i + 1
		case '。', '！', '？', '!', '?', '；', ';', '…':
			for i+1 < len(text) && strings.ContainsRune("”’」』）)。！？!?…", text[i+1]) {
				i++
			}
			cut(i + 1)
		}
	}
	cut(len(text))
	return out
}

func newSnippet(text []rune, s sentence, tags []int) Snippet {
	out := Snippet{Text: string(text[s.start:s.end]), Start: s.start, End: s.end, Tags: []Tag{}}
	for _, m := range s.marks {
		out.Marks = append(out.Marks, Mark{max(m.Start, s.start) - s.start, min(m.End, s.end) - s.start})
	}
	out.Marks = joinMarks(out.Marks)
	for i := 0; i+2 < len(tags); i += 3 {
		start, end := tags[i+1], tags[i+1]+tags[i+2]
		if start < s.start || end > s.end || tags[i] < 0 || tags[i] >= len(tagKinds) {
			continue
		}
		out.Tags = append(out.Tags, Tag{Kind: tagKinds[tags[i]], Start: start - s.start, End: end - s.start, Text: string(text[start:end])})
	}
	sort.SliceStable(out.Tags, func(i, j int) bool { return out.Tags[i].Start < out.Tags[j].Start })
	return out
}

var tagKinds = []string{tagStatistic: TagStatistic, tagUnit: TagUnit, tagMeasure: TagMeasure}
