package ingest

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"strings"
	"time"
)

// refusal is an error that another try would meet again: something that the
// crawler does not do, or the server does not have.
type refusal struct {
	why    string
	policy bool // decided here, without a request: the next run may decide otherwise
}

func (r *refusal) Error() string { return r.why }

// fetcher makes single requests within limits. It follows no redirect.
type fetcher struct {
	client *http.Client
	agent  string // User-Agent
	limits Limits
}

// ask is a request.
type ask struct {
	url            string
	etag, modified string
	archive        bool  // whether a gzip file is welcome (sitemaps)
	part           bool  // a further page of an article: no budget keeps an article from its end
	cut            int64 // leave what comes after so many bytes; 0 fails on too large bodies
}

// answer is what a server said.
type answer struct {
	status int
	header http.Header
	body   []byte // after content decoding; empty unless the status is 200 and the type is read
	pdf    bool
}

// newFetcher makes a fetcher whose connections keep out of private networks. No
// proxy is used, for behind one the addresses could not be checked.
func newFetcher(cfg Config, version string) (*fetcher, error) {
	g, err := newGuard(cfg.AllowNetworks)
	if err != nil {
		return nil, err
	}
	dialer := &net.Dialer{Timeout: cfg.Limits.HeaderTime, Control: g.control}
	transport := &http.Transport{
		DialContext:            dialer.DialContext,
		ForceAttemptHTTP2:      true,
		DisableCompression:     true, // so that both sizes can be limited
		ResponseHeaderTimeout:  cfg.Limits.HeaderTime,
		TLSHandshakeTimeout:    cfg.Limits.HeaderTime,
		MaxResponseHeaderBytes: 64 << 10,
		MaxIdleConnsPerHost:    2,
		IdleConnTimeout:        30 * time.Second,
	}
	f := &fetcher{agent: userAgent(cfg, version), limits: cfg.Limits}
	f.client = &http.Client{
		Transport:     transport,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return f, nil
}

func userAgent(cfg Config, version string) string {
	return fmt.Sprintf("%s/%s (+%s)", cfg.Agent, or(version, "dev"), cfg.Contact)
}

func (f *fetcher) close() { f.client.CloseIdleConnections() }

// get makes one request. Errors are a *refusal, or may pass with time.
func (f *fetcher) get(ctx context.Context, a ask) (answer, error) {
	ctx, cancel := context.WithTimeout(ctx, f.limits.TotalTime)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, a.url, nil)
	if err != nil {
		return answer{}, &refusal{why: err.Error()}
	}
	f.setHeaders(req, a)
	resp, err := f.client.Do(req)
	if err != nil {
		return answer{}, plainError(err)
	}
	defer resp.Body.Close()
	ans := answer{status: resp.StatusCode, header: resp.Header}
	if resp.StatusCode != http.StatusOK {
		// A short rest is read, so that the connection can be used again.
		_, _ = io.CopyN(io.Discard, resp.Body, 16<<10)
		return ans, nil
	}
	return ans, f.read(resp, a, &ans)
}

func (f *fetcher) setHeaders(req *http.Request, a ask) {
	req.Header.Set("User-Agent", f.agent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,text/*;q=0.8")
	req.Header.Set("Accept-Language", "zh-CN,zh;q=0.9")
	req.Header.Set("Accept-Encoding", "gzip")
	if a.etag != "" {
		req.Header.Set("If-None-Match", a.etag)
	}
	if a.modified != "" {
		req.Header.Set("If-Modified-Since", a.modified)
	}
}

// plainError takes the URL, which is known, out of a client's error, and keeps a refusal.
func plainError(err error) error {
	var r *refusal
	if errors.As(err, &r) {
		return r
	}
	var timeout net.Error
	if errors.As(err, &timeout) && timeout.Timeout() {
		return errors.New("timed out")
	}
	return err
}

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
