package web

import (
	"strings"
	"testing"
)

func TestArticlePage(t *testing.T) {
	h := sampleServer(t)
	page := get(h, "/articles/"+leadID())
	if page.Code != 200 {
		t.Fatalf("status %d: %s", page.Code, page.Body)
	}
	body := page.Body.String()
	for _, want := range []string{
		"<h1>示例通报：2022年专项监督情况（4）</h1>",
		"&lt;b&gt;不留死角&lt;/b&gt;", // text is escaped
		"湖南省长沙市浏阳市",
		"示例转载网", // the reprint
		`data-refs="u1"`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	if strings.Contains(body, " style=") || strings.Contains(body, " onclick=") {
		t.Error("the page has inline styles or scripts, which its policy forbids")
	}
}

func TestArticleInEnglish(t *testing.T) {
	body := get(sampleServer(t), "/articles/"+leadID()+"?lang=en").Body.String()
	for _, want := range []string{`<html lang="en">`, "Reprints", "Copy citation", "Conduct and work style"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page has no %q", want)
		}
	}
}

func TestArticleNotThere(t *testing.T) {
	h := sampleServer(t)
	for _, path := range []string{"/articles/0123456789abcdef", "/articles/..%2f", "/articles/xyz", "/api/articles/0000", "/nowhere"} {
		if w := get(h, path); w.Code != 404 {
			t.Errorf("%s: status %d, want 404", path, w.Code)
		}
	}
}
