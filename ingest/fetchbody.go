package ingest

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"
)

// read takes in a body, if it is of a type that is read, and within the limits.
func (f *fetcher) read(resp *http.Response, a ask, ans *answer) error {
	body := bufio.NewReaderSize(&limitReader{r: resp.Body, left: f.limits.Body, what: "body"}, 4096)
	kind, err := contentKind(resp.Header, body, a.archive)
	if err != nil || kind == kindPDF {
		ans.pdf = kind == kindPDF
		return err
	}
	if resp.ContentLength > f.limits.Body && a.cut == 0 {
		return &refusal{why: fmt.Sprintf("body of %d bytes is over the limit of %d", resp.ContentLength, f.limits.Body)}
	}
	plain, err := f.decode(resp.Header.Get("Content-Encoding"), body)
	if err != nil {
		return err
	}
	if a.cut > 0 {
		plain = io.LimitReader(plain, a.cut)
	}
	if ans.body, err = io.ReadAll(plain); err != nil {
		return plainError(err)
	}
	if a.archive && strings.HasPrefix(string(ans.body), "\x1f\x8b") {
		return f.unzip(ans)
	}
	return nil
}

func (f *fetcher) decode(encoding string, body io.Reader) (io.Reader, error) {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "", "identity":
		return &limitReader{r: body, left: f.limits.Decoded, what: "body"}, nil
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(body)
		if err != nil {
			return nil, plainError(fmt.Errorf("gzip: %w", err))
		}
		return &limitReader{r: z, left: f.limits.Decoded, what: "decompressed body"}, nil
	}
	return nil, &refusal{why: fmt.Sprintf("content encoding %q was not asked for", encoding)}
}

// unzip takes the place of a body that is a gzip file.
func (f *fetcher) unzip(ans *answer) error {
	z, err := f.decode("gzip", strings.NewReader(string(ans.body)))
	if err == nil {
		ans.body, err = io.ReadAll(z)
	}
	return err
}

// limitReader fails, with a refusal, when there is more than is allowed.
type limitReader struct {
	r    io.Reader
	left int64
	what string
}

func (l *limitReader) Read(p []byte) (int, error) {
	if int64(len(p)) > l.left+1 {
		p = p[:l.left+1]
	}
	n, err := l.r.Read(p)
	if l.left -= int64(n); l.left < 0 {
		return 0, &refusal{why: l.what + " is over the limit"}
	}
	return n, err
}

const (
	kindText = iota
	kindPDF
)

// contentKind tells from header and first bytes whether a body is read: HTML,
// XML and text are; of a PDF it is only noted that it is there.
func contentKind(h http.Header, body *bufio.Reader, archive bool) (int, error) {
	declared := h.Get("Content-Type")
	if declared == "" && h.Get("Content-Encoding") == "" {
		first, err := body.Peek(512)
		if len(first) == 0 && err != io.EOF {
			return kindText, plainError(err)
		}
		declared = http.DetectContentType(first)
	}
	t, _, err := mime.ParseMediaType(declared)
	if err != nil {
		t, _, _ = strings.Cut(declared, ";")
		t = strings.ToLower(strings.TrimSpace(t))
	}
	switch {
	case t == "application/pdf":
		return kindPDF, nil
	case t == "", strings.HasPrefix(t, "text/"), t == "application/xhtml+xml", t == "application/xml", strings.HasSuffix(t, "+xml"):
		return kindText, nil
	case archive && (t == "application/gzip" || t == "application/x-gzip" || t == "application/octet-stream"):
		return kindText, nil
	}
	return kindText, &refusal{why: "content type " + t + " is not read"}
}
