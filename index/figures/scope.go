package figures

import (
	"cmp"
	"strings"
	"unicode/utf8"
)

// setting is what a report leaves to the words around a figure.
type setting struct {
	Scope string `json:"scope,omitempty"` // what a count is narrowed to: 处分9.2万人 of 违反中央八项规定精神问题
	Body  string `json:"body,omitempty"`  // who counts, where it is not the bodies of discipline
	since bool   // counted from a start that the period leaves out: 党的十八大以来, 截至4月底
}

// neighbour is a figure of an article, as far as the settings of those after it need it.
type neighbour struct {
	ord                     int
	start, sentence, finish int // of the quote; start and end of its sentence: code points
	action, object, actor   string
	quote, unit             string
	text                    string // of the sentence
}

// narrowed tells whether a figure leaves to its context of what it is a part: it
// counts what was dealt with, and its object says at most who.
func narrowed(action, object string) bool {
	object = objectName(object)
	return holds("counted", action) && (object == "" || holds("people", object) || generic()[object])
}

// settingOf reads the setting of the i-th figure of an article.
func settingOf(article []neighbour, i int) setting {
	f := article[i]
	head, from := clause(f.head())
	s := setting{since: sinceStart(f.head())}
	if !narrowed(f.action, f.object) {
		// 查处走私案件 says what is counted; 挽回经济损失 does not, whoever did it.
		if s.Body = bodyOf(f.actor, head); s.Body == central || holds("nouns", f.object) {
			s.Body = ""
		}
		return s
	}
	s.Body = bodyOf(f.actor, head)
	s.Scope = cmp.Or(reasonIn(head[strings.LastIndex(head, "，")+1:]+f.quote),
		narrowest(head, from, sentenceOf(article[:i], f.sentence)), scopeAfter(article, i))
	if s.Scope != "" || !begins("dependent", strings.TrimSpace(f.text)) {
		return s
	}
	k := i - 1 - len(sentenceOf(article[:i], f.sentence))
	if k >= 0 && f.sentence-article[k].finish <= 1 { // the sentence right before
		s.Scope = narrowest(article[k].text, 0, sentenceOf(article[:k+1], article[k].sentence))
	}
	return s
}

// sinceStart tells whether the words before a figure say that it counts from a
// start that has no day: 党的十八大以来, 党的十八大到今年5月, 截至5月.
func sinceStart(head string) bool {
	i := strings.LastIndex(head, "以来")
	switch {
	case holds("upto", head):
		return true
	case i < 0:
		_, rest, ok := strings.Cut(head, "党的十")
		return ok && strings.Contains(rest, "大到")
	}
	return !strings.HasSuffix(head[:i], "年") && !strings.HasSuffix(head[:i], "月")
}

// sentenceOf gives the last figures, as far as they stand in the sentence that begins at start.
func sentenceOf(article []neighbour, start int) []neighbour {
	k := len(article)
	for k > 0 && article[k-1].sentence == start {
		k--
	}
	return article[k:]
}

// head gives the words of the sentence before the figure.
func (n neighbour) head() string { return n.text[:byteAt(n.text, n.start-n.sentence)] }

// byteAt gives the byte at which the n-th code point of text begins.
func byteAt(text string, n int) int {
	for i := range text {
		if n <= 0 {
			return i
		}
		n--
	}
	return len(text)
}

// clause gives what of a sentence's head stands after the last semicolon, and
// where that begins, in code points; all of it where it goes on with 其中.
func clause(head string) (string, int) {
	i := strings.LastIndexAny(head, "；;")
	if i < 0 {
		return head, 0
	}
	_, size := utf8.DecodeRuneInString(head[i:])
	if rest := head[i+size:]; !strings.HasPrefix(rest, "其中") {
		return rest, utf8.RuneCountInString(head[:i+size])
	}
	return head, 0
}

// narrowest gives the scope that is named nearest to the end of a head: by a word
// of scopes.tsv, by the object of a figure that stands there, or by an object
// without a figure. head begins at the code point from of the figures' sentence.
func narrowest(head string, from int, before []neighbour) string {
	best, at := "", -1
	take := func(scope string, where int) {
		if scope != "" && where > at {
			best, at = scope, where
		}
	}
	take(listed(head))
	take(namedIn(head))
	take(eventIn(head))
	take(fieldIn(head))
	for _, n := range before {
		if off := n.start - n.sentence - from; off >= 0 && holds("governing", n.action) {
			take(scopeFrom(n.object), byteAt(head, off))
		}
	}
	return best
}

// lastName gives the name whose word stands last in text, the longest of them,
// and where it ends.
func lastName(names []named, text string) (string, int) {
	best, end, size := "", -1, 0
	for _, n := range names {
		i := strings.LastIndex(text, n.word)
		if e := i + len(n.word); i >= 0 && (e > end || e == end && len(n.word) > size) {
			best, end, size = n.name, e, len(n.word)
		}
	}
	return best, end
}

// longestOwn is how many characters an object may have beside a word of
// scopes.tsv and still mean just that.
const longestOwn = 12

// scopeFrom gives the scope that an object names; "" where it says only who, or nothing special.
func scopeFrom(object string) string {
	object = bareObject(object)
	if name, _ := lastName(scopeNames(), object); name != "" && utf8.RuneCountInString(object) <= utf8.RuneCountInString(name)+longestOwn {
		return name
	}
	if !holds("nouns", object) {
		return ""
	}
	for again := true; again; {
		again = false
		for _, w := range words()["anaphoric"] {
			if rest, ok := strings.CutPrefix(object, w); ok {
				object, again = strings.TrimPrefix(rest, "的"), true
			}
		}
	}
	if generic()[object] || utf8.RuneCountInString(object) < 2 {
		return ""
	}
	for _, tail := range []string{"举报", "线索", "案件", "问题", "等", "的"} {
		object = strings.TrimSuffix(object, tail)
	}
	if generic()[object] || ends("people", object) {
		return "" // 省部级领导干部问题 narrows 地厅级领导干部问题 behind it to nothing
	}
	return object
}
