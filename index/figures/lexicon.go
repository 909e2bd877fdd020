package figures

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed scopes.tsv
var scopesTSV string

//go:embed bodies.tsv
var bodiesTSV string

//go:embed verbs.tsv
var verbsTSV string

//go:embed actions.tsv
var actionsTSV string

// named is a word and the name that it stands for.
type named struct{ word, name string }

// fields gives the columns of a table's lines, comments left out.
func fields(table string) [][]string {
	var out [][]string
	for line := range strings.Lines(table) {
		if f := strings.Split(strings.TrimRight(line, "\r\n"), "\t"); len(f) > 1 && !strings.HasPrefix(line, "#") {
			out = append(out, f)
		}
	}
	return out
}

// namesOf reads lines of words and their name.
func namesOf(table string) []named {
	var out []named
	for _, f := range fields(table) {
		for _, w := range strings.Split(f[0], "|") {
			out = append(out, named{w, f[1]})
		}
	}
	return out
}

var (
	scopeNames = sync.OnceValue(func() []named { return namesOf(scopesTSV) })
	bodyNames  = sync.OnceValue(func() []named { return namesOf(bodiesTSV) })
)

// words gives the lists of verbs.tsv by their kind.
var words = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, f := range fields(verbsTSV) {
		out[f[0]] = strings.Split(f[1], "|")
	}
	return out
})

// generic are objects that narrow nothing.
var generic = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, w := range words()["generic"] {
		out[w] = true
	}
	return out
})

// sameAction gives the one name of actions that count the same.
var sameAction = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, f := range fields(actionsTSV) {
		for _, w := range strings.Split(f[1], "|") {
			out[w] = f[0]
		}
	}
	return out
})

// holds tells whether text has one of a kind's words.
func holds(kind, text string) bool { return anyOf(kind, text, strings.Contains) }

// ends tells whether text ends with one of a kind's words.
func ends(kind, text string) bool { return anyOf(kind, text, strings.HasSuffix) }

// begins tells whether text begins with one of a kind's words.
func begins(kind, text string) bool { return anyOf(kind, text, strings.HasPrefix) }

func anyOf(kind, text string, has func(text, word string) bool) bool {
	return slices.ContainsFunc(words()[kind], func(w string) bool { return has(text, w) })
}
