package analyze

// findRegions decides which areas the article reports on, into d.tags.Regions.
func (a *Analyzer) findRegions(d *doc) {}
