package main

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed messages.tsv
var messagesTSV string

// chinese maps each English message to its Chinese.
var chinese = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(messagesTSV) {
		if en, zh, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t"); ok && !strings.HasPrefix(line, "#") {
			m[en] = zh
		}
	}
	return m
})

// localeOf gives "zh" where the environment's locale is Chinese, else "en". The
// first of LC_ALL, LC_MESSAGES and LANG that is set decides (POSIX, 8.2).
func localeOf(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			if strings.HasPrefix(strings.ToLower(v), "zh") {
				return "zh"
			}
			return "en"
		}
	}
	return "en"
}

// tr gives the message in the language of the user; what the catalogue does not
// have stays English.
func (a *app) tr(message string) string {
	if a.lang == "zh" {
		if zh, ok := chinese()[message]; ok {
			return zh
		}
	}
	return message
}

// say prints one translated line for people.
func (a *app) say(format string, args ...any) {
	fmt.Fprintf(a.out, a.tr(format)+"\n", args...)
}

// note prints one translated line beside the data, on the error stream.
func (a *app) note(format string, args ...any) {
	fmt.Fprintf(a.err, a.tr(format)+"\n", args...)
}

// heading prints a translated heading after an empty line.
func (a *app) heading(message string) {
	fmt.Fprintf(a.out, "\n%s\n", a.bold(a.tr(message)))
}
