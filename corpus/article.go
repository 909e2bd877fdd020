package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"time"
)

// Page is what was fetched, as it came. Body holds the bytes as the server sent
// them after content decoding (gzip), before charset decoding.
type Page struct {
	URL       string            // as requested
	FinalURL  string            // after redirects; equal to URL without any
	Source    string            // id of the source in sources.yaml, or "import"
	FetchedAt time.Time         // UTC
	Status    int               // HTTP status; 200 for imported files
	Headers   map[string]string // canonical header names
	Body      []byte
	Hash      string // BodyHash(Body)
	ArticleID string // the article made of it, or ""
}

// Article states.
const (
	StateOK          = "ok"
	StateQuarantined = "quarantined" // the extraction looks wrong; kept, not analyzed, not indexed
)

// Where a publication date was found.
const (
	DateFromMeta = "meta"
	DateFromPage = "page"
	DateFromURL  = "url"
	DateFromFile = "file" // given by an imported record
)

// Article is a report: the body of a page, or of an imported record, with its
// fields. Text holds the paragraphs in order, joined by one newline, without
// title, byline, captions, navigation and copyright lines.
type Article struct {
	ID            string    `json:"id"`                       // ArticleID
	URL           string    `json:"url"`                      // canonical URL, or ""
	OriginalURL   string    `json:"original_url,omitempty"`   // 原文链接, where the page names one
	Title         string    `json:"title"`                    // with its second line, joined by one space
	Source        string    `json:"source"`                   // 来源 or publisher, as the page names it
	Author        string    `json:"author"`                   // 作者、记者、通讯员, as the page names them
	Editor        string    `json:"editor,omitempty"`         // 编辑
	Column        string    `json:"column,omitempty"`         // 栏目 of the site
	Published     string    `json:"published"`                // YYYY-MM-DD, or "" where the page shows none; never the crawl date
	PublishedFrom string    `json:"published_from,omitempty"` // one of DateFrom…, or ""
	Text          string    `json:"text"`
	Site          string    `json:"site,omitempty"` // id of the source in sources.yaml, or "import"
	Quality       float64   `json:"-"`              // 0 to 1: how much the body looks like a report's
	State         string    `json:"-"`              // StateOK or StateQuarantined
	Reason        string    `json:"-"`              // why it is quarantined, or ""
	PageHash      string    `json:"-"`              // Page.Hash of the page that it was made of, or ""
	Extractor     string    `json:"-"`              // version of the extractor that made it
	FirstSeen     time.Time `json:"-"`              // UTC; set by the store when the article is new
}

// Document is an article with its tags, as it is indexed and exported.
type Document struct {
	Article
	Tags
	Group string // id of the reprint group; the article's own id where it stands alone
	Lead  bool   // whether the article leads its group
	Seq   int64  // change number: grows with every change of the article, its tags or its group
}

// ArticleID gives the stable id of an article: 16 hexadecimal digits of the
// SHA-256 of its canonical URL, or of its text where it has no URL.
func ArticleID(canonicalURL, text string) string {
	key := "url:" + canonicalURL
	if canonicalURL == "" {
		key = "text:" + text
	}
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:8])
}

// BodyHash gives the hexadecimal SHA-256 of a page's body.
func BodyHash(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}
