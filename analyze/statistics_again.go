package analyze

import "jiandu/corpus"

// mention is a figure named before, for when the text comes back to it: those 72起.
type mention struct {
	value  float64
	unit   string
	object string
	actor  string
	region string
	when   frameTime
}

// again gives a figure that the text names again the scope of its first mention.
func (r *figureReader) again(i int, s *corpus.Statistic) {}
