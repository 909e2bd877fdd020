package web

import (
	"encoding/xml"
	"net/http"
	"net/url"
	"strings"
	"time"

	"jiandu/index"
)

// rss is a feed as RSS 2.0 writes it.
type rss struct {
	XMLName xml.Name `xml:"rss"`
	Version string   `xml:"version,attr"`
	Channel channel  `xml:"channel"`
}

type channel struct {
	Title       string `xml:"title"`
	Link        string `xml:"link"`
	Description string `xml:"description"`
	Language    string `xml:"language"`
	Items       []item `xml:"item"`
}

type item struct {
	Title       string `xml:"title"`
	Link        string `xml:"link"`
	GUID        guid   `xml:"guid"`
	PubDate     string `xml:"pubDate,omitempty"`
	Source      string `xml:"author,omitempty"`
	Description string `xml:"description"`
}

type guid struct {
	Permanent bool   `xml:"isPermaLink,attr"`
	ID        string `xml:",chardata"`
}

// feed gives the newest articles of a search, to be followed in a feed reader.
func (s *server) feed(w http.ResponseWriter, r *http.Request) error {
	req, done, err := s.readSearch(w, r, "feed")
	if done || err != nil {
		return err
	}
	req.Sort, req.Facets = index.SortNewest, nil
	res, err := s.find(r.Context(), req)
	if err != nil {
		return err
	}
	base := baseURL(r)
	out := rss{Version: "2.0", Channel: channel{
		Title:       strings.TrimSpace("jiandu " + req.Query),
		Link:        base + address("/", r.URL.Query()),
		Description: feedWords(r.URL.Query()),
		Language:    "zh-CN",
	}}
	for _, h := range res.Hits {
		out.Channel.Items = append(out.Channel.Items, newItem(base, h))
	}
	w.Header().Set("Content-Type", "application/rss+xml; charset=utf-8")
	if _, err := w.Write([]byte(xml.Header)); err != nil {
		return err
	}
	return xml.NewEncoder(w).Encode(out)
}

func newItem(base string, h index.Hit) item {
	it := item{Title: h.Title, Link: base + "/articles/" + h.ID, GUID: guid{ID: "jiandu:" + h.ID}, Source: h.Source}
	if day, err := time.Parse(time.DateOnly, h.Published); err == nil {
		it.PubDate = day.Format(time.RFC1123Z)
	}
	var texts []string
	for _, sn := range h.Snippets {
		texts = append(texts, sn.Text)
	}
	it.Description = strings.Join(texts, " … ")
	return it
}

func feedWords(q url.Values) string {
	var parts []string
	for _, name := range sortedKeys(q) {
		parts = append(parts, name+"="+strings.Join(q[name], ","))
	}
	return strings.Join(parts, " ")
}

// baseURL is how the client reached the server.
func baseURL(r *http.Request) string {
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	return scheme + "://" + r.Host
}
