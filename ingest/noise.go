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

// longWithout is how long a line without any of the hints may be, in code points, to be noise yet.
const longWithout = 40

// longestNoise bounds the lines that the patterns are tried on, in code points; longer ones are running text.
const longestNoise = 420

// noiseRules is the table: an expression for each kind, and the hints.
type noiseRules struct {
	kinds map[noise]*regexp.Regexp
	hints []string
}

var noisePatterns = sync.OnceValue(func() noiseRules {
	var rules noiseRules
	kinds := map[string]noise{"line": noiseLine, "end": noiseEnd, "caption": noiseCaption}
	parts := map[noise][]string{}
	for line := range strings.Lines(noiseTable) {
		kind, pattern, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		switch {
		case !ok || strings.HasPrefix(line, "#"):
		case kind == "hint":
			rules.hints = append(rules.hints, pattern)
		default:
			parts[kinds[kind]] = append(parts[kinds[kind]], pattern)
		}
	}
	rules.kinds = map[noise]*regexp.Regexp{}
	for kind, p := range parts {
		rules.kinds[kind] = regexp.MustCompile(`^(?i:` + strings.Join(p, "|") + `)$`)
	}
	return rules
})

// classify tells what kind of noise a line is.
func classify(line string) noise {
	if runes(line) > longestNoise {
		return noNoise
	}
	rules := noisePatterns()
	if runes(line) > longWithout && !rules.hinted(line) {
		return noNoise
	}
	for _, kind := range []noise{noiseLine, noiseCaption, noiseEnd} {
		if rules.kinds[kind].MatchString(line) {
			return kind
		}
	}
	return noNoise
}

func isNoise(line string) bool { return classify(line) != noNoise }

// hinted tells whether a line holds a word without which no long line is noise.
func (r noiseRules) hinted(line string) bool {
	for _, h := range r.hints {
		if strings.Contains(line, h) {
			return true
		}
	}
	return false
}
