package index

import (
	"fmt"
	"strings"
	"unicode"
)

// closing gives the mark that ends a phrase begun by each opening one.
var closing = map[rune]rune{'"': '"', '＂': '＂', '“': '”', '‘': '’', '「': '」', '『': '』', '”': '”'}

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
