package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

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
	if err := checkDurations(name, file); err != nil {
		return cfg, err
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

// checkDurations says where a duration is malformed, which the YAML reader does not.
func checkDurations(name string, file *ast.File) error {
	for _, at := range []string{"$.manners.", "$.sources[*].manners.", "$.limits."} {
		for _, field := range []string{"backoff", "max_wait", "header_time", "total_time"} {
			p, err := yaml.PathString(at + field)
			if err != nil {
				return err
			}
			n, err := p.FilterFile(file)
			if err != nil || n == nil {
				continue
			}
			v := &durationCheck{}
			ast.Walk(v, n)
			if v.bad != nil {
				pos := v.bad.GetToken().Position
				return fmt.Errorf("%s:%d:%d: %s: %q is no duration like 5s or 2m", name, pos.Line, pos.Column,
					strings.TrimPrefix(v.bad.GetPath(), "$."), v.bad.GetToken().Value)
			}
		}
	}
	return nil
}

type durationCheck struct{ bad ast.Node }

// Visit keeps the first scalar that is no duration.
func (v *durationCheck) Visit(n ast.Node) ast.Visitor {
	if s, ok := n.(ast.ScalarNode); ok && v.bad == nil && n.Type() != ast.NullType {
		if _, err := time.ParseDuration(s.GetToken().Value); err != nil {
			v.bad = n
		}
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
