package index

import (
	"context"
	"sort"
	"strings"
)

// Suggest completes what somebody types: themes, units, measures and publishers
// that contain it, and words that begin with it; the best limit of them (10 when it is 0).
func (ix *Index) Suggest(ctx context.Context, prefix string, limit int) (out []Suggestion, err error) {
	g, err := ix.acquire()
	if err != nil {
		return nil, err
	}
	defer g.release()
	defer g.recoverDamage(&err)
	want := foldString(prefix)
	if want == "" {
		return nil, nil
	}
	if limit <= 0 {
		limit = 10
	}
	out, err = g.suggest(ctx, want)
	sort.Slice(out, func(i, j int) bool { return betterSuggestion(out[i], out[j], want) })
	return out[:min(limit, len(out))], err
}

func (g *generation) suggest(ctx context.Context, want string) ([]Suggestion, error) {
	var out []Suggestion
	for id, name := range g.meta.Themes {
		if strings.Contains(foldString(name), want) || strings.HasPrefix(id, want) {
			out = append(out, Suggestion{Text: name, Kind: fieldTheme})
		}
	}
	ps := g.parts()
	for _, field := range []string{fieldUnit, fieldMeasure, fieldSource} {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		counts, err := termsOf(ps, field, func(folded string) bool { return strings.Contains(folded, want) })
		if err != nil {
			return nil, err
		}
		for term, n := range counts {
			out = append(out, Suggestion{Text: term, Kind: field, Count: n})
		}
	}
	words, err := g.wordsFrom(ps, want)
	return append(out, words...), err
}

// wordsFrom gives the words that begin with a folded text.
func (g *generation) wordsFrom(ps []*part, want string) ([]Suggestion, error) {
	counts := map[string]int{}
	for _, p := range ps {
		err := p.terms(fieldWords, []byte(want), []byte(want+"\U0010FFFF"), func(term string, docs uint64) bool {
			counts[term] += int(docs)
			return true
		})
		if err != nil {
			return nil, err
		}
	}
	var out []Suggestion
	for w, n := range counts {
		out = append(out, Suggestion{Text: w, Kind: "word", Count: n})
	}
	return out, nil
}

// betterSuggestion orders by: begins with what is typed, names before words, count, text.
func betterSuggestion(a, b Suggestion, want string) bool {
	ab, bb := strings.HasPrefix(foldString(a.Text), want), strings.HasPrefix(foldString(b.Text), want)
	aw, bw := a.Kind == "word", b.Kind == "word"
	switch {
	case ab != bb:
		return ab
	case aw != bw:
		return bw
	case a.Count != b.Count:
		return a.Count > b.Count
	}
	return a.Text < b.Text
}
