package analyze

import "strings"

// The words of a speaker are looked through no further than this, in code points,
// so that the work on a text grows no faster than the text.
const (
	longestSpeech   = 400
	speakerLookBack = 1500
)

// areaOfSpeaker gives the area that 市 and the like mean at i inside someone's words:
// “市纪委监委…”张三说, that of the body that 张三 was named with before.
func (a *Analyzer) areaOfSpeaker(d *doc, k kindOfArea, i int) string {
	name := d.speakerOf(i)
	if name == "" {
		return ""
	}
	floor := max(0, i-speakerLookBack)
	at := strings.LastIndex(d.slice(floor, i), name)
	if at < 0 {
		return ""
	}
	named := floor + len([]rune(d.slice(floor, i)[:at]))
	from := d.sentenceAt(named).start
	for n := d.placeBefore(named); n >= 0 && d.places[n].start >= from; n-- {
		if code := a.areaOver(d, k, d.places[n]); code != "" {
			return code
		}
	}
	return ""
}

// speakerOf gives the name of the person whose quoted words stand at i, as it
// follows them: ”张三说; "" where none does.
func (d *doc) speakerOf(i int) string {
	par := d.paragraphs[d.paragraphAt(i)]
	for j := i - 1; ; j-- {
		if j < par.start || i-j > longestSpeech || d.runes[j] == '”' {
			return ""
		}
		if d.runes[j] == '“' {
			break
		}
	}
	for j := i; j < par.end && j-i < longestSpeech; j++ {
		if d.runes[j] == '”' {
			return d.nameBeforeSaying(j+1, par.end)
		}
	}
	return ""
}

// nameBeforeSaying gives the two to four characters between i and a verb of saying, or "".
func (d *doc) nameBeforeSaying(i, end int) string {
	for j := i + 2; j <= i+4 && j < end; j++ {
		for _, w := range [...]string{"说", "介绍", "表示", "认为", "告诉", "坦言", "谈到"} {
			if strings.HasPrefix(d.slice(j, min(end, j+2)), w) {
				return d.slice(i, j)
			}
		}
	}
	return ""
}
