package ingest

import "strings"

// Old pages and plain texts break lines at a width, in the middle of sentences.
const (
	leastWrapped = 5  // lines of a run
	widest       = 80 // code points
	narrowest    = 16
	ragged       = 3 // code points by which a full line may be short
)

// unwrap joins the lines of such runs to paragraphs: a line that fills the width goes on in the next.
func unwrap(blocks []block) []block {
	var out []block
	for len(blocks) > 0 {
		n := 1
		for n < len(blocks) && blocks[n].node == blocks[0].node {
			n++
		}
		out = append(out, joinRun(blocks[:n])...)
		blocks = blocks[n:]
	}
	return out
}

// joinRun joins the lines of one element, if they are broken at a width.
func joinRun(run []block) []block {
	width := wrapWidth(run)
	if width == 0 {
		return run
	}
	var out []block
	open := false
	for _, b := range run {
		if last := len(out) - 1; open {
			out[last].text += b.text
			out[last].size += b.size
			out[last].link += b.link
		} else {
			out = append(out, b)
		}
		open = b.size >= width-ragged && b.kind == noNoise
	}
	return out
}

// wrapWidth gives the width at which lines are broken, or 0 where they are paragraphs:
// most lines are of one length, and most of these end within a sentence.
func wrapWidth(run []block) int {
	if len(run) < leastWrapped {
		return 0
	}
	width, full, within := 0, 0, 0
	for _, b := range run {
		width = max(width, b.size)
	}
	for _, b := range run {
		if b.size < width-ragged {
			continue
		}
		full++
		if r := []rune(b.text); !strings.ContainsRune("。！？；：”…", r[len(r)-1]) {
			within++
		}
	}
	if width < narrowest || width > widest || full*2 < len(run) || within*4 < full*3 {
		return 0
	}
	return width
}
