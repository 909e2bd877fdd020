package corpus

// Export is the form in which `jiandu export --format jsonl` and the API write
// an article: its fields, its tags, and the plain lists that other programs read.
type Export struct {
	Article
	Regions    []string    `json:"regions"`
	Years      []int       `json:"years"`
	Themes     []string    `json:"themes"`
	Units      []Unit      `json:"units"`
	Measures   []Measure   `json:"measures"`
	Statistics []Statistic `json:"statistics"`
	RegionTags []Region    `json:"region_tags"`
	ThemeTags  []Theme     `json:"theme_tags"`
	Group      string      `json:"group"`
	Lead       bool        `json:"lead"`
}

// NewExport gives the export form of a document. Its slices are never nil.
func NewExport(d Document) Export {
	e := Export{
		Article: d.Article, Group: d.Group, Lead: d.Lead,
		Regions: []string{}, Themes: []string{}, Years: orEmpty(d.Tags.Years),
		Units: orEmpty(d.Tags.Units), Measures: orEmpty(d.Tags.Measures), Statistics: orEmpty(d.Tags.Statistics),
		RegionTags: orEmpty(d.Tags.Regions), ThemeTags: orEmpty(d.Tags.Themes),
	}
	for _, r := range d.Tags.Regions {
		e.Regions = append(e.Regions, r.Code)
	}
	for _, t := range d.Tags.Themes {
		e.Themes = append(e.Themes, t.ID)
	}
	return e
}

func orEmpty[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
