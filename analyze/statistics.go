package analyze

// findStatistics finds the figures, into d.tags.Statistics.
func (a *Analyzer) findStatistics(d *doc) {}
