package web

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
)

//go:embed openapi.yaml
var openapiYAML []byte

// parameter is the declaration of one parameter in openapi.yaml.
type parameter struct {
	Ref         string `yaml:"$ref"`
	Name        string `yaml:"name"`
	In          string `yaml:"in"`
	Required    bool   `yaml:"required"`
	Description string `yaml:"description"`
	Schema      schema `yaml:"schema"`
}

// schema is the part of JSON Schema that parameters use.
type schema struct {
	Type      string   `yaml:"type"`
	Enum      []string `yaml:"enum"`
	Default   any      `yaml:"default"`
	Minimum   *int     `yaml:"minimum"`
	Maximum   *int     `yaml:"maximum"`
	MinLength int      `yaml:"minLength"`
	MaxLength int      `yaml:"maxLength"`
	MaxItems  int      `yaml:"maxItems"`
	Pattern   string   `yaml:"pattern"`
	Format    string   `yaml:"format"`
	Items     *schema  `yaml:"items"`
}

// operation is one GET of openapi.yaml.
type operation struct {
	Path        string      `yaml:"-"`
	ID          string      `yaml:"operationId"`
	Summary     string      `yaml:"summary"`
	Description string      `yaml:"description"`
	Parameters  []parameter `yaml:"parameters"`
}

// apiDocument is openapi.yaml as the server uses it.
type apiDocument struct {
	json       []byte // for /api/openapi.json
	operations map[string]operation
}

// loadDocument reads openapi.yaml. It fails on a reference to a parameter that is not there.
func loadDocument(text []byte) (apiDocument, error) {
	var raw struct {
		Paths map[string]struct {
			Get operation `yaml:"get"`
		} `yaml:"paths"`
		Components struct {
			Parameters map[string]parameter `yaml:"parameters"`
		} `yaml:"components"`
	}
	if err := yaml.Unmarshal(text, &raw); err != nil {
		return apiDocument{}, fmt.Errorf("openapi.yaml: %w", err)
	}
	doc := apiDocument{operations: map[string]operation{}}
	for path, p := range raw.Paths {
		op := p.Get
		op.Path = path
		if err := resolve(op.Parameters, raw.Components.Parameters); err != nil {
			return doc, fmt.Errorf("openapi.yaml: %s: %w", path, err)
		}
		doc.operations[op.ID] = op
	}
	var err error
	doc.json, err = toJSON(text)
	return doc, err
}

// resolve puts the shared parameters in place of the references to them.
func resolve(params []parameter, shared map[string]parameter) error {
	for i, p := range params {
		name, isRef := strings.CutPrefix(p.Ref, "#/components/parameters/")
		if !isRef {
			continue
		}
		target, ok := shared[name]
		if !ok {
			return fmt.Errorf("no parameter %q", p.Ref)
		}
		params[i] = target
	}
	return nil
}

// toJSON turns the document into JSON, with the fields in the order in which they were written.
func toJSON(text []byte) ([]byte, error) {
	var tree yaml.MapSlice
	if err := yaml.UnmarshalWithOptions(text, &tree, yaml.UseOrderedMap()); err != nil {
		return nil, fmt.Errorf("openapi.yaml: %w", err)
	}
	b, err := yaml.MarshalWithOptions(tree, yaml.JSON())
	if err != nil {
		return nil, fmt.Errorf("openapi.yaml: %w", err)
	}
	if !json.Valid(b) {
		return nil, fmt.Errorf("openapi.yaml: does not turn into JSON")
	}
	return b, nil
}
