package index

import (
	"fmt"
	"strings"
	"unicode"
)

// QueryError is a mistake in a query: where it is and what was expected there.
type QueryError struct {
	Column int    // 1 for the first code point of the query
	Want   string // what was expected, in English
	Got    string // what stands there, "" for the end
}

// Error is part of error.
func (e *QueryError) Error() string {
	got := "the query ends"
	if e.Got != "" {
		got = fmt.Sprintf("found %q", e.Got)
	}
	return fmt.Sprintf("query, column %d: expected %s, %s", e.Column, e.Want, got)
}

// node is a part of a parsed query.
type node interface{ isNode() }

type (
	allNode struct{}            // everything
	andNode struct{ of []node } // all of these
	orNode  struct{ of []node } // one of these
	notNode struct{ of node }   // what does not match
	// termNode is a word, a phrase or a value.
	termNode struct {
		field  string // canonical name of the field, "" for title and text
		text   string // as written, without quotes and star
		phrase bool   // between quotation marks
		prefix bool   // with a star after it
		col    int    // column where it begins
	}
	// rangeNode is a range of years or days, inclusive; an end may be "".
	rangeNode struct {
		field    string
		from, to string
		col      int
	}
)

func (allNode) isNode()   {}
func (andNode) isNode()   {}
func (orNode) isNode()    {}
func (notNode) isNode()   {}
func (termNode) isNode()  {}
func (rangeNode) isNode() {}

// Bounds of a query.
const (
	maxQueryRunes = 20000
	maxQueryTerms = 1000
	maxQueryDepth = 100
)

// fieldNames gives the canonical field of each name of the query language.
var fieldNames = map[string]string{
	"主题": fieldTheme, "theme": fieldTheme,
	"地区": fieldRegion, "region": fieldRegion,
	"年份": fieldYear, "year": fieldYear,
	"日期": fieldDay, "date": fieldDay,
	"单位": fieldUnit, "unit": fieldUnit,
	"举措": fieldMeasure, "measure": fieldMeasure,
	"来源": fieldSource, "source": fieldSource,
	"标题": fieldTitle, "title": fieldTitle,
}

const fieldList = "one of 主题/theme, 地区/region, 年份/year, 日期/date, 单位/unit, 举措/measure, 来源/source, 标题/title"

// closing gives the mark that ends a phrase begun by each opening one.
var closing = map[rune]rune{'"': '"', '＂': '＂', '“': '”', '‘': '’', '「': '」', '『': '』', '”': '”'}

// parser reads a query. Columns are places in src plus one.
type parser struct {
	src   []rune
	at    int
	terms int
	depth int
}

// parseQuery reads a query of the query language. It fails with a *QueryError.
func parseQuery(query string) (node, error) {
	p := &parser{src: []rune(query)}
	if len(p.src) > maxQueryRunes {
		return nil, &QueryError{Column: maxQueryRunes + 1, Want: fmt.Sprintf("at most %d characters", maxQueryRunes), Got: "…"}
	}
	p.space()
	if p.end() {
		return allNode{}, nil
	}
	n, err := p.or("")
	if err != nil {
		return nil, err
	}
	if !p.end() {
		return nil, p.fail("a word, a phrase or the end")
	}
	return n, nil
}

func (p *parser) end() bool { return p.at >= len(p.src) }

func (p *parser) peek() rune {
	if p.end() {
		return 0
	}
	return p.src[p.at]
}

func (p *parser) space() {
	for !p.end() && unicode.IsSpace(p.src[p.at]) {
		p.at++
	}
}

// fail makes the error that something else was expected here.
func (p *parser) fail(want string) error { return p.failAt(p.at, want) }

func (p *parser) failAt(at int, want string) error {
	got := ""
	if at < len(p.src) {
		end := at + 1
		for end < len(p.src) && end < at+12 && !unicode.IsSpace(p.src[end]) && !isParen(p.src[end]) {
			end++
		}
		got = string(p.src[at:end])
	}
	return &QueryError{Column: at + 1, Want: want, Got: got}
}

func isOpen(r rune) bool  { return r == '(' || r == '（' }
func isClose(r rune) bool { return r == ')' || r == '）' }
func isParen(r rune) bool { return isOpen(r) || isClose(r) }
func isColon(r rune) bool { return r == ':' || r == '：' }
func isMinus(r rune) bool { return r == '-' || r == '－' }
func isStar(r rune) bool  { return r == '*' || r == '＊' }

// keyword takes AND, OR or NOT when it stands here as a word of its own.
func (p *parser) keyword(k string) bool {
	end := p.at + len(k)
	if end > len(p.src) || string(p.src[p.at:end]) != k {
		return false
	}
	if end < len(p.src) && !unicode.IsSpace(p.src[end]) && !isParen(p.src[end]) && closing[p.src[end]] == 0 {
		return false
	}
	p.at = end
	p.space()
	return true
}

func (p *parser) or(field string) (node, error) {
	if p.depth++; p.depth > maxQueryDepth {
		return nil, p.fail("fewer brackets")
	}
	defer func() { p.depth-- }()
	var of []node
	for {
		n, err := p.and(field)
		if err != nil {
			return nil, err
		}
		of = append(of, n)
		if !p.keyword("OR") {
			break
		}
	}
	if len(of) == 1 {
		return of[0], nil
	}
	return orNode{of}, nil
}

func (p *parser) and(field string) (node, error) {
	var of []node
	for {
		n, err := p.not(field)
		if err != nil {
			return nil, err
		}
		of = append(of, n)
		if p.keyword("AND") {
			continue
		}
		if p.end() || isClose(p.peek()) || p.atKeyword("OR") {
			break
		}
	}
	if len(of) == 1 {
		return of[0], nil
	}
	return andNode{of}, nil
}

func (p *parser) atKeyword(k string) bool {
	at := p.at
	defer func() { p.at = at }()
	return p.keyword(k)
}

func (p *parser) not(field string) (node, error) {
	negative := false
	for {
		if isMinus(p.peek()) {
			p.at++
			p.space()
		} else if !p.keyword("NOT") {
			break
		}
		negative = !negative
	}
	n, err := p.atom(field)
	if err == nil && negative {
		n = notNode{n}
	}
	return n, err
}

// atom reads a bracket, a phrase, or a word with or without a field.
func (p *parser) atom(field string) (node, error) {
	if p.terms++; p.terms > maxQueryTerms {
		return nil, p.fail(fmt.Sprintf("at most %d words", maxQueryTerms))
	}
	r := p.peek()
	switch {
	case p.end():
		return nil, p.fail("a word or a phrase")
	case isOpen(r):
		return p.bracket(field)
	case isClose(r), p.atKeyword("AND"), p.atKeyword("OR"):
		return nil, p.fail("a word or a phrase")
	case closing[r] != 0:
		return p.phrase(field)
	}
	return p.word(field)
}

func (p *parser) bracket(field string) (node, error) {
	open := p.at
	p.at++
	p.space()
	n, err := p.or(field)
	if err != nil {
		return nil, err
	}
	if !isClose(p.peek()) {
		e := p.fail("a closing bracket for the one in column " + fmt.Sprint(open+1))
		return nil, e
	}
	p.at++
	p.space()
	return n, nil
}

// phrase reads up to the closing mark. A mark of the same kind inside counts
// as nested, as far as the marks are in balance; \" is a mark that does not close.
func (p *parser) phrase(field string) (node, error) {
	open := p.at
	end := p.phraseEnd()
	if end < 0 {
		return nil, p.failAt(len(p.src), fmt.Sprintf("a closing %c for the one in column %d", closing[p.src[open]], open+1))
	}
	text := strings.ReplaceAll(string(p.src[open+1:end]), `\"`, `"`)
	if strings.TrimSpace(text) == "" {
		return nil, p.failAt(open, "a phrase between the marks")
	}
	p.at = end + 1
	if isStar(p.peek()) {
		return nil, p.fail("no star after a phrase (a star ends a word)")
	}
	p.space()
	return p.value(field, termNode{field: field, text: text, phrase: true, col: open + 1})
}

func (p *parser) phraseEnd() int {
	open := p.src[p.at]
	mark := closing[open]
	depth, last, again := 1, -1, -1
	for i := p.at + 1; i < len(p.src); i++ {
		switch {
		case p.src[i] == '\\' && i+1 < len(p.src) && p.src[i+1] == '"':
			i++
		case p.src[i] == mark:
			last = i
			if depth--; depth == 0 {
				return i
			}
		case p.src[i] == open:
			depth++
			again = i
		case isDoubleMark(p.src[i]):
			again = i
		}
	}
	if last < 0 {
		return again // marks the wrong way round, or of two kinds
	}
	return last
}

func isDoubleMark(r rune) bool { return r == '"' || r == '“' || r == '”' }

// word reads a word up to a space, a bracket or a quotation mark; or a field, its colon and
// what follows it.
func (p *parser) word(field string) (node, error) {
	start := p.at
	for !p.end() && !unicode.IsSpace(p.peek()) && !isParen(p.peek()) && closing[p.peek()] == 0 {
		if isColon(p.peek()) && p.at > start {
			name := strings.ToLower(string(p.src[start:p.at]))
			if f, ok := fieldNames[foldString(name)]; ok {
				return p.fielded(f)
			}
			if isFieldLike(name) {
				return nil, p.failAt(start, fieldList+" before a colon")
			}
		}
		p.at++
	}
	text := p.src[start:p.at]
	p.space()
	t := termNode{field: field, col: start + 1}
	for i, r := range text {
		if isStar(r) && i != len(text)-1 {
			return nil, p.failAt(start+i, "a star only at the end of a word")
		}
	}
	if isStar(text[len(text)-1]) {
		text, t.prefix = text[:len(text)-1], true
	}
	t.text = string(text)
	if t.text == "" && field == "" {
		return allNode{}, nil
	}
	return p.value(field, t)
}

// isFieldLike tells names that can only be meant as fields: Latin letters alone.
func isFieldLike(name string) bool {
	for _, r := range name {
		if r < 'a' || r > 'z' {
			return false
		}
	}
	return name != "http" && name != "https"
}

// fielded reads what follows a field's name; the colon stands here.
func (p *parser) fielded(field string) (node, error) {
	p.at++
	p.space()
	if p.end() || isClose(p.peek()) {
		return nil, p.fail("a value after the colon")
	}
	r := p.peek()
	switch {
	case isOpen(r):
		return p.bracket(field)
	case closing[r] != 0:
		return p.phrase(field)
	}
	return p.word(field)
}

// value makes ranges of the values of years and days, and checks them.
func (p *parser) value(field string, t termNode) (node, error) {
	switch field {
	case fieldYear, fieldDay:
		return rangeOf(field, t)
	}
	return t, nil
}
