// Package corpustest finds the real articles that tests read and that are not
// part of the project.
package corpustest

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// Shared gives the path of a file or folder of ../shared, beside the project
// (JIANDU_SHARED names another place). Where it is missing the test is skipped,
// but fails in CI (CI=true).
func Shared(tb testing.TB, name string) string {
	tb.Helper()
	dir := os.Getenv("JIANDU_SHARED")
	if dir == "" {
		_, file, _, _ := runtime.Caller(0)
		dir = filepath.Join(filepath.Dir(file), "..", "..", "..", "shared")
	}
	path := filepath.Join(dir, filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CI") == "true" {
			tb.Fatalf("needs %s: %v", path, err)
		}
		tb.Skipf("needs %s, which is not here", path)
	}
	return path
}
