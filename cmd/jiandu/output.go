package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
)

// print prints data in the form that the flags ask for; v is its JSON form.
func (a *app) print(g grid, v any, asCSV bool) error {
	switch {
	case a.json:
		return a.printJSON(v)
	case asCSV:
		return a.printCSV(g)
	case len(g.rows) == 0:
		a.note("nothing found")
		return nil
	}
	a.printTable(g)
	return nil
}

// stream prints rows as they come: one JSON object a line, CSV, or short blocks for people.
type stream struct {
	a    *app
	g    grid
	csv  *csv.Writer
	json *json.Encoder
	n    int
}

func (a *app) stream(g grid, asCSV bool) *stream {
	s := &stream{a: a, g: g}
	switch {
	case a.json:
		s.json = json.NewEncoder(a.out)
		s.json.SetEscapeHTML(false)
	case asCSV:
		s.csv = csv.NewWriter(a.out)
	}
	return s
}

// add prints one row; v is its JSON form, words are its columns.
func (s *stream) add(v any, words []string) error {
	s.n++
	switch {
	case s.json != nil:
		return s.json.Encode(v)
	case s.csv != nil:
		if s.n == 1 {
			if err := s.csv.Write(s.g.heads); err != nil {
				return err
			}
		}
		return s.csv.Write(words)
	}
	return s.block(words)
}

// block prints a row for people: what it says in bold, the evidence below.
func (s *stream) block(words []string) error {
	cell := map[string]string{}
	for i, h := range s.g.heads {
		cell[h] = words[i]
	}
	what := strings.Join(nonEmpty(cell["period"], cell["region"], cell["actor"], cell["action"], cell["object"], bracketed(cell["scope"])), " · ")
	_, err := fmt.Fprintf(s.a.out, "%s  %s\n    %s\n    %s\n", s.a.bold(cell["value"]+cell["unit"]), what, cell["sentence"],
		s.a.faint(strings.Join(nonEmpty(cell["source"], cell["published"], cell["id"], cell["link"]), "  ")))
	return err
}

func (s *stream) end() error {
	if s.csv != nil {
		s.csv.Flush()
		return s.csv.Error()
	}
	if s.json == nil {
		if s.n == 0 {
			s.a.note("nothing found")
		} else {
			s.a.note("%d figures", s.n)
		}
	}
	return nil
}

func (a *app) bold(s string) string  { return a.styled("1", s) }
func (a *app) faint(s string) string { return a.styled("2", s) }

func (a *app) styled(code, s string) string {
	if !a.colour || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}
