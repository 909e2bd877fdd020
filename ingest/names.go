package ingest

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// roleWords are the words with which roles end.
var roleWords = []string{"记者", "通讯员", "评论员", "撰稿", "实习生", "报道员"}

const (
	role = `(?:(?:本报|本刊|本网|本台|新华社|央视|总台|信报|全媒体|融媒体|特约|特派|见习|实习|首席|驻[\p{Han}]{2,6})*(?:记者|通讯员|评论员|撰稿人?|实习生|报道员))`
	name = `[\p{Han}]{1,4}(?:·[\p{Han}]{1,8})*`
	lazy = `[\p{Han}]{2,4}?`
	// some is names with blanks between; a blank inside a name of two characters is known by its single characters.
	some = name + `(?:[\s、,，/]+` + name + `){0,9}`
)

var (
	rolePlace = regexp.MustCompile(role)
	// organ is what may stand before reporters: a medium or its newsroom.
	reporters  = regexp.MustCompile(`^[□■●▌◎\s—-]*(?:[\p{Han}·]{2,24}?)?` + role + `\s*(` + some + `(?:\s*[/／]?\s*` + role + `\s*` + some + `)*)(?:\s*(?:报道|文|/文|摄影报道|采写|[/／].{1,12}|(?:发自|自)[\p{Han}]{2,12}(?:报道)?))?$`)
	byMedium   = regexp.MustCompile(`^[\p{Han}·]{2,20}(?:网站|日报|晚报|报|新闻网|网|杂志|客户端|中心)\s+(` + some + `)(?:\s+` + role + `\s*(` + some + `))?(?:\s+(?:发自|自)[\p{Han}]{2,12}(?:报道)?)?$`)
	byNewsroom = regexp.MustCompile(`^[\p{Han}·]{2,20}(?:网站|报|网|杂志|客户端|中心)\s+([\p{Han}]{2,8}(?:编辑部|评论部|采编部|采访部|新闻部|编辑室|工作室))$`)
	leadCredit = regexp.MustCompile(`^[^（(。，]{0,30}[（(](` + role + `\s*` + some + `(?:\s*` + role + `\s*` + some + `)*)[）)]`)
	isAuthor   = regexp.MustCompile(`^(` + lazy + `(?:[\s、,，]+` + lazy + `){0,5})\s*[,，]?\s*(?:作者)?(?:系|单位|为)[^。]{2,60}$`)
	// headed is a post and its holder: 某省纪委书记、监委主任 张三.
	headed    = regexp.MustCompile(`^[\p{Han}、，（）()]{3,40}(?:书记|主任|委员|局长|部长|厅长|组长|主席|校长|院长|教授|研究员|市长|县长|区长|处长|会长|检察长)\s+(` + name + `)$`)
	ofOrgan   = regexp.MustCompile(`^[\p{Han}、]{3,24}\s+(` + some + `)$`)
	supplied  = regexp.MustCompile(`^[\p{Han}、\s（）()·]{2,40}\s*(?:供稿|供图|整理|提供)$`)
	endWords  = regexp.MustCompile(`(?:报道|摄影报道|摄|文|图|整理|供稿|采写|撰写)$`)
	closing   = regexp.MustCompile(`[（(]([^（）()]{2,60})[）)]\s*$`)
	plainName = regexp.MustCompile(`^` + name + `(?:[\s、,，]+` + name + `){0,5}$`)
)

// reporterLine gives the names of a line that only names reporters, or "".
func reporterLine(line string) string {
	if runes(line) > 60 {
		return ""
	}
	if namesRole(line) {
		if m := reporters.FindStringSubmatch(line); m != nil {
			return authorNames(m[1])
		}
	}
	if !strings.ContainsAny(line, " \t") {
		return ""
	}
	if m := headed.FindStringSubmatch(line); m != nil && looksLikeNames(m[1]) {
		return m[1]
	}
	if m := byMedium.FindStringSubmatch(line); m != nil {
		return authorNames(m[1] + " " + m[2])
	}
	if m := byNewsroom.FindStringSubmatch(line); m != nil {
		return m[1]
	}
	return ""
}

// namesRole tells whether rolePlace finds anything, for less.
func namesRole(line string) bool {
	return slices.ContainsFunc(roleWords, func(w string) bool { return strings.Contains(line, w) })
}

// closingCredit reads the credit in brackets at the end of a text: （石哲）,
// （记者 张三）, (张三作者系某机关干部). whole says that the line holds nothing else.
func closingCredit(line string) (author string, whole, ok bool) {
	if last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(line)); last != '）' && last != ')' {
		return "", false, false
	}
	m := closing.FindStringSubmatchIndex(line)
	if m == nil {
		return "", false, false
	}
	inner, before := strings.TrimSpace(line[m[2]:m[3]]), strings.TrimSpace(line[:m[0]])
	whole = before == ""
	if last, _ := utf8.DecodeLastRuneInString(before); !whole && !strings.ContainsRune("。！？”…》", last) {
		return "", false, false
	}
	switch {
	case isAuthor.MatchString(inner):
		return authorNames(isAuthor.FindStringSubmatch(inner)[1]), whole, true
	case rolePlace.MatchString(inner):
		at := rolePlace.FindStringIndex(inner)
		names := authorNames(inner[at[1]:])
		return names, whole, names != ""
	case whole && ofOrgan.MatchString(inner) && looksLikeNames(ofOrgan.FindStringSubmatch(inner)[1]):
		return authorNames(ofOrgan.FindStringSubmatch(inner)[1]), whole, true
	case supplied.MatchString(inner):
		return "", whole, true
	case plainName.MatchString(inner) && looksLikeNames(inner):
		return authorNames(inner), whole, true
	}
	return "", whole, false
}

// authorNames gives names joined by one blank: roles, posts and bylines' ornaments go.
// Where no name can be told apart, the value stays as it is.
func authorNames(s string) string {
	s = strings.TrimPrefix(trimValue(s), "原创")
	if i := strings.IndexAny(s, "。；;"); i >= 0 {
		s = s[:i]
	}
	s = endWords.ReplaceAllString(strings.TrimSpace(rolePlace.ReplaceAllString(s, " ")), "")
	s = strings.NewReplacer("、", " ", "，", " ", ",", " ", "/", " ", "／", " ", "　", " ", "&", " ", ";", " ").Replace(s)
	fields := joinSingles(strings.Fields(s))
	// 某机关纪检监察组组长 张三: the post goes.
	for len(fields) > 1 && runes(fields[0]) > 5 && runes(fields[len(fields)-1]) <= 4 {
		fields = fields[1:]
	}
	out := strings.Join(fields, " ")
	if runes(out) > 60 {
		return ""
	}
	return out
}

// joinSingles puts names together that are written with a blank inside: 李 明.
func joinSingles(fields []string) []string {
	var out []string
	for i := 0; i < len(fields); i++ {
		if i+1 < len(fields) && runes(fields[i]) == 1 && runes(fields[i+1]) == 1 {
			out = append(out, fields[i]+fields[i+1])
			i++
			continue
		}
		out = append(out, fields[i])
	}
	return out
}

// surnames are the family names that nine in ten people of China bear, and common others.
const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓韩冯曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由"

// looksLikeNames tells whether every word is of the length of a name and begins with a family name.
func looksLikeNames(s string) bool {
	fields := joinSingles(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" 、,，", r) }))
	for _, f := range fields {
		r := []rune(f)
		if len(r) < 2 || len(r) > 4 || !strings.ContainsRune(surnames, r[0]) || strings.ContainsRune("网报社台局部委组", r[len(r)-1]) {
			return false
		}
	}
	return len(fields) > 0
}
