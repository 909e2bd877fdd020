package ingest

import (
	"regexp"
	"strings"

	"golang.org/x/net/html/atom"
)

// reading goes through the lines of a page from top to bottom and tells the
// report's paragraphs from its credits and from noise.
type reading struct {
	title     string
	key       string // title, squeezed
	credits   credits
	reporters string // names of reporters found in the text
	crumb     string // last column of the line that shows where the page stands
	masthead  string // a day above the title: of an issue of a newspaper, or of a clock
}

func newReading(title string) *reading { return &reading{title: title, key: squeeze(title)} }

// above reads the lines above the title.
func (r *reading) above(blocks []block) {
	for _, b := range blocks {
		r.breadcrumb(b.text)
		if c, ok := parseCredits(b.text, true); ok && strings.ContainsAny(b.text, ":：") {
			r.credits.merge(c)
		} else if r.masthead == "" && b.size <= 40 {
			r.masthead = findDay(b.text)
		}
	}
}

// head reads the lines between title and body.
func (r *reading) head(blocks []block) {
	for _, line := range joinSplit(blocks) {
		r.breadcrumb(line)
		if strings.Contains(line, "版") && runes(line) <= 80 {
			r.credits.keep(&r.credits.Column, edition.FindString(line))
		}
		if c, ok := parseCredits(line, true); ok {
			r.credits.merge(c)
		} else if r.credits.Date == "" && runes(line) <= 80 && classify(line) == noNoise && !strings.ContainsAny(line, "，。") {
			r.credits.Date = findDay(line)
		}
	}
}

// edition is the page of a newspaper's issue: 第03版：要闻.
var edition = regexp.MustCompile(`第\s?\d{1,3}\s?版\s*[:：]\s*\p{Han}{1,12}`)

// joinSplit gives the lines of blocks; a line that ends with a label is joined with the next.
func joinSplit(blocks []block) []string {
	var lines []string
	open := false
	for _, b := range blocks {
		if open && b.size <= 40 && !strings.ContainsAny(b.text, ":：") {
			lines[len(lines)-1] += b.text
		} else {
			lines = append(lines, b.text)
		}
		open = strings.HasSuffix(b.text, "：") || strings.HasSuffix(b.text, ":")
	}
	return lines
}

// tail reads the lines after the body, for what is still missing.
func (r *reading) tail(blocks []block) {
	for _, line := range joinSplit(blocks) {
		if c, ok := parseCredits(line, false); ok {
			r.credits.merge(c)
		}
	}
}

var crumbSeparator = regexp.MustCompile(`\s*(?:>|＞|»|›|→|/|－|::)+\s*`)

// breadcrumb takes the column out of a line like 当前位置：首页 > 要闻 > 正文.
func (r *reading) breadcrumb(line string) {
	if runes(line) > 80 || !strings.ContainsAny(line, ">＞»›") {
		return
	}
	if i := strings.LastIndexAny(line, ":："); i >= 0 {
		line = strings.TrimLeft(line[i:], ":： ")
	}
	for _, part := range crumbSeparator.Split(line, -1) {
		switch part = strings.TrimSpace(part); {
		case part == "", strings.HasSuffix(part, "首页"), strings.HasSuffix(part, "网"), part == "主页", part == "正文", part == "内容", part == "详情", squeeze(part) == r.key:
		case runes(part) <= 16:
			r.crumb = part
		}
	}
}

// body gives the text of the report: its paragraphs, each on a line.
func (r *reading) body(blocks []block) string {
	var paragraphs []string
	blocks = unwrap(blocks)
	start, furniture := opening(blocks)
	end := r.ending(blocks)
	for i, b := range blocks[:end] {
		if i < start && r.heads(b.text) || r.drops(b, i) || i < furniture && b.size <= shortestKicker {
			continue
		}
		paragraphs = append(paragraphs, b.text)
	}
	r.closing(paragraphs)
	r.leading(paragraphs)
	for _, b := range blocks[end:] {
		if c, ok := parseCredits(b.text, false); ok {
			r.credits.merge(c)
		}
	}
	return strings.Join(paragraphs, "\n")
}

// opening gives the first block of running text, and the block after the last
// furniture (noise, credits) above it: short lines above that are furniture too.
func opening(blocks []block) (start, furniture int) {
	for start < min(len(blocks), headLines) && !flows(blocks[start]) {
		_, credit := parseCredits(blocks[start].text, true)
		if start++; start <= furnitureLines && (credit || blocks[start-1].kind == noiseLine) {
			furniture = start
		}
	}
	return start, furniture
}

// flows tells whether a line is running text, with which the report has begun.
func flows(b block) bool {
	return b.size >= 50 && strings.ContainsAny(b.text, "，。；") && b.kind == noNoise || strings.HasSuffix(b.text, "。")
}

// heads tells whether a line above the first paragraph is title, credits or furniture.
func (r *reading) heads(line string) bool {
	r.breadcrumb(line)
	if key := squeeze(line); r.key != "" && key != "" && (key == r.key || len(key) >= 12 && strings.Contains(r.key, key)) {
		return true
	}
	if c, ok := parseCredits(line, true); ok {
		r.credits.merge(c)
		return true
	}
	return false
}

// drops tells whether the line goes wherever it stands; credits in it are kept.
func (r *reading) drops(b block, i int) bool {
	if b.tag == atom.Figcaption || b.tag == atom.Caption && b.size < 60 && i == 0 || b.kind != noNoise {
		return true
	}
	if names := reporterLine(b.text); names != "" {
		r.addReporters(names)
		return true
	}
	if c, ok := parseCredits(b.text, false); ok {
		r.credits.merge(c)
		return true
	}
	if author, whole, ok := closingCredit(b.text); ok && whole {
		if c, ok := parseCredits(strings.Trim(b.text, "()（）"), false); ok {
			r.credits.merge(c)
		}
		r.addReporters(author)
		return true
	}
	return false
}

func (r *reading) addReporters(names string) {
	if names != "" && !strings.Contains(r.reporters, names) && runes(r.reporters) < 60 {
		r.reporters = strings.TrimSpace(r.reporters + " " + names)
	}
}

// closing reads the credit in brackets that ends the last paragraphs.
func (r *reading) closing(paragraphs []string) {
	for i := len(paragraphs) - 1; i >= max(0, len(paragraphs)-2); i-- {
		if author, _, ok := closingCredit(paragraphs[i]); ok && r.reporters == "" {
			r.addReporters(author)
		}
	}
}

// leading reads the reporters that the first paragraphs name: 某地3月15日电（记者 张三）.
func (r *reading) leading(paragraphs []string) {
	for _, p := range paragraphs[:min(2, len(paragraphs))] {
		if m := leadCredit.FindStringSubmatch(p); m != nil && r.reporters == "" {
			r.reporters = authorNames(m[1])
		}
	}
}

// ending gives the block at which what follows the report begins: the first line that
// says so and has hardly any running text after it.
func (r *reading) ending(blocks []block) int {
	whole := 0.0
	for _, b := range blocks {
		whole += b.worth()
	}
	left := whole
	for i, b := range blocks {
		left -= b.worth()
		if b.kind == noiseEnd && left < 0.4*whole && left < 0.05*whole+100 {
			return i
		}
	}
	return len(blocks)
}
