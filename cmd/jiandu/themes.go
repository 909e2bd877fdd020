package main

// themeCatalogue gives the names of the themes by id.
func (a *app) themeCatalogue() (map[string]string, error) {
	return map[string]string{}, nil
}

// themeNames gives the names of themes in the user's language: their Chinese
// names, which are the real ones, or their ids.
func (a *app) themeNames(ids []string) []string {
	if a.lang != "zh" {
		return ids
	}
	names, err := a.themeCatalogue()
	if err != nil {
		return ids
	}
	out := make([]string, len(ids))
	for i, id := range ids {
		if out[i] = names[id]; out[i] == "" {
			out[i] = id
		}
	}
	return out
}
