package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
	"testing"
)

// mayImport says which rooms of the project a room may import, itself apart.
var mayImport = map[string][]string{
	"corpus":  {},
	"ingest":  {"corpus"},
	"analyze": {"corpus"},
	"index":   {"corpus"},
	"web":     {"corpus", "index"},
	"cmd":     {"corpus", "ingest", "analyze", "index", "web"},
}

// Dependencies point one way. Tests in external packages and benchmarks may wire rooms together.
func TestImports(t *testing.T) {
	root := os.DirFS("../..")
	seen := 0
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") || isModule(root, name) {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		seen++
		checkImports(t, root, name)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 50 {
		t.Errorf("only %d Go files were looked at", seen)
	}
}

// isModule tells whether a folder is a module of its own, such as a benchmark against other libraries.
func isModule(root fs.FS, name string) bool {
	if name == "." {
		return false
	}
	_, err := fs.Stat(root, path.Join(name, "go.mod"))
	return err == nil
}

func checkImports(t *testing.T, root fs.FS, name string) {
	src, err := fs.ReadFile(root, name)
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	external := strings.HasSuffix(name, "_test.go") && strings.HasSuffix(file.Name.Name, "_test")
	if external || strings.HasPrefix(string(src), "//go:build bench\n") {
		return
	}
	room, _, _ := strings.Cut(name, "/")
	allowed, ok := mayImport[room]
	if !ok {
		t.Errorf("%s: no room %q", name, room)
	}
	for _, spec := range file.Imports {
		p, _ := strconv.Unquote(spec.Path.Value)
		inner, ours := strings.CutPrefix(p, "jiandu/")
		if !ours {
			continue
		}
		to, _, _ := strings.Cut(inner, "/")
		if to != room && !contains(allowed, to) {
			t.Errorf("%s imports %s: %s may import %v only", name, p, room, allowed)
		}
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
