package ingest

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"golang.org/x/net/html/charset"
)

// maxSitemapDepth bounds indexes within indexes; maxSitemapURLs is the
// protocol's own limit (sitemaps.org).
const (
	maxSitemapDepth = 3
	maxSitemapURLs  = 50_000
)

// chinaTime is the zone in which the days of Chinese sites are meant.
var chinaTime = time.FixedZone("CST", 8*3600)

// sitemapEntry is a URL of a sitemap, with the day of its last change or "".
type sitemapEntry struct{ loc, day string }

// parseSitemap reads a sitemap (sitemaps.org), an index of sitemaps, or a plain
// text file with one URL a line.
func parseSitemap(body []byte) (entries []sitemapEntry, index bool, err error) {
	body = bytes.TrimPrefix(body, []byte("\xef\xbb\xbf"))
	if !bytes.HasPrefix(bytes.TrimSpace(body), []byte("<")) {
		return textSitemap(body), false, nil
	}
	dec := xml.NewDecoder(bytes.NewReader(body))
	dec.CharsetReader = charset.NewReaderLabel
	dec.Strict = false
	for len(entries) < maxSitemapURLs {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return entries, index, err
		}
		start, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "html":
			return nil, false, fmt.Errorf("a web page, not a sitemap")
		case "url", "sitemap":
			var e struct {
				Loc     string `xml:"loc"`
				Lastmod string `xml:"lastmod"`
			}
			if err := dec.DecodeElement(&e, &start); err != nil {
				return entries, index, err
			}
			index = index || start.Name.Local == "sitemap"
			entries = append(entries, sitemapEntry{strings.TrimSpace(e.Loc), sitemapDay(e.Lastmod)})
		}
	}
	return entries, index, nil
}

func textSitemap(body []byte) (entries []sitemapEntry) {
	for _, line := range strings.Fields(string(body)) {
		if strings.HasPrefix(line, "http") && len(entries) < maxSitemapURLs {
			entries = append(entries, sitemapEntry{loc: line})
		}
	}
	return entries
}

func sitemapDay(s string) string {
	s = strings.TrimSpace(s)
	if len(s) < len(time.DateOnly) {
		return ""
	}
	t, err := time.Parse(time.DateOnly, s[:len(time.DateOnly)])
	if err != nil {
		return ""
	}
	return t.Format(time.DateOnly)
}
