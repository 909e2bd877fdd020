package analyze

// findThemes decides which themes the article has, into d.tags.Themes.
func (a *Analyzer) findThemes(d *doc) {}
