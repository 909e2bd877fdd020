package analyze

import (
	"slices"
	"strings"
	"testing"
)

func TestTrieFindsEveryTerm(t *testing.T) {
	terms := []string{"市", "市委", "市委办", "市纪委", "纪委", "abc", "委"}
	tr := newTrie(terms)
	for i, term := range terms {
		if got := tr.find(term); got != i {
			t.Errorf("find(%q) = %d, want %d", term, got, i)
		}
	}
	for _, no := range []string{"", "市纪", "办", "𠀀", "abcd"} {
		if got := tr.find(no); got != -1 {
			t.Errorf("find(%q) = %d, want -1", no, got)
		}
	}
}

func FuzzTrieAgreesWithPrefixSearch(f *testing.F) {
	f.Add("市委 市委办 委办", "某市委办公室")
	f.Fuzz(func(t *testing.T, words, text string) {
		terms := slices.Compact(slices.Sorted(slices.Values(strings.Fields(strings.ToValidUTF8(words, "")))))
		tr := newTrie(terms)
		runes := []rune(text)
		for i := range runes {
			var want, got []int
			for end := i + 1; end <= len(runes); end++ {
				if v := slices.Index(terms, string(runes[i:end])); v >= 0 && !beyondBMP(runes[i:end]) {
					want = append(want, v)
				}
			}
			tr.walk(runes, i, func(_, v int) { got = append(got, v) })
			if !slices.Equal(got, want) {
				t.Fatalf("at %d of %q among %q: got %v, want %v", i, text, terms, got, want)
			}
		}
	})
}

func beyondBMP(runes []rune) bool {
	return slices.ContainsFunc(runes, func(r rune) bool { return r >= 1<<16 })
}
