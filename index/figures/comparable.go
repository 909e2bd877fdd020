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

// relative are units of figures that say nothing without what they are relative to.
var relative = []string{"%", "％", "百分点", "个百分点", "倍", "成", "分之一", "‰"}

// leastObject is how many characters an object must have to say what is counted.
const leastObject = 4

// comparable tells whether a figure can be held against others of its concept: it
// counts something named, and was published when its period was over. What is
// said before is a plan, a forecast or an intermediate state.
func comparable(f Figure) bool {
	if f.Period == nil || f.Published < f.Period.To {
		return false
	}
	object := bareObject(f.Object)
	if slices.Contains(relative, f.Statistic.Unit) {
		return actionName(f.Action) == "" && rate(object)
	}
	return utf8.RuneCountInString(object) >= leastObject || f.Scope != "" || f.Actor != "" && narrowed(f.Action, f.Object)
}

// rate tells whether an object is a share by its name: 森林覆盖率为24% says all of what it is relative to.
func rate(object string) bool {
	return utf8.RuneCountInString(object) >= leastObject && (strings.HasSuffix(object, "率") || strings.HasSuffix(object, "比例") || strings.HasSuffix(object, "比重"))
}

// Shares of pairs of characters that the words around two figures must have in
// common, to be about the same thing: in the clause of the figure, and before it.
const leastClause, leastBefore = 0.8, 0.6

// sameSubject tells whether figures of one concept are said of the same subject.
// 全国铁路完成固定资产投资 and 农村公路完成固定资产投资 are no contradiction.
func sameSubject(a, b Figure) bool {
	if !said(a) || !said(b) || !samePart(a, b) {
		return false
	}
	if likeSubject(a, b) < leastClause {
		return false
	}
	ha, hb := contents(beforeClause(a)), contents(beforeClause(b))
	switch {
	case ha == hb:
		return true
	case ha == "" || hb == "": // who said it, but not of whom
		return !counts(beforeClause(a)) && !counts(beforeClause(b))
	}
	return min(alike(ha, hb), alike(hb, ha)) >= leastBefore
}

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

// saidOfSame is sameSubject, and where a sentence goes on with the one before it
// (其中，出口…), whether those before are alike too.
func saidOfSame(ctx context.Context, db *sql.DB, a, b Figure) (bool, error) {
	if !sameSubject(a, b) {
		return false, nil
	}
	if !leans(a) && !leans(b) {
		return true, nil
	}
	la, err := leadOf(ctx, db, a)
	if err != nil {
		return false, err
	}
	lb, err := leadOf(ctx, db, b)
	return max(alike(contents(la), contents(lb)), alike(contents(lb), contents(la))) >= leastBefore, err
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

// revised tells whether a figure says that it takes the place of an earlier one, or may be replaced.
func revised(f Figure) bool { return holds("revised", beforeClause(f)+clauseOf(f)) }

// said tells whether a figure is said of its period for certain: it is no plan,
// no comparison of two times (从2012年的… 增长到…), and of the year that it seems to be of.
func said(f Figure) bool {
	clause := clauseOf(f)
	_, rest, from := strings.Cut(clause, "从")
	return !holds("planned", clause) && !(from && strings.ContainsAny(rest, "到至")) && !yearLost(f)
}

// yearLost tells whether a figure without a year in its sentence may as well be of
// the year of publication: 一季度 in a report of April.
func yearLost(f Figure) bool {
	year, published := f.Period.To[:min(4, len(f.Period.To))], f.Published[:min(4, len(f.Published))]
	return published > year && monthDay(f.Period.To) < monthDay(f.Published) &&
		!saysYear(f.Sentence, year) && !saysYear(f.Sentence, "去年") && !saysYear(f.Sentence, "上年")
}

// saysYear tells whether a text names a year, other than to compare with it:
// 较2024年底, 由上年, 去年同期.
func saysYear(text, year string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], year)
		if i < 0 {
			return false
		}
		i += at
		at = i + len(year)
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		if !strings.ContainsRune("较比与同由和", before) && !strings.HasPrefix(text[at:], "同期") {
			return true
		}
	}
}

// samePart tells whether the sentences of two figures of a place and period name
// the same parts of the country, the same countries, and the same hours of a day.
func samePart(a, b Figure) bool {
	for _, kind := range [...]string{"within", "abroad"} {
		for _, w := range words()[kind] {
			if strings.Contains(a.Sentence, w) != strings.Contains(b.Sentence, w) {
				return false
			}
		}
	}
	return SpanOf(a.Period) != SpanDay || slices.Equal(hours(a.Sentence), hours(b.Sentence))
}

// hours gives the hours that a text names: 0 and 24 of 0时至24时.
func hours(text string) []string {
	var out []string
	for rest := text; ; {
		before, after, ok := strings.Cut(rest, "时")
		if !ok {
			return out
		}
		number := before[len(strings.TrimRight(before, "0123456789")):]
		if number != "" {
			out = append(out, number)
		}
		rest = after
	}
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
