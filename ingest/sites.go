package ingest

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/andybalholm/cascadia"
	"github.com/goccy/go-yaml"
	"golang.org/x/net/html"
)

//go:embed sites.yaml
var siteTable []byte

// siteRule is one rule of sites.yaml, as written.
type siteRule struct {
	Name      string   `yaml:"name"`
	Hosts     []string `yaml:"hosts"`
	When      string   `yaml:"when"`
	Title     string   `yaml:"title"`
	Source    string   `yaml:"source"`
	Date      string   `yaml:"date"`
	Author    string   `yaml:"author"`
	Editor    string   `yaml:"editor"`
	Column    string   `yaml:"column"`
	Body      string   `yaml:"body"`
	Drop      string   `yaml:"drop"`
	Publisher string   `yaml:"publisher"`
}

// site is a rule that is ready for use. A nil selector selects nothing.
type site struct {
	name, publisher                                               string
	hosts                                                         []string
	when, title, source, date, author, editor, column, body, drop cascadia.SelectorGroup
}

// builtin are the rules that come with the program.
var builtin = sync.OnceValues(func() ([]site, error) { return parseSites(siteTable) })

// readSites gives the bytes of dir/sites.yaml; none where there is no such file, or dir is "".
func readSites(dir string) ([]byte, error) {
	if dir == "" {
		return nil, nil
	}
	b, err := os.ReadFile(filepath.Join(dir, "sites.yaml"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return b, err
}

// loadSites gives an analyst's rules, and after them the built-in ones.
func loadSites(own []byte) ([]site, error) {
	rules, err := parseSites(own)
	if err != nil {
		return nil, err
	}
	rest, err := builtin()
	return append(rules, rest...), err
}

func parseSites(b []byte) ([]site, error) {
	var rules []siteRule
	if err := yaml.UnmarshalWithOptions(b, &rules, yaml.Strict()); err != nil {
		return nil, err
	}
	var sites []site
	for _, r := range rules {
		s, err := r.compile()
		if err != nil {
			return nil, fmt.Errorf("rule %q: %w", r.Name, err)
		}
		sites = append(sites, s)
	}
	return sites, nil
}

func (r siteRule) compile() (site, error) {
	s := site{name: r.Name, publisher: r.Publisher, hosts: r.Hosts}
	var errs []error
	for _, f := range []struct {
		to   *cascadia.SelectorGroup
		from string
	}{
		{&s.when, r.When},
		{&s.title, r.Title},
		{&s.source, r.Source},
		{&s.date, r.Date},
		{&s.author, r.Author},
		{&s.editor, r.Editor},
		{&s.column, r.Column},
		{&s.body, r.Body},
		{&s.drop, r.Drop},
	} {
		if f.from == "" {
			continue
		}
		sel, err := cascadia.ParseGroup(f.from)
		if err != nil {
			errs = append(errs, fmt.Errorf("selector %q: %w", f.from, err))
		}
		*f.to = sel
	}
	return s, errors.Join(errs...)
}

// hinted makes a rule of what the configuration knows about a source.
func hinted(h SiteHints) (site, error) {
	return siteRule{Name: "sources.yaml", Title: h.Title, Body: h.Body, Date: h.Date, Source: h.Source, Author: h.Author}.compile()
}

// applies tells whether a rule speaks about a page of one of these hosts.
func (s site) applies(hosts []string, root *html.Node) bool {
	for _, own := range s.hosts {
		for _, h := range hosts {
			if h == own || strings.HasSuffix(h, "."+own) {
				return true
			}
		}
	}
	return s.when != nil && cascadia.Query(root, s.when) != nil
}

// first gives the first element in the order of the selectors of a group, not of the page.
func first(root *html.Node, group cascadia.SelectorGroup, ok func(*html.Node) bool) *html.Node {
	for _, sel := range group {
		for _, n := range cascadia.QueryAll(root, sel) {
			if ok(n) {
				return n
			}
		}
	}
	return nil
}
