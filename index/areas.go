package index

import "strings"

// Areas knows which areas lie in which.
type Areas interface {
	// Ancestors gives the codes of the areas that the code's area lies in, nearest first.
	Ancestors(code string) []string
}

// codeAreas reads the ancestors from the digits of a GB/T 2260 code.
type codeAreas struct{}

// Ancestors is part of Areas.
func (codeAreas) Ancestors(code string) []string {
	var up []string
	if len(code) != 6 || code == "000000" {
		return nil
	}
	if !strings.HasSuffix(code, "00") {
		up = append(up, code[:4]+"00")
	}
	if !strings.HasSuffix(code, "0000") {
		up = append(up, code[:2]+"0000")
	}
	return up
}
