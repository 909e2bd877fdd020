package web

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/legacy"
)

// apiRouter reads the document that the server gives out, and checks it.
func apiRouter(t *testing.T, h http.Handler) routers.Router {
	t.Helper()
	loader := openapi3.NewLoader()
	doc, err := loader.LoadFromData(get(h, "/api/openapi.json").Body.Bytes())
	must(t, err)
	must(t, doc.Validate(context.Background()))
	doc.Servers = nil
	router, err := legacy.NewRouter(doc)
	must(t, err)
	return router
}

// fits checks a response against the document; bodies that are not JSON only by their type.
func fits(t *testing.T, router routers.Router, target string, w *httptest.ResponseRecorder) {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, target, nil)
	route, path, err := router.FindRoute(r)
	if err != nil {
		t.Errorf("%s: %v", target, err)
		return
	}
	isJSON := strings.HasSuffix(strings.Split(w.Header().Get("Content-Type"), ";")[0], "json")
	in := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: &openapi3filter.RequestValidationInput{Request: r, PathParams: path, Route: route},
		Status:                 w.Code,
		Header:                 w.Header(),
		Options:                &openapi3filter.Options{IncludeResponseStatus: true, ExcludeResponseBody: !isJSON},
	}
	in.SetBodyBytes(w.Body.Bytes())
	if err := openapi3filter.ValidateResponse(context.Background(), in); err != nil {
		t.Errorf("%s: %v\n%.500s", target, err, w.Body)
	}
}

func TestResponsesFitTheDocument(t *testing.T) {
	h := sampleServer(t)
	router := apiRouter(t, h)
	for target, status := range map[string]int{
		"/api/search": 200,
		"/api/search?q=%E5%B7%A1%E5%AF%9F&limit=2":                                      200,
		"/api/search?theme=conduct&region=430000&year=2019-2021&sort=oldest&fold=false": 200,
		"/api/search?region=" + url.QueryEscape("浏阳"):                                   200,
		"/api/search?region=" + url.QueryEscape("没有的地方"):                                400,
		"/api/search?year=2019..2022":                                                   200,
		"/api/search?year=2022-2019":                                                    400,
		"/api/search?limit=0":                                                           400,
		"/api/search?colour=red&theme=":                                                 400,
		"/api/search?q=" + url.QueryEscape(`(巡察`):                                       400,
		"/api/search?q=a&q=b":                                                           400,
		"/api/search?%zz":                                                               400,
		"/api/search?cursor=nonsense":                                                   400,
		"/api/articles/" + leadID():                                                     200,
		"/api/articles/" + leadID()[:8]:                                                 200,
		"/api/articles/0000000000000000":                                                404,
		"/api/articles/" + leadID() + "?id=x":                                           400,
		"/api/suggest?q=" + url.QueryEscape("示例"):                                       200,
		"/api/suggest?q=" + url.QueryEscape("湖南"):                                       200,
		"/api/suggest":                                                                  400,
		"/api/figures?action=" + url.QueryEscape("处理"):                                  200,
		"/api/figures?by=year&region=430181":                                            200,
		"/api/figures?by=province&limit=3":                                              200,
		"/api/figures?by=week":                                                          400,
		"/api/figures?cursor=xyz":                                                       400,
		"/api/figures?format=csv":                                                       200,
		"/api/figures?format=xlsx&year=2020":                                            200,
		"/api/measures":                                                                 200,
		"/api/measures?measure=shi-zu-di":                                               200,
		"/api/measures?measure=" + url.QueryEscape("没有"):                                404,
		"/api/measures?measure=-":                                                       400,
		"/api/units?q=" + url.QueryEscape("巡察组"):                                        200,
		"/api/units?unit=" + url.QueryEscape("示例县纪委监委"):                                 200,
		"/api/export?year=2020":                                                         200,
		"/api/export?format=csv":                                                        200,
		"/api/export?format=xml":                                                        400,
		"/feed?q=" + url.QueryEscape("巡察"):                                              200,
		"/healthz":                                                                      200,
		"/metrics":                                                                      200,
		"/api/openapi.json":                                                             200,
	} {
		w := get(h, target)
		if w.Code != status {
			t.Errorf("%s: status %d, want %d: %.300s", target, w.Code, status, w.Body)
			continue
		}
		fits(t, router, target, w)
	}
}

func TestSearchAPI(t *testing.T) {
	h := sampleServer(t)
	var got struct {
		Total int
		Hits  []struct {
			ID       string
			Reprints int
			Snippets []struct {
				Text  string
				Marks [][2]int
			}
		}
		Facets map[string][]struct {
			Value, Name string
			Count       int
		}
	}
	must(t, json.Unmarshal(get(h, "/api/search?q="+url.QueryEscape("巡察")+"&region="+url.QueryEscape("湖南")+"&year=2022").Body.Bytes(), &got))
	if got.Total != 2 || len(got.Hits) != 2 {
		t.Fatalf("%d found, %d given, want 2", got.Total, len(got.Hits))
	}
	if f := got.Facets["province"]; len(f) != 1 || f[0].Value != "430000" || f[0].Name != "湖南省" || f[0].Count != 2 {
		t.Errorf("provinces: %v", f)
	}
	s := got.Hits[0].Snippets
	if len(s) == 0 || len(s[0].Marks) == 0 {
		t.Fatalf("no marked snippet: %v", s)
	}
	m := s[0].Marks[0]
	if text := string([]rune(s[0].Text)[m[0]:m[1]]); text != "巡察" {
		t.Errorf("marked %q", text)
	}
}

// Going along the cursors gives every article once.
func TestCursors(t *testing.T) {
	h := sampleServer(t)
	for path, field := range map[string]string{"/api/search?fold=false&limit=7": "hits", "/api/figures?limit=30": "figures", "/api/measures?limit=1": "measures", "/api/units?limit=1": "units"} {
		seen, cursor := map[string]bool{}, ""
		for range 20 {
			var page map[string]json.RawMessage
			must(t, json.Unmarshal(get(h, path+"&cursor="+url.QueryEscape(cursor)).Body.Bytes(), &page))
			var items []json.RawMessage
			must(t, json.Unmarshal(page[field], &items))
			for _, it := range items {
				var key struct {
					ID, Name  string
					ArticleID string `json:"article_id"`
					Ord       int
				}
				must(t, json.Unmarshal(it, &key))
				k := key.ID + key.Name + key.ArticleID + string(rune('0'+key.Ord))
				if seen[k] {
					t.Errorf("%s: %s twice", path, k)
				}
				seen[k] = true
			}
			cursor = ""
			if page["next"] == nil {
				break
			}
			must(t, json.Unmarshal(page["next"], &cursor))
		}
		if want := map[string]int{"hits": 26, "figures": 125, "measures": 2, "units": 2}[field]; len(seen) != want {
			t.Errorf("%s: %d seen, want %d", path, len(seen), want)
		}
	}
}

func TestProblemsNameWhatIsWrong(t *testing.T) {
	h := sampleServer(t)
	w := get(h, "/api/search?limit=x&colour=red&q="+url.QueryEscape("巡察"))
	if ct := w.Header().Get("Content-Type"); ct != "application/problem+json" {
		t.Errorf("type %q", ct)
	}
	var p problem
	must(t, json.Unmarshal(w.Body.Bytes(), &p))
	var names []string
	for _, e := range p.Errors {
		names = append(names, e.Parameter)
	}
	if strings.Join(names, " ") != "colour limit" {
		t.Errorf("wrong are %v, want colour and limit", names)
	}
}

func TestETagAndGzip(t *testing.T) {
	h := sampleServer(t)
	first := get(h, "/api/search", "Accept-Encoding", "gzip")
	if first.Header().Get("Content-Encoding") != "gzip" {
		t.Error("not compressed")
	}
	tag := first.Header().Get("ETag")
	if w := get(h, "/api/search", "If-None-Match", tag); w.Code != 304 || w.Body.Len() != 0 {
		t.Errorf("asked again: %d with %d bytes", w.Code, w.Body.Len())
	}
	if w := get(h, "/api/search?limit=1", "If-None-Match", tag); w.Code != 200 {
		t.Errorf("another address has the same ETag: %d", w.Code)
	}
}

func TestExport(t *testing.T) {
	h := sampleServer(t)
	lines := bytes.Split(bytes.TrimSpace(get(h, "/api/export").Body.Bytes()), []byte("\n"))
	if len(lines) != 26 {
		t.Errorf("%d lines, want 26", len(lines))
	}
	var a struct{ Text, Published string }
	must(t, json.Unmarshal(lines[0], &a))
	if a.Text == "" || !strings.HasPrefix(a.Published, "2022") {
		t.Errorf("first line: %s", lines[0])
	}
	rows := strings.Count(get(h, "/api/export?format=csv&fold=true&region=430181").Body.String(), "\nexport") +
		strings.Count(get(h, "/api/export?format=csv&fold=true&region=430181").Body.String(), "https://example.org/")
	if rows != 5 {
		t.Errorf("%d rows, want 5", rows)
	}
}

func TestMethodAndHeaders(t *testing.T) {
	h := sampleServer(t)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/api/search", strings.NewReader("q=x")))
	if w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", w.Code)
	}
	for _, name := range []string{"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"} {
		if w.Header().Get(name) == "" {
			t.Errorf("no %s", name)
		}
	}
}
