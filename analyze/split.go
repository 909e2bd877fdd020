package analyze

// split finds the paragraphs, sentences and clauses.
func (d *doc) split() {
	start := 0
	for i := 0; i <= len(d.runes); i++ {
		if i < len(d.runes) && d.runes[i] != '\n' {
			continue
		}
		if i > start {
			d.splitParagraph(span{start, i})
		}
		start = i + 1
	}
}

func (d *doc) splitParagraph(p span) {
	d.paragraphs = append(d.paragraphs, p)
	sentence, clause := p.start, p.start
	for i := p.start; i < p.end; i++ {
		ends, pauses := endsSentence(d.runes, i, p.end), endsClause(d.runes, i, p.end)
		if !ends && !pauses && i+1 < p.end {
			continue
		}
		next := i + 1
		for ends && next < p.end && closes(d.runes[next]) {
			next++ // the quotation mark after a full stop belongs to the sentence
		}
		d.clauses = append(d.clauses, span{clause, next})
		clause = next
		if ends || next == p.end {
			d.sentences = append(d.sentences, span{sentence, next})
			sentence = next
		}
		i = next - 1
	}
}

func endsSentence(r []rune, i, end int) bool {
	switch r[i] {
	case '。', '！', '？', '!', '?':
		return true
	case '；', ';':
		return false
	case '.':
		return i+1 == end || (i+1 < end && r[i+1] > 0x7f && !isDigit(r[i-min(i, 1)]))
	}
	return false
}

func endsClause(r []rune, i, end int) bool {
	switch r[i] {
	case '，', '；', ';', '：', '…', '—':
		return true
	case ',', ':':
		// 3,000 and 10:30 are one number
		return i == 0 || i+1 >= end || !isDigit(r[i-1]) || !isDigit(r[i+1])
	}
	return false
}

func closes(r rune) bool {
	switch r {
	case '”', '’', '"', '」', '』', '）', ')', '》', '！', '？', '!', '?', '。':
		return true
	}
	return false
}

func isDigit(r rune) bool {
	return '0' <= r && r <= '9' || '０' <= r && r <= '９'
}

// sentenceAt gives the sentence that holds i.
func (d *doc) sentenceAt(i int) span { return spanAt(d.sentences, i) }

// clauseAt gives the clause that holds i.
func (d *doc) clauseAt(i int) span { return spanAt(d.clauses, i) }

// paragraphAt gives the index of the paragraph that holds i.
func (d *doc) paragraphAt(i int) int { return indexAt(d.paragraphs, i) }

func spanAt(spans []span, i int) span {
	if len(spans) == 0 {
		return span{}
	}
	return spans[indexAt(spans, i)]
}

// indexAt gives the index of the last span that starts at or before i, 0 if none does.
func indexAt(spans []span, i int) int {
	lo, hi := 0, len(spans)
	for lo < hi {
		if mid := (lo + hi) / 2; spans[mid].start <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return max(lo-1, 0)
}

// isHan tells whether a character is a common Chinese one.
func isHan(r rune) bool { return 0x4e00 <= r && r <= 0x9fff }
