package index

import (
	"encoding/json"
	"errors"
	"time"
)

// Errors of requests, told apart with errors.Is. A mistake in the query is a *QueryError.
var (
	// ErrRequest says that a request can't be understood; the message says what of it.
	ErrRequest = errors.New("bad request")
	// ErrTooExpensive says that a query would take too much time or memory, and how to narrow it.
	ErrTooExpensive = errors.New("the query is too expensive")
)

// Orders of hits.
const (
	SortScore  = "score"  // best first; the default
	SortNewest = "newest" // by day of publication, newest first, unknown days last
	SortOldest = "oldest" // oldest first, unknown days last
)

// Fields of facets.
const (
	FacetTheme    = "theme"
	FacetProvince = "province" // regions by level; with Regions given the levels below come
	FacetCity     = "city"
	FacetCounty   = "county"
	FacetYear     = "year"
	FacetMonth    = "month"
	FacetUnit     = "unit"
	FacetMeasure  = "measure"
	FacetSource   = "source"
)

// Request is a search. Everything set must hold; of a list, one value must.
type Request struct {
	Query    string   // in the query language of docs/query.md; "" finds everything
	Themes   []string // ids or names
	Regions  []string // codes of GB/T 2260 or names; the areas below are found too
	Units    []string // names; a name that no unit has finds the units that contain it
	Measures []string // ids or names, as Units
	Sources  []string // publishers, as Units
	YearFrom int      // first year that the report is about, inclusive; 0 for any
	YearTo   int      // last year, inclusive; 0 for any
	From     string   // first day of publication, YYYY-MM-DD, inclusive; "" for any
	To       string   // last day of publication, inclusive; "" for any
	Sort     string   // SortScore, SortNewest or SortOldest; "" is SortScore
	Limit    int      // hits to give; 0 gives 20, a negative number none, at most 1000
	Cursor   string   // Result.Next of the page before; "" for the first
	Facets   []FacetRequest
	Fold     bool // a reprint group counts and shows once
	Synonyms bool // take aliases for the same: 纪委监委, 纪律检查委员会和监察委员会
}

// FacetRequest asks for the values of a field among the articles found.
type FacetRequest struct {
	Field string // one of Facet…
	Match string // only values that contain this; "" for all
	Size  int    // most values to give; 0 gives 10
}

// Result is the answer to a Request.
type Result struct {
	Total  int           // articles found; with Fold, reprint groups found
	Took   time.Duration // inside Search
	Hits   []Hit
	Facets map[string][]FacetCount // by FacetRequest.Field
	Next   string                  // cursor of the next page, "" after the last
	Notes  []string                // what was done otherwise than asked, in English
}

// Hit is an article found. Its JSON form is that of the command and of the API.
type Hit struct {
	ID        string    `json:"id"`
	URL       string    `json:"url"`
	Title     string    `json:"title"`
	TitleMark []Mark    `json:"title_marks"` // what the query found in Title
	Source    string    `json:"source"`
	Published string    `json:"published"` // YYYY-MM-DD, or ""
	Regions   []string  `json:"regions"`   // codes, main one first
	Themes    []string  `json:"themes"`    // ids, main one first
	Score     float64   `json:"score"`
	Group     string    `json:"group"`    // id of the reprint group
	Reprints  int       `json:"reprints"` // other articles of its group that the query finds too
	Snippets  []Snippet `json:"snippets"`
}

// Snippet is one or more whole sentences of an article around what was found.
type Snippet struct {
	Text  string `json:"text"`
	Start int    `json:"start"` // code points of the article's text, half-open
	End   int    `json:"end"`
	Marks []Mark `json:"marks"` // what the query found, in order, not overlapping
	Tags  []Tag  `json:"tags"`  // what was tagged here, in order
}

// Mark is a half-open range of code points of the text that it belongs to
// (Snippet.Text or Hit.Title). In JSON it is a pair: [3,5].
type Mark struct{ Start, End int }

// MarshalJSON writes the pair. It does not fail.
func (m Mark) MarshalJSON() ([]byte, error) { return json.Marshal([2]int{m.Start, m.End}) }

// Tag is a tag that lies in a snippet, with its range in code points of Snippet.Text.
type Tag struct {
	Kind  string `json:"kind"` // TagStatistic, TagUnit or TagMeasure
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"` // as it stands there
}

// Kinds of Tag.
const (
	TagStatistic = "statistic"
	TagUnit      = "unit"
	TagMeasure   = "measure"
)

// FacetCount is a value of a field and in how many articles found it stands
// (with Fold, in how many reprint groups).
type FacetCount struct {
	Value string // theme id, region code, year, month (YYYY-MM), name of a unit, id of a measure, publisher
	Count int
}

// Suggestion is a completion of what somebody types.
type Suggestion struct {
	Text  string
	Kind  string // "unit", "measure", "source", "theme" or "word"
	Count int    // articles that have it
}
