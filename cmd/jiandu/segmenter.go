package main

import (
	"sync"

	"jiandu/analyze"
	"jiandu/index"
)

// lazySegmenter cuts for the index. It loads the dictionary, which takes more
// than a second, when the first text comes, so that an index that is up to date costs nothing.
type lazySegmenter struct {
	opt  analyze.Options
	an   *analyze.Analyzer // may be given, when it is loaded already
	once sync.Once
	err  error
}

// Cut gives the words of a text; none when the dictionary cannot be loaded, which err keeps.
func (l *lazySegmenter) Cut(text string) []index.Span {
	l.once.Do(func() {
		if l.an == nil {
			l.an, l.err = analyze.New(l.opt)
		}
	})
	if l.err != nil {
		return nil
	}
	tokens := l.an.Segmenter().Segment(text)
	out := make([]index.Span, len(tokens))
	for i, t := range tokens {
		out[i] = index.Span{Start: t.Start, End: t.End}
	}
	return out
}
