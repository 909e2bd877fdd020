package index

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"jiandu/corpus/gazetteer"
)

const (
	defaultLimit = 20
	maxLimit     = 1000
	// maxTime bounds a search; what takes longer is ErrTooExpensive.
	maxTime = 20 * time.Second
)

// NoteLoose stands in Result.Notes when no article has all the words of the query, or it
// is a question, and those with many of them are given.
const NoteLoose = "no article has all the words: these have many of them"

// Search answers a request. It fails with a *QueryError when the query can't be understood,
// with ErrRequest when another part can't, with ErrTooExpensive when it took too long,
// with ErrDamaged when the files can't be read, and with the context's error when it ended.
func (ix *Index) Search(ctx context.Context, req Request) (res Result, err error) {
	start := time.Now()
	g, err := ix.acquire()
	if err != nil {
		return Result{}, err
	}
	defer g.release()
	defer g.recoverDamage(&err)
	ctx2, cancel := context.WithTimeout(ctx, maxTime)
	defer cancel()
	s := searching{ctx: ctx2, gen: g, req: req, parts: g.parts()}
	if err := s.run(); err != nil {
		if errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
			err = fmt.Errorf("%w: it took more than %s; use longer words or add a filter", ErrTooExpensive, maxTime)
		}
		return Result{}, fmt.Errorf("search: %w", err)
	}
	s.res.Took = time.Since(start)
	return s.res, nil
}

// recoverDamage makes an error of a panic where the files of the generation are not what was
// written: Bleve reads files without checking all that it reads. Any other panic goes on.
func (g *generation) recoverDamage(err *error) {
	r := recover()
	if r == nil {
		return
	}
	if bad := sumFiles(g.dir, g.meta.Files); bad != nil {
		*err = fmt.Errorf("%w: generation %d: %w (%v)", ErrDamaged, g.number, bad, r)
		return
	}
	panic(r)
}

// searching is one search.
type searching struct {
	ctx     context.Context
	gen     *generation
	req     Request
	parts   []*part
	plan    plan
	marker  marker // of what the plan marks
	found   []found
	several map[uint64]bool // reprint groups of which several articles may have been found
	res     Result
}

// found is a document that matches.
type found struct {
	doc   uint64 // number in the generation
	score float32
	key   key
}

func (s *searching) run() error {
	if err := s.compile(); err != nil {
		return err
	}
	if err := s.collectAll(); err != nil {
		return err
	}
	if err := s.addKeys(); err != nil {
		return err
	}
	s.several = s.severalGroups()
	if err := s.facets(); err != nil {
		return err
	}
	if s.req.Fold {
		s.fold()
	}
	s.res.Total = len(s.found)
	return s.page()
}

func (s *searching) compile() error {
	areas, err := gazetteer.Load()
	if err != nil {
		return err
	}
	s.plan = plan{score: map[string]float64{}, pairs: map[string]float64{}}
	c := compiler{dict: s.gen.dictionary(s.parts), names: names{areas, s.gen.meta.Themes}, plan: &s.plan}
	if s.req.Synonyms {
		c.synonyms = loadAliases()
	}
	n, err := parseQuery(s.req.Query)
	if err != nil {
		return err
	}
	m, err := c.node(n)
	if err != nil {
		return err
	}
	filters, err := c.filters(s.req)
	if err != nil {
		return err
	}
	s.plan.match = matchEach{append([]matcher{m}, filters...)}
	s.plan.filters = matchEach{filters}
	s.marker = newMarker(s.plan.marks)
	s.plan.loose = c.loosen(n, isQuestion(s.req.Query), filters)
	return nil
}

// collectAll gathers what has all the words; where nothing has, or the query is
// a question, what has many of them.
func (s *searching) collectAll() error {
	if s.plan.loose == nil || !isQuestion(s.req.Query) {
		if err := s.collect(s.plan.match, false); err != nil {
			return err
		}
	}
	if len(s.found) > 0 || s.plan.loose == nil {
		return nil
	}
	if err := s.collect(s.plan.loose, true); err != nil {
		return err
	}
	if len(s.found) > 0 {
		s.res.Notes = append(s.res.Notes, NoteLoose)
	}
	return nil
}

// collect gathers what matches, with scores where they are asked for.
func (s *searching) collect(m matcher, loosely bool) error {
	rank, err := s.ranker(loosely)
	if err != nil {
		return err
	}
	for _, p := range s.parts {
		if err := s.ctx.Err(); err != nil {
			return err
		}
		docs, err := m.match(s.ctx, p, nil)
		if err != nil {
			return err
		}
		docs = withoutGone(p, docs)
		nums, scores, err := rank.scores(s.ctx, p, docs)
		if err != nil {
			return err
		}
		s.add(p, nums, scores)
	}
	return nil
}

func (s *searching) add(p *part, docs []uint32, scores []float32) {
	s.found = slices.Grow(s.found, len(docs))
	for i, doc := range docs {
		f := found{doc: p.base + uint64(doc)}
		if scores != nil {
			f.score = scores[i]
		}
		s.found = append(s.found, f)
	}
}

// filters makes matchers of the request's fields.
func (c *compiler) filters(req Request) ([]matcher, error) {
	var ms []matcher
	for _, f := range []struct {
		field  string
		values []string
	}{
		{fieldTheme, req.Themes},
		{fieldRegion, req.Regions},
		{fieldUnit, req.Units},
		{fieldMeasure, req.Measures},
		{fieldSource, req.Sources},
	} {
		var any matchAny
		for _, v := range f.values {
			m, err := c.value(f.field, v, false, 0)
			if err != nil {
				return nil, err
			}
			any.of = append(any.of, m)
		}
		if len(any.of) > 0 {
			ms = append(ms, any)
		}
	}
	ranges, err := rangeFilters(req)
	return append(ms, ranges...), err
}

func rangeFilters(req Request) ([]matcher, error) {
	var ms []matcher
	if req.YearFrom != 0 || req.YearTo != 0 {
		ms = append(ms, matchRange{fieldYear, yearTerm(req.YearFrom), yearTerm(req.YearTo)})
	}
	if req.From == "" && req.To == "" {
		return ms, nil
	}
	for _, day := range []string{req.From, req.To} {
		if _, ok := rangeEnd(fieldDay, day, false); !ok || day != "" && len(day) != 10 {
			return nil, fmt.Errorf("%w: %q is no day like 2022-03-01", ErrRequest, day)
		}
	}
	return append(ms, matchRange{fieldDay, req.From, req.To}), nil
}

func yearTerm(y int) string {
	if y == 0 {
		return ""
	}
	return fmt.Sprintf("%04d", y)
}
