package ingest

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/google/go-cmp/cmp"
)

func TestNextPages(t *testing.T) {
	const at = "http://a.cn/xw/index.html"
	for _, c := range []struct{ name, base, html, next, parts string }{
		{"link of a list", at, `<a href="index_1.html">下一页</a>`, "http://a.cn/xw/index_1.html", ""},
		{"link with an arrow", at, `<a href="?page=2">下一页 »</a>`, "http://a.cn/xw/index.html?page=2", ""},
		{"link without a target", at, `<a href="javascript:go(2)">下一页</a>`, "", ""},
		{"link to itself", at, `<a href="index.html#">下一页</a>`, "", ""},
		{"next article is no next page", at, `<a href="t2.html">下一篇</a>`, "", ""},
		{"rel", at, `<link rel="next" href="/xw/2/">`, "http://a.cn/xw/2/", ""},
		{"numbers of a list", at, `<a href="index.html">1</a><a href="index_2.html">3</a><a href="index_1.html">2</a>`, "http://a.cn/xw/index_1.html", ""},
		{"numbers from its folder", "http://a.cn/xw/index", `<a href="/xw/index_2.html">2</a>`, "", ""},
		{"numbers from the middle", "http://a.cn/xw/index_9.html", `<a href="index_8.html">9</a><a href="index_10.html">11</a>`, "http://a.cn/xw/index_10.html", ""},
		{"numbers at the end", "http://a.cn/xw/index_9.html", `<a href="index_7.html">8</a><a href="index_8.html">9</a><a href="index.html">1</a>`, "", ""},
		{"numbers from one", at, `<a href="index_2.html">2</a><a href="index_3.html">3</a>`, "http://a.cn/xw/index_2.html", ""},
		{"numbers in the query", "http://a.cn/index.jsp?c=1&pageNo=2", `<a href="?c=1&amp;pageNo=1">1</a><a href="?c=1&amp;pageNo=3">3</a>`, "http://a.cn/index.jsp?c=1&pageNo=3", ""},
		{"numbers of another column", "http://a.cn/index.jsp?c=1", `<a href="?c=2&amp;page=2">2</a>`, "", ""},
		{"articles are no pages", at, `<a href="t20230201_1.html">1</a><a href="content_2.html">2</a>`, "", ""},
		{"script of a list", at, `<script>createPageHTML(25, 0, "index", "html");</script>`, "http://a.cn/xw/index_1.html", ""},
		{"script in the middle", "http://a.cn/xw/index_3.html", `<script>createPageHTML(25,3,'index','shtml')</script>`, "http://a.cn/xw/index_4.shtml", ""},
		{"script at the end", "http://a.cn/xw/index_24.html", `<script>createPageHTML(25, 24, "index", "html");</script>`, "", ""},
		{
			"script of an article", "http://a.cn/t20230201_5.html", `<script>createPageHTML_ZW(3, 0, "t20230201_5", "html");</script>`,
			"http://a.cn/t20230201_5_1.html", "http://a.cn/t20230201_5_1.html http://a.cn/t20230201_5_2.html",
		},
		{"script of an article of one page", "http://a.cn/t20230201_5.html", `<script>createPageHTML_ZW(1, 0, "t20230201_5", "html");</script>`, "", ""},
		{"script on a further page", "http://a.cn/t20230201_5_1.html", `<script>createPageHTML_ZW(2, 1, "t20230201_5", "html");</script>`, "", ""},
		{
			"numbers of an article", "http://a.cn/c1.html", `<a href="c1.html">1</a><a href="c1_2.html">2</a><a href="c1_3.html">3</a><a href="c1_2.html">下一页</a>`,
			"http://a.cn/c1_2.html", "http://a.cn/c1_2.html http://a.cn/c1_3.html",
		},
		{"next link of a further page", "http://a.cn/c1_2.html", `<a href="c1_3.html">下一页</a>`, "http://a.cn/c1_3.html", "http://a.cn/c1_3.html"},
		{"back link of a further page", "http://a.cn/c1_3.html", `<a href="c1_2.html">2</a><a href="c1.html">1</a>`, "", ""},
		{"other articles", "http://a.cn/t20230201_5.html", `<a href="t20230201_6.html">6</a><a href="t20230201_55.html">55</a>`, "", ""},
	} {
		doc, err := goquery.NewDocumentFromReader(strings.NewReader(c.html))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(listNext(doc, parseURL(c.base)), " "); got != c.next {
			t.Errorf("%s: next page %q, want %q", c.name, got, c.next)
		}
		if strings.Contains(c.base, "index") {
			continue // parts are asked for on articles only
		}
		if got := strings.Join(articleParts(doc, parseURL(c.base)), " "); got != c.parts {
			t.Errorf("%s: parts %q, want %q", c.name, got, c.parts)
		}
	}
}

func TestParseSitemap(t *testing.T) {
	for _, c := range []struct {
		name, body string
		want       []sitemapEntry
		index      bool
	}{
		{"urls", `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc> http://a.cn/1 </loc><lastmod>2023-02-01T08:00:00+08:00</lastmod></url><url><loc>http://a.cn/?a=1&amp;b=2</loc></url></urlset>`, []sitemapEntry{{"http://a.cn/1", "2023-02-01"}, {"http://a.cn/?a=1&b=2", ""}}, false},
		{"index", `<sitemapindex><sitemap><loc>http://a.cn/m.xml</loc></sitemap></sitemapindex>`, []sitemapEntry{{"http://a.cn/m.xml", ""}}, true},
		{"text", "\ufeffhttp://a.cn/1\r\nhttp://a.cn/2\n", []sitemapEntry{{"http://a.cn/1", ""}, {"http://a.cn/2", ""}}, false},
	} {
		got, index, err := parseSitemap([]byte(c.body))
		if err != nil || index != c.index || !slices.Equal(got, c.want) {
			t.Errorf("%s: %v %v %v", c.name, got, index, err)
		}
	}
	if _, _, err := parseSitemap([]byte("<html><body>404</body></html>")); err == nil {
		t.Error("a web page was taken for a sitemap")
	}
}

// TestSitemapsOfRobots crawls a site whose articles only its robots.txt leads to.
func TestSitemapsOfRobots(t *testing.T) {
	var srv *httptest.Server
	srv = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			fmt.Fprintf(w, "Sitemap: %[1]s/map.txt\nSitemap: http://elsewhere.example/map.txt\n", srv.URL)
		case "/map.txt":
			fmt.Fprintf(w, "%s/202302/t20230201_7.html\n", srv.URL)
		case "/":
			fmt.Fprint(w, "<p>首页")
		default:
			fmt.Fprint(w, articlePage("办事公开", "正文从这里开始。"))
		}
	}))
	defer srv.Close()
	for _, on := range []bool{false, true} {
		cfg := quick(Source{ID: "s", Start: []string{srv.URL}, RobotsSitemaps: on})
		rep, err := Crawl(context.Background(), openStore(t), cfg, CrawlOptions{})
		if err != nil || rep.Failed > 0 || (rep.New == 1) != on {
			t.Errorf("%v: %+v, %v", on, rep, err)
		}
	}
}

// TestFeedsAndSitemaps crawls a site that is known by a feed and an index of sitemaps.
func TestFeedsAndSitemaps(t *testing.T) {
	var srv *httptest.Server
	srv = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			http.NotFound(w, r)
		case "/rss.xml":
			w.Header().Set("Content-Type", "application/rss+xml")
			fmt.Fprintf(w, `<rss version="2.0"><channel><title>x</title><item><link>%s/n/a.html</link><pubDate>Wed, 01 Feb 2023 08:00:00 +0800</pubDate></item><item><link>http://elsewhere.example/n/b.html</link></item></channel></rss>`, srv.URL)
		case "/sitemap.xml":
			w.Header().Set("Content-Type", "application/xml")
			fmt.Fprintf(w, `<sitemapindex><sitemap><loc>%s/map1.xml</loc></sitemap></sitemapindex>`, srv.URL)
		case "/map1.xml":
			w.Header().Set("Content-Type", "text/xml")
			fmt.Fprintf(w, `<urlset><url><loc>%[1]s/202302/t20230201_7.html</loc></url><url><loc>%[1]s/202202/t20220201_8.html</loc></url><url><loc>%[1]s/about</loc></url></urlset>`, srv.URL)
		default:
			fmt.Fprint(w, articlePage("办事公开"+r.URL.Path, "正文从这里开始。"))
		}
	}))
	defer srv.Close()
	store := openStore(t)
	cfg := quick(Source{ID: "s", Feeds: []string{srv.URL + "/rss.xml"}, Sitemaps: []string{srv.URL + "/sitemap.xml"}, Since: "2023-01-01"})
	rep, err := Crawl(context.Background(), store, cfg, CrawlOptions{})
	if err != nil || rep.Failed > 0 {
		t.Fatalf("%+v, %v", rep, err)
	}
	var urls []string
	for d, err := range store.Changed(context.Background(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		urls = append(urls, strings.TrimPrefix(d.URL, srv.URL))
	}
	slices.Sort(urls)
	if d := cmp.Diff([]string{"/202302/t20230201_7.html", "/n/a.html"}, urls); d != "" {
		t.Errorf("articles (-want +got):\n%s", d)
	}
}
