package figures

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Shares of pairs of characters that the words around two figures must have in
// common, to be about the same thing: in the clause of the figure, and before it.
const leastClause, leastBefore = 0.8, 0.6

// counts tells whether text holds a number that is no time.
func counts(text string) bool {
	for i, r := range text {
		if r < '0' || r > '9' {
			continue
		}
		rest := strings.TrimLeft(text[i:], "0123456789.")
		if next, _ := utf8.DecodeRuneInString(rest); rest != "" && !strings.ContainsRune("年月日时—-–至到、个前）)", next) {
			return true
		}
	}
	return false
}

// leans tells whether a figure's sentence leaves to the one before it what it is
// of: it begins with 其中, or names neither a subject, nor the country, nor a year.
// A heading, which has no stop, stands for itself.
func leans(f Figure) bool {
	sentence := strings.TrimSpace(f.Sentence)
	if begins("dependent", sentence) {
		return true
	}
	if last, _ := utf8.DecodeLastRuneInString(sentence); !strings.ContainsRune("。；;！？”", last) {
		return false
	}
	return subjectIn(f) == "" && contents(beforeClause(f)) == "" && f.Period != nil &&
		!strings.Contains(f.Sentence, f.Period.To[:min(4, len(f.Period.To))]) && !holds("whole", f.Sentence)
}

// lead is how many code points before a sentence are read.
const lead = 100

// leadOf gives the sentence before a figure's, or its end.
func leadOf(ctx context.Context, db *sql.DB, f Figure) (string, error) {
	from := max(0, f.SentenceStart-lead)
	var text string
	err := db.QueryRowContext(ctx, `SELECT substr(text, ? + 1, ?) FROM article WHERE id = ?`, from, f.SentenceStart-from, f.ArticleID).Scan(&text)
	text = strings.TrimRight(text, "。！？；\n")
	return text[lastSentence(text):], err
}

// stops end the clause of a figure.
const stops = "，,。；;：:！？!?\n"

// unnamed is how alike subjects are of which one is not named in its clause.
const unnamed = 0.5

// likeSubject tells how alike the subjects in the clauses of two figures are, 0 to 1.
func likeSubject(a, b Figure) float64 {
	ca, cb := subjectIn(a), subjectIn(b)
	switch {
	case ca == cb:
		return 1
	case ca == "" || cb == "":
		return unnamed
	}
	return min(alike(ca, cb), alike(cb, ca))
}

// subjectIn gives the contents of a figure's clause, without its action and object.
func subjectIn(f Figure) string {
	clause := clauseOf(f)
	for _, w := range []string{f.Object, f.Action, f.Statistic.Unit} {
		if w != "" {
			clause = strings.Replace(clause, w, "", 1)
		}
	}
	return contents(clause)
}

// clauseOf gives the clause that holds a figure, without its number.
func clauseOf(f Figure) string {
	from, to := f.inSentence()
	start := lastStop(f.Sentence[:from])
	end := to
	if i := strings.IndexAny(f.Sentence[to:], stops); i >= 0 {
		end += i
	} else {
		end = len(f.Sentence)
	}
	return strings.Replace(f.Sentence[start:end], f.Number, "", 1)
}

// beforeClause gives what stands before the clause that holds a figure, up to the semicolon or stop before it.
func beforeClause(f Figure) string {
	from, _ := f.inSentence()
	head := f.Sentence[:lastStop(f.Sentence[:from])]
	trimmed := strings.TrimRight(head, "。；;")
	return trimmed[max(strings.LastIndex(trimmed, "。"), strings.LastIndex(trimmed, "；"), -1)+1:]
}

// lastStop gives where the last clause of text begins.
func lastStop(text string) int {
	i := strings.LastIndexAny(text, stops)
	if i < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return i + size
}

// inSentence gives the bytes of the sentence that the quote takes.
func (f Figure) inSentence() (from, to int) {
	from = byteAt(f.Sentence, f.Start-f.SentenceStart)
	return from, max(from, byteAt(f.Sentence, f.End-f.SentenceStart))
}

// filler drops words that say nothing of what is counted.
var filler = sync.OnceValue(func() *strings.Replacer {
	list := slices.Clone(words()["filler"])
	slices.SortFunc(list, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	var pairs []string
	for _, w := range list {
		pairs = append(pairs, w, "")
	}
	return strings.NewReplacer(pairs...)
})

// contents gives the letters of text without filler.
func contents(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) && !strings.ContainsRune("一二三四五六七八九十百千万亿元", r) {
			return r
		}
		return -1
	}, filler().Replace(text))
}

// alike is the share of a's pairs of characters that b has.
func alike(a, b string) float64 {
	r := []rune(a)
	if len(r) < 2 {
		if a == "" || strings.Contains(b, a) {
			return 1
		}
		return 0
	}
	hits := 0
	for i := range len(r) - 1 {
		if strings.Contains(b, string(r[i:i+2])) {
			hits++
		}
	}
	return float64(hits) / float64(len(r)-1)
}

// lastSentence gives where the last sentence of text begins.
func lastSentence(text string) int {
	i := strings.LastIndexAny(text, "。\n")
	if i < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return i + size
}
