package ingest

import (
	"unicode"

	"jiandu/corpus"
)

// Below these a body is quarantined.
const (
	leastChinese = 0.3 // share of Chinese among letters and digits
	leastText    = 30  // code points
	leastQuality = 0.3
)

// judge gives the quality of a body, 0 to 1, and why it should be quarantined, or "".
// linked is the share of the body's element that stands inside links.
func judge(text string, linked float64) (quality float64, reason string) {
	n, han, letters, stops, odd := 0, 0, 0, 0, 0
	for _, r := range text {
		n++
		switch {
		case unicode.Is(unicode.Han, r):
			han++
			letters++
		case unicode.IsLetter(r), unicode.IsDigit(r):
			letters++
		case r == '。' || r == '！' || r == '？' || r == '；' || r == '，':
			stops++
		case unicode.Is(unicode.Co, r), r == unicode.ReplacementChar:
			odd++
		}
	}
	if n == 0 {
		return 0, "no text"
	}
	chinese := float64(han) / float64(max(letters, 1))
	length := min(float64(n)/300, 1)
	flow := min(float64(stops)*40/float64(n), 1)
	quality = (0.35*length + 0.3*flow + 0.35*chinese) * (1 - min(linked, 1)*0.8)
	switch {
	case n < leastText:
		return quality, "hardly any text"
	case chinese < leastChinese:
		return quality, "hardly any Chinese"
	case float64(odd) > 0.02*float64(n):
		return quality, "wrongly decoded"
	case linked > 0.6:
		return quality, "mostly links"
	case quality < leastQuality:
		return quality, "does not read like a report"
	}
	return quality, ""
}

// grade sets quality, state and reason of an article.
func grade(a *corpus.Article, linked float64) {
	a.Quality, a.Reason = judge(a.Text, linked)
	a.State = corpus.StateOK
	if a.Reason != "" {
		a.State = corpus.StateQuarantined
	}
}
