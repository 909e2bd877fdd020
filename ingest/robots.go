package ingest

import (
	"bytes"
	"strconv"
	"strings"
	"time"
)

// maxRobots is how much of a robots.txt is read (RFC 9309, 2.5: at least 500 KiB).
const maxRobots = 500 << 10

// robots is what a robots.txt says to one crawler.
type robots struct {
	rules    []robotsRule
	delay    time.Duration // Crawl-delay, 0 without one
	sitemaps []string      // for everybody
	note     string        // why everything is forbidden, when not by its rules
}

type robotsRule struct {
	pattern string // normalized; may hold * and end in $
	allow   bool
}

// robotsGroup is a set of rules with the agents to which they are told.
type robotsGroup struct {
	agents []string // lower case
	rules  []robotsRule
	delay  time.Duration
}

// parseRobots reads a robots.txt by RFC 9309 and keeps what it says to the agent
// with this product token: all groups that name it, merged, or else those for "*".
func parseRobots(body []byte, agent string) robots {
	groups, sitemaps := parseGroups(body)
	r := robots{sitemaps: sitemaps}
	if !r.merge(groups, strings.ToLower(agent)) {
		r.merge(groups, "*")
	}
	return r
}

// merge takes the rules of the groups that name the agent, and tells whether any does.
func (r *robots) merge(groups []*robotsGroup, agent string) bool {
	named := false
	for _, g := range groups {
		for _, a := range g.agents {
			if a != agent {
				continue
			}
			named = true
			r.rules = append(r.rules, g.rules...)
			r.delay = max(r.delay, g.delay)
			break
		}
	}
	return named
}

func parseGroups(body []byte) (groups []*robotsGroup, sitemaps []string) {
	var g *robotsGroup
	open := false // whether a further User-agent line joins the group
	for _, line := range robotsLines(body) {
		key, value, ok := robotsField(line)
		if !ok {
			continue
		}
		switch key {
		case "user-agent":
			if !open {
				g = &robotsGroup{}
				groups = append(groups, g)
				open = true
			}
			g.agents = append(g.agents, productToken(value))
		case "allow", "disallow":
			open = false
			if g != nil && value != "" {
				g.rules = append(g.rules, robotsRule{normalizeRule(value), key == "allow"})
			}
		case "crawl-delay": // not of the RFC, and so no end of the agents either
			if s, err := strconv.ParseFloat(value, 64); err == nil && g != nil && s > 0 && s <= 86400 {
				g.delay = time.Duration(s * float64(time.Second))
			}
		case "sitemap":
			sitemaps = append(sitemaps, value)
		}
	}
	return groups, sitemaps
}

// robotsLines cuts a body into lines (CR, LF or both), without a byte order mark;
// what lies beyond the limit, a line that it cuts included, is left.
func robotsLines(body []byte) []string {
	body = bytes.TrimPrefix(body, []byte("\xef\xbb\xbf"))
	cut := len(body) > maxRobots
	if cut {
		body = body[:maxRobots]
	}
	lines := strings.FieldsFunc(string(body), func(r rune) bool { return r == '\n' || r == '\r' })
	if cut && len(lines) > 0 {
		lines = lines[:len(lines)-1]
	}
	return lines
}

func robotsField(line string) (key, value string, ok bool) {
	line, _, _ = strings.Cut(line, "#")
	key, value, ok = strings.Cut(line, ":")
	return strings.ToLower(strings.Trim(key, " \t")), strings.Trim(value, " \t"), ok
}

// productToken gives the token that a User-agent line names, in lower case:
// letters, "-" and "_" (RFC 9309, 2.2.1), so that "ExampleBot/1.0" is examplebot.
func productToken(value string) string {
	if value == "*" || strings.HasPrefix(value, "* ") {
		return "*"
	}
	end := strings.IndexFunc(value, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '-' || r == '_')
	})
	if end >= 0 {
		value = value[:end]
	}
	return strings.ToLower(value)
}

// normalizeRule gives a path pattern in the form in which URLs are compared.
func normalizeRule(p string) string {
	if !strings.HasPrefix(p, "/") && !strings.HasPrefix(p, "*") {
		p = "/" + p
	}
	p = normalizeEscapes(p)
	end := ""
	if rest, ok := strings.CutSuffix(p, "$"); ok {
		p, end = rest, "$"
	}
	return strings.ReplaceAll(p, "$", "%24") + end // elsewhere it is an ordinary character
}

// specials escapes what has a meaning in patterns, and none in paths (RFC 9309, 2.2.3).
var specials = strings.NewReplacer("*", "%2A", "$", "%24")

// allows tells whether the path of a URL, with its query, may be fetched: the
// longest pattern that matches decides, and of two equally long ones Allow.
func (r robots) allows(pathQuery string) bool {
	if pathQuery == "" {
		pathQuery = "/"
	}
	if pathQuery == "/robots.txt" {
		return true
	}
	p := specials.Replace(normalizeEscapes(pathQuery))
	allow, longest := true, -1
	for _, rule := range r.rules {
		n := len(rule.pattern)
		if n < longest || n == longest && !rule.allow || !matchRule(rule.pattern, p) {
			continue
		}
		allow, longest = rule.allow, n
	}
	return allow
}

// matchRule matches a pattern with * (any characters) and a $ at its end (the
// end of the path) at the beginning of path, in time linear in their product.
func matchRule(pattern, path string) bool {
	anchored := strings.HasSuffix(pattern, "$")
	pieces := strings.Split(strings.TrimSuffix(pattern, "$"), "*")
	rest, ok := strings.CutPrefix(path, pieces[0])
	if !ok {
		return false
	}
	for i, piece := range pieces[1:] {
		if anchored && i == len(pieces)-2 { // the last one stands at the end
			return strings.HasSuffix(rest, piece)
		}
		at := strings.Index(rest, piece)
		if at < 0 {
			return false
		}
		rest = rest[at+len(piece):]
	}
	return !anchored || rest == ""
}
