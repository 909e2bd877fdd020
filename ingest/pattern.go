package ingest

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"time"
)

// pattern is a compiled path pattern of sources.yaml: "/zt/{yyyy}{mm}/t{yyyy}{mm}{dd}_{n}.html".
type pattern struct {
	host, path *regexp.Regexp // host is nil for any
	query      bool           // whether the pattern speaks of the query
}

// patternPart finds what is special in a pattern.
var patternPart = regexp.MustCompile(`/\*\*/|\*\*|\*|\{[^}]*\}`)

var patternParts = map[string]string{
	"/**/":   `/(?:.*/)?`, // any folders, or none
	"**":     `.*`,
	"*":      `[^/]*`,
	"{yyyy}": `((?:19|20)\d\d)`,
	"{mm}":   `(0[1-9]|1[0-2])`,
	"{dd}":   `(0[1-9]|[12]\d|3[01])`,
	"{m}":    `(1[0-2]|0?[1-9])`,
	"{d}":    `([12]\d|3[01]|0?[1-9])`,
	"{n}":    `\d+`,
}

// compilePattern reads a pattern. One that does not begin with "/" begins with a
// host; one with "?" speaks of the query too, others match with any.
func compilePattern(s string) (pattern, error) {
	var p pattern
	if s == "" {
		return p, fmt.Errorf("empty pattern")
	}
	host, path, ok := strings.Cut(s, "/")
	if !ok {
		return p, fmt.Errorf("%q holds no path", s)
	}
	var err error
	if host != "" {
		if p.host, err = patternRegexp(strings.ToLower(host)); err != nil {
			return p, err
		}
	}
	p.query = strings.Contains(path, "?")
	p.path, err = patternRegexp("/" + path)
	return p, err
}

func patternRegexp(s string) (*regexp.Regexp, error) {
	var b strings.Builder
	at := 0
	for _, m := range patternPart.FindAllStringIndex(s, -1) {
		part := patternParts[s[m[0]:m[1]]]
		if part == "" {
			return nil, fmt.Errorf("%s is not known in a pattern: {yyyy} {mm} {dd} {m} {d} {n} are", s[m[0]:m[1]])
		}
		b.WriteString(regexp.QuoteMeta(s[at:m[0]]) + part)
		at = m[1]
	}
	b.WriteString(regexp.QuoteMeta(s[at:]))
	return regexp.Compile(`^` + b.String() + `$`)
}

func (p pattern) match(u *url.URL) bool {
	if p.host != nil && !p.host.MatchString(u.Host) {
		return false
	}
	if p.query {
		return p.path.MatchString(u.Path + "?" + u.RawQuery)
	}
	return p.path.MatchString(u.Path)
}

func matchAny(ps []pattern, u *url.URL) bool {
	for _, p := range ps {
		if p.match(u) {
			return true
		}
	}
	return false
}

func compilePatterns(list []string) ([]pattern, error) {
	ps := make([]pattern, 0, len(list))
	for _, s := range list {
		p, err := compilePattern(s)
		if err != nil {
			return nil, err
		}
		ps = append(ps, p)
	}
	return ps, nil
}

// defaultArticles are the forms of article URLs of the platforms in use: TRS/WCM,
// people's and Xinhua's, hanweb, vsb, UCAP, rednet, and those with a day in the path.
var defaultArticles = []string{
	"/**/t{yyyy}{mm}{dd}_{n}.*",
	"/**/{yyyy}/{mm}{dd}/*.*",
	"/**/{yyyy}/{m}/{d}/*",
	"/**/{yyyy}-{mm}/{dd}/*",
	"/**/{yyyy}{mm}/{dd}/*",
	"/**/{yyyy}{mm}{dd}/*",
	"/**/{yyyy}{mm}/*.*",
	"/**/art_{n}_{n}.*",
	"/**/content_{n}.*",
	"/**/info/{n}/{n}.htm*",
	"/**/{n}.*htm*",
}

// urlDays find the day in a URL's path.
var urlDays = []*regexp.Regexp{
	regexp.MustCompile(`/t((?:19|20)\d\d)(\d\d)(\d\d)_\d`),
	regexp.MustCompile(`/((?:19|20)\d\d)[-/]?(\d\d?)[-/](\d\d?)/`),
	regexp.MustCompile(`/((?:19|20)\d\d)[-/]?(\d\d)[-/]?(\d\d)[/_-]`),
}

// urlDay gives the day that a URL's path shows, as YYYY-MM-DD, or "".
func urlDay(u *url.URL) string {
	for _, re := range urlDays {
		m := re.FindStringSubmatch(u.Path)
		if m == nil {
			continue
		}
		if t, err := time.Parse("2006-1-2", m[1]+"-"+m[2]+"-"+m[3]); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}
