package index

import (
	"errors"
	"fmt"
	"sort"
	"strings"

	"jiandu/corpus/gazetteer"
)

// maxValues bounds how many values one value of a query may stand for.
const maxValues = 2000

// names finds the terms of the fields of tags that a value of a query means.
type names struct {
	areas  *gazetteer.Table
	themes map[string]string // names by id
}

// terms gives the terms of a field that a value means. Its errors say what was expected.
func (n names) terms(ps []*part, field, value string, prefix bool) ([]string, error) {
	switch field {
	case fieldTheme:
		return n.theme(ps, value)
	case fieldRegion:
		return n.region(value)
	}
	return similar(ps, field, value, prefix)
}

func (n names) theme(ps []*part, value string) ([]string, error) {
	if ok, err := isTerm(ps, fieldTheme, value); ok || err != nil {
		return []string{value}, err
	}
	want := foldString(value)
	for id, name := range n.themes {
		if foldString(name) == want || id == value {
			return []string{id}, nil
		}
	}
	var known []string
	for id, name := range n.themes {
		if strings.Contains(foldString(name), want) {
			return []string{id}, nil
		}
		known = append(known, id+" "+name)
	}
	if len(known) == 0 {
		return []string{value}, nil
	}
	sort.Strings(known)
	return nil, errors.New("a theme: " + strings.Join(known, ", "))
}

// region gives the codes of a name, several where it is ambiguous.
func (n names) region(value string) ([]string, error) {
	if isCode(value) {
		return []string{value}, nil
	}
	if value == "全国" {
		return []string{gazetteer.Nation}, nil
	}
	var codes []string
	for _, d := range n.areas.Find(value, 0) {
		codes = append(codes, d.Code)
	}
	if len(codes) == 0 {
		if code, ok := n.areas.Abbreviation(value); ok {
			return []string{code}, nil
		}
		return nil, errors.New("the name of a province, city or county, or a code of six digits")
	}
	return codes, nil
}

func isCode(s string) bool {
	if len(s) != 6 {
		return false
	}
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

// isTerm tells whether some document has the term.
func isTerm(ps []*part, field, term string) (bool, error) {
	for _, p := range ps {
		if b, err := p.docs(field, term); err != nil || !b.IsEmpty() {
			return err == nil, err
		}
	}
	return false, nil
}

// similar gives the value itself when it is a term of the field, else the terms
// that begin with it (prefix) or contain it, as they are compared.
func similar(ps []*part, field, value string, prefix bool) ([]string, error) {
	if !prefix {
		if ok, err := isTerm(ps, field, value); ok || err != nil {
			return []string{value}, err
		}
	}
	want := foldString(value)
	counts, err := termsOf(ps, field, func(folded string) bool {
		return prefix && strings.HasPrefix(folded, want) || !prefix && strings.Contains(folded, want)
	})
	if err != nil {
		return nil, err
	}
	if len(counts) > maxValues {
		return nil, fmt.Errorf("a value that stands for at most %d others (this one for %d)", maxValues, len(counts))
	}
	terms := make([]string, 0, len(counts))
	for t := range counts {
		terms = append(terms, t)
	}
	sort.Strings(terms)
	return terms, nil
}

// termsOf gives the terms of a field whose folded form is wanted, with in how many
// documents each stands.
func termsOf(ps []*part, field string, wanted func(folded string) bool) (map[string]int, error) {
	counts := map[string]int{}
	for _, p := range ps {
		err := p.terms(field, nil, nil, func(term string, docs uint64) bool {
			if wanted(foldString(term)) {
				counts[term] += int(docs)
			}
			return true
		})
		if err != nil {
			return nil, err
		}
	}
	return counts, nil
}
