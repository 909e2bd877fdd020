package web

import (
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// FuzzRequests asks every operation with a random query string: the answer may
// refuse, and never fails (no 5xx), panics, or says where the program lies.
func FuzzRequests(f *testing.F) {
	for _, q := range []string{
		"", "q=%E5%B7%A1%E5%AF%9F", "q=%22", "q=(a+OR", "limit=-1", "limit=99999999999999999999", "year=2020-", "year=0000-9999", "region=430000&region=x",
		"cursor=bzE", "cursor=%00", "from=2020-13-01", "by=year&region=%E6%B9%96%E5%8D%97", "format=csv&spreadsheet=true", "measure=%E2%80%9C", "unit=%25_", "q=%ff%fe",
		"a=b&&=;", "theme=%E2%80%AE", "sort=newest&fold=false&cursor=" + strings.Repeat("A", 900), "q=" + strings.Repeat("%E7%9B%91+", 200), "q=*", "q=title:*", "q=-a", "q=--+OR+a", "q=-+a",
	} {
		for op := range byte(9) {
			f.Add(op, q)
		}
	}
	h := sampleServer(f)
	paths := []string{"/api/search", "/api/suggest", "/api/figures", "/api/measures", "/api/units", "/api/export", "/feed", "/", "/figures"}
	f.Fuzz(func(t *testing.T, op byte, query string) {
		r := httptest.NewRequest("GET", paths[int(op)%len(paths)], nil)
		r.URL.RawQuery = query
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code >= 500 {
			t.Fatalf("%s?%s: %d %.300s", r.URL.Path, query, w.Code, w.Body)
		}
		if w.Code >= 400 && strings.Contains(w.Body.String(), "/tmp/") {
			t.Fatalf("%s?%s tells a path: %.300s", r.URL.Path, query, w.Body)
		}
	})
}

// FuzzParams: what is accepted keeps to what is declared.
func FuzzParams(f *testing.F) {
	f.Add("q=a&limit=5&theme=x&theme=y")
	f.Add("limit=%31&&&=")
	doc, err := loadDocument(openapiYAML)
	must(f, err)
	f.Fuzz(func(t *testing.T, query string) {
		p, err := readParams(doc.operations["search"], query)
		if err != nil {
			return
		}
		if n := p.num("limit"); n < 1 || n > 100 {
			t.Errorf("%q: limit %d", query, n)
		}
		if q, _ := url.ParseQuery(query); len(q["theme"]) > 30 {
			t.Errorf("%q: %d themes", query, len(q["theme"]))
		}
	})
}
