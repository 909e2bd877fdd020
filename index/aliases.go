package index

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed aliases.tsv
var aliasTable string

// aliases gives the names that mean the same as a folded name.
type aliases map[string][]string

// loadAliases reads the table once.
var loadAliases = sync.OnceValue(func() aliases {
	a := aliases{}
	for line := range strings.Lines(aliasTable) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		group := strings.Split(line, "\t")
		for i := range group {
			group[i] = foldString(group[i])
		}
		for i, name := range group {
			for j, other := range group {
				if i != j {
					a[name] = append(a[name], other)
				}
			}
		}
	}
	return a
})

func (a aliases) of(folded string) []string { return a[folded] }
