package ingest

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"

	"jiandu/corpus"
)

// warc imports the HTML pages of a WARC file; what else it holds is passed over.
func (im *importer) warc(ctx context.Context, f file) error {
	r := bufio.NewReaderSize(f.r, 1<<20)
	for n := 1; ; n++ {
		rec, err := readRecord(r)
		at := fmt.Sprintf("%s:record %d", f.name, n)
		switch {
		case errors.Is(err, io.EOF):
			if n == 1 {
				im.skip(f.name, "empty")
			}
			return ctx.Err()
		case err != nil: // what follows can't be told apart any more
			im.skip(at, "%v", err)
			return ctx.Err()
		case rec.large:
			im.skip(at, "%v", errTooLarge)
			continue
		}
		p, ok, err := rec.page()
		if err != nil {
			im.skip(at, "%v", err)
			continue
		}
		if !ok || p.Status != http.StatusOK || !isHTML(p) || len(p.Body) == 0 {
			continue
		}
		if err := im.page(ctx, file{name: at + " " + p.URL, crawled: true}, p, p.FetchedAt); err != nil {
			return err
		}
	}
}

func isHTML(p corpus.Page) bool {
	kind, _, err := mime.ParseMediaType(p.Headers["Content-Type"])
	if err != nil {
		return isPage("", p.Body)
	}
	return kind == "text/html" || kind == "application/xhtml+xml"
}

// plain undoes the content encoding of a stored body.
func plain(body []byte, encoding string) ([]byte, error) {
	var r io.Reader
	var err error
	switch encoding {
	case "", "identity":
		return body, nil
	case "gzip", "x-gzip":
		r, err = gzip.NewReader(bytes.NewReader(body))
	case "deflate":
		if r, err = zlib.NewReader(bytes.NewReader(body)); err != nil {
			r, err = flate.NewReader(bytes.NewReader(body)), nil
		}
	default:
		return nil, fmt.Errorf("content encoding %q is not known", encoding)
	}
	if err != nil {
		// The program that stored it may have undone it already.
		return body, nil
	}
	out, err := readAll(r)
	if err != nil {
		return nil, fmt.Errorf("content encoding %s: %w", encoding, err)
	}
	return out, nil
}
