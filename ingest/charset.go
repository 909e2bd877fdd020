package ingest

import (
	"bytes"
	"mime"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// metaBytes is how far into a page a declaration of its encoding is looked for.
const metaBytes = 8 << 10

// maxBroken is the share of characters that may fail to decode in a text of the right encoding.
const maxBroken = 0.005

// hopeless is the share above which a text is in none of the encodings known here.
const hopeless = 0.03

var declaration = regexp.MustCompile(`(?i)(?:<meta[^>]+charset|<\?xml[^>]+encoding)\s*=\s*["']?\s*([\w-]+)`)

// Decode gives the text of a page or file as valid UTF-8, and the name of the
// encoding it was in. contentType is the HTTP header, or "".
//
// Declarations are heard in the order of authority: a byte order mark, the bytes
// themselves where they are UTF-8 (many pages declare gb2312 and are UTF-8), the
// header, a <meta> or XML declaration in the first 8 KB; without any, the Chinese encoding
// that reads best. Bytes that fit no character are left out; where they are many, name is "".
func Decode(body []byte, contentType string) (text, name string) {
	if enc, name := byOrderMark(body); enc != nil {
		return clean(decodeWith(enc, body)), name
	}
	if isUTF8(body) {
		return clean(string(body)), "utf-8"
	}
	for _, label := range []string{headerCharset(contentType), metaCharset(body)} {
		if enc, name := lookup(label); enc != nil {
			if text := decodeWith(enc, body); broken(text) <= maxBroken {
				return clean(text), name
			}
		}
	}
	return guess(body)
}

// byOrderMark gives the encoding that a byte order mark announces, or nil. UTF-16
// without a mark is known by the zero bytes of its markup.
func byOrderMark(body []byte) (encoding.Encoding, string) {
	switch {
	case bytes.HasPrefix(body, []byte("\xef\xbb\xbf")):
		return unicode.UTF8BOM, "utf-8"
	case bytes.HasPrefix(body, []byte("\xff\xfe")), bytes.HasPrefix(body, []byte("<\x00")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-16le"
	case bytes.HasPrefix(body, []byte("\xfe\xff")), bytes.HasPrefix(body, []byte("\x00<")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "utf-16be"
	}
	return nil, ""
}

// isUTF8 tells whether the body is UTF-8: all of it, or all but a few characters
// that were cut in two (by a limit on the body, or by a program that shortened a title).
func isUTF8(body []byte) bool {
	if utf8.Valid(body) {
		return true
	}
	wide, bad := 0, 0
	for len(body) > 0 {
		r, n := utf8.DecodeRune(body)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 2: // GBK text makes two-byte sequences by chance, hardly ever three
			wide++
		}
		body = body[n:]
	}
	return wide > 0 && float64(bad) <= 0.02*float64(wide)+2 && wide > 10*bad
}

func headerCharset(contentType string) string {
	if _, params, err := mime.ParseMediaType(contentType); err == nil {
		return params["charset"]
	}
	return ""
}

func metaCharset(body []byte) string {
	if m := declaration.FindSubmatch(body[:min(len(body), metaBytes)]); m != nil {
		return string(m[1])
	}
	return ""
}

// lookup gives the encoding of a label. GB18030 stands in for its subsets gb2312
// and gbk; UTF-8 and UTF-16 are not given: the bytes have been asked already.
func lookup(label string) (encoding.Encoding, string) {
	enc, name := charset.Lookup(strings.TrimSpace(label))
	switch {
	case enc == nil, strings.HasPrefix(name, "utf-"), name == "windows-1252":
		return nil, ""
	case name == "gbk":
		return simplifiedchinese.GB18030, "gb18030"
	}
	return enc, name
}

// guess decodes as GB18030 or Big5, whichever breaks less and holds more of the commonest characters.
func guess(body []byte) (text, name string) {
	gb, big5 := decodeWith(simplifiedchinese.GB18030, body), decodeWith(traditionalchinese.Big5, body)
	text, name = gb, "gb18030"
	if fluency(big5) > fluency(gb) {
		text, name = big5, "big5"
	}
	if broken(text) > hopeless {
		name = ""
	}
	return clean(text), name
}

// fluency is the share of very common characters among those outside ASCII, less the share that broke.
func fluency(text string) float64 {
	common, wide := 0, 1
	for _, r := range text {
		if r < utf8.RuneSelf {
			continue
		}
		wide++
		if strings.ContainsRune(commonest, r) {
			common++
		}
	}
	return float64(common)/float64(wide) - 5*broken(text)
}

// commonest holds characters and marks that every Chinese page of some length has, in both scripts.
const commonest = "的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年，。、：；“”「」（）"

func decodeWith(enc encoding.Encoding, body []byte) string {
	out, err := enc.NewDecoder().Bytes(body)
	if err != nil {
		return string(utf8.RuneError)
	}
	return string(out)
}

// broken is the share of replacement characters among those outside ASCII.
func broken(text string) float64 {
	bad, wide := 0, 0
	for _, r := range text {
		if r >= utf8.RuneSelf {
			wide++
		}
		if r == utf8.RuneError {
			bad++
		}
	}
	if wide == 0 {
		return 0
	}
	return float64(bad) / float64(wide)
}

// clean leaves out what is no character: invalid bytes, replacement characters, NUL and byte order marks.
func clean(text string) string {
	text = strings.ToValidUTF8(text, "")
	return strings.Map(func(r rune) rune {
		if r == utf8.RuneError || r == 0 || r == '\ufeff' {
			return -1
		}
		return r
	}, text)
}
