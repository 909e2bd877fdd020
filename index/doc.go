// Package index answers the question "how is a report found?".
//
// It keeps a Bleve index under <data>/index/<generation>/, a cache of the corpus
// that can always be made again. Bleve holds four kinds of fields:
//
//   - words: the words of title and body, as the segmenter cuts them, with the
//     words inside long words. They rank (bm25), and only rank.
//   - pairs and title: every character and every pair of neighbouring characters (pairs: of
//     those that are no words there), without frequencies or positions. They decide what matches: a
//     phrase of the text always has its pairs in the document, wherever it was cut.
//   - theme, region, year, month, unit, measure, source: filters and facets.
//   - stored: the title, the text and what a hit shows.
//
// A phrase is found by its pairs and then checked against the stored text, so
// that exactness costs no positions. Nothing here loads a segmenter to answer:
// a query is cut with the index's own dictionary of words.
package index
