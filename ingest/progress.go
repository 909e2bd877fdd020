package ingest

import "time"

// Step is how far a long piece of work has come.
type Step struct {
	Stage    string        // "crawl" or "import"
	Done     int           // pages or files dealt with
	Total    int           // Done and what is known to be left; 0 when not known
	Articles int           // new or changed articles so far
	Errors   int           // pages or files that failed
	Rate     float64       // Done a second since the start
	Left     time.Duration // estimate; 0 when not known
	Note     string        // what was dealt with last, for instance a URL
}

// Progress is told of every step, one call at a time; it must return quickly.
// A nil Progress is told nothing.
type Progress func(Step)

// pace fills in the rate and the time left of a step after the time since the start.
func (s Step) pace(since time.Duration) Step {
	if s.Done == 0 || since <= 0 {
		return s
	}
	s.Rate = float64(s.Done) / since.Seconds()
	if s.Total > s.Done {
		s.Left = time.Duration(float64(since) / float64(s.Done) * float64(s.Total-s.Done)).Round(time.Second)
	}
	return s
}
