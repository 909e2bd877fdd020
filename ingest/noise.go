package ingest

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
)

//go:embed noise.tsv
var noiseTable string

// noise is a kind of line that is no part of a report.
type noise int

// The kinds, in the order in which they are tried.
const (
	noNoise noise = iota
	noiseLine
	noiseCaption
	noiseEnd
)

// longWithout is how long a line without any of the hints may be, in code points, to be noise yet.
const longWithout = 40

// longestNoise bounds the lines that the patterns are tried on, in code points; longer ones are running text.
const longestNoise = 420

// noisePattern is a line of the table.
type noisePattern struct {
	kind noise
	re   *regexp.Regexp
}

// noiseRules is the table: the patterns, by kind, and what tells quickly which of them can match a line.
type noiseRules struct {
	patterns []noisePattern
	sieve    *sieve
}

var noisePatterns = sync.OnceValue(func() *noiseRules {
	rules := &noiseRules{}
	kinds := map[string]noise{"line": noiseLine, "end": noiseEnd, "caption": noiseCaption}
	parts := map[noise][]string{}
	var hints []string
	for line := range strings.Lines(noiseTable) {
		kind, pattern, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		switch {
		case !ok || strings.HasPrefix(line, "#"):
		case kind == "hint":
			hints = append(hints, pattern)
		default:
			parts[kinds[kind]] = append(parts[kinds[kind]], pattern)
		}
	}
	var all []string
	for _, kind := range []noise{noiseLine, noiseCaption, noiseEnd} {
		for _, p := range parts[kind] {
			p = `^(?i:` + p + `)$`
			all = append(all, p)
			rules.patterns = append(rules.patterns, noisePattern{kind, regexp.MustCompile(p)})
		}
	}
	rules.sieve = newSieve(all, hints)
	return rules
})

// classify tells what kind of noise a line is.
func classify(line string) noise {
	size := runes(line)
	if size > longestNoise {
		return noNoise
	}
	rules := noisePatterns()
	candidates, hinted := rules.sieve.ask(line)
	if size > longWithout && !hinted {
		return noNoise
	}
	for i := range candidates.all() {
		if p := rules.patterns[i]; p.re.MatchString(line) {
			return p.kind
		}
	}
	return noNoise
}

func isNoise(line string) bool { return classify(line) != noNoise }
