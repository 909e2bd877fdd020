package web

import (
	"context"
	"encoding/json"
	"io/fs"
	"log/slog"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"jiandu/index"
)

// slowIndex never answers, whatever its context says.
type slowIndex struct{ release chan struct{} }

func (x slowIndex) Search(context.Context, index.Request) (index.Result, error) {
	<-x.release
	return index.Result{}, nil
}

func (x slowIndex) Suggest(context.Context, string, int) ([]index.Suggestion, error) {
	panic("a mistake")
}

func (x slowIndex) Status() index.Status { return index.Status{} }

// A request that runs too long is ended with 503, a panic with 500, and the server goes on.
func TestServerGoesOn(t *testing.T) {
	opt := sampleOptions(t)
	slow := slowIndex{make(chan struct{})}
	defer close(slow.release)
	opt.Index, opt.Timeout, opt.Log = slow, 20*time.Millisecond, slog.New(slog.DiscardHandler)
	h, err := New(opt)
	must(t, err)
	w := get(h, "/api/search")
	if w.Code != http.StatusServiceUnavailable || w.Header().Get("Content-Type") != "application/problem+json" || w.Header().Get("Retry-After") == "" {
		t.Errorf("too long: %d %v", w.Code, w.Header())
	}
	if w := get(h, "/?q=x"); w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "<html") {
		t.Errorf("page: %d", w.Code)
	}
	if w := get(h, "/api/suggest?q=x"); w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "mistake") {
		t.Errorf("panic: %d %s", w.Code, w.Body)
	}
	if w := get(h, "/healthz"); w.Code != http.StatusOK {
		t.Errorf("afterwards: %d", w.Code)
	}
}

func TestWithoutIndex(t *testing.T) {
	opt := sampleOptions(t)
	opt.Index = nil
	h, err := New(opt)
	must(t, err)
	for path, want := range map[string]int{"/": 503, "/api/search": 503, "/articles/" + leadID(): 200, "/figures": 200, "/api/export": 503, "/healthz": 503} {
		w := get(h, path)
		if w.Code != want {
			t.Errorf("%s: %d, want %d", path, w.Code, want)
		}
		if want == 503 && path != "/healthz" && !strings.Contains(w.Body.String(), "jiandu index") {
			t.Errorf("%s does not say what to do: %s", path, w.Body)
		}
	}
}

func TestRateLimit(t *testing.T) {
	opt := sampleOptions(t)
	opt.Rate = 1
	h, err := New(opt)
	must(t, err)
	codes := map[int]int{}
	for range 3 * burst {
		codes[get(h, "/api/openapi.json").Code]++
	}
	if codes[http.StatusTooManyRequests] == 0 || codes[http.StatusOK] < burst {
		t.Errorf("answers: %v", codes)
	}
}

var wordKey = regexp.MustCompile(`\bt "([a-z.0-9]+)"`)

// Every key that a template names is in the catalogue, in both languages.
func TestCatalogueIsComplete(t *testing.T) {
	words, err := loadCatalogue()
	must(t, err)
	must(t, fs.WalkDir(templateFS, "templates", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(templateFS, path)
		for _, m := range wordKey.FindAllStringSubmatch(string(b), -1) {
			if words[chinese][m[1]] == "" || words[english][m[1]] == "" {
				t.Errorf("%s: no words for %s", path, m[1])
			}
		}
		return err
	}))
}

// No page shows a key instead of its words.
func TestPagesHaveWords(t *testing.T) {
	h := sampleServer(t)
	bare := regexp.MustCompile(`>(nav|search|facet|kind|stat|figures|by|basis|span|measures?|unit|sources|article|error|sort)\.[a-z.]+<`)
	for _, path := range []string{"/", "/?q=x", "/articles/" + leadID(), "/figures", "/figures?region=430181", "/figures?region=430181&by=province", "/measures", "/measure?id=shi-zu-di", "/unit?name=示例县纪委监委", "/sources", "/nowhere"} {
		for _, lang := range []string{"", "lang=en"} {
			sep := map[bool]string{true: "&", false: "?"}[strings.Contains(path, "?")]
			w := get(h, path+sep+lang)
			if m := bare.FindString(w.Body.String()); m != "" {
				t.Errorf("%s shows %s", path, m)
			}
			if n := w.Body.Len(); n > 300<<10 {
				t.Errorf("%s has %d bytes", path, n)
			}
		}
	}
}

// docs/api.md is made from the document that the server gives out.
func TestDocs(t *testing.T) {
	doc, err := loadDocument(openapiYAML)
	must(t, err)
	const path = "../docs/api.md"
	want := apiDocs(t, doc)
	if *update {
		must(t, os.WriteFile(path, []byte(want), 0o644))
	}
	got, err := os.ReadFile(path)
	must(t, err)
	if string(got) != want {
		t.Errorf("%s is not what openapi.yaml says: go test ./web -run TestDocs -update", path)
	}
}

func TestDocumentIsJSON(t *testing.T) {
	var doc map[string]any
	must(t, json.Unmarshal(get(sampleServer(t), "/api/openapi.json").Body.Bytes(), &doc))
	if doc["openapi"] != "3.1.0" {
		t.Errorf("openapi: %v", doc["openapi"])
	}
}
