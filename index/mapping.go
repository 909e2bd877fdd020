package index

import (
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
	index "github.com/blevesearch/bleve_index_api"
)

// mappingVersion grows whenever documents are indexed in another way: an index
// of another version is made anew.
const mappingVersion = 4

// The fields of the Bleve index.
const (
	fieldWords   = "words"   // words of title and body, with frequencies
	fieldPairs   = "pairs"   // pairs of neighbouring characters of title and body that are no words there, and such characters
	fieldTitle   = "title"   // characters and pairs of neighbouring characters of the title
	fieldKey     = "key"     // id, reprint group and day, packed; doc values
	fieldGroup   = "group"   // id of the reprint group, unless it is the article's own
	fieldTheme   = "theme"   // theme id
	fieldRegion  = "region"  // code, and the codes of the areas it lies in
	fieldYear    = "year"    // years that the report is about, else of publication
	fieldMonth   = "month"   // YYYY-MM of publication
	fieldDay     = "day"     // YYYY-MM-DD of publication
	fieldUnit    = "unit"    // canonical name
	fieldMeasure = "measure" // id
	fieldSource  = "source"  // publisher
	storedText   = "text"    // the text, as encodeText makes it
	storedTitle  = "head"    // the title, as encodeText makes it
	storedMeta   = "meta"    // what a hit shows
)

// newMapping gives the mapping: documents come with their fields made (see
// record), so that it says nothing but how to score.
func newMapping() mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	m.ScoringModel = index.BM25Scoring
	m.IndexDynamic, m.StoreDynamic, m.DocValuesDynamic = false, false, false
	return m
}
