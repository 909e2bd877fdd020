package corpus

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
)

// What counts as a reprint. The limits were chosen on articles that were read:
// docs/evaluation.md, "Reprints".
const (
	minReprint      = 40   // letters and digits: of shorter texts nothing can be told
	minLengthRatio  = 0.25 // of the shorter text to the longer one
	cutLengthRatio  = 0.6  // below, the shorter text is taken for a cut one, which must stand in the other
	shortReprint    = 400  // letters and digits of texts in which one word makes much of a difference
	minSketchShared = 0.5  // estimated containment from which two texts are compared
	maxReprintDays  = 180  // between two publications of one text
	maxBand         = 256  // texts with one shingle from which on it is taken for a set phrase
	reprintChunk    = 500  // texts that are looked up at once
	printChunk      = 4000 // articles whose fingerprints are made in one transaction
	manyTexts       = 4000 // from which on the table of bands is read through once
)

// neededContainment gives the share of the shorter text that must stand in the other one.
func neededContainment(short, long int) float64 {
	switch ratio := float64(short) / float64(long); {
	case ratio < minLengthRatio:
		return 2 // never
	case ratio < cutLengthRatio:
		return 0.93
	case short < shortReprint:
		return 0.92
	}
	return 0.85
}

// Regroup puts reprints into groups, looking only at articles that are new or have
// changed since it ran last, and at those that they resemble. It tells how many
// articles got another group or another lead.
//
// Two articles are reprints of each other when nearly all of the shorter text
// stands in the other one, they were published within half a year, and no number
// differs in the same place: monthly and yearly notices after one pattern stay
// apart. A cut reprint counts, down to a quarter of the text, unless it came first. The lead of a group
// is the article that another one names as its original, else the earliest. The
// result does not depend on the order in which articles came, save where more than
// 256 different texts share every shingle by which they could be found.
//
// It costs time in proportion to the new articles and those like them, about 400
// bytes on disk for each article, and about 100 bytes of memory for each new one.
// What it has not finished when it is stopped is left for the next run.
func (s *Store) Regroup(ctx context.Context) (changed int, err error) {
	r := regroup{ctx: ctx, s: s, db: s.read, seen: map[int64]bool{}, links: map[int64][]textLink{}}
	todo, err := r.prepare()
	if err == nil {
		err = r.follow()
	}
	if err == nil {
		err = r.settle()
	}
	if err == nil {
		err = r.finish(todo)
	}
	if err != nil {
		return 0, fmt.Errorf("group reprints: %w", err)
	}
	return r.changed, nil
}

// regroup is one run of Regroup. It works on texts: articles of the same letters
// and digits share one.
type regroup struct {
	ctx     context.Context
	s       *Store
	db      querier
	queue   []int64              // texts to be looked up
	seen    map[int64]bool       // texts that are or were in the queue: true when they were looked up
	shared  map[int64]bool       // bands of several texts; nil where few texts are looked up
	links   map[int64][]textLink // of texts that others resemble, both ways
	changed int
}

// textLink is a text that resembles another one.
type textLink struct {
	text        int64
	containment float64
	cut         int64 // the text of the two that is much shorter, or 0
}

func (r *regroup) add(text int64) {
	if _, ok := r.seen[text]; !ok {
		r.seen[text] = false
		r.queue = append(r.queue, text)
	}
}

// follow looks up what resembles the texts of the queue, and what resembles that.
func (r *regroup) follow() error {
	if len(r.queue) > manyTexts {
		if err := r.readShared(); err != nil {
			return err
		}
	}
	for len(r.queue) > 0 {
		n := min(len(r.queue), reprintChunk)
		chunk := r.queue[:n:n]
		r.queue = r.queue[n:]
		if err := r.lookUp(chunk); err != nil {
			return err
		}
	}
	return nil
}

// lookUp compares texts with those that share shingles with them.
func (r *regroup) lookUp(texts []int64) error {
	prints, err := r.sketches(texts)
	if err != nil {
		return err
	}
	found, err := r.candidates(prints)
	if err != nil {
		return err
	}
	others, err := r.sketches(missing(found, prints))
	if err != nil {
		return err
	}
	maps.Copy(prints, others)
	found = slices.DeleteFunc(found, func(p textPair) bool {
		return r.seen[p.a] || r.seen[p.b] || !prints[p.a].mayResemble(prints[p.b])
	})
	for _, t := range texts {
		r.seen[t] = true
	}
	compared, err := r.compare(found, prints)
	if err != nil {
		return err
	}
	for _, c := range compared {
		cut := prints[c.a].cutOf(prints[c.b], c)
		r.links[c.a] = append(r.links[c.a], textLink{c.b, c.containment, cut})
		r.links[c.b] = append(r.links[c.b], textLink{c.a, c.containment, cut})
	}
	return nil
}

// textPair is two texts, of which one at least is in the chunk that is looked up.
type textPair struct {
	a, b        int64
	containment float64
}

// textPrint is a row of reprint_text.
type textPrint struct {
	length int
	sketch sketch
}

func (p textPrint) mayResemble(o textPrint) bool {
	short, long := min(p.length, o.length), max(p.length, o.length)
	return neededContainment(short, long) <= 1 && p.sketch.containment(o.sketch) >= minSketchShared
}

// cutOf tells which text of a pair is much shorter than the other: 0 where neither is.
func (p textPrint) cutOf(o textPrint, pair textPair) int64 {
	switch {
	case float64(p.length) < cutLengthRatio*float64(o.length):
		return pair.a
	case float64(o.length) < cutLengthRatio*float64(p.length):
		return pair.b
	}
	return 0
}

func missing(pairs []textPair, have map[int64]textPrint) []int64 {
	var out []int64
	for _, p := range pairs {
		for _, t := range []int64{p.a, p.b} {
			if _, ok := have[t]; !ok {
				out = append(out, t)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// compare reads the texts of pairs, and keeps those that are reprints. What they
// resemble goes into the queue.
func (r *regroup) compare(pairs []textPair, prints map[int64]textPrint) ([]textPair, error) {
	slices.SortFunc(pairs, func(a, b textPair) int { return cmp.Or(cmp.Compare(a.a, b.a), cmp.Compare(a.b, b.b)) })
	var out []textPair
	for part := range slices.Chunk(pairs, reprintChunk) {
		texts, err := r.fingerprints(missing(part, nil))
		if err != nil {
			return nil, err
		}
		for _, p := range part {
			a, b := texts[p.a], texts[p.b]
			short, long := prints[p.a].length, prints[p.b].length
			p.containment = a.containment(b)
			if p.containment < neededContainment(min(short, long), max(short, long)) || a.contradicts(b) {
				continue
			}
			out = append(out, p)
			r.add(p.a)
			r.add(p.b)
		}
	}
	return out, nil
}
