package analyze

// findPeriods finds the periods that the text names.
func (a *Analyzer) findPeriods(d *doc) {}
