package main

import (
	"jiandu/corpus/gazetteer"
)

// places opens the gazetteer and resolves the --region words; "" stays "".
func placesAnd(region string) (*gazetteer.Table, string, error) {
	t, err := gazetteer.Load()
	if err != nil || region == "" {
		return t, "", err
	}
	code, err := t.Resolve(region)
	if err != nil {
		return nil, "", usagef("--region %w", err)
	}
	return t, code, nil
}

// provinceCodes gives the provinces in force, by code.
func provinceCodes(t *gazetteer.Table) []string {
	var out []string
	for _, d := range t.Children(gazetteer.Nation) {
		out = append(out, d.Code)
	}
	return out
}

// areaName gives a short name for a code: 全国, 浏阳市; the code where it is unknown.
func areaName(t *gazetteer.Table, code string) string {
	if d, ok := t.ByCode(code); ok {
		return d.Name
	}
	if full := t.FullName(code); full != "" {
		return full
	}
	return code
}
