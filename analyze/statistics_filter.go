package analyze

// unlikely tells the numbers that are no figures whatever follows them.
func (a *Analyzer) unlikely(d *doc, n numeral, limit int) reason {
	before, after := rune(0), rune(0)
	if n.start > 0 {
		before = d.runes[n.start-1]
	}
	if n.signEnd < limit {
		after = d.runes[n.signEnd]
	}
	switch {
	case before == '第' || before == '〔' || before == '〕' || before == '[' || before == ']' || before == '№':
		return "ordinal"
	case !n.share && (n.vague || isOneOf(d.runes, n.start, "数几")):
		return "vague"
	case n.chinese && !n.share && n.value < 2:
		return "article"
	case n.end-n.start == 1 && d.runes[n.start] == '二':
		return "ordinal" // counts say 两
	case isGlue(before) || isGlue(after):
		return "code"
	case before < 0x80 && isWordRune(before):
		return "code"
	case n.chinese && !n.share && n.value < 1000 && !a.counted(d, n, limit):
		return "no unit"
	case d.inWord(n) && !a.countsWith(d, n):
		return "word"
	case isOneOf(d.runes, n.start-1, "前后头首") && d.word(n.start-1).len() == 1 && n.end-n.start <= 2 && !n.share:
		return "ordinal"
	case n.value == 0:
		return "zero"
	}
	return ""
}

// counted tells whether something that may be a unit of counting follows a number.
func (a *Analyzer) counted(d *doc, n numeral, limit int) bool {
	at := skipBlank(d.runes, n.end)
	end, _ := a.lex.figures.counters.longest(d.runes, at, limit)
	return end > at || isOneOf(d.runes, at, "点")
}

// countsWith tells whether the word that holds a numeral is only the numeral with its unit: 两期.
func (a *Analyzer) countsWith(d *doc, n numeral) bool {
	t := d.word(n.start)
	end, _ := a.lex.figures.counters.longest(d.runes, n.end, t.end)
	start := t.start
	if isOneOf(d.runes, start, "近约逾超") {
		start++ // 近百名
	}
	return start == n.start && end == t.end && end > n.end
}

// isGlue tells the signs that make a code or name of digits: 1+N, 4·29, 5/6.
func isGlue(r rune) bool {
	switch r {
	case '+', '＋', '·', '・', '/', '=', '＝', '>', '＞', '<', '_', '#', '^', '*', '×', '.':
		return true
	}
	return false
}

// unlikelyFigure tells the names and abstract aspects that have the form of figures.
func (a *Analyzer) unlikelyFigure(d *doc, f figure, limit int) reason {
	if end, c := a.lex.figures.nonfigures.longest(d.runes, f.num.start, limit); c.is(className) && end > f.num.end {
		return "name"
	}
	if inTitle(d.runes, f.num.start) {
		return "title"
	}
	if f.num.share {
		return ""
	}
	if f.num.chinese && f.num.end-f.num.start == 1 && !isOneOf(d.runes, f.unit.start, "个") && namesPlace(d.runes[:limit], f.unit.end) {
		return "name of a place"
	}
	if isOneOf(d.runes, f.unit.start, "处") && f.num.chinese {
		if end, _ := a.lex.figures.posts.longest(d.runes, f.unit.start, limit); end > f.unit.end {
			return "office" // 培训三处处长
		}
		if end, _ := a.lex.figures.posts.longest(d.runes, f.unit.end, limit); end > f.unit.end {
			return "office"
		}
	}
	if isOneOf(d.runes, f.unit.start, "次") && namesTrain(d.runes[:limit], f.unit.end) {
		return "train"
	}
	if f.class.is(classMeasure) && ofNature(d.runes[max(0, f.start-8):f.start]) {
		return "magnitude of nature"
	}
	if a.abstract(d, f, limit) {
		return "abstract"
	}
	if f.num.chinese && sessionNumber(d.runes, f, limit) {
		return "ordinal"
	}
	if quoted(d.runes, f.num.start) && !creates(d, a, f.num.start) {
		return "quoted name"
	}
	return ""
}

// abstract tells the counts of aspects: 三个层面, 6个方面. An adjective or 重点 may stand before the noun.
func (a *Analyzer) abstract(d *doc, f figure, limit int) bool {
	if !f.class.is(classCount) || !isOneOf(d.runes, f.unit.start, "个项种大层方条道类") || f.unit.len() > 1 {
		return false
	}
	at := f.unit.end
	if _, c := a.lex.figures.nonfigures.longest(d.runes, at, limit); c.is(classAbstract) {
		return true
	}
	if f.num.value > 12 {
		return false
	}
	for words := 0; words < 2; words++ {
		t := d.word(at)
		if t.start != at || t.end >= limit || t.end-at > 2 {
			return false
		}
		at = t.end
		end, c := a.lex.figures.nonfigures.longest(d.runes, at, limit)
		if c.is(classAbstract) && end-at >= 2 && (end >= limit || !isWordRune(d.runes[end]) || isOneOf(d.runes, end, "的是入，和上中")) {
			return true
		}
	}
	return false
}

// namesPlace tells the end of a name: 五店社区, 八里村.
func namesPlace(text []rune, i int) bool {
	for _, w := range [...]string{"社区", "小区", "街道"} {
		if _, ok := wordAt(text, i, w); ok {
			return true
		}
	}
	return isOneOf(text, i, "村镇路巷") && !isOneOf(text, i+1, "民干委级居里企务")
}

// inTitle tells whether i stands inside 《》.
func inTitle(text []rune, i int) bool {
	for k := i - 1; k >= 0 && k >= i-60 && text[k] != '\n'; k-- {
		switch text[k] {
		case '》':
			return false
		case '《':
			return true
		}
	}
	return false
}

// namesTrain tells the number of a train or flight: 8011次列车.
func namesTrain(text []rune, i int) bool {
	for _, w := range [...]string{"班列", "列车", "动车", "高铁", "航班", "专列"} {
		if _, ok := wordAt(text, i, w); ok {
			return true
		}
	}
	return false
}

// ofNature tells whether what is measured before a figure is no work of men: 水位涨至|3.92米.
func ofNature(before []rune) bool {
	for i := range before {
		for _, w := range [...]string{"水位", "海拔", "气温", "风速", "浪高", "震源"} {
			if _, ok := wordAt(before, i, w); ok {
				return true
			}
		}
	}
	return false
}

// sessionNumber tells 三次全会 and 二十届 from counts.
func sessionNumber(text []rune, f figure, limit int) bool {
	for _, w := range [...]string{"全会", "全体会议", "中全会", "党代会", "代表大会"} {
		if _, ok := wordAt(text[:limit], f.unit.end, w); ok {
			return true
		}
	}
	return false
}

// quoted tells whether position i is inside a short quotation: a name, no speech.
func quoted(text []rune, i int) bool {
	open := -1
	for k := i - 1; k >= 0 && k >= i-10; k-- {
		if c := text[k]; c == '“' || c == '‘' || c == '「' || c == '『' {
			open = k
			break
		} else if c == '”' || c == '’' || c == '」' || c == '\n' || c == '。' || c == '，' {
			return false
		}
	}
	if open < 0 {
		return false
	}
	for k := i; k < len(text) && k <= open+13; k++ {
		switch text[k] {
		case '”', '’', '」', '』':
			return true
		case '，', '。', '\n':
			return false
		}
	}
	return false
}

// creates tells whether the quotation that begins at or before i is what a verb of making makes: 划分“七个片区”.
func creates(d *doc, a *Analyzer, i int) bool {
	if i == 0 || !isOneOf(d.runes, i-1, "“‘「") {
		return false
	}
	end := i
	for end < len(d.runes) && end < i+12 && !isOneOf(d.runes, end, "”’」") {
		end++
	}
	if end+1 < len(d.runes) && isWordRune(d.runes[end+1]) {
		return false
	}
	for _, w := range [...]string{"划分", "建立", "建立健全", "组建", "设立", "成立", "制定", "推出", "出台", "设置", "开设", "划出"} {
		if endsWith(d.runes[max(0, i-6):i-1], w) {
			return true
		}
	}
	return false
}
