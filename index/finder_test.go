package index

import (
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// TestFoldsFrom compares the origins of Chinese characters with what every code point folds to.
func TestFoldsFrom(t *testing.T) {
	for r := rune(0); r <= 0x10FFFF; r++ {
		unit := r
		if r >= 1<<16 {
			unit, _ = utf16.EncodeRune(r)
		}
		for _, to := range foldString(string(r)) {
			if to >= firstHan && to <= lastHan && !slices.Contains(foldsFrom(to), uint16(unit)) {
				t.Errorf("%U folds to %c, which does not know it", r, to)
			}
		}
	}
}

// TestFinder looks for phrases in texts of characters that fold in every way, as folding the whole text does.
func TestFinder(t *testing.T) {
	alphabet := []rune("監监察㈠一⼀亠“” \nａa1½…——。丽\U0002F800国國")
	rnd := rand.New(rand.NewSource(1))
	random := func(n int) string {
		var b strings.Builder
		for range 1 + rnd.Intn(n) {
			b.WriteRune(alphabet[rnd.Intn(len(alphabet))])
		}
		return b.String()
	}
	found := 0
	for range 200_000 {
		hay, needle := random(12), foldString(random(4))
		if needle == "" {
			continue
		}
		want := strings.Contains(foldString(hay), needle)
		if want {
			found++
		}
		if got := newFinder(needle).in(encodeText(hay), new(folder)); got != want {
			t.Fatalf("%q in %q: %v", needle, hay, got)
		}
	}
	if found < 1000 {
		t.Errorf("only %d were there", found)
	}
}
