package ingest

import "time"

// Config is the content of sources.yaml. docs/sources.md explains every field.
type Config struct {
	Contact       string   `yaml:"contact"`        // URL or mail address; part of the User-Agent
	Agent         string   `yaml:"agent"`          // product token, "jiandu" when empty
	Parallel      int      `yaml:"parallel"`       // hosts at once
	MaxPages      int      `yaml:"max_pages"`      // requests a run; 0 is no limit
	AllowNetworks []string `yaml:"allow_networks"` // CIDR blocks that may be reached although they are private
	Manners       Manners  `yaml:"manners"`        // for every host
	Limits        Limits   `yaml:"limits"`         // for every request
	Sources       []Source `yaml:"sources"`
}

// Manners say how a host is treated. Zero fields take the default.
type Manners struct {
	Rate        float64       `yaml:"rate"`        // requests a second, at most; a Crawl-delay that asks for fewer is obeyed
	Jitter      float64       `yaml:"jitter"`      // share of the interval that is added at random, 0 to 1
	Connections int           `yaml:"connections"` // at once
	Retries     int           `yaml:"retries"`     // further tries of a request that failed for a while
	Backoff     time.Duration `yaml:"backoff"`     // before the first further try; doubles
	MaxWait     time.Duration `yaml:"max_wait"`    // a host that asks for a longer pause is left for the next run
}

// Limits bound what a server can make the crawler do. Zero fields take the default.
type Limits struct {
	Redirects  int           `yaml:"redirects"`
	Body       int64         `yaml:"body"`        // bytes as sent
	Decoded    int64         `yaml:"decoded"`     // bytes after decompression
	HeaderTime time.Duration `yaml:"header_time"` // until the response's headers
	TotalTime  time.Duration `yaml:"total_time"`  // until its end
}

// Source is a site, or a part of one, that is followed.
type Source struct {
	ID             string    `yaml:"id"`
	Name           string    `yaml:"name"`
	Start          []string  `yaml:"start"`           // list pages, the newest first
	Feeds          []string  `yaml:"feeds"`           // RSS, Atom
	Sitemaps       []string  `yaml:"sitemaps"`        // sitemaps, their indexes, gzip or not
	RobotsSitemaps bool      `yaml:"robots_sitemaps"` // whether to read the sitemaps that robots.txt names, too
	Hosts          []string  `yaml:"hosts"`           // allowed hosts; those of the URLs above when empty
	Articles       []string  `yaml:"articles"`        // path patterns of articles
	Lists          []string  `yaml:"lists"`           // path patterns of further list pages to follow
	Exclude        []string  `yaml:"exclude"`         // path patterns never to fetch
	Since          string    `yaml:"since"`           // YYYY-MM-DD: articles whose URL shows an earlier day are left
	MaxPages       int       `yaml:"max_pages"`       // requests a run and host; 0 is no limit
	MaxLists       int       `yaml:"max_lists"`       // next pages to follow from a start page; 0 is no limit
	Recheck        int       `yaml:"recheck"`         // days after its first fetch in which an article is asked for again, once a run
	Manners        Manners   `yaml:"manners"`         // where they differ from the general ones
	Selectors      SiteHints `yaml:"selectors"`
}
