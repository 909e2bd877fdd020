// Package figures answers the question "how much, and since when?".
//
// It asks the tag tables of the corpus (statistic, measure, unit) with SQL and
// small Go programs over the rows: series by year or region, comparisons of the
// same span of two years, contradictions, the spread of a measure, the timeline
// of a unit. It opens nothing but SQLite.
//
// A figure that stands in several reprints counts once: only the article that
// leads its group is asked. Cumulative figures and the months in them are never
// added together.
package figures
