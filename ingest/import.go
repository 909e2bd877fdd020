package ingest

import (
	"context"
	"fmt"
	"io"
	"time"

	"jiandu/corpus"
)

// importSite is the source id of what was imported.
const importSite = "import"

const (
	batchSize  = 500      // articles a transaction
	batchBytes = 32 << 20 // or so many bytes of pages and text
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
	Items       int       `json:"items"`       // pages, texts and records that gave an article
	New         int       `json:"new"`         // articles
	Changed     int       `json:"changed"`     // articles
	Unchanged   int       `json:"unchanged"`   // articles
	Repeated    int       `json:"repeated"`    // items whose article (the same URL, or without one the same text) came earlier in this import; the first stays
	Quarantined int       `json:"quarantined"` // of these items
	Lists       int       `json:"lists"`       // pages of WARC files that hold no article
	Skipped     []Skipped `json:"skipped"`
	URLs        []string  `json:"urls"` // read from lists of URLs, to be crawled
}

// Import reads files and folders into the corpus: saved pages, .txt, .jsonl, .gz,
// .zst, .zip, .warc, .warc.gz and "-". What can't be read is reported by name and
// skipped, the rest goes on. Importing the same again changes nothing. It fails
// when ctx ends or the corpus can't be written; what was reported to Progress is kept.
func Import(ctx context.Context, store *corpus.Store, paths []string, opt ImportOptions) (ImportReport, error) {
	im, err := newImporter(store, opt)
	if err != nil {
		return ImportReport{}, err
	}
	for _, path := range paths {
		if path == "-" {
			err = im.stdin(ctx, opt.Stdin)
		} else {
			err = im.path(ctx, path)
		}
		if err != nil {
			break
		}
	}
	if err == nil {
		if err = im.flush(ctx); err == nil {
			im.tell("")
		}
	}
	if err != nil {
		err = fmt.Errorf("import: %w", err)
	}
	return im.report, err
}

// importer gathers articles and stores them in batches.
type importer struct {
	store     *corpus.Store
	extractor *Extractor
	opt       ImportOptions
	start     time.Time
	report    ImportReport
	batch     []corpus.Extracted
	bytes     int // size of batch
	stored    int // articles new or changed
	done      int
	seen      map[string]bool // ids of this import
}

func newImporter(store *corpus.Store, opt ImportOptions) (*importer, error) {
	if opt.Now == nil {
		opt.Now = time.Now
	}
	x, err := NewExtractor(store.Dir())
	if err != nil {
		return nil, fmt.Errorf("import: %w", err)
	}
	return &importer{store: store, extractor: x, opt: opt, start: opt.Now(), report: ImportReport{Skipped: []Skipped{}, URLs: []string{}}, seen: map[string]bool{}}, nil
}

// skip reports what is not imported, and why.
func (im *importer) skip(name, format string, args ...any) {
	im.report.Skipped = append(im.report.Skipped, Skipped{name, fmt.Sprintf(format, args...)})
}

// add takes an article, and the page that it was made of where there is one.
func (im *importer) add(ctx context.Context, name string, a *corpus.Article, p *corpus.Page) error {
	if im.seen[a.ID] {
		im.report.Repeated++
		return nil
	}
	im.seen[a.ID] = true
	a.Site, a.Extractor = importSite, im.extractor.version
	im.report.Items++
	if a.State == corpus.StateQuarantined {
		im.report.Quarantined++
	}
	im.batch = append(im.batch, corpus.Extracted{Article: a, Page: p})
	im.bytes += len(a.Text)
	if p != nil {
		im.bytes += len(p.Body)
	}
	im.done++
	if len(im.batch) < batchSize && im.bytes < batchBytes {
		return nil
	}
	if err := im.flush(ctx); err != nil {
		return err
	}
	im.tell(name)
	return nil
}

// flush stores the batch.
func (im *importer) flush(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	saved, err := im.store.Save(ctx, im.batch...)
	if err != nil {
		return err
	}
	im.report.New += saved.New
	im.report.Changed += saved.Changed
	im.report.Unchanged += saved.Unchanged
	im.stored += saved.New + saved.Changed
	im.batch, im.bytes = im.batch[:0], 0
	return nil
}

func (im *importer) tell(note string) {
	if im.opt.Progress == nil {
		return
	}
	s := Step{Stage: "import", Done: im.done, Articles: im.stored, Errors: len(im.report.Skipped), Note: note}
	im.opt.Progress(s.pace(im.opt.Now().Sub(im.start)))
}
