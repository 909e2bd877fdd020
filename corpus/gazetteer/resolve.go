package gazetteer

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Errors of Resolve.
var (
	ErrUnknown   = errors.New("no such area")
	ErrAmbiguous = errors.New("several areas have this name")
)

// Resolve gives the code of the one area that a user means by words such as
// 430181, 浏阳, 湖南省长沙市, 江苏鼓楼 (an area named before narrows the choice)
// or 全国. A name of a province goes before the same name of a city (吉林), and
// areas in force before those that are no more. It fails with ErrUnknown, or with
// ErrAmbiguous and the areas to choose from.
func (t *Table) Resolve(words string) (string, error) {
	name := strings.TrimSpace(words)
	if name == "全国" || name == "中央" || name == Nation {
		return Nation, nil
	}
	if _, ok := t.ByCode(name); ok {
		return name, nil
	}
	found := t.candidates(name)
	switch len(found) {
	case 0:
		if code, ok := t.Zone(name); ok {
			return code, nil
		}
		if code, ok := t.Abbreviation(name); ok {
			return code, nil
		}
		return "", fmt.Errorf("%q: %w", words, ErrUnknown)
	case 1:
		return found[0].Code, nil
	}
	var choices []string
	for _, d := range found {
		choices = append(choices, t.FullName(d.Code)+" "+d.Code)
	}
	return "", fmt.Errorf("%q: %w: %s", words, ErrAmbiguous, strings.Join(choices, ", "))
}

// candidates gives the areas that the name may mean.
func (t *Table) candidates(name string) []Division {
	found := t.Find(name, 0)
	if now := slices.DeleteFunc(slices.Clone(found), func(d Division) bool { return d.To != 0 }); len(now) > 0 {
		found = now
	}
	if len(found) > 1 && found[0].Level == Province {
		return found[:1]
	}
	if len(found) > 0 {
		return found
	}
	return t.below(name)
}

// below reads a name as an area and one below it: 江苏鼓楼.
func (t *Table) below(name string) []Division {
	var out []Division
	for i := range name {
		if utf8.RuneCountInString(name[:i]) < 2 {
			continue
		}
		for _, above := range t.Find(name[:i], 0) {
			for _, d := range t.candidates(name[i:]) {
				if slices.Contains(t.Ancestors(d.Code), above.Code) && !slices.ContainsFunc(out, func(o Division) bool { return o.Code == d.Code }) {
					out = append(out, d)
				}
			}
		}
	}
	return out
}
