package figures

import (
	"strings"
	"unicode/utf8"
)

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
