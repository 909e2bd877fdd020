package sample

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func serve(t *testing.T) string {
	t.Helper()
	h, err := Handler()
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

func get(t *testing.T, url string) (string, http.Header) {
	t.Helper()
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s, %v", url, resp.Status, err)
	}
	return string(b), resp.Header
}

// TestArticlesAreServed checks that every article stands on its pages, and that
// each page but the paper's is UTF-8.
func TestArticlesAreServed(t *testing.T) {
	base := serve(t)
	articles, err := Articles()
	if err != nil {
		t.Fatal(err)
	}
	if len(articles) < 15 {
		t.Errorf("only %d articles", len(articles))
	}
	for _, a := range articles {
		for i := range a.Pages {
			url := base + a.Path
			if i > 0 {
				url = strings.Replace(url, ".htm", "_1.htm", 1)
			}
			text, header := get(t, url)
			if a.Site == "paper" {
				if strings.Contains(header.Get("Content-Type"), "utf-8") {
					t.Errorf("%s: a GBK page that says UTF-8", a.ID)
				}
				if text, err = simplifiedchinese.GBK.NewDecoder().String(text); err != nil {
					t.Fatal(err)
				}
			}
			for p := range strings.SplitSeq(a.Pages[i], "\n") {
				if !strings.Contains(text, p) {
					t.Errorf("%s: page %d lacks %q", a.ID, i+1, p)
				}
			}
		}
	}
}

// TestListsLeadToArticles follows the lists as a crawler would.
func TestListsLeadToArticles(t *testing.T) {
	base := serve(t)
	articles, err := Articles()
	if err != nil {
		t.Fatal(err)
	}
	lists := map[string]string{}
	for id, path := range map[string][]string{
		"trs": {"/trs/index.html", "/trs/index_1.html"}, "hanweb": {"/hanweb/col/col1203/index.html"},
		"vsb": {"/vsb/tszs.htm", "/vsb/tszs/1.htm"}, "paper": {"/paper/html/node_3.htm"},
	} {
		for _, p := range path {
			text, _ := get(t, base+p)
			lists[id] += text
		}
		if !strings.Contains(string(Sources(base)), base+path[0]) {
			t.Errorf("sources do not start at %s", path[0])
		}
	}
	for _, a := range articles {
		if !strings.Contains(lists[a.Site], a.Path) {
			t.Errorf("%s is on no list", a.ID)
		}
	}
}

// TestArticlesNameTheirReport checks that each says where its facts are from.
func TestArticlesNameTheirReport(t *testing.T) {
	articles, err := Articles()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range articles {
		if a.Report == "" || a.Publisher == "" || a.Reported == "" || !strings.Contains(a.Text, "《"+a.Report+"》") {
			t.Errorf("%s does not name the report that it draws on", a.ID)
		}
		if a.Published < a.Reported {
			t.Errorf("%s of %s restates a report of %s", a.ID, a.Published, a.Reported)
		}
	}
}

func TestRobots(t *testing.T) {
	if text, _ := get(t, serve(t)+"/robots.txt"); !strings.Contains(text, "Disallow") {
		t.Errorf("robots.txt: %q", text)
	}
}
