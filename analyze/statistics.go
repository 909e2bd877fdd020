package analyze

import "jiandu/corpus"

// findStatistics finds the figures, into d.tags.Statistics. It reads the numbers
// of a sentence first, then what governs each of them, and carries actor, region
// and period from sentence to sentence. Sentences without a figure cost one look
// at each of their characters.
func (a *Analyzer) findStatistics(d *doc) {
	r := figureReader{a: a, d: d}
	r.frame.start(d)
	r.titleActor = r.findTitleActor()
	paragraph := -1
	for _, s := range d.sentences {
		if p := d.paragraphAt(s.start); p != paragraph {
			paragraph = p
			r.newParagraph(d.paragraphs[p])
		}
		r.readSentence(s)
	}
}

// maxSentence bounds the work on one sentence: longer ones are read in pieces.
const maxSentence = 1200

// readSentence adds the statistics of a sentence.
func (r *figureReader) readSentence(s span) {
	for s.len() > maxSentence {
		piece := span{s.start, s.start + maxSentence}
		r.readPiece(piece)
		s.start = piece.end
	}
	r.readPiece(s)
}

func (r *figureReader) readPiece(s span) {
	r.sentence = s
	r.figs = r.a.figuresIn(r.d, s, r.figs[:0])
	if len(r.figs) == 0 {
		r.pending = s
		r.topicOf(s)
		r.frame.end(r.d, s)
		return
	}
	r.frame.sentence(r.d, s)
	r.verbs = r.a.verbsIn(r.d, s, r.verbs[:0])
	r.govs = r.govs[:0]
	for i := range r.figs {
		r.govs = append(r.govs, r.withoutNames(i, r.govern(i)))
	}
	r.share()
	for i := range r.figs {
		r.emit(i)
	}
	r.previous = r.govs[len(r.govs)-1]
	r.hasPrevious = true
	if r.topicOf(s); r.acting.name != "" {
		r.topic, r.acting, r.unread = r.acting, actor{}, r.unread[:0]
	}
	r.pending = span{}
	r.frame.end(r.d, s)
}

// figuresIn gives the figures of a span, in order.
func (a *Analyzer) figuresIn(d *doc, s span, out []figure) []figure {
	times := d.timesIn(span{max(0, s.start-40), s.end})
	text := d.runes[:s.end]
	for i := s.start; i < s.end; {
		if !startsNumeral(text[i]) {
			i++
			continue
		}
		for len(times) > 0 && times[0].end <= i {
			times = times[1:]
		}
		if len(times) > 0 && times[0].start <= i && times[0].grain != grainNone {
			i = times[0].end
			continue
		}
		n, ok := scanNumeral(text, i)
		if !ok {
			i++
			continue
		}
		f, why := a.readFigure(d, n, s.end)
		if a.trace != nil {
			a.trace(d, n, why)
		}
		if why == "" {
			out = append(out, f)
			i = max(f.end, i+1)
			continue
		}
		i = max(n.signEnd, i+1)
	}
	return out
}

// figureReader reads the figures of one article.
type figureReader struct {
	a *Analyzer
	d *doc

	sentence span
	figs     []figure
	verbs    []verb
	govs     []governor // of each figure

	previous    governor // of the figure before this sentence
	hasPrevious bool
	pending     span // the sentence before, where it had no figure

	frame      frame
	lastActor  actor // of the figure before
	lastRegion string
	titleActor actor  // the unit that the title names
	unread     []span // sentences of the paragraph whose subject was not asked for yet
	topic      actor  // who acts, of the sentences before in the paragraph
	acting     actor  // those whom the sentence counts and who act in it
	mentioned  []mention

	toCome   bool   // the figure before is one to come
	heading  bool   // the paragraph is one
	headArea string // the area whose heading is right above, 某省：…, "" unknown
	headed   []int  // figures of the headings right above that tell no time

	persons     []person
	knowsPeople bool
}

// newParagraph forgets what holds in one paragraph only.
func (r *figureReader) newParagraph(p span) {
	r.topic, r.unread = actor{}, r.unread[:0]
	r.hasPrevious = false
	r.pending = span{}
	r.frame.paragraph(r.d, p)
	heading := isHeading(r.d.runes, p)
	if heading && !r.heading {
		r.headed = r.headed[:0]
	}
	if r.heading = heading; heading {
		r.headArea = ""
		if q, ok := r.d.placeAt(p.start); ok && isOneOf(r.d.runes, q.end, "：:") && !q.relative {
			r.headArea = q.code
		}
	}
}

// emit adds the statistic of a figure.
func (r *figureReader) emit(i int) {
	f, g, d := r.figs[i], r.govs[i], r.d
	who := r.actorOf(i)
	when := r.frame.at(d, f.num.start, r.sentence)
	if (r.sentenced(g) || who.name == "" && r.misdeed(f, g)) && !dated(within(d, span{r.sentence.start, f.num.start})) {
		when = frameTime{known: true, grain: grainNone} // the time of the crime is not that of the judgment
	}
	if r.toCome = r.intended(i); r.toCome {
		when = toCome(d, within(d, span{r.sentence.start, f.num.start}), when)
	}
	s := corpus.Statistic{
		Number: d.slice(f.num.start, f.num.end), Value: f.num.value, Unit: r.unitOf(f), Approx: f.approx,
		Action: g.action(d), Object: g.objectText(d), Actor: who.name, Region: r.regionOf(i, who),
		SentenceStart: r.d.sentenceAt(f.num.start).start, SentenceEnd: r.d.sentenceAt(f.num.start).end,
	}
	if f.num.share && s.Action == "占" {
		s.ShareOf = s.Object
	}
	r.again(i, &s, &when, who.start < r.sentence.start)
	s.Period, s.Cumulative = when.period(), when.cumulative
	if !g.class.is(classState) || s.Actor != "" {
		r.lastActor = actor{name: s.Actor, region: who.region}
	}
	r.lastRegion = s.Region
	q := r.quoteOf(i)
	s.Start, s.End, s.Quote = q.start, q.end, d.text(q)
	r.told(&s)
	d.tags.Statistics = append(d.tags.Statistics, s)
}

// unitOf gives the unit of counting as written; of a share it is %.
func (r *figureReader) unitOf(f figure) string {
	if f.num.share {
		return "%"
	}
	return r.d.text(f.unit)
}

// quoteOf gives the smallest span with number, unit, and action and object where they are adjacent.
func (r *figureReader) quoteOf(i int) span {
	f, g := r.figs[i], r.govs[i]
	q := span{f.start, f.end}
	lo, hi := r.bounds(i)
	for _, part := range [...]span{g.verb, g.object} {
		if part.len() > 0 && part.start >= lo && part.end <= hi {
			q = span{min(q.start, part.start), max(q.end, part.end)}
		}
	}
	return q
}

// afterComma gives the position behind the first 、 between two figures, which
// begins another item of the list; lo where there is none.
func afterComma(text []rune, lo, to int) int {
	for i := lo; i < to && i <= lo+4; i++ {
		if text[i] == '、' {
			return i + 1
		}
	}
	return lo
}

// bounds gives the part of the sentence that belongs to a figure: its clause,
// between the figures beside it.
func (r *figureReader) bounds(i int) (lo, hi int) {
	c := r.d.clauseAt(r.figs[i].num.start)
	lo, hi = max(c.start, r.sentence.start), min(c.end, r.sentence.end)
	if i > 0 {
		lo = max(lo, r.figs[i-1].end)
		if g := r.govs[i-1]; g.right && g.verb.end <= r.figs[i].start {
			lo = max(lo, g.verb.end)
		}
		if o := r.govs[i-1].object; o.start >= r.figs[i-1].end && o.end <= r.figs[i].start {
			lo = max(lo, o.end)
		}
		if lo > c.start {
			lo = afterComma(r.d.runes, lo, r.figs[i].start)
		}
	}
	if i+1 < len(r.figs) {
		hi = min(hi, r.figs[i+1].start)
	}
	return min(lo, r.figs[i].start), max(hi, r.figs[i].end)
}
