package index

import (
	"fmt"
	"unicode"
)

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
