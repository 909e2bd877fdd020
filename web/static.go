package web

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"net/http"
	"strings"
)

//go:embed static
var staticFS embed.FS

// staticFiles serves the embedded files under a prefix that changes with their
// content, so that browsers may keep them for ever.
type staticFiles struct {
	prefix  string // /static/<hash>/
	handler http.Handler
}

func loadStatic() (staticFiles, error) {
	sub, err := fs.Sub(staticFS, "static")
	if err != nil {
		return staticFiles{}, err
	}
	sum := sha256.New()
	err = fs.WalkDir(sub, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(sub, path)
		sum.Write([]byte(path))
		sum.Write(b)
		return err
	})
	if err != nil {
		return staticFiles{}, err
	}
	prefix := "/static/" + hex.EncodeToString(sum.Sum(nil)[:6]) + "/"
	return staticFiles{prefix: prefix, handler: http.StripPrefix(prefix, http.FileServerFS(sub))}, nil
}

func (f staticFiles) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if strings.HasSuffix(r.URL.Path, "/") {
		http.NotFound(w, r) // no lists of files
		return
	}
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	f.handler.ServeHTTP(w, r)
}
