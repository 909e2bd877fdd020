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

const (
	noNoise noise = iota
	noiseLine
	noiseEnd
	noiseCaption
)

// longestNoise bounds the lines that the patterns are tried on, in code points; longer ones are running text.
const longestNoise = 420

// noisePatterns is one expression for each kind.
var noisePatterns = sync.OnceValue(func() map[noise]*regexp.Regexp {
	kinds := map[string]noise{"line": noiseLine, "end": noiseEnd, "caption": noiseCaption}
	parts := map[noise][]string{}
	for line := range strings.Lines(noiseTable) {
		kind, pattern, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if ok && !strings.HasPrefix(line, "#") {
			parts[kinds[kind]] = append(parts[kinds[kind]], pattern)
		}
	}
	compiled := map[noise]*regexp.Regexp{}
	for kind, p := range parts {
		compiled[kind] = regexp.MustCompile(`^(?i:` + strings.Join(p, "|") + `)$`)
	}
	return compiled
})

// classify tells what kind of noise a line is.
func classify(line string) noise {
	if runes(line) > longestNoise {
		return noNoise
	}
	p := noisePatterns()
	for _, kind := range []noise{noiseLine, noiseCaption, noiseEnd} {
		if p[kind].MatchString(line) {
			return kind
		}
	}
	return noNoise
}

func isNoise(line string) bool { return classify(line) != noNoise }
