package analyze

// findYears decides which years the article is about, into d.tags.Years.
func (a *Analyzer) findYears(d *doc) {}
