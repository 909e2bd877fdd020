package index

import "fmt"

// QueryError is a mistake in a query: where it is and what was expected there.
type QueryError struct {
	Column int    // 1 for the first code point of the query
	Want   string // what was expected, in English
	Got    string // what stands there, "" for the end
}

// Error is part of error.
func (e *QueryError) Error() string {
	got := "the query ends"
	if e.Got != "" {
		got = fmt.Sprintf("found %q", e.Got)
	}
	return fmt.Sprintf("query, column %d: expected %s, %s", e.Column, e.Want, got)
}

// node is a part of a parsed query.
type node interface{ isNode() }

type (
	allNode struct{}            // everything
	andNode struct{ of []node } // all of these
	orNode  struct{ of []node } // one of these
	notNode struct{ of node }   // what does not match
	// termNode is a word, a phrase or a value.
	termNode struct {
		field  string // canonical name of the field, "" for title and text
		text   string // as written, without quotes and star
		phrase bool   // between quotation marks
		prefix bool   // with a star after it
		col    int    // column where it begins
	}
	// rangeNode is a range of years or days, inclusive; an end may be "".
	rangeNode struct {
		field    string
		from, to string
		col      int
	}
)

func (allNode) isNode()   {}
func (andNode) isNode()   {}
func (orNode) isNode()    {}
func (notNode) isNode()   {}
func (termNode) isNode()  {}
func (rangeNode) isNode() {}

// Bounds of a query.
const (
	maxQueryRunes = 20000
	maxQueryTerms = 1000
	maxQueryDepth = 100
)

// fieldNames gives the canonical field of each name of the query language.
var fieldNames = map[string]string{
	"主题": fieldTheme, "theme": fieldTheme,
	"地区": fieldRegion, "region": fieldRegion,
	"年份": fieldYear, "year": fieldYear,
	"日期": fieldDay, "date": fieldDay,
	"单位": fieldUnit, "unit": fieldUnit,
	"举措": fieldMeasure, "measure": fieldMeasure,
	"来源": fieldSource, "source": fieldSource,
	"标题": fieldTitle, "title": fieldTitle,
}

const fieldList = "one of 主题/theme, 地区/region, 年份/year, 日期/date, 单位/unit, 举措/measure, 来源/source, 标题/title"
