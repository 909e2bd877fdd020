package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// codeVersion changes when Extract may give other articles for the same page and the same tables.
const codeVersion = "2"

// versionOf gives the version of an extractor: the code's, and a hash of all its
// tables, with those of an analyst's own sites.yaml.
func versionOf(own []byte) string {
	h := sha256.New()
	for _, table := range [][]byte{siteTable, []byte(noiseTable), []byte(labelTable), own} {
		fmt.Fprintln(h, len(table))
		h.Write(table)
	}
	return codeVersion + "-" + hex.EncodeToString(h.Sum(nil)[:6])
}

// hintMark stands before the hash of a source's selectors.
const hintMark = "+"

// made gives the version that articles of a source with these selectors carry.
func (x *Extractor) made(hints SiteHints) string {
	if hints == (SiteHints{}) {
		return x.version
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%q", hints))
	return x.version + hintMark + hex.EncodeToString(sum[:4])
}

// byHints tells whether a source's selectors had a part in a version.
func byHints(version string) bool { return strings.Contains(version, hintMark) }
