package web

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// params is the parameters of a request, checked against their declaration.
// Getters give the default, or the zero value, of what was not given.
type params struct {
	values url.Values
	decl   map[string]schema
}

// readParams checks a raw query string against an operation. extra names further
// parameters that pages use and the API does not have. It fails with a *problem
// that names every parameter that is unknown, repeated or malformed.
func readParams(op operation, rawQuery string, extra ...string) (params, error) {
	values, err := url.ParseQuery(rawQuery)
	if err != nil {
		return params{}, &problem{Title: "Bad request", Status: 400, Detail: "the query string is not well-formed: " + err.Error()}
	}
	p := params{values: values, decl: map[string]schema{}}
	for _, d := range op.Parameters {
		if d.In == "query" {
			p.decl[d.Name] = d.Schema
		}
	}
	var errs []fieldError
	for _, name := range sortedKeys(values) {
		if slices.Contains(extra, name) {
			continue
		}
		if detail := p.check(name); detail != "" {
			errs = append(errs, fieldError{Parameter: name, Detail: detail})
		}
	}
	for _, d := range op.Parameters {
		if d.Required && d.In == "query" && values.Get(d.Name) == "" {
			errs = append(errs, fieldError{Parameter: d.Name, Detail: "is required"})
		}
	}
	if len(errs) > 0 {
		return p, badRequest(errs...)
	}
	return p, nil
}

// check says what is wrong with a parameter, or "". Empty values count as not given.
func (p params) check(name string) string {
	s, ok := p.decl[name]
	if !ok {
		return "unknown parameter; known are " + strings.Join(sortedKeys(p.decl), ", ")
	}
	p.values[name] = slices.DeleteFunc(p.values[name], func(v string) bool { return v == "" })
	given := p.values[name]
	item := s
	switch {
	case s.Type == "array":
		if item = *s.Items; len(given) > s.MaxItems {
			return fmt.Sprintf("is given %d times; at most %d", len(given), s.MaxItems)
		}
	case len(given) > 1:
		return "is given more than once"
	}
	for _, v := range given {
		if detail := item.check(v); detail != "" {
			return detail
		}
	}
	return ""
}

// check says what is wrong with a value, or "".
func (s schema) check(v string) string {
	n := utf8.RuneCountInString(v)
	switch {
	case !utf8.ValidString(v):
		return "is not UTF-8"
	case strings.ContainsRune(v, 0):
		return "holds a NUL"
	case s.MaxLength > 0 && n > s.MaxLength:
		return fmt.Sprintf("has %d characters; at most %d", n, s.MaxLength)
	case n < s.MinLength:
		return fmt.Sprintf("has %d characters; at least %d", n, s.MinLength)
	case len(s.Enum) > 0 && !slices.Contains(s.Enum, v):
		return fmt.Sprintf("%q is none of %s", v, strings.Join(s.Enum, ", "))
	case s.Pattern != "" && !regexp.MustCompile(s.Pattern).MatchString(v):
		return fmt.Sprintf("%q does not look like %s", v, s.Pattern)
	}
	return s.checkType(v)
}

func (s schema) checkType(v string) string {
	switch {
	case s.Type == "integer":
		n, err := strconv.Atoi(v)
		if err != nil {
			return fmt.Sprintf("%q is not a whole number", v)
		}
		if (s.Minimum != nil && n < *s.Minimum) || (s.Maximum != nil && n > *s.Maximum) {
			return fmt.Sprintf("%d is outside %d…%d", n, deref(s.Minimum), deref(s.Maximum))
		}
	case s.Type == "boolean" && v != "true" && v != "false":
		return fmt.Sprintf("%q is neither true nor false", v)
	case s.Format == "date":
		if _, err := time.Parse(time.DateOnly, v); err != nil {
			return fmt.Sprintf("%q is not a day like 2022-07-01", v)
		}
	}
	return ""
}

func (p params) has(name string) bool { return p.values.Get(name) != "" }

func (p params) list(name string) []string { return p.values[name] }

func (p params) str(name string) string {
	if v := p.values.Get(name); v != "" || p.decl[name].Default == nil {
		return v
	}
	return fmt.Sprint(p.decl[name].Default)
}

// Str is str for templates.
func (p params) Str(name string) string { return p.str(name) }

func (p params) num(name string) int {
	n, _ := strconv.Atoi(p.str(name)) // checked before; "" is 0
	return n
}

func (p params) flag(name string) bool { return p.str(name) == "true" }

// years gives the span of the parameter "year"; 0 where an end is open.
func (p params) years() (from, to int) {
	a, b, span := strings.Cut(strings.ReplaceAll(p.str("year"), "..", "-"), "-")
	from, _ = strconv.Atoi(a)
	if !span {
		return from, from
	}
	to, _ = strconv.Atoi(b)
	return from, to
}

func deref(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
