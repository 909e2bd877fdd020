package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the answers in README.md")

// readmeQuestions are asked of the demo's data, and shown in README.md.
var readmeQuestions = [][]string{
	{"search", "室组地", "--region", "湖南", "--year", "2022"},
	{"figures", "--action", "查处", "--object", "违反中央八项规定精神", "--by", "year"},
	{"trace", "第一种形态处理1242人次"},
}

var (
	ports   = regexp.MustCompile(`127\.0\.0\.1:\d+`)
	ids     = regexp.MustCompile(`\b[0-9a-f]{16}\b`)
	millis  = regexp.MustCompile(`, \d+ ms`)
	between = regexp.MustCompile(`(?s)(<!-- answer:begin -->\n).*(<!-- answer:end -->)`)
)

// The answers in README.md are what the program says of the demo's data.
func TestReadmeAnswers(t *testing.T) {
	t.Setenv("LC_ALL", "C")
	t.Setenv("JIANDU_DATA", t.TempDir())
	ask(t, "demo", "--no-serve")
	var b strings.Builder
	for _, q := range readmeQuestions {
		b.WriteString("```\n$ jiandu " + strings.Join(q, " ") + "\n")
		b.WriteString(ask(t, append([]string{"--data", os.Getenv("JIANDU_DATA") + "/demo"}, q...)...) + "```\n\n")
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	want := between.ReplaceAllString(string(readme), "${1}"+strings.ReplaceAll(b.String(), "$", "$$")+"${2}")
	if *update {
		if err := os.WriteFile("../../README.md", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if want != string(readme) {
		t.Error("README.md shows other answers than the program gives; run: go test ./cmd/jiandu -run TestReadmeAnswers -update, and read the difference")
	}
}

// ask runs a command and gives what it prints, with what changes from run to run made alike.
func ask(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if err := run(context.Background(), args, strings.NewReader(""), &out, &errs); err != nil {
		t.Fatalf("jiandu %v: %v\n%s", args, err, &errs)
	}
	s := ports.ReplaceAllString(out.String(), "127.0.0.1:8099")
	s = ids.ReplaceAllString(s, "3f2a9c0d5e8b7164")
	return millis.ReplaceAllString(s, ", 2 ms")
}
