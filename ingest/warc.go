package ingest

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha1"
	"encoding/base32"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"
	"time"

	"jiandu/corpus"
)

// maxRecord is the largest WARC record that is read; larger ones are passed over.
const maxRecord = maxFile

// warcRecord is a record of a WARC file (ISO 28500): its header and its block.
type warcRecord struct {
	header textproto.MIMEHeader
	block  []byte
	large  bool // the block was passed over
}

// readRecord reads the next record of decompressed WARC data; io.EOF ends them.
func readRecord(r *bufio.Reader) (warcRecord, error) {
	var rec warcRecord
	line, err := skipBlank(r)
	if err != nil {
		return rec, err
	}
	if !strings.HasPrefix(line, "WARC/") {
		return rec, fmt.Errorf("not a WARC record: %.40q", line)
	}
	if rec.header, err = textproto.NewReader(r).ReadMIMEHeader(); err != nil {
		return rec, fmt.Errorf("WARC header: %w", truncated(err))
	}
	n, err := strconv.ParseInt(rec.header.Get("Content-Length"), 10, 64)
	if err != nil || n < 0 {
		return rec, fmt.Errorf("WARC header: content length %q", rec.header.Get("Content-Length"))
	}
	if rec.large = n > maxRecord; rec.large {
		_, err = io.CopyN(io.Discard, r, n)
	} else {
		var b bytes.Buffer
		_, err = io.CopyN(&b, r, n)
		rec.block = b.Bytes()
	}
	if err != nil {
		return rec, fmt.Errorf("WARC block: %w", truncated(err))
	}
	return rec, nil
}

func truncated(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// skipBlank gives the first line that is not empty.
func skipBlank(r *bufio.Reader) (string, error) {
	for {
		line, err := r.ReadSlice('\n')
		if s := strings.TrimSpace(string(line)); s != "" {
			return s, nil
		}
		if err != nil {
			return "", err
		}
	}
}

// page gives the page that a response or resource record holds; ok is false for other records.
func (rec warcRecord) page() (p corpus.Page, ok bool, err error) {
	// Some programs write <URL> where the standard has URL.
	p.URL = strings.Trim(rec.header.Get("WARC-Target-URI"), "<>")
	p.FetchedAt, _ = time.Parse(time.RFC3339, rec.header.Get("WARC-Date"))
	switch rec.header.Get("WARC-Type") {
	case "response":
		if !strings.HasPrefix(rec.header.Get("Content-Type"), "application/http") {
			return p, false, nil
		}
		err = httpResponse(rec.block, &p)
	case "resource":
		p.Status, p.Body = http.StatusOK, rec.block
		p.Headers = map[string]string{"Content-Type": rec.header.Get("Content-Type")}
	default:
		return p, false, nil
	}
	p.FinalURL = p.URL
	return p, err == nil, err
}

// httpResponse reads the status, headers and decoded body of a stored response.
func httpResponse(block []byte, p *corpus.Page) error {
	res, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(block)), nil)
	if err != nil {
		return fmt.Errorf("HTTP response: %w", truncated(err))
	}
	defer res.Body.Close()
	p.Status, p.Headers = res.StatusCode, map[string]string{}
	for k := range res.Header {
		p.Headers[k] = res.Header.Get(k)
	}
	if p.Body, err = readAll(res.Body); err != nil {
		// Some programs undo the chunks and leave the header; a body may also be shorter than it said.
		_, raw, found := bytes.Cut(block, []byte("\r\n\r\n"))
		if !found {
			return fmt.Errorf("HTTP body: %w", err)
		}
		p.Body = raw
	}
	p.Body, err = plain(p.Body, strings.ToLower(p.Headers["Content-Encoding"]))
	delete(p.Headers, "Content-Encoding")
	return err
}

// WriteWARC writes pages as a WARC 1.1 file, each record compressed by itself
// (so that the file may end in .warc.gz), and gives how many. A page becomes a
// response record with the body after content decoding, and headers that fit it.
func WriteWARC(w io.Writer, pages iter.Seq2[corpus.Page, error]) (int, error) {
	info := "software: jiandu\r\nformat: WARC File Format 1.1\r\n"
	err := writeRecord(w, [][2]string{
		{"WARC-Type", "warcinfo"}, {"WARC-Record-ID", recordID("warcinfo")}, {"WARC-Date", warcDate(time.Unix(0, 0))}, {"Content-Type", "application/warc-fields"},
	}, []byte(info))
	n := 0
	for p, perr := range pages {
		if err = errors.Join(err, perr); err != nil {
			break
		}
		if err = writePage(w, p); err != nil {
			err = fmt.Errorf("page %s: %w", p.URL, err)
			break
		}
		n++
	}
	if err != nil {
		return n, fmt.Errorf("write WARC: %w", err)
	}
	return n, nil
}

func writePage(w io.Writer, p corpus.Page) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "HTTP/1.1 %d %s\r\n", p.Status, http.StatusText(p.Status))
	h := http.Header{}
	for k, v := range p.Headers {
		switch http.CanonicalHeaderKey(k) {
		case "Content-Encoding", "Transfer-Encoding", "Content-Length":
		default:
			h.Set(k, v)
		}
	}
	h.Set("Content-Length", strconv.Itoa(len(p.Body)))
	if err := h.Write(&b); err != nil {
		return err
	}
	b.WriteString("\r\n")
	b.Write(p.Body)
	url := p.FinalURL
	if url == "" {
		url = p.URL
	}
	return writeRecord(w, [][2]string{
		{"WARC-Type", "response"},
		{"WARC-Record-ID", recordID(p.URL + "\n" + p.Hash)},
		{"WARC-Date", warcDate(p.FetchedAt)},
		{"WARC-Target-URI", oneLine(url)},
		{"WARC-Payload-Digest", digest(p.Body)},
		{"Content-Type", "application/http;msgtype=response"},
	}, b.Bytes())
}

func writeRecord(w io.Writer, header [][2]string, block []byte) error {
	z := gzip.NewWriter(w)
	fmt.Fprint(z, "WARC/1.1\r\n")
	for _, h := range header {
		fmt.Fprintf(z, "%s: %s\r\n", h[0], h[1])
	}
	fmt.Fprintf(z, "WARC-Block-Digest: %s\r\nContent-Length: %d\r\n\r\n", digest(block), len(block))
	if _, err := z.Write(block); err != nil {
		return err
	}
	if _, err := io.WriteString(z, "\r\n\r\n"); err != nil {
		return err
	}
	return z.Close()
}

// recordID makes an id of what the record holds, so that the same pages give the same file.
func recordID(of string) string {
	s := sha1.Sum([]byte("jiandu\n" + of))
	s[6], s[8] = s[6]&0x0f|0x50, s[8]&0x3f|0x80 // UUID, version 5
	return fmt.Sprintf("<urn:uuid:%x-%x-%x-%x-%x>", s[:4], s[4:6], s[6:8], s[8:10], s[10:16])
}

// digest is the form of digests that WARC readers know.
func digest(b []byte) string {
	s := sha1.Sum(b)
	return "sha1:" + base32.StdEncoding.EncodeToString(s[:])
}

func warcDate(t time.Time) string { return t.UTC().Format(time.RFC3339) }

func oneLine(s string) string { return strings.NewReplacer("\r", "", "\n", "").Replace(s) }
