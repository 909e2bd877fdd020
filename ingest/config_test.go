package ingest

import (
	"strings"
	"testing"
	"time"
)

const goodConfig = `contact: desk@example.org
manners:
  rate: 1
  backoff: 10s
limits:
  total_time: 30s
sources:
  - id: county
    name: 某县
    start: [https://www.example.gov.cn/xw/]
    articles: ["/xw/{yyyy}{mm}/t{yyyy}{mm}{dd}_{n}.html"]
    since: 2023-01-01
    manners: {rate: 0.2}
    selectors: {body: "#zoom"}
  - id: paper
    feeds: ["https://paper.example.cn/rss.xml"]
    hosts: [paper.example.cn, img.example.cn]
`

func TestConfigDefaults(t *testing.T) {
	cfg, err := ParseConfig("sources.yaml", []byte(goodConfig))
	if err != nil {
		t.Fatal(err)
	}
	county, paper := cfg.Sources[0], cfg.Sources[1]
	if county.Manners.Rate != 0.2 || county.Manners.Backoff != 10*time.Second || paper.Manners.Rate != 1 {
		t.Errorf("manners: %+v, %+v", county.Manners, paper.Manners)
	}
	if county.Hosts[0] != "www.example.gov.cn" || len(paper.Hosts) != 2 || paper.Name != "paper" {
		t.Errorf("sources: %+v", cfg.Sources)
	}
	if cfg.Limits.TotalTime != 30*time.Second || cfg.Limits.Redirects != defaultLimits.Redirects {
		t.Errorf("limits: %+v", cfg.Limits)
	}
}

func TestConfigErrorsNameThePlace(t *testing.T) {
	for _, c := range []struct{ name, from, to, want string }{
		{"unknown field", "since:", "sinse:", `s.yaml:12:5: sources[0].sinse: unknown field`},
		{"type", "rate: 1\n", "rate: fast\n", `s.yaml:3:9: manners.rate: `},
		{"duration", "10s", "10 apples", `s.yaml:4:12: manners.backoff: `},
		{"no contact", "contact: desk@example.org", "agent: x", `s.yaml:1:1: contact: is missing`},
		{"negative", "rate: 0.2", "rate: -1", `s.yaml:13:21: sources[0].manners.rate: must be above 0`},
		{"day", "2023-01-01", "soon", `s.yaml:12:12: sources[0].since: must be a day`},
		{"URL", "[https://www.example.gov.cn/xw/]", "[www.example.gov.cn]", `s.yaml:10:13: sources[0].start[0]: `},
		{"pattern", "{n}.html", "{number}.html", `s.yaml:11:16: sources[0].articles[0]: {number} is not known`},
		{"same id", "id: paper", "id: county", `s.yaml:15:9: sources[1].id: "county" is taken`},
		{"syntax", "limits:", "limits: [", `s.yaml:`},
		{"nothing to read", "    feeds: [\"https://paper.example.cn/rss.xml\"]\n", "", `: sources[1]: needs start, feeds or sitemaps`},
		{"selector", `"#zoom"`, `"#zoom["`, `s.yaml:14:23: sources[0].selectors.body: `},
		{"network", "contact: desk@example.org", "contact: a@example.org\nallow_networks: [localhost]", `s.yaml:2:18: allow_networks[0]: "localhost" is no CIDR`},
	} {
		text := strings.Replace(goodConfig, c.from, c.to, 1)
		_, err := ParseConfig("s.yaml", []byte(text))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v\n want %s", c.name, err, c.want)
		}
	}
	if _, err := ParseConfig("s.yaml", nil); err == nil || !strings.Contains(err.Error(), "s.yaml:1:1: sources: are missing") {
		t.Errorf("empty file: %v", err)
	}
}

func TestPatterns(t *testing.T) {
	for _, c := range []struct {
		pattern, url string
		want         bool
	}{
		{"/xw/{yyyy}{mm}/t{yyyy}{mm}{dd}_{n}.html", "http://a.cn/xw/202302/t20230201_243874.html", true},
		{"/xw/{yyyy}{mm}/t{yyyy}{mm}{dd}_{n}.html", "http://a.cn/xw/202313/t20231301_1.html", false},
		{"/xw/{yyyy}{mm}/t{yyyy}{mm}{dd}_{n}.html", "http://a.cn/xw/202302/t20230201_1.htm", false},
		{"/**/t{n}.html", "http://a.cn/t1.html", true},
		{"/**/t{n}.html", "http://a.cn/x/y/t1.html", true},
		{"/art/{yyyy}/{m}/{d}/art_*.html", "http://a.cn/art/2023/2/1/art_12_34.html", true},
		{"/*.html", "http://a.cn/x/a.html", false},
		{"/show?id={n}", "http://a.cn/show?id=12", true},
		{"/show?id={n}", "http://a.cn/show?id=x", false},
		{"/show", "http://a.cn/show?id=x", true},
		{"*.a.cn/n/*", "http://www.a.cn/n/1", true},
		{"*.a.cn/n/*", "http://www.b.cn/n/1", false},
		{"/a.b+c", "http://a.cn/aXb+c", false},
	} {
		p, err := compilePattern(c.pattern)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.match(parseURL(c.url)); got != c.want {
			t.Errorf("%s matches %s: %v", c.pattern, c.url, got)
		}
	}
}

func TestDaysOfURLs(t *testing.T) {
	for path, want := range map[string]string{
		"/202302/t20230201_243874.html":   "2023-02-01",
		"/n1/2023/0201/c1001-1.html":      "2023-02-01",
		"/art/2023/2/1/art_1_2.html":      "2023-02-01",
		"/2023-02/01/content_1.htm":       "2023-02-01",
		"/politics/20230201/abc/c.html":   "2023-02-01",
		"/202302/t20230231_1.html":        "",
		"/info/1001/2345.htm":             "",
		"/content/18881234.html":          "",
		"/content/c20230201_1/1234567890": "",
	} {
		if got := urlDay(parseURL("http://a.cn" + path)); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}
