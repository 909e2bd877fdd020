package ingest

import (
	"context"
	"errors"
	"io"
	"time"

	"jiandu/corpus"
)

// ImportOptions say how files are read.
type ImportOptions struct {
	Stdin    io.Reader        // what the path "-" reads: a list of URLs, one a line, or JSON lines; may be nil
	Progress Progress         // may be nil
	Now      func() time.Time // time.Now when nil
}

// Skipped is a file, or a part of one, that was not imported.
type Skipped struct {
	Name   string `json:"name"`   // path; members of archives as archive:member, lines as path:line
	Reason string `json:"reason"` // why
}

// ImportReport is what an import brought.
type ImportReport struct {
	Files       int       `json:"files"`       // files and members of archives that gave an article
	New         int       `json:"new"`         // articles
	Changed     int       `json:"changed"`     // articles
	Unchanged   int       `json:"unchanged"`   // articles
	Quarantined int       `json:"quarantined"` // of these articles
	Skipped     []Skipped `json:"skipped"`
	URLs        []string  `json:"urls"` // read from lists of URLs, to be crawled
}

// Import reads files and folders into the corpus: saved pages, .txt, .jsonl, .gz,
// .zst, .zip, .warc, .warc.gz and "-". What can't be read is reported and skipped. Importing
// the same again changes nothing.
func Import(ctx context.Context, store *corpus.Store, paths []string, opt ImportOptions) (ImportReport, error) {
	return ImportReport{}, errors.New("import: not there yet")
}
