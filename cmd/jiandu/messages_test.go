package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"
)

// Every message that the program prints through the catalogue has its Chinese,
// and the catalogue has no line that nothing prints.
func TestMessagesComplete(t *testing.T) {
	used := map[string]bool{}
	for _, kind := range []string{
		"discipline", "dispatched", "inspection", "party", "government", "enterprise", "institution", "grassroots", "other",
		"supervises", "supervised", "mentioned", "mechanism", "document", "campaign", "method",
		"reported", "sum", "latest", "as of", "early", "undated", "no report", "no article", "ok", "behind", "missing", "damaged", "never", "broken",
		"source", "author", "published", "link", "original", "regions", "years", "themes", // fields of show
		"pages", "articles", "articles in quarantine", "reprint groups", "units", "measures", "statistics", "articles to extract again", "articles to tag", "pages to fetch",
		"theme", "province", "city", "county", "year", "month", "unit", "measure", // facets
	} {
		used[kind] = true
	}
	for _, m := range literals(t) {
		used[m] = true
	}
	for m := range used {
		if _, ok := chinese()[m]; !ok && m != "" {
			t.Errorf("messages.tsv lacks %q", m)
		}
	}
	for m := range chinese() {
		if !used[m] {
			t.Errorf("messages.tsv has %q, which nothing prints", m)
		}
	}
}

// Verbs of a message and of its Chinese are the same, in the same order.
func TestMessageVerbs(t *testing.T) {
	for en, zh := range chinese() {
		if a, b := verbs(en), verbs(zh); a != b {
			t.Errorf("%q has the verbs %q, its Chinese %q has %q", en, a, zh, b)
		}
	}
}

func verbs(s string) string {
	var out strings.Builder
	for i := 0; i+1 < len(s); i++ {
		if s[i] == '%' {
			out.WriteByte(s[i+1])
			i++
		}
	}
	return out.String()
}

// literals gives the messages in the source: arguments of tr, say, note and
// newMeter, headings of grids, and Short texts.
func literals(t *testing.T) []string {
	t.Helper()
	var out []string
	add := func(e ast.Expr) {
		if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.STRING {
			s, err := strconv.Unquote(l.Value)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, s)
		}
	}
	names, err := fs.Glob(os.DirFS("."), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if sel, ok := n.Fun.(*ast.SelectorExpr); ok && len(n.Args) > 0 {
					switch sel.Sel.Name {
					case "tr", "say", "note", "newMeter", "evidence", "heading":
						add(n.Args[0])
					}
				}
			case *ast.KeyValueExpr:
				key, _ := n.Key.(*ast.Ident)
				if key == nil {
					return true
				}
				switch key.Name {
				case "Short", "say", "head":
					add(n.Value)
				case "heads":
					if c, ok := n.Value.(*ast.CompositeLit); ok {
						for _, e := range c.Elts {
							add(e)
						}
					}
				}
			}
			return true
		})
	}
	return out
}
