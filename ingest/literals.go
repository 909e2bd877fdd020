package ingest

import (
	"regexp/syntax"
	"unicode"
)

// What an expression demands of any text that it matches whole. It is asked before
// the expression is: most lines of a page fail it, and asking is cheap.

// parsed gives the syntax of an expression of the program's own.
func parsed(expression string) *syntax.Regexp {
	re, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		panic(err)
	}
	return re
}

// widest set of characters that is worth writing down.
const mostRunes = 64

// edges gives the characters with which a match of re can begin (or, with last, end),
// folded. ok is false where they are too many; nullable tells that re matches nothing, too.
func edges(re *syntax.Regexp, last bool) (set map[rune]bool, nullable, ok bool) {
	set = map[rune]bool{}
	switch re.Op {
	case syntax.OpLiteral:
		r := re.Rune[0]
		if last {
			r = re.Rune[len(re.Rune)-1]
		}
		set[foldRune(r)] = true
		return set, false, true
	case syntax.OpCharClass:
		return set, false, addClass(set, re.Rune)
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return set, true, true
	case syntax.OpCapture, syntax.OpPlus:
		return edges(re.Sub[0], last)
	case syntax.OpStar, syntax.OpQuest:
		set, _, ok = edges(re.Sub[0], last)
		return set, true, ok
	case syntax.OpRepeat:
		set, nullable, ok = edges(re.Sub[0], last)
		return set, nullable || re.Min == 0, ok
	case syntax.OpConcat, syntax.OpAlternate:
		return edgesOfAll(re, last)
	}
	return nil, false, false
}

func edgesOfAll(re *syntax.Regexp, last bool) (set map[rune]bool, nullable, ok bool) {
	set, nullable = map[rune]bool{}, re.Op == syntax.OpConcat
	for i := range re.Sub {
		sub := re.Sub[i]
		if last {
			sub = re.Sub[len(re.Sub)-1-i]
		}
		s, empty, ok := edges(sub, last)
		if !ok {
			return nil, false, false
		}
		for r := range s {
			set[r] = true
		}
		if re.Op == syntax.OpAlternate {
			nullable = nullable || empty
		} else if !empty {
			return set, false, true
		}
	}
	return set, nullable, true
}

// addClass adds the characters of a class, given as ranges; false where they are too many.
func addClass(set map[rune]bool, ranges []rune) bool {
	n := 0
	for i := 0; i < len(ranges); i += 2 {
		if n += int(ranges[i+1]-ranges[i]) + 1; n > mostRunes {
			return false
		}
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			set[foldRune(r)] = true
		}
	}
	return true
}

// demanded gives strings of which every text that re matches holds one, folded;
// none where that can't be told.
func demanded(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		return []string{fold(string(re.Rune))}
	case syntax.OpCharClass:
		set := map[rune]bool{}
		if !addClass(set, re.Rune) {
			return nil
		}
		var all []string
		for r := range set {
			all = append(all, string(r))
		}
		return all
	case syntax.OpCapture, syntax.OpPlus:
		return demanded(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return demanded(re.Sub[0])
		}
	case syntax.OpConcat:
		var best []string
		for _, sub := range re.Sub {
			if d := demanded(sub); len(d) > 0 && selective(d) > selective(best) {
				best = d
			}
		}
		return best
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			d := demanded(sub)
			if len(d) == 0 {
				return nil
			}
			all = append(all, d...)
		}
		return all
	}
	return nil
}

// selective tells how much it helps to know that a text must hold one of the
// strings: the length of the shortest, less where there are many of them.
func selective(strs []string) float64 {
	if len(strs) == 0 {
		return 0
	}
	least := runes(strs[0])
	for _, s := range strs {
		least = min(least, runes(s))
	}
	return float64(least) + 1/float64(1+len(strs))
}

func fold(s string) string {
	out := []rune(s)
	for i, r := range out {
		out[i] = foldRune(r)
	}
	return string(out)
}

// foldRune gives one character for all that an expression with (?i) takes for the same.
func foldRune(r rune) rune {
	switch {
	case r < 'A':
		return r
	case r <= 'Z':
		return r + 'a' - 'A'
	case r > 'z' && r < 0x80, r >= 0x2e80 && r < 0xa640:
		return r
	}
	least := r
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		least = min(least, f)
	}
	if least < 0x80 && least >= 'A' && least <= 'Z' {
		least += 'a' - 'A'
	}
	return least
}
