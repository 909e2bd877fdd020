package analyze

import "strings"

// person is someone whose post the text tells, with the body of the post.
type person struct {
	name string
	unit *unit
}

// maxPersons bounds how many persons are remembered in one article.
const maxPersons = 60

// findPersons gives the persons that are named with a post and named again later.
func (r *figureReader) findPersons() []person {
	var out []person
	for _, m := range r.d.unitMentions {
		name := r.personAfter(m.end)
		if name == "" || len(out) == maxPersons {
			continue
		}
		known := false
		for _, p := range out {
			known = known || p.name == name
		}
		if !known {
			out = append(out, person{name, m.unit})
		}
	}
	return out
}

// personAfter reads the posts behind a body, and the name that follows them where
// it stands in the text again.
func (r *figureReader) personAfter(i int) string {
	text, posts := r.d.runes, 0
	for from := i; i < len(text) && i < from+40; {
		end, c := r.a.lex.figures.posts.longest(text, i, len(text))
		switch {
		case end > i && c.is(classHead):
			i, posts = end, posts+1
			continue
		case end > i || posts > 0 && isOneOf(text, i, "、兼"):
			i = max(end, i+1)
			continue
		}
		break
	}
	if posts == 0 || i >= len(text) || !isSurname(text[i]) {
		return ""
	}
	for _, n := range [...]int{3, 2} {
		if i+n > len(text) || !isWordRune(text[i+1]) || !isWordRune(text[i+n-1]) {
			continue
		}
		if name := r.d.slice(i, i+n); strings.Count(r.d.art.Text, name) > 1 {
			return name
		}
	}
	return ""
}

// surnames holds the common surnames of one character.
const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"

func isSurname(c rune) bool { return strings.ContainsRune(surnames, c) }

// personIn gives the body of the last person named in s, nil where none is.
func (r *figureReader) personIn(s span) *unit {
	if s.len() <= 0 {
		return nil
	}
	text := r.d.text(s)
	var last *unit
	at := -1
	for _, p := range r.people() {
		if i := strings.LastIndex(text, p.name); i > at {
			last, at = p.unit, i
		}
	}
	return last
}

// people gives the persons of the article, found when a figure first asks for them.
func (r *figureReader) people() []person {
	if !r.knowsPeople {
		r.persons, r.knowsPeople = r.findPersons(), true
	}
	return r.persons
}
