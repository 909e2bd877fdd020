package web

import (
	"encoding/json"
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the files that tests compare with")

// apiDocs writes the reference of the API in Markdown.
func apiDocs(t *testing.T, doc apiDocument) string {
	t.Helper()
	var raw struct {
		Info struct{ Description string }
	}
	must(t, json.Unmarshal(doc.json, &raw))
	var b strings.Builder
	fmt.Fprintf(&b, "# The API\n\nMade from `web/openapi.yaml`, which `jiandu serve` gives out at `/api/openapi.json`.\n\n%s\n", raw.Info.Description)
	b.WriteString(apiIntro)
	ops := []operation{}
	for _, op := range doc.operations {
		ops = append(ops, op)
	}
	slices.SortFunc(ops, func(a, b operation) int { return strings.Compare(a.Path, b.Path) })
	for _, op := range ops {
		fmt.Fprintf(&b, "\n## GET %s\n\n%s\n", op.Path, op.Summary)
		if op.Description != "" {
			fmt.Fprintf(&b, "\n%s\n", strings.TrimSpace(op.Description))
		}
		if len(op.Parameters) > 0 {
			b.WriteString("\n| parameter | type | meaning |\n| --- | --- | --- |\n")
		}
		for _, p := range op.Parameters {
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", p.Name, typeOf(p), strings.ReplaceAll(p.Description, "|", "\\|"))
		}
	}
	return b.String()
}

const apiIntro = `
` + "```sh" + `
curl -s 'http://127.0.0.1:8080/api/search?q=巡察&region=湖南&year=2019-2022&limit=3'
curl -s 'http://127.0.0.1:8080/api/figures?action=处分&region=浏阳&by=year'
curl -s 'http://127.0.0.1:8080/api/export?theme=dispatched&format=jsonl' > dispatched.jsonl
` + "```" + `

(curl sends these characters as they are; other clients have to percent-encode them.)
`

func typeOf(p parameter) string {
	s := p.Schema
	var parts []string
	switch {
	case s.Type == "array":
		parts = append(parts, "text, repeatable")
	case len(s.Enum) > 0:
		parts = append(parts, "`"+strings.Join(s.Enum, "`, `")+"`")
	case s.Format != "":
		parts = append(parts, s.Format)
	default:
		parts = append(parts, map[string]string{"string": "text", "integer": "whole number", "boolean": "`true` or `false`"}[s.Type])
	}
	if s.Minimum != nil && s.Maximum != nil {
		parts = append(parts, fmt.Sprintf("%d to %d", *s.Minimum, *s.Maximum))
	}
	if s.Default != nil {
		parts = append(parts, fmt.Sprintf("default `%v`", s.Default))
	}
	if p.Required {
		parts = append(parts, "required")
	}
	return strings.Join(parts, "; ")
}
