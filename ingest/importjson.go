package ingest

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"jiandu/corpus"
)

// record is a line of .jsonl. Fields beyond these are left.
type record struct {
	URL         string `json:"url"`
	OriginalURL string `json:"original_url"`
	Title       string `json:"title"`
	Source      string `json:"source"`
	Author      string `json:"author"`
	Editor      string `json:"editor"`
	Column      string `json:"column"`
	Published   string `json:"published"`
	Text        string `json:"text"`
}

// jsonLines imports one article a line, however many there are.
func (im *importer) jsonLines(ctx context.Context, f file) error {
	lines := bufio.NewReaderSize(f.r, 1<<20)
	for n := 1; ; n++ {
		line, err := readLine(lines)
		at := fmt.Sprintf("%s:%d", f.name, n)
		switch {
		case errors.Is(err, io.EOF) && len(line) == 0:
			return ctx.Err()
		case errors.Is(err, errTooLarge):
			im.skip(at, "%v", err)
			continue
		case err != nil && !errors.Is(err, io.EOF):
			im.skip(at, "%v", reason(err))
			return ctx.Err()
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		a, err := im.record(line)
		if err != nil {
			im.skip(at, "%v", err)
			continue
		}
		if err := im.add(ctx, at, a, nil); err != nil {
			return err
		}
	}
}

// json imports a file of one record, a list of records, or a record a line.
func (im *importer) json(ctx context.Context, f file, b []byte) error {
	var list []json.RawMessage
	if !utf8.Valid(b) || json.Unmarshal(b, &list) != nil {
		if json.Valid(b) {
			list = []json.RawMessage{b}
		} else {
			f.r = bytes.NewReader(b)
			return im.jsonLines(ctx, f)
		}
	}
	for i, raw := range list {
		at := fmt.Sprintf("%s:item %d", f.name, i+1)
		a, err := im.record(raw)
		if err != nil {
			im.skip(at, "%v", err)
			continue
		}
		if err := im.add(ctx, at, a, nil); err != nil {
			return err
		}
	}
	return nil
}

// readLine reads a line of any length up to the limit; of a longer one it reads to the end and fails with errTooLarge.
func readLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := r.ReadSlice('\n')
		if long = long || len(line)+len(part) > maxFile; !long {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if long {
			return nil, errTooLarge
		}
		return line, err
	}
}

// record makes an article of a line.
func (im *importer) record(line []byte) (*corpus.Article, error) {
	if !utf8.Valid(line) {
		return nil, errors.New("not valid UTF-8")
	}
	var r record
	if err := json.Unmarshal(bytes.TrimPrefix(line, []byte("\xef\xbb\xbf")), &r); err != nil {
		return nil, fmt.Errorf("JSON: %w", err)
	}
	a := &corpus.Article{
		OriginalURL: r.OriginalURL, Title: tidy(r.Title), Source: tidy(r.Source), Author: tidy(r.Author),
		Editor: tidy(r.Editor), Column: tidy(r.Column), Text: paragraphs(r.Text),
	}
	if a.Text == "" {
		return nil, errors.New("no text")
	}
	if a.Published = notFuture(findDay(r.Published), im.start); a.Published != "" {
		a.PublishedFrom = corpus.DateFromFile
	}
	url := ""
	if c, err := Canonical(r.URL); err == nil {
		url = c
	}
	Identify(a, url, "")
	grade(a, 0)
	return a, nil
}

// paragraphs gives a text with each paragraph on one line.
func paragraphs(text string) string {
	var lines []string
	for line := range strings.Lines(clean(text)) {
		if t := tidy(line); t != "" {
			lines = append(lines, t)
		}
	}
	return strings.Join(lines, "\n")
}

// stdin reads URLs, one a line, or JSON lines.
func (im *importer) stdin(ctx context.Context, r io.Reader) error {
	if r == nil {
		im.skip("-", "nothing on standard input")
		return nil
	}
	br := bufio.NewReaderSize(r, 64<<10)
	start, _ := br.Peek(512)
	if bytes.HasPrefix(bytes.TrimSpace(start), []byte("{")) {
		return im.jsonLines(ctx, file{name: "-", r: br})
	}
	b, err := readAll(br)
	if err != nil {
		im.skip("-", "%v", err)
		return nil
	}
	return im.content(ctx, file{name: "-", base: "-"}, b)
}
