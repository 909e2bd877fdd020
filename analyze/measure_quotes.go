package analyze

import (
	"cmp"
	"slices"
	"strings"
)

// quote is a quotation with its marks; inner is what stands between them.
type quote struct {
	span
	inner span
}

// maxQuote is the most code points of a quotation that may be a name.
const maxQuote = 60

var closingMark = map[rune]rune{'“': '”', '‘': '’', '「': '」', '『': '』'}

// findQuotes gives the quotations of at most maxQuote code points that end in
// their paragraph, by start. Straight quotation marks are paired in their order.
func findQuotes(d *doc) []quote {
	var quotes []quote
	for _, p := range d.paragraphs {
		quotes = append(quotes, quotesIn(d, p)...)
	}
	return quotes
}

func quotesIn(d *doc, p span) []quote {
	var quotes []quote
	straight := false
	for i := p.start; i < p.end; i++ {
		closing, ok := closingMark[d.runes[i]]
		if d.runes[i] == '"' {
			straight = !straight
			closing, ok = '"', straight
		}
		if !ok {
			continue
		}
		if end := closeAt(d.runes, i, closing, min(p.end, i+maxQuote)); end > i+1 {
			quotes = append(quotes, quote{span{i, end + 1}, span{i + 1, end}})
		}
	}
	return quotes
}

// closeAt gives the place of the mark that closes the one at i, or -1.
func closeAt(r []rune, i int, closing rune, limit int) int {
	depth := 0
	for j := i + 1; j < limit; j++ {
		switch {
		case r[j] == closing && depth == 0:
			return j
		case r[j] == closing:
			depth--
		case r[j] == r[i]:
			depth++
		}
	}
	return -1
}

// quoteEnding gives the quotation that ends at i, or nil.
func (f *measureFinder) quoteEnding(i int) *quote {
	if i == 0 || !strings.ContainsRune("”’\"」』", f.runes[i-1]) {
		return nil
	}
	for k := f.firstQuote(i - maxQuote - 1); k < len(f.quotes) && f.quotes[k].start < i; k++ {
		if f.quotes[k].end == i {
			return &f.quotes[k]
		}
	}
	return nil
}

// quoteStarting gives the quotation that starts at i, or nil.
func (f *measureFinder) quoteStarting(i int) *quote {
	if k := f.firstQuote(i); k < len(f.quotes) && f.quotes[k].start == i {
		return &f.quotes[k]
	}
	return nil
}

// firstQuote gives the index of the first quotation that starts at or after i.
func (f *measureFinder) firstQuote(i int) int {
	k, _ := slices.BinarySearchFunc(f.quotes, i, func(q quote, i int) int { return cmp.Compare(q.start, i) })
	return k
}
