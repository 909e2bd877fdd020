package analyze

import (
	"strings"

	"jiandu/corpus"
)

// mention is a figure named before, for when the text comes back to it: those 72起.
type mention struct {
	value  float64
	unit   string
	action string
	object string
	actor  string
	region string
	when   frameTime
	framed bool // the period is that of the frame
}

// again gives a figure that the text names again the scope of its first mention; inherited tells
// that its own sentence names no one who acts.
func (r *figureReader) again(i int, s *corpus.Statistic, when *frameTime, inherited bool) {
	f := r.figs[i]
	if f.num.share || f.num.value < 3 || f.class != classCount {
		return
	}
	here := within(r.d, span{r.sentence.start, f.num.start})
	if lo, _ := r.bounds(i); r.areaItem(lo, f.start) != "" {
		return // 江西11个、云南11个
	}
	for k := range r.mentioned {
		m := &r.mentioned[k]
		same := s.Action != "" && strings.HasSuffix(m.action, s.Action)
		if m.value != s.Value || m.unit != s.Unit || here.known || !related(m.object, s.Object) && !same && (s.Action != "" || m.value < 10) || m.when.from == 0 && !same {
			continue
		}
		if m.when.from > 0 {
			*when = m.when
			r.frame.recall(m.when)
		}
		if m.framed {
			r.frame.set = m.when
		}
		if s.Actor == "" && (s.Action == "" || same) || m.actor != "" && inherited && s.Actor != "" {
			s.Actor = m.actor
		}
		if s.Region == "" || m.when.from > 0 {
			s.Region = m.region
		}
		return
	}
	if (when.from > 0 || s.Actor != "" && s.Action != "") && len(r.mentioned) < maxMentioned {
		r.mentioned = append(r.mentioned, mention{s.Value, s.Unit, s.Action, s.Object, s.Actor, s.Region, *when, when.grain >= grainYear && r.framed(*when)})
	}
}

// told gives the figures of a heading the period that the text below tells of them.
func (r *figureReader) told(s *corpus.Statistic) {
	if r.heading {
		if s.Period == nil && len(r.headed) < maxMentioned {
			r.headed = append(r.headed, len(r.d.tags.Statistics))
		}
		return
	}
	for _, i := range r.headed {
		h := &r.d.tags.Statistics[i]
		if h.Period == nil && h.Value == s.Value && h.Unit == s.Unit {
			h.Period, h.Cumulative = s.Period, s.Cumulative
		}
	}
}

const maxMentioned = 100 // of an article; more only make the search long

// related tells whether two objects end with the same noun, or one holds the other.
func related(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	return strings.Contains(a, b) || strings.Contains(b, a) || commonEnd(a, b)
}

// commonEnd tells whether two strings end with the same two characters.
func commonEnd(a, b string) bool {
	const two = 6 // bytes
	return len(a) >= two && len(b) >= two && a[len(a)-two:] == b[len(b)-two:]
}

// framed tells whether a period frames the sentence, so that it holds on.
func (r *figureReader) framed(when frameTime) bool {
	if r.frame.set.days == when.days {
		return true
	}
	for _, t := range r.d.timesIn(r.sentence) {
		if t.days == when.days && heads(r.d, r.sentence, t) {
			return true
		}
	}
	return false
}
