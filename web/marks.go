package web

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jiandu/corpus"
)

// Kinds of marks in a text, which are also the names of their toggles and classes.
const (
	markRegion    = "region"
	markUnit      = "unit"
	markMeasure   = "measure"
	markStatistic = "statistic"
	markTheme     = "theme"
)

// markKinds is in the order of the toggles.
var markKinds = []string{markStatistic, markUnit, markMeasure, markRegion, markTheme}

// mark is one tagged span of a text, in code points.
type mark struct {
	start, end int
	kind       string
	ref        string // id of the tag's entry in the side list: u3
	anchor     string // id of this place in the text: at-u3-1
}

// segment is a run of text under the same marks.
type segment struct {
	Text    string
	Class   string   // kinds, space-separated; "" for plain text
	Refs    string   // entries of the side list, space-separated, narrowest mark first
	Ref     string   // the first of them
	Anchors []string // places that begin here
}

// sentence is a run of segments; ID is set where a statistic stands in it.
type sentence struct {
	ID       string
	Segments []segment
}

// paragraph is a line of the text.
type paragraph []sentence

// marksOf collects the marks of a document that lie inside its text.
func marksOf(d corpus.Document, textLen int) []mark {
	var ms []mark
	add := func(kind, letter string, i int, mentions []corpus.Mention) {
		for k, m := range mentions {
			ref := fmt.Sprintf("%s%d", letter, i)
			ms = append(ms, mark{m.Start, m.End, kind, ref, fmt.Sprintf("at-%s-%d", ref, k)})
		}
	}
	for i, x := range d.Tags.Regions {
		add(markRegion, "r", i, x.Mentions)
	}
	for i, x := range d.Tags.Units {
		add(markUnit, "u", i, x.Mentions)
	}
	for i, x := range d.Tags.Measures {
		add(markMeasure, "m", i, x.Mentions)
	}
	for i, x := range d.Tags.Themes {
		add(markTheme, "h", i, x.Evidence)
	}
	for i, x := range d.Tags.Statistics {
		add(markStatistic, "s", i, []corpus.Mention{{Start: x.Start, End: x.End}})
	}
	return slices.DeleteFunc(ms, func(m mark) bool { return m.start < 0 || m.end > textLen || m.start >= m.end })
}

// markText cuts a text into paragraphs, sentences and segments.
func markText(d corpus.Document) []paragraph {
	text := []rune(d.Text)
	ms := marksOf(d, len(text))
	slices.SortStableFunc(ms, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.end-a.start, b.end-b.start), cmp.Compare(a.start, b.start))
	})
	sents := sentencesOf(d, len(text))
	var out []paragraph
	for start := 0; start <= len(text); {
		end := start
		for end < len(text) && text[end] != '\n' {
			end++
		}
		if end > start {
			out = append(out, cutParagraph(text, start, end, ms, sents))
		}
		start = end + 1
	}
	return out
}

// sentencesOf gives the spans of sentences that hold statistics, in order and without overlap.
func sentencesOf(d corpus.Document, textLen int) [][2]int {
	var spans [][2]int
	for _, s := range d.Tags.Statistics {
		if 0 <= s.SentenceStart && s.SentenceStart < s.SentenceEnd && s.SentenceEnd <= textLen {
			spans = append(spans, [2]int{s.SentenceStart, s.SentenceEnd})
		}
	}
	slices.SortFunc(spans, func(a, b [2]int) int { return cmp.Or(a[0]-b[0], b[1]-a[1]) })
	end := 0
	return slices.DeleteFunc(spans, func(s [2]int) bool {
		if s[0] < end {
			return true
		}
		end = s[1]
		return false
	})
}

// sentenceID is the anchor of the sentence that begins at the offset.
func sentenceID(start int) string { return fmt.Sprintf("sentence-%d", start) }

func cutParagraph(text []rune, start, end int, ms []mark, sents [][2]int) paragraph {
	var p paragraph
	at := start
	for _, s := range sents {
		if s[0] < at || s[0] >= end {
			continue
		}
		if s[0] > at {
			p = append(p, sentence{Segments: cutSegments(text, at, s[0], ms)})
		}
		at = min(s[1], end)
		p = append(p, sentence{ID: sentenceID(s[0]), Segments: cutSegments(text, s[0], at, ms)})
	}
	if at < end {
		p = append(p, sentence{Segments: cutSegments(text, at, end, ms)})
	}
	return p
}

// cutSegments cuts [start, end) wherever a mark begins or ends.
func cutSegments(text []rune, start, end int, ms []mark) []segment {
	var inside []mark
	cuts := []int{start, end}
	for _, m := range ms {
		if m.start < end && m.end > start {
			inside = append(inside, m)
			cuts = append(cuts, max(m.start, start), min(m.end, end))
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []segment
	for i := range len(cuts) - 1 {
		out = append(out, segmentAt(text, cuts[i], cuts[i+1], inside))
	}
	return out
}

func segmentAt(text []rune, start, end int, ms []mark) segment {
	s := segment{Text: string(text[start:end])}
	var kinds, refs []string
	for _, m := range ms {
		if m.start > start || m.end < end {
			continue
		}
		if !slices.Contains(kinds, m.kind) {
			kinds = append(kinds, m.kind)
		}
		if !slices.Contains(refs, m.ref) {
			refs = append(refs, m.ref)
		}
		if m.start == start {
			s.Anchors = append(s.Anchors, m.anchor)
		}
	}
	if len(refs) > 0 {
		s.Class, s.Refs, s.Ref = strings.Join(kinds, " "), strings.Join(refs, " "), refs[0]
	}
	return s
}
