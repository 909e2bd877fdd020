package ingest

import (
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"path"
	"regexp"
	"strings"

	"golang.org/x/net/idna"

	"jiandu/corpus"
)

// mobileTwin is the ending that mobile copies of a page carry (t2023_1_m.html).
var mobileTwin = regexp.MustCompile(`_m(\.s?html?)$`)

// trackers are query parameters that tell where a visitor came from, not what he reads.
var trackers = map[string]bool{
	"spm": true, "from": true, "isappinstalled": true, "gclid": true, "fbclid": true, "msclkid": true,
	"share_token": true, "share_from": true, "tt_from": true, "wfr": true, "timestamp": true, "nsukey": true,
	"jsessionid": true, "phpsessid": true, "sessionid": true, "_t": true, "_": true,
}

// Canonical gives the form of an absolute http or https URL in which it is
// stored and shown: host in lower case, default port, fragment, tracking
// parameters and session ids gone, dot segments resolved, percent-encoding in one
// form (RFC 3986, 6.2.2), the desktop page instead of its mobile twin. It is
// idempotent. Scheme and "www." stay, for not every server answers without them.
func Canonical(raw string) (string, error) {
	u, err := parseHTTP(raw)
	if err != nil {
		return "", err
	}
	u.Fragment, u.RawFragment, u.User = "", "", nil
	u.Host = canonicalHost(u)
	cleanPath(u)
	u.RawQuery = cleanQuery(u.RawQuery)
	u.ForceQuery = false
	return u.String(), nil
}

// Key gives the identity of a page: its canonical URL without scheme and leading
// "www.", so that twins count as one. It is what a frontier and an article id are
// made of. A URL that Canonical refuses is its own key.
func Key(raw string) string {
	c, err := Canonical(raw)
	if err != nil {
		return raw
	}
	_, rest, _ := strings.Cut(c, "://")
	return strings.TrimPrefix(rest, "www.")
}

// Identify sets the URL and the id of an article that was found on a page:
// rel is the page's <link rel=canonical>, or "". A rel that leads to another
// host or to a site's front page is not heard: templates often carry such.
func Identify(a *corpus.Article, pageURL, rel string) {
	a.URL = pageURL
	if c, err := Canonical(pageURL); err == nil {
		a.URL = c
	}
	if c, err := Canonical(rel); err == nil && trustedCanonical(a.URL, c) {
		a.URL = c
	}
	key := ""
	if a.URL != "" {
		key = Key(a.URL)
	}
	a.ID = corpus.ArticleID(key, a.Text)
}

func trustedCanonical(page, rel string) bool {
	p, err1 := url.Parse(page)
	r, err2 := url.Parse(rel)
	if err1 != nil || err2 != nil {
		return false
	}
	bare := func(u *url.URL) string { return strings.TrimPrefix(strings.TrimPrefix(u.Host, "www."), "m.") }
	front := path.Dir(r.Path) == "/" && strings.HasPrefix(path.Base(r.Path), "index.")
	return bare(p) == bare(r) && !front && (strings.Trim(r.Path, "/") != "" || r.RawQuery != "")
}

func parseHTTP(raw string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil {
		return nil, err
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return nil, fmt.Errorf("%q: not an http or https URL", raw)
	}
	host := u.Hostname()
	if _, err := netip.ParseAddr(host); err == nil {
		return u, nil
	}
	if host, err = idna.ToASCII(strings.ToLower(host)); err != nil || !hostName.MatchString(host) {
		return nil, fmt.Errorf("%q: no proper host name", raw)
	}
	if u.Port() != "" {
		host += ":" + u.Port()
	}
	u.Host = host
	return u, nil
}

// hostName is what a host name may look like, in ASCII.
var hostName = regexp.MustCompile(`^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?\.?$`)

func canonicalHost(u *url.URL) string {
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	port := u.Port()
	if port == "" || u.Scheme == "http" && port == "80" || u.Scheme == "https" && port == "443" {
		if strings.Contains(host, ":") {
			return "[" + host + "]"
		}
		return host
	}
	return net.JoinHostPort(host, port)
}

func cleanPath(u *url.URL) {
	p := u.EscapedPath()
	if i := strings.Index(strings.ToLower(p), ";jsessionid="); i >= 0 {
		p = p[:i]
	}
	p = mobileTwin.ReplaceAllString(removeDots(normalizeEscapes(p)), "$1")
	// What was escaped validly above can be unescaped.
	if plain, err := url.PathUnescape(p); err == nil {
		u.Path, u.RawPath = plain, p
	}
}

// removeDots resolves "." and ".." segments and doubled slashes, and keeps a slash at the end.
func removeDots(p string) string {
	clean := path.Clean("/" + p)
	if clean != "/" && (strings.HasSuffix(p, "/") || strings.HasSuffix(p, "/.") || strings.HasSuffix(p, "/..")) {
		clean += "/"
	}
	return clean
}

// cleanQuery drops trackers and empty pieces; the order of the rest stays, for it may matter to the server.
func cleanQuery(raw string) string {
	var kept []string
	for _, pair := range strings.Split(raw, "&") {
		name, _, _ := strings.Cut(pair, "=")
		name = strings.ToLower(name)
		if pair == "" || trackers[name] || strings.HasPrefix(name, "utm_") {
			continue
		}
		kept = append(kept, normalizeEscapes(pair))
	}
	return strings.Join(kept, "&")
}

// normalizeEscapes gives percent-encoding in one form: unreserved characters
// plain, everything outside printable ASCII escaped, hexadecimal in upper case.
func normalizeEscapes(s string) string {
	const hexDigits = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		escaped := false
		if c == '%' {
			if v, ok := unhex(s, i+1); ok {
				c, escaped = v, true
				i += 2
			} else {
				escaped = true // a bare percent sign becomes %25
			}
		}
		if unreserved(c) || !escaped && c > ' ' && c < 0x7f && c != '%' {
			b.WriteByte(c)
			continue
		}
		b.Write([]byte{'%', hexDigits[c>>4], hexDigits[c&15]})
	}
	return b.String()
}

func unhex(s string, i int) (byte, bool) {
	if i+2 > len(s) {
		return 0, false
	}
	var v byte
	for _, c := range []byte(s[i : i+2]) {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return 0, false
		}
		v = v<<4 | c
	}
	return v, true
}

// unreserved is the set of RFC 3986, 2.3.
func unreserved(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0
}
