package index

import (
	"math/rand"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestQueryCuts compares how queries are cut with how documents were: every word of two characters
// or more of a query cut out of a text is a word of the index, and no letter is lost.
func TestQueryCuts(t *testing.T) {
	docs := sample()
	s, dir := newStore(t, docs...)
	update1(t, s, dir)
	ix := open1(t, dir)
	d := ix.gen.dictionary(ix.gen.parts())
	rnd := rand.New(rand.NewSource(1))
	for range 2000 {
		text := []rune(foldString(docs[rnd.Intn(len(docs))].Text))
		at := rnd.Intn(len(text))
		query := string(text[at : at+1+rnd.Intn(len(text)-at)])
		words, err := d.cut(query)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := strings.Join(words, ""), strings.Join(runsOf(query, true), ""); got != want {
			t.Fatalf("%q is cut into %q", query, words)
		}
		for _, w := range words {
			if n, _ := d.countIn(fieldWords, w); n == 0 && utf8.RuneCountInString(w) > 1 {
				t.Errorf("%q: %q is no word of the index", query, w)
			}
		}
	}
}
