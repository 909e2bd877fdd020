package analyze

// findMeasures finds the named measures, into d.tags.Measures.
func (a *Analyzer) findMeasures(d *doc) {}
