package figures

import (
	"cmp"
	"slices"
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

// reasonIn reads 5千人因土地违法违规受处分 as narrowed to 土地违法违规.
func reasonIn(quote string) string {
	_, rest, ok := strings.Cut(quote, "因")
	if !ok {
		return ""
	}
	for _, w := range []string{"受到", "受", "被", "而"} {
		reason, _, ok := strings.Cut(rest, w)
		if n := utf8.RuneCountInString(reason); ok && n >= leastNamed && n <= mostNamed {
			if name, _ := lastName(scopeNames(), reason); name != "" {
				return name
			}
			return strings.TrimSuffix(bareObject(reason), "问题")
		}
	}
	return ""
}

// sentenceOf gives the last figures, as far as they stand in the sentence that begins at start.
func sentenceOf(article []neighbour, start int) []neighbour {
	k := len(article)
	for k > 0 && article[k-1].sentence == start {
		k--
	}
	return article[k:]
}

// scopeAfter reads 1月查处69起，一季度查处违反财经纪律问题200起: the object that the
// same count has further on in the sentence.
func scopeAfter(article []neighbour, i int) string {
	f := article[i]
	for _, n := range article[i+1:] {
		if n.sentence != f.sentence {
			break
		}
		if n.action == f.action && n.unit == f.unit && holds("governing", n.action) && scopeFrom(n.object) != "" {
			return scopeFrom(n.object)
		}
	}
	return ""
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

// listed is lastName of a scope; the last of a list (公款旅游、大办婚丧喜庆事宜等) stands for all of it.
func listed(head string) (string, int) {
	name, end := lastName(scopeNames(), head)
	if end < 0 {
		return "", -1
	}
	rest, _, more := strings.Cut(head[end:], "等")
	if more && utf8.RuneCountInString(rest) <= 3 && strings.Contains(head[max(0, strings.LastIndex(head[:end], "，")):end], "、") {
		name += "等"
	}
	return name, end
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
	if generic()[object] {
		return ""
	}
	return object
}

// Bounds of an object that stands without a figure, in code points.
const leastNamed, mostNamed = 3, 24

// namedIn reads 严肃查处违反财经纪律的问题: the object of the last verb of its kind
// in a head that names one, and where it ends.
func namedIn(head string) (string, int) {
	for end := len(head); end > 0; {
		i, verb := -1, ""
		for _, w := range words()["naming"] {
			if k := strings.LastIndex(head[:end], w); k > i {
				i, verb = k, w
			}
		}
		if i < 0 {
			break
		}
		if scope, n := objectAt(head[i+len(verb):]); scope != "" {
			return scope, i + len(verb) + n
		}
		end = i
	}
	return "", -1
}

// objectAt reads the object that text begins with, and its length, where no figure stands in it.
func objectAt(text string) (string, int) {
	if stop := strings.IndexAny(text, "，,。；;：0123456789"); stop >= 0 {
		text = text[:stop]
	}
	for _, noun := range []string{"问题", "案件", "行为", "现象", "情况"} {
		object, _, ok := strings.Cut(text, noun)
		if n := utf8.RuneCountInString(object); ok && n >= leastNamed && n <= mostNamed {
			return scopeFrom(object + noun), len(object)
		}
	}
	return "", 0
}

// eventIn reads 在工程建设领域专项治理工作中 as 工程建设领域专项治理, and where it ends.
func eventIn(head string) (string, int) {
	end := strings.LastIndex(head, "中，")
	if end < 0 {
		return "", -1
	}
	begin := strings.LastIndex(head[:end], "在")
	if begin < 0 {
		return "", -1
	}
	name := strings.TrimSuffix(strings.TrimSuffix(head[begin+len("在"):end], "过程"), "工作")
	if n := utf8.RuneCountInString(name); n <= leastNamed || n > mostNamed || strings.ContainsAny(name, "，。、0123456789") {
		return "", -1
	}
	for _, w := range words()["events"] {
		if strings.HasSuffix(name, w) {
			return bareObject(name), end
		}
	}
	return "", -1
}

// mostField bounds the name of a field, in code points.
const mostField = 40

// fieldIn reads 在履职尽责、服务发展方面不作为，… as 履职尽责、服务发展, and where it ends.
func fieldIn(head string) (string, int) {
	begin := strings.LastIndex(head, "在")
	if begin < 0 {
		return "", -1
	}
	rest, _, ok := strings.Cut(head[begin+len("在"):], "方面")
	end := begin + len(rest)
	rest, _, _ = strings.Cut(rest, "，")
	if n := utf8.RuneCountInString(rest); !ok || n < leastNamed || n > mostField || strings.Contains(rest, "。") {
		return "", -1
	}
	return bareObject(rest), end
}

// discipline are words of the bodies of discipline, whose counts need no name.
var discipline = []string{"纪检", "纪委", "监委", "监察", "巡视", "巡察"}

// bodyOf gives the body that counts, by the actor of the figure, else by the last
// body named in the words before it. The central commission counts its own cases.
func bodyOf(actor, head string) string {
	if actor == "" {
		return bodyIn(head)
	}
	if name, at := lastName(bodyNames(), actor); at >= 0 {
		return name
	}
	if !slices.ContainsFunc(discipline, func(w string) bool { return strings.Contains(actor, w) }) {
		return bodyIn(head)
	}
	if strings.HasPrefix(actor, "中央纪委") && !strings.Contains(actor, "驻") && !strings.Contains(head, "全国") && !strings.Contains(head, "各") {
		return central
	}
	return ""
}

// central is the central commission, which counts its own cases.
const central = "中央纪委"

// bodyIn gives the last body named in a head, unless that is where something is handed over to.
func bodyIn(head string) string {
	for _, to := range []string{"移送检察机关", "移送司法机关", "移交检察机关", "移送公安机关", "移送检察院"} {
		head = strings.ReplaceAll(head, to, "")
	}
	name, end := lastName(bodyNames(), head)
	for _, w := range discipline {
		if strings.LastIndex(head, w) > end {
			return ""
		}
	}
	return name
}
