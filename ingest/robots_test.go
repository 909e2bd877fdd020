package ingest

import (
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestRobotsGroups(t *testing.T) {
	// The example of RFC 9309, 5.1, in other words.
	simple := `User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot
`
	const merged = "user-agent: Jiandu/2.0 (x)\ndisallow: /a\n\nuser-agent: other\ndisallow: /\n\nUSER-AGENT: jiandu\ndisallow: /b\n\nuser-agent: *\ndisallow: /c\n"
	for _, c := range []struct {
		name, body, agent, path string
		want                    bool
	}{
		{"star group", simple, "anybot", "/example/x", false},
		{"star group, ending", simple, "anybot", "/img/a.gif", false},
		{"star group, ending is at the end", simple, "anybot", "/img/a.gif?x", true},
		{"star group, allowed", simple, "anybot", "/publications/2", true},
		{"named group only", simple, "foobot", "/publications/", false},
		{"longer allow", simple, "foobot", "/example/page.html", true},
		{"longer allow, gif", simple, "foobot", "/example/allowed.gif", true},
		{"several agents, first", simple, "barbot", "/example/page.html", false},
		{"several agents, second", simple, "BazBot", "/example/page.html", false},
		{"several agents, no other rule", simple, "bazbot", "/example/other.gif", true},
		{"empty group allows all", simple, "quxbot", "/example/x", true},
		{"groups of one agent merge", merged, "jiandu", "/a", false},
		{"groups of one agent merge, second", merged, "jiandu", "/b", false},
		{"star is not for the named", merged, "jiandu", "/c", true},
		{"other's group", merged, "jiandu", "/d", true},
		{"token is compared whole", "user-agent: jian\ndisallow: /", "jiandu", "/", true},
		{"rules before any agent", "disallow: /\nuser-agent: x\ndisallow: /", "jiandu", "/a", true},
		{"sitemap ends no group", "user-agent: jiandu\nsitemap: http://a/\nuser-agent: other\ndisallow: /", "jiandu", "/a", false},
		{"delay ends no group", "user-agent: jiandu\ncrawl-delay: 2\nuser-agent: other\ndisallow: /", "jiandu", "/a", false},
		{"a rule ends the agents", "user-agent: jiandu\nallow: /x\nuser-agent: other\ndisallow: /", "jiandu", "/a", true},
		{"empty lines end no group", "user-agent: jiandu\n\n\ndisallow: /", "jiandu", "/a", false},
		{"byte order mark", "\xef\xbb\xbfuser-agent: *\ndisallow: /", "jiandu", "/a", false},
		{"lines end in CR", "user-agent: *\rdisallow: /a\r", "jiandu", "/a", false},
		{"lines end in CRLF", "user-agent: *\r\ndisallow: /a\r\n", "jiandu", "/a", false},
		{"comments", "user-agent: * # all\ndisallow: /a # this\n#disallow: /b", "jiandu", "/a", false},
		{"comments, off", "user-agent: *\n#disallow: /b", "jiandu", "/b", true},
		{"web page instead", "<html><body>disallow</body></html>", "jiandu", "/b", true},
		{"empty", "", "jiandu", "/b", true},
	} {
		if got := parseRobots([]byte(c.body), c.agent).allows(c.path); got != c.want {
			t.Errorf("%s: %s may fetch %s: %v", c.name, c.agent, c.path, got)
		}
	}
}

func TestRobotsMatching(t *testing.T) {
	for _, c := range []struct {
		rules, path string
		want        bool
	}{
		// RFC 9309, 2.2.2: percent-encoding.
		{"disallow: /foo/bar?baz=quz", "/foo/bar?baz=quz", false},
		{"disallow: /foo/bar?baz=https://foo.bar", "/foo/bar?baz=https://foo.bar", false},
		{"disallow: /foo/bar/\u30c4", "/foo/bar/%E3%83%84", false},
		{"disallow: /foo/bar/%E3%83%84", "/foo/bar/\u30c4", false},
		{"disallow: /foo/bar/%e3%83%84", "/foo/bar/%E3%83%84", false},
		{"disallow: /foo/bar/%62%61%7A", "/foo/bar/baz", false},
		{"disallow: /foo/bar/baz", "/foo/bar/%62%61%7A", false},
		{"disallow: /a%2Fb", "/a/b", true},
		// 2.2.2: the longest match, and Allow among equals.
		{"allow: /example/page/\ndisallow: /example/page/disallowed.gif", "/example/page/disallowed.gif", false},
		{"allow: /example/page/\ndisallow: /example/page/disallowed.gif", "/example/page/", true},
		{"disallow: /p\nallow: /p", "/p", true},
		{"allow: /p\ndisallow: /p", "/p", true},
		{"disallow: /\nallow: /p", "/page", true},
		{"allow: /folder\ndisallow: /folder/", "/folder/page", false},
		{"allow: /$\ndisallow: /", "/", true},
		{"allow: /$\ndisallow: /", "/page", false},
		{"allow: /page\ndisallow: /*.htm", "/page.htm", false},
		{"allow: /page\ndisallow: /*.ph", "/page.php5", true},
		// 2.2.3: * and $, and what stands for them.
		{"disallow: /*.php", "/folder/any.php.file.html", false},
		{"disallow: /*.php$", "/filename.php?x", true},
		{"disallow: /*.php$", "/a.php/b.php", false},
		{"disallow: /fish*.php", "/fish/salmon.php", false},
		{"disallow: /fish*.php", "/Fish.PHP", true},
		{"disallow: /fish", "/fishheads/yummy.html", false},
		{"disallow: /fish/", "/fish", true},
		{"disallow: /a$", "/a", false},
		{"disallow: /a$b", "/a$b", false},
		{"disallow: /path/file-with-a-%2A.html", "/path/file-with-a-*.html", false},
		{"disallow: /path/file-with-a-%2A.html", "/path/file-with-a-x.html", true},
		{"disallow: /path/foo-%24", "/path/foo-$", false},
		{"disallow: /**a", "/xxa", false},
		{"disallow: *", "/x", false},
		{"disallow: /*$", "/x?y", false},
		{"disallow: secret", "/secret", false},
		{"disallow:", "/x", true},
		{"disallow: /", "/robots.txt", true},
		{"disallow: /", "", false},
	} {
		if got := parseRobots([]byte("user-agent: *\n"+c.rules), "jiandu").allows(c.path); got != c.want {
			t.Errorf("%q: may fetch %s: %v", c.rules, c.path, got)
		}
	}
}

func TestRobotsDelayAndSitemaps(t *testing.T) {
	r := parseRobots([]byte("Sitemap: https://example.org/map.xml\nuser-agent: *\ncrawl-delay: 1.5\n"), "jiandu")
	if r.delay != 1500*time.Millisecond {
		t.Errorf("delay %v", r.delay)
	}
	if len(r.sitemaps) != 1 || r.sitemaps[0] != "https://example.org/map.xml" {
		t.Errorf("sitemaps %q", r.sitemaps)
	}
}

func TestRobotsIsCutAtItsLimit(t *testing.T) {
	body := "user-agent: *\ndisallow: /early\n" + strings.Repeat("# nothing\n", maxRobots/10) + "disallow: /late\n"
	r := parseRobots([]byte(body), "jiandu")
	if r.allows("/early") || !r.allows("/late") {
		t.Errorf("early %v, late %v: want only what stands in the first 500 KiB", r.allows("/early"), r.allows("/late"))
	}
}

// FuzzMatchRule: patterns match what the regular expression of the same meaning matches.
func FuzzMatchRule(f *testing.F) {
	f.Add("/a*b$", "/axxb")
	f.Add("/*$*", "/$")
	f.Fuzz(func(t *testing.T, pattern, path string) {
		if len(pattern) > 50 || !utf8.ValidString(pattern) || !utf8.ValidString(path) {
			return
		}
		body, anchored := strings.CutSuffix(pattern, "$")
		expr := `(?s)^` + strings.ReplaceAll(regexp.QuoteMeta(body), `\*`, `.*`)
		if anchored {
			expr += `$`
		}
		if want := regexp.MustCompile(expr).MatchString(path); matchRule(pattern, path) != want {
			t.Errorf("%q matches %q: want %v", pattern, path, want)
		}
	})
}

// FuzzRobots: a robots.txt never panics, its own path is always allowed, a path
// and its escaped twin are judged alike, and for an agent that no group names
// an added group for another agent changes nothing.
func FuzzRobots(f *testing.F) {
	f.Add("user-agent: *\ndisallow: /a*b$\nallow: /a", "/axb?y=%E4%b8")
	f.Add("\xef\xbb\xbfuser-agent: jiandu\rdisallow: /%zz", "/%zz*$")
	f.Fuzz(func(t *testing.T, body, path string) {
		r := parseRobots([]byte(body), "jiandu")
		if !r.allows("/robots.txt") {
			t.Error("robots.txt itself is forbidden")
		}
		path = "/" + path
		if r.allows(path) != r.allows(normalizeEscapes(path)) {
			t.Errorf("%q and %q are judged differently", path, normalizeEscapes(path))
		}
		if len(body) < maxRobots/2 {
			more := parseRobots([]byte("user-agent: somebody-else\ndisallow: /\n\n"+body), "jiandu")
			if strings.HasPrefix(strings.ToLower(body), "user-agent") && more.allows(path) != r.allows(path) {
				t.Errorf("another agent's group changes the rules for %q", path)
			}
		}
	})
}
