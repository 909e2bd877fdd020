package ingest

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// firstYear is the first in which a page of the web can have been published.
const firstYear = 1994

var (
	written = regexp.MustCompile(`(\d{4})\s*(?:年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?|[-‐–－/.／．]\s*(\d{1,2})\s*[-‐–－/.／．]\s*(\d{1,2})|\s*(\d{2})\s*/\s*(\d{2}))`)
	solid   = regexp.MustCompile(`(?:^|\D)((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{6})?(?:\D|$)`)
	// Days in paths: /202302/t20230201_243874.html, /2023/02/01/, /2023-02/01/, /2023/0201/, /20230201/, /art/2023/2/1/.
	inPath = []*regexp.Regexp{
		regexp.MustCompile(`/t?((?:19|20)\d{2})(\d{2})(\d{2})[_/\-.]`),
		regexp.MustCompile(`/((?:19|20)\d{2})[-/](\d{1,2})[-/](\d{1,2})(?:[/_.\-]|$)`),
		regexp.MustCompile(`/((?:19|20)\d{2})/?(\d{2})(\d{2})/`),
		regexp.MustCompile(`[/_\-]((?:19|20)\d{2})(\d{2})(\d{2})\d*[_/\-.]`),
	}
)

// findDay gives the first valid day written in text as YYYY-MM-DD, or "". Full-width digits are read too.
func findDay(text string) string {
	if !strings.ContainsAny(text, "0123456789０１２３４５６７８９") {
		return ""
	}
	text = narrow(text)
	for _, m := range written.FindAllStringSubmatchIndex(text, -1) {
		if m[0] > 0 && isDigit(text[m[0]-1]) {
			continue
		}
		g := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		if d := day(g(1), g(2)+g(4)+g(6), g(3)+g(5)+g(7)); d != "" {
			return d
		}
	}
	if m := solid.FindStringSubmatch(text); m != nil {
		return day(m[1], m[2], m[3])
	}
	return ""
}

// dayInURL gives the day that a URL's path shows, or "".
func dayInURL(url string) string {
	_, path, ok := strings.Cut(url, "://")
	if !ok {
		path = url
	}
	if i := strings.IndexAny(path, "?#"); i >= 0 {
		path = path[:i]
	}
	for _, re := range inPath {
		if m := re.FindStringSubmatch(path); m != nil {
			if d := day(m[1], m[2], m[3]); d != "" {
				return d
			}
		}
	}
	return ""
}

// day gives a valid day of the web's time as YYYY-MM-DD, or "".
func day(y, m, d string) string {
	year, _ := strconv.Atoi(y)
	month, _ := strconv.Atoi(m)
	dom, _ := strconv.Atoi(d)
	t := time.Date(year, time.Month(month), dom, 0, 0, 0, 0, time.UTC)
	if year < firstYear || int(t.Month()) != month || t.Day() != dom {
		return ""
	}
	return t.Format(time.DateOnly)
}

// beijing is the time of the pages' dates.
var beijing = time.FixedZone("Beijing", 8*60*60)

// notFuture refuses a day that had not come, in Beijing, when the page was fetched. A zero time refuses nothing.
func notFuture(day string, fetched time.Time) string {
	if !fetched.IsZero() && day > fetched.In(beijing).Format(time.DateOnly) {
		return ""
	}
	return day
}

// narrow gives digits and marks of dates in ASCII.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r == '　' || r == '\u00a0':
			return ' '
		}
		return r
	}, s)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
