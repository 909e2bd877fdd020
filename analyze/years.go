package analyze

import (
	"slices"
	"sort"
	"strings"

	"jiandu/corpus"
)

// findYears decides which years the article is about, into d.tags.Years, the main
// one first: the year of the title, else those that its times and sessions weigh
// most, else that of publication; that of publication too where it opens with news. An
// article of the first days of January that names no other year looks back on the one before.
func (a *Analyzer) findYears(d *doc) {
	if isCircular(d.art.Title) && d.ref > 0 {
		d.tags.Years = []int{d.ref.year()}
		return
	}
	w, figures, dated := yearWeights(d)
	titled := titleYears(d)
	for _, year := range titled {
		w[year] += 1000
	}
	if y := a.yearOfPublication(d); y > 0 {
		w[y]++
		if dated < 3 {
			w[y] += 3 // what is not dated was published as news
		}
	}
	d.tags.Years = mainYears(w, figures, d.ref)
	if y := d.ref.year(); d.tellsNews() && !newYear(d.ref) && len(d.tags.Years) < mostYears && !slices.Contains(d.tags.Years, y) {
		d.tags.Years = append(d.tags.Years, y) // what is made known today is news, whenever it was
	}
}

// tellsNews tells whether the text opens with what happened shortly before publication: 日前, 今天.
func (d *doc) tellsNews() bool {
	opening := d.slice(0, min(len(d.runes), openingOfNews))
	return d.ref > 0 && (containsAny(opening, []string{"日前，", "近日，", "日前召开", "近日召开"}) || d.tellsToday())
}

// tellsToday tells whether the text opens with what happened on the day of publication.
func (d *doc) tellsToday() bool {
	return d.ref > 0 && slices.ContainsFunc(d.times, func(t timeExpr) bool {
		return t.grain == grainDay && t.from == d.ref && t.to == d.ref && t.start < leadOfNews && !t.base && !t.titled
	})
}

// openingOfNews is how many code points of a text may stand before 日前 that says when it happened.
const openingOfNews = 40

// leadOfNews is how many code points of a text may hold what it reports as news.
const leadOfNews = 300

// mostYears is the most years that an article has.
const mostYears = 5

// history gives the last year that is history at publication: what a text tells of it explains
// the present, so that it weighs no more than a mention or two.
func history(ref day) int {
	if ref == 0 {
		return 0
	}
	return ref.year() - 3
}

// maxHistory is the most that a year of history weighs, unless the title names it.
const maxHistory = 3

// weigh adds to the weight of a year; that of history, which lasts to publication where it opens a
// period, is bounded.
func weigh(d *doc, w map[int]int, y, weight int, lasts bool) {
	if lasts && y == d.ref.year() && newYear(d.ref) {
		return // 以来, told in the first days of a year, looks back
	}
	if !lasts && y <= history(d.ref) {
		weight = min(weight, max(0, maxHistory-w[y]))
	}
	w[y] += weight
}

// isCircular tells whether a title announces a circular of cases, which is about the year of its publication.
func isCircular(title string) bool {
	_, after, ok := strings.Cut(title, "通报")
	if !ok || strings.ContainsAny(after, "0123456789") && strings.Contains(after, "年") {
		return false
	}
	for _, w := range [...]string{"典型案例", "典型问题", "案例", "起", "严重违反", "违反中央八项规定"} {
		if strings.Contains(after, w) {
			return true
		}
	}
	return false
}

// yearWeights weighs the years of the times in the text. A time that frames a
// sentence weighs more than one in passing; one that is compared with, nothing.
func yearWeights(d *doc) (w, figures map[int]int, dated int) {
	w = map[int]int{}
	for i := range d.times {
		t := &d.times[i]
		if t.base || t.titled || t.from == 0 || t.from.year() < 2000 {
			continue
		}
		if d.ref > 0 && (t.from > d.ref || t.from == d.ref && t.to == d.ref) {
			continue // 明天, 目前, 今天
		}
		span := t.to.year() - t.from.year() + 1
		if span > 6 || span < 1 {
			continue
		}
		weight := timeWeight(d, t)
		if t.grain != grainOpen && span > 1 {
			weight = min(weight, 1)
		}
		for y := t.from.year(); y <= t.to.year(); y++ {
			weigh(d, w, y, weight, t.to == d.ref && t.from.year() < d.ref.year())
		}
	}
	if d.ref.month() > 1 && d.tellsToday() {
		w[d.ref.year()] += 2 // what happened today
	}
	figures = map[int]int{}
	for i := range d.tags.Statistics {
		if weighFigure(d, &d.tags.Statistics[i], w, figures) {
			dated++
		}
	}
	return w, figures, dated
}

// timeWeight weighs a time: one that frames what follows, or opens the article, says
// more of its years than one in passing.
func timeWeight(d *doc, t *timeExpr) int {
	weight := 0
	switch {
	case t.grain == grainState:
		weight = 2
	case !heads(d, d.sentenceAt(t.start), *t):
	case t.grain >= grainYear:
		weight = 3
	default:
		weight = 2
	}
	if t.start < 200 {
		weight++
	}
	return weight
}

// mostFigures is the most figures of a year that add to its weight.
const mostFigures = 4

// weighFigure adds the years that a figure covers; many figures of one year say little more than four.
func weighFigure(d *doc, s *corpus.Statistic, w, figures map[int]int) bool {
	if s.Period == nil {
		return false
	}
	from, to := parseDay(s.Period.From), parseDay(s.Period.To)
	if from == 0 || from == d.ref || to.year() > from.year() && to != d.ref || to.year()-from.year() > 5 {
		return false
	}
	for y := from.year(); y <= to.year(); y++ {
		if figures[y] < mostFigures {
			figures[y]++
			weigh(d, w, y, 1, to == d.ref && from.year() < d.ref.year())
		}
	}
	return true
}

// titleYears gives the years that the title names.
func titleYears(d *doc) []int {
	title := []rune(d.art.Title)
	s := timeScanner{text: title, ref: d.ref}
	var out []int
	for _, t := range s.scan(span{0, len(title)}, nil) {
		if inBrackets(title, t.start) {
			continue // 审议《关于2021年工作情况的报告》
		}
		if t.from > 0 && !t.implied && t.grain != grainNone && t.to.year()-t.from.year() < 3 {
			for y := t.from.year(); y <= t.to.year(); y++ {
				out = append(out, y)
			}
		}
	}
	return out
}

// inBrackets tells whether i stands in the name of a document.
func inBrackets(text []rune, i int) bool {
	for i--; i >= 0 && text[i] != '》'; i-- {
		if text[i] == '《' {
			return true
		}
	}
	return false
}

// mainYears gives the years that weigh at least seven tenths of the heaviest, or half of it
// where many figures cover them and they are no history.
func mainYears(w, figures map[int]int, ref day) []int {
	var years []int
	most := 0
	for y, n := range w {
		if ref == 0 || y <= ref.year() {
			years = append(years, y)
			most = max(most, n)
		}
	}
	sort.Slice(years, func(i, j int) bool {
		if w[years[i]] != w[years[j]] {
			return w[years[i]] > w[years[j]]
		}
		return years[i] > years[j]
	})
	for i, y := range years {
		if 10*w[y] < 7*most && (2*w[y] < most || figures[y] < mostFigures || y <= history(ref)) || i >= mostYears {
			return years[:i]
		}
	}
	return years
}

// yearOfPublication gives the year of publication, or the year before in early January; where the
// day of publication is not known, the year of a party session that the text names.
func (a *Analyzer) yearOfPublication(d *doc) int {
	if d.ref == 0 {
		return sessionYear(d.runes)
	}
	y := d.ref.year()
	if newYear(d.ref) {
		return y - 1
	}
	return y
}

// newYear tells whether a day is one of the first of a year, when the news look back on the last.
func newYear(ref day) bool {
	_, m, d := ref.civil()
	return m == 1 && d <= 10
}

// sessions gives the year of the first plenary session of each central commission
// for discipline inspection; the second is held in the January after, one each year.
var sessions = [...]struct {
	word  string
	first int
}{{"十七届", 2007}, {"十八届", 2012}, {"十九届", 2017}, {"二十届", 2022}, {"二十一届", 2027}}

// sessionYear gives the year of the latest session that the text names as 二十届中央纪委三次全会.
func sessionYear(text []rune) int {
	latest := 0
	for i := range text {
		if text[i] != '届' {
			continue
		}
		for _, s := range sessions {
			if !endsWith(text[:i+1], s.word) || endsWith(text[:max(0, i+1-len([]rune(s.word)))], "二") {
				continue
			}
			if n := sessionOrdinal(text[i+1 : min(len(text), i+20)]); n > 0 {
				latest = max(latest, s.first+n-1)
			}
		}
	}
	return latest
}

// sessionOrdinal reads the 三 of 中央纪委三次全会; 0 where it stands for another meeting.
func sessionOrdinal(after []rune) int {
	at, ok := wordAt(after, 0, "中央纪委")
	if !ok {
		return 0
	}
	if e, ok := wordAt(after, at, "国家监委"); ok {
		at = e
	}
	if e, ok := wordAt(after, at, "第"); ok {
		at = e
	}
	n, end, ok := smallNumber(after, at)
	if _, times := wordAt(after, end, "次全"); !ok || !times {
		return 0
	}
	return n
}
