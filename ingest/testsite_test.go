package ingest

import (
	"compress/gzip"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

// town is a site of the test: one host of 127.0.0.0/8 with lists, articles of
// one page and of five, and everything that goes wrong on real sites.
type town struct {
	name      string
	srv       *httptest.Server
	elsewhere string // a server that nobody may be led to
	singles   int    // articles of one page
	longs     int    // articles of five pages
	padding   string // navigation of articles

	mu     sync.Mutex
	asked  map[string]int // by User-Agent and path
	served map[string]int // answered to the end, by User-Agent and path
	agents map[string]bool
	flying map[string]int // requests being answered, by User-Agent
	peak   int
	total  int
}

const (
	perList   = 15
	longParts = 5
)

func newTown(t testing.TB, n, singles, longs int, elsewhere string) *town {
	t.Helper()
	l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.%d:0", n+2))
	if err != nil {
		t.Skipf("needs the addresses of 127.0.0.0/8: %v", err)
	}
	w := &town{
		name: fmt.Sprintf("town%02d", n), elsewhere: elsewhere, singles: singles, longs: longs,
		asked: map[string]int{}, served: map[string]int{}, flying: map[string]int{}, agents: map[string]bool{},
	}
	w.srv = &httptest.Server{Listener: l, Config: &http.Server{Handler: w}}
	w.srv.Start()
	t.Cleanup(w.srv.Close)
	return w
}

// source gives the town's source.
func (w *town) source() Source {
	return Source{ID: w.name, Start: []string{w.srv.URL + "/xw/index.html"}, Articles: []string{"/xw/{yyyy}{mm}/t{yyyy}{mm}{dd}_{n}*.html"}}
}

func (w *town) path(i int) string {
	return fmt.Sprintf("/xw/2023%02d/t2023%02d%02d_%d.html", i%12+1, i%12+1, i%28+1, 1000+i)
}

// want gives the URLs of the articles, each with the number of its pages.
func (w *town) want() map[string]int {
	m := map[string]int{}
	for i := range w.singles + w.longs {
		m[w.srv.URL+w.path(i)] = 1
		if i >= w.singles {
			m[w.srv.URL+w.path(i)] = longParts
		}
	}
	m[w.srv.URL+w.path(900)] = 1 // where a redirect leads
	m[w.srv.URL+w.path(901)] = 1 // first refused by 503
	return m
}

// traps are links on the first list: to forbidden pages, redirects, errors, loops, twins.
func (w *town) traps() []string {
	return []string{
		"/xw/202301/t20230101_1.html",        // forbidden by robots.txt
		"/xw/202301/t20230102_2.html",        // 404
		"/xw/202301/t20230103_3.html",        // redirects to an article
		"/xw/202301/t20230104_4.html",        // redirects to itself, on and on
		"/xw/202301/t20230105_5.html",        // redirects to another server
		"/xw/202301/t20230106_6.html",        // gzip bomb
		"/xw/202301/t20230107_7.html",        // endless
		"/xw/202301/t20230108_8.html",        // a ZIP file
		"/xw/202301/t20230109_9.html",        // redirects to a forbidden page
		w.path(901),                          // 503 with Retry-After at first
		w.path(0) + "?spm=a.b&from=timeline", // twins of the first article
		w.path(0) + "#top",                   //
		"." + w.path(0),                      //
		strings.Replace(w.path(0), ".html", "_m.html", 1),
		w.elsewhere + "/xw/202301/t20230101_77.html",
		"javascript:void(0)", "mailto:a@example.org",
	}
}

func (w *town) ServeHTTP(rw http.ResponseWriter, r *http.Request) {
	w.enter(r, +1)
	defer w.enter(r, -1)
	switch n := strings.TrimSuffix(r.URL.Path[strings.LastIndex(r.URL.Path, "_")+1:], ".html"); {
	case r.URL.Path == "/robots.txt":
		fmt.Fprint(rw, "User-agent: *\nDisallow: /xw/202301/t20230101_1.html\nDisallow: /geheim/\nCrawl-delay: 0.001\n")
	case strings.HasPrefix(r.URL.Path, "/xw/index"):
		w.list(rw, r.URL.Path)
	case n == "2" && strings.HasSuffix(r.URL.Path, "t20230102_2.html"):
		http.NotFound(rw, r)
	case strings.HasSuffix(r.URL.Path, "t20230103_3.html"):
		http.Redirect(rw, r, w.path(900), http.StatusMovedPermanently)
	case strings.HasSuffix(r.URL.Path, "t20230104_4.html"):
		http.Redirect(rw, r, r.URL.Path, http.StatusFound)
	case strings.HasSuffix(r.URL.Path, "t20230105_5.html"):
		http.Redirect(rw, r, w.elsewhere+"/trap.html", http.StatusFound)
	case strings.HasSuffix(r.URL.Path, "t20230106_6.html"):
		bomb(rw)
	case strings.HasSuffix(r.URL.Path, "t20230107_7.html"):
		endless(rw, r)
	case strings.HasSuffix(r.URL.Path, "t20230108_8.html"):
		rw.Header().Set("Content-Type", "application/zip")
		fmt.Fprint(rw, "PK")
	case strings.HasSuffix(r.URL.Path, "t20230109_9.html"):
		http.Redirect(rw, r, "/geheim/t20230101_1.html", http.StatusFound)
	case r.URL.Path == w.path(901) && w.count(r) == 1:
		rw.Header().Set("Retry-After", "0")
		http.Error(rw, "later", http.StatusServiceUnavailable)
	case strings.HasPrefix(r.URL.Path, "/xw/20"):
		w.article(rw, r.URL.Path)
	default:
		http.NotFound(rw, r)
	}
}

// enter counts a request that comes (+1) or was answered (-1). Answers that the
// crawler breaks off end here later than there, so they do not count as open.
func (w *town) enter(r *http.Request, n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if n > 0 {
		w.total++
		w.asked[r.UserAgent()+" "+r.URL.RequestURI()]++
		w.agents[r.UserAgent()] = true
	}
	if strings.HasSuffix(r.URL.Path, "t20230106_6.html") || strings.HasSuffix(r.URL.Path, "t20230107_7.html") {
		return
	}
	if n < 0 && r.Context().Err() == nil {
		w.served[r.UserAgent()+" "+r.URL.RequestURI()]++
	}
	w.flying[r.UserAgent()] += n
	w.peak = max(w.peak, w.flying[r.UserAgent()])
}

func (w *town) count(r *http.Request) int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.asked[r.UserAgent()+" "+r.URL.RequestURI()]
}

func (w *town) requests() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.total
}

// list writes the pages of the list: index.html, index_1.html and so on.
func (w *town) list(rw http.ResponseWriter, path string) {
	page := 0
	_, _ = fmt.Sscanf(path, "/xw/index_%d.html", &page)
	all := w.singles + w.longs
	pages := (all + perList - 1) / perList
	fmt.Fprint(rw, `<html><head><meta charset="utf-8"><title>要闻</title></head><body><ul>`)
	for i := page * perList; i < min(all, (page+1)*perList); i++ {
		fmt.Fprintf(rw, `<li><a href="%s">第%d号办事公开</a></li>`, w.path(i), i)
	}
	if page == 0 {
		for _, href := range w.traps() {
			fmt.Fprintf(rw, `<li><a href="%s">办事公开</a></li>`, href)
		}
	}
	fmt.Fprintf(rw, `</ul><script>createPageHTML(%d, %d, "index", "html");</script></body></html>`, pages, page)
}

// article writes a page of an article.
func (w *town) article(rw http.ResponseWriter, path string) {
	path = strings.Replace(path, "_m.html", ".html", 1)
	part := 0
	var y, d, id int
	if n, _ := fmt.Sscanf(path, "/xw/%d/t%d_%d_%d.html", &y, &d, &id, &part); n < 4 {
		part = 0
	}
	script := ""
	if i := id - 1000; i >= w.singles && i < w.singles+w.longs {
		script = fmt.Sprintf(`<script>createPageHTML_ZW(%d, %d, "t%d_%d", "html");</script>`, longParts, part, d, id)
	}
	title := fmt.Sprintf("%s第%d号办事公开", w.name, id)
	text := fmt.Sprintf("%s第%d号公开的第%d部分由此开始。", w.name, id, part+1)
	fmt.Fprint(rw, strings.Replace(articlePage(title, text), "</body>", w.padding+script+"</body>", 1))
}

// bomb sends few bytes that become many.
func bomb(rw http.ResponseWriter) {
	rw.Header().Set("Content-Type", "text/html")
	rw.Header().Set("Content-Encoding", "gzip")
	z := gzip.NewWriter(rw)
	defer z.Close()
	zeros := make([]byte, 1<<16)
	for range 20 << 4 { // 20 MiB
		if _, err := z.Write(zeros); err != nil {
			return
		}
	}
}

// endless sends until nobody listens any more; every second host sends so slowly
// that only the time can end it.
func endless(rw http.ResponseWriter, r *http.Request) {
	rw.Header().Set("Content-Type", "text/html")
	slow := strings.Contains(r.Host, "5:") // some of the hosts
	for r.Context().Err() == nil {
		if _, err := io.WriteString(rw, strings.Repeat("字", 1000)); err != nil {
			return
		}
		if f, ok := rw.(http.Flusher); ok && slow {
			f.Flush()
			time.Sleep(50 * time.Millisecond)
		}
	}
}
