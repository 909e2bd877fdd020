package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
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
