package web

import (
	"net/url"
	"strings"
	"testing"
)

// A unit's page gives its reports by year, with their figures and measures; the
// article and the search lead to it.
func TestUnitPage(t *testing.T) {
	h := sampleServer(t)
	path := "/unit?name=" + url.QueryEscape("示例县纪委监委")
	body := get(h, path).Body.String()
	for _, want := range []string{"<h3>2019", "<h3>2021", `class="timeline"`, "违规吃喝", "/measure?id=", "#sentence-"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %s:\n%.2000s", want, body)
		}
	}
	for _, from := range []string{"/articles/" + leadID(), "/?unit=" + url.QueryEscape("示例县纪委监委")} {
		if body := get(h, from).Body.String(); !strings.Contains(body, `href="`+path) {
			t.Errorf("%s does not lead to it", from)
		}
	}
	if w := get(h, "/unit?name=nobody"); w.Code != 404 {
		t.Errorf("a unit that nobody names: %d", w.Code)
	}
	if w := get(h, "/unit"); w.Code != 303 {
		t.Errorf("no unit: %d", w.Code)
	}
}
