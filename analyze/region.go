package analyze

// place is a resolved mention of an area.
type place struct {
	span
	code      string   // GB/T 2260; 000000 for the whole country
	ambiguous []string // other codes that the name may mean
}

// findPlaces resolves the mentions of areas into d.places, by start.
func (a *Analyzer) findPlaces(d *doc) {}

// findRegions decides which areas the article reports on, into d.tags.Regions.
func (a *Analyzer) findRegions(d *doc) {}
