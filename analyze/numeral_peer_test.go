package analyze

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"jiandu/corpus"
	"jiandu/corpus/corpustest"
)

// peerCase is a test case of the recognizers suite in ../shared/peer.
type peerCase struct {
	Input   string
	Results []struct {
		Text       string
		Start      *int
		Resolution struct {
			Value   string `json:"value"`
			Subtype string `json:"subtype"`
		}
	}
}

func peerCases(t *testing.T, name string) []peerCase {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(corpustest.Shared(t, "peer/recognizers"), name))
	if err != nil {
		t.Fatal(err)
	}
	var cases []peerCase
	if err := json.Unmarshal([]byte(strings.TrimPrefix(string(b), "\ufeff")), &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

// TestPeerNumbers keeps the rate of integers and decimals read right above its floor.
func TestPeerNumbers(t *testing.T) {
	right, all := 0, 0
	for _, c := range peerCases(t, "NumberModel.json") {
		if outOfScope(c.Input) {
			continue
		}
		all++
		if readsNumbers(t, c) {
			right++
			continue
		}
		t.Logf("%q", c.Input)
	}
	rate := float64(right) / float64(all)
	t.Logf("%d of %d right: %.3f", right, all, rate)
	if rate < 0.9 {
		t.Errorf("rate %.3f, want at least .9", rate)
	}
}

// outOfScope tells fractions apart: they are shares here, not numbers.
func outOfScope(input string) bool {
	return strings.ContainsAny(input, "/／^") || strings.Contains(strings.ReplaceAll(input, " ", ""), "分之")
}

func readsNumbers(t *testing.T, c peerCase) bool {
	d := newDoc(corpus.Article{Text: c.Input})
	d.tokenize(testAnalyzer(t).segmenter)
	var got []numeral
	for _, n := range scanNumerals(d.runes) {
		if !n.share && !n.bare && !d.inWord(n) {
			got = append(got, n)
		}
	}
	if len(got) != len(c.Results) {
		return false
	}
	for i, r := range c.Results {
		want, err := strconv.ParseFloat(r.Resolution.Value, 64)
		if err != nil || math.Abs(want-got[i].value) > 1e-9*math.Abs(want) {
			return false
		}
	}
	return true
}

// TestPeerPercents keeps the rate of percentages read right above its floor.
func TestPeerPercents(t *testing.T) {
	cases := peerCases(t, "PercentModel.json")
	right := 0
	for _, c := range cases {
		if readsPercents(c) {
			right++
			continue
		}
		t.Logf("%q", c.Input)
	}
	rate := float64(right) / float64(len(cases))
	t.Logf("%d of %d right: %.3f", right, len(cases), rate)
	if rate < 0.95 {
		t.Errorf("rate %.3f, want at least .95", rate)
	}
}

func readsPercents(c peerCase) bool {
	text := []rune(c.Input)
	var got []float64
	for _, n := range scanNumerals(text) {
		if n.share || percentPoints(text, n) {
			got = append(got, n.value)
		}
	}
	if len(got) != len(c.Results) {
		return false
	}
	for i, r := range c.Results {
		want, err := strconv.ParseFloat(strings.TrimSuffix(r.Resolution.Value, "%"), 64)
		if err != nil || math.Abs(want-got[i]) > 1e-9*math.Abs(want) {
			return false
		}
	}
	return true
}
