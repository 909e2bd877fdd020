package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// LoadConfig reads sources.yaml. Its errors name file, line, column and field of
// everything that is wrong.
func LoadConfig(path string) (Config, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return Config{}, fmt.Errorf("read the sources: %w", err)
	}
	return ParseConfig(path, data)
}

// ParseConfig reads the content of a sources.yaml; name stands for it in errors.
func ParseConfig(name string, data []byte) (Config, error) {
	var cfg Config
	file, err := parser.ParseBytes(data, 0)
	if err != nil {
		return cfg, placed(name, nil, err)
	}
	dec := yaml.NewDecoder(bytes.NewReader(data), yaml.Strict())
	if err := dec.Decode(&cfg); err != nil && !emptyDocument(file) {
		return Config{}, placed(name, file, err)
	}
	cfg, problems := cfg.complete()
	var errs []error
	for _, p := range problems {
		line, column := position(file, p.field)
		errs = append(errs, fmt.Errorf("%s:%d:%d: %s: %s", name, line, column, strings.TrimPrefix(p.field, "$."), p.what))
	}
	if len(errs) > 0 {
		return Config{}, errors.Join(errs...)
	}
	return cfg, nil
}

func emptyDocument(f *ast.File) bool {
	return len(f.Docs) == 0 || len(f.Docs) == 1 && f.Docs[0].Body == nil
}

// placed says where an error of the YAML reader lies.
func placed(name string, file *ast.File, err error) error {
	var ye yaml.Error
	if !errors.As(err, &ye) || ye.GetToken() == nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	pos := ye.GetToken().Position
	field := ""
	if file != nil {
		if f := fieldAt(file, ye.GetToken()); f != "" {
			field = f + ": "
		}
	}
	return fmt.Errorf("%s:%d:%d: %s%s", name, pos.Line, pos.Column, field, ye.GetMessage())
}

// fieldAt gives the path of the innermost field at a token: sources[1].rate.
func fieldAt(file *ast.File, t *token.Token) string {
	v := &fieldFinder{at: t.Position}
	for _, d := range file.Docs {
		if d.Body != nil {
			ast.Walk(v, d.Body)
		}
	}
	return strings.TrimPrefix(strings.TrimPrefix(v.path, "$"), ".")
}

type fieldFinder struct {
	at   *token.Position
	path string
}

// Visit keeps the longest path of the nodes at the position.
func (v *fieldFinder) Visit(n ast.Node) ast.Visitor {
	if t := n.GetToken(); t != nil && t.Position.Offset == v.at.Offset && len(n.GetPath()) > len(v.path) {
		v.path = n.GetPath()
	}
	return v
}

// position gives the line and column of a field, or of the nearest one around it.
func position(file *ast.File, field string) (line, column int) {
	for field != "" && field != "$" {
		if p, err := yaml.PathString(field); err == nil {
			if n, err := p.FilterFile(file); err == nil && n != nil && n.GetToken() != nil {
				pos := n.GetToken().Position
				return pos.Line, pos.Column
			}
		}
		field = field[:max(strings.LastIndexAny(field, ".["), 0)]
	}
	return 1, 1
}
