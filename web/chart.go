package web

import (
	"fmt"
	"html"
	"html/template"
	"math"
	"strings"
)

// bar is one value of a chart.
type bar struct {
	Label string
	Value float64
	Class string // how the value came about: "", "sum", "cumulative" or "undated"; "none" has no bar
	Title string // said by a screen reader and on hover
	Link  string // where a click goes; "" for nowhere
}

// chart is a bar chart that is drawn as SVG. Colours stand in attributes, so that
// a saved file looks as it should; the page's style sheet overrules them.
type chart struct {
	Title string
	Unit  string
	Bars  []bar
}

// Colours of a saved chart, by class of bar.
var barFill = map[string]string{"": "#4a86a8", "sum": "#b9722b", "cumulative": "#8a4b00", "undated": "#8b8f94"}

const chartFont = "Noto Sans SC, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"

// canvas collects the elements of an SVG.
type canvas struct{ strings.Builder }

func (c *canvas) add(format string, args ...any) { fmt.Fprintf(c, format, args...) }

// text writes a label; anchor is start, middle or end.
func (c *canvas) text(x, y float64, anchor, class, fill, text string) {
	c.add(`<text x="%.1f" y="%.1f" text-anchor="%s" class="%s" fill="%s">%s</text>`, x, y, anchor, class, fill, html.EscapeString(text))
}

func (c *canvas) rect(x, y, w, h float64, b bar) {
	if b.Link != "" {
		c.add(`<a href="%s">`, html.EscapeString(b.Link))
	}
	c.add(`<rect class="bar %s" x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="1.5" fill="%s"><title>%s</title></rect>`,
		b.Class, x, y, w, h, barFill[b.Class], html.EscapeString(b.Title))
	if b.Link != "" {
		c.add(`</a>`)
	}
}

// finish puts the elements into an SVG of the given size.
func (c *canvas) finish(ch chart, w, h float64) template.HTML {
	title := html.EscapeString(ch.Title)
	//nolint:gosec // every text above is escaped
	return template.HTML(fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="group" aria-label="%s" viewBox="0 0 %.0f %.0f" width="%.0f" height="%.0f" font-family="%s" font-size="12">`+
		`<rect class="ground" width="%.0f" height="%.0f" fill="#ffffff"/>%s</svg>`, title, w, h, w, h, chartFont, w, h, c.String()))
}

// Columns draws standing bars, for values along time.
func (ch chart) Columns() template.HTML {
	const w, h, left, right, top, bottom = 560.0, 290.0, 64.0, 8.0, 38.0, 28.0
	var c canvas
	c.text(left, 18, "start", "label", "#1c2126", ch.caption())
	upper := niceUpper(ch.max())
	for i := range 5 {
		v := upper * float64(i) / 4
		y := h - bottom - (h-top-bottom)*float64(i)/4
		c.add(`<line class="grid" x1="%.0f" x2="%.0f" y1="%.1f" y2="%.1f" stroke="#dedad0"/>`, left, w-right, y, y)
		c.text(left-6, y+4, "end", "tick", "#565f6a", groupDigits(v))
	}
	step := (w - left - right) / float64(max(1, len(ch.Bars)))
	width := math.Min(step*.72, 56)
	every := int(math.Ceil(44 / step))
	for i, b := range ch.Bars {
		x := left + step*(float64(i)+.5)
		if i%every == 0 {
			c.text(x, h-bottom+16, "middle", "tick", "#565f6a", b.Label)
		}
		if b.Class == "none" {
			continue
		}
		height := (h - top - bottom) * math.Max(0, b.Value) / upper
		c.rect(x-width/2, h-bottom-height, width, math.Max(height, .5), b)
		if len(ch.Bars) <= 16 {
			c.text(x, h-bottom-height-5, "middle", "label", "#1c2126", groupDigits(b.Value))
		}
	}
	return c.finish(ch, w, h)
}

// Rows draws lying bars, for values by area.
func (ch chart) Rows() template.HTML {
	const w, left, right, top, row = 560.0, 124.0, 80.0, 30.0, 22.0
	var c canvas
	c.text(8, 18, "start", "label", "#1c2126", ch.caption())
	upper := ch.max()
	for i, b := range ch.Bars {
		y := top + row*float64(i)
		width := (w - left - right) * math.Max(0, b.Value) / upper
		c.text(left-8, y+15, "end", "tick", "#565f6a", b.Label)
		if b.Class == "none" {
			width = 0
		} else {
			c.rect(left, y+3, math.Max(width, 1), row-6, b)
		}
		c.text(left+width+6, y+15, "start", "label", "#1c2126", groupDigits(b.Value))
	}
	return c.finish(ch, w, top+row*float64(len(ch.Bars))+10)
}

func (ch chart) caption() string {
	if ch.Unit == "" {
		return ch.Title
	}
	return ch.Title + "（" + ch.Unit + "）"
}

// max gives the greatest value, 1 when none is above 0.
func (ch chart) max() float64 {
	m := 0.0
	for _, b := range ch.Bars {
		if b.Class != "none" {
			m = math.Max(m, b.Value)
		}
	}
	if m <= 0 {
		return 1
	}
	return m
}

// niceUpper rounds up to a number whose quarters are short.
func niceUpper(v float64) float64 {
	scale := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8} {
		if v <= m*scale {
			return m * scale
		}
	}
	return 10 * scale
}
