package analyze

// inWord tells whether a Chinese numeral is only part of a word: 四川, 陆地, 一切.
// Words that count themselves (a number, or a number with its unit) are no such
// words, nor are those of the lexicon's units.
func (d *doc) inWord(n numeral) bool {
	if !n.chinese || n.share || n.end-n.start > 2 || d.runes[n.start] == '数' || d.runes[n.start] == '几' {
		return false
	}
	t := d.word(n.start)
	if t.end-t.start <= n.end-n.start {
		return false
	}
	return !countingWord(t.pos) || t.start < n.start
}

// countingWord tells whether a part of speech is that of a number, or of a number with a unit.
func countingWord(pos string) bool { return pos == "m" || pos == "mq" || pos == "t" || pos == "q" }
