// Package corpus answers the question "what is a report, and where is it kept?".
//
// It defines the vocabulary of the project (Page, Article, Mention, Unit,
// Measure, Statistic, Region, Period, Theme) and the store: one SQLite file,
// corpus.db in the data directory, which is the only truth. Everything that
// other rooms make (tags, reprint groups, the index) can be made again from it.
//
// All text is UTF-8. All offsets count Unicode code points of Article.Text and
// are half-open: [Start, End). Text[Start:End], cut by code points, is always
// the quoted surface form.
//
// The package imports no sibling of its own.
package corpus
