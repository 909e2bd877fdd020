package ingest

import (
	"context"
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"

	"jiandu/corpus"
)

// text imports a text file: a report with the noise of the page that it was copied from, or a list of URLs.
func (im *importer) text(ctx context.Context, f file, b []byte) error {
	text, name := Decode(b, "")
	if name == "" {
		im.skip(f.name, "wrongly encoded: neither UTF-8 nor GB18030 nor Big5")
		return nil
	}
	if urls := urlList(text); len(urls) > 0 {
		im.report.URLs = append(im.report.URLs, urls...)
		return nil
	}
	a := readText(text, im.start)
	if a == nil {
		im.skip(f.name, "holds no text of a report")
		return nil
	}
	return im.add(ctx, f.name, a, nil)
}

// urlList gives the URLs of a text that holds nothing else, one a line; # begins a comment.
func urlList(text string) []string {
	var urls []string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		c, err := Canonical(line)
		if err != nil || strings.ContainsAny(line, " \t") {
			return nil
		}
		urls = append(urls, c)
	}
	return urls
}

// readText makes an article of a report's plain text. Lines of title, source and
// date are read where they stand at its head. It gives nil where no text is left.
func readText(text string, now time.Time) *corpus.Article {
	blocks := textBlocks(text)
	title, from := textTitle(blocks)
	r := newReading(title)
	r.head(blocks[:from])
	a := &corpus.Article{Title: title, Text: r.body(blocks[from:])}
	if a.Text == "" {
		return nil
	}
	c := r.credits
	a.Source = firstOf(c.Source, c.Reprint)
	a.Author = firstOf(c.Author, r.reporters)
	a.Editor, a.OriginalURL = c.Editor, c.Original
	a.Column = firstOf(c.Column, r.crumb)
	if a.Published = notFuture(c.Date, now); a.Published != "" {
		a.PublishedFrom = corpus.DateFromPage
	}
	Identify(a, "", "")
	grade(a, 0)
	return a
}

// textBlocks makes a block of every line.
func textBlocks(text string) []block {
	holder := &html.Node{Type: html.ElementNode, Data: "p"}
	var blocks []block
	for line := range strings.Lines(text) {
		if t := tidy(line); t != "" {
			blocks = append(blocks, block{text: t, size: runes(t), node: holder, kind: classify(t)})
		}
	}
	return blocks
}

// textTitle finds the title above the first paragraph: the line nearest above a
// line of credits, else the first line where it can be a title. from is the block after it.
func textTitle(blocks []block) (title string, from int) {
	start := len(blocks)
	for i, b := range blocks {
		if flows(b) {
			start = i
			break
		}
	}
	first, last := -1, -1
	for i, b := range blocks[:start] {
		if _, ok := parseCredits(b.text, true); ok && b.kind == noNoise && last >= 0 {
			break
		}
		if !canBeTitle(b) {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
	}
	at := last
	if !creditsFollow(blocks[:start]) {
		at = first
	}
	if at < 0 {
		return "", 0
	}
	if at > 0 && secondLine(blocks[at].text) && canBeTitle(blocks[at-1]) {
		at--
	}
	title, from = blocks[at].text, at+1
	if from < start && secondLine(blocks[from].text) {
		title, from = title+" "+blocks[from].text, from+1
	}
	return docTitle(titleLabel.ReplaceAllString(title, ""), ""), from
}

var titleLabel = regexp.MustCompile(`^[#\s]*(?:(?:标题|题目)\s*[:：]\s*)?`)

// creditsFollow tells whether a line of credits stands among the lines above the text.
func creditsFollow(blocks []block) bool {
	for i, b := range blocks {
		if _, ok := parseCredits(b.text, true); ok && i > 0 {
			return true
		}
	}
	return false
}

func canBeTitle(b block) bool {
	if b.size < 5 || b.size > longestTitle/2 || b.kind != noNoise || strings.HasSuffix(b.text, "。") || strings.HasSuffix(b.text, "；") || strings.HasPrefix(b.text, "▲") {
		return false
	}
	_, credit := parseCredits(b.text, true)
	return !credit
}
