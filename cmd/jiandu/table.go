package main

import (
	"encoding/csv"
	"encoding/json"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// grid is rows of words with a heading, for people (table) or programs (CSV).
type grid struct {
	heads []string // message keys
	rows  [][]string
	right map[int]bool // columns set to the right: numbers
	wide  map[int]int  // columns broken into lines of at most so many cells
}

// printTable prints a grid for people.
func (a *app) printTable(g grid) {
	t := table.NewWriter()
	t.SetOutputMirror(a.out)
	t.SetStyle(tableStyle())
	t.AppendHeader(rowOf(a.heads(g)))
	for _, r := range g.rows {
		t.AppendRow(rowOf(r))
	}
	var configs []table.ColumnConfig
	for i := range g.heads {
		c := table.ColumnConfig{Number: i + 1}
		if g.right[i] {
			c.Align, c.AlignHeader = text.AlignRight, text.AlignRight
		}
		if w := g.wide[i]; w > 0 {
			c.WidthMax, c.WidthMaxEnforcer = w, text.WrapText
		}
		configs = append(configs, c)
	}
	t.SetColumnConfigs(configs)
	t.Render()
}

func tableStyle() table.Style {
	s := table.StyleLight
	s.Format.Header = text.FormatDefault
	s.Options = table.Options{SeparateHeader: true, SeparateColumns: false}
	return s
}

func (a *app) heads(g grid) []string {
	out := make([]string, len(g.heads))
	for i, h := range g.heads {
		out[i] = a.tr(h)
	}
	return out
}

func rowOf(words []string) table.Row {
	r := make(table.Row, len(words))
	for i, w := range words {
		r[i] = w
	}
	return r
}

// printCSV prints a grid for programs; its headings are the message keys, whatever the language.
func (a *app) printCSV(g grid) error {
	w := csv.NewWriter(a.out)
	if err := w.Write(g.heads); err != nil {
		return err
	}
	return w.WriteAll(g.rows)
}

// printJSON prints v indented, Chinese and markup unescaped.
func (a *app) printJSON(v any) error {
	enc := json.NewEncoder(a.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
