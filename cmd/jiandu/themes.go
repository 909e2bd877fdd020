package main

import "jiandu/analyze"

// themeCatalogue gives the names of the themes by id, in Chinese or in the user's language.
func (a *app) themeCatalogue(lang string) (map[string]string, error) {
	themes, err := analyze.Themes(analyze.Options{Dir: a.data})
	if err != nil {
		return nil, err
	}
	names := map[string]string{}
	for _, t := range themes {
		if names[t.ID] = t.Chinese; lang != "zh" {
			names[t.ID] = t.English
		}
	}
	return names, nil
}

// themeNames gives the names of themes in the user's language; ids that are no
// longer in the table stay ids.
func (a *app) themeNames(ids []string) []string {
	names, err := a.themeCatalogue(a.lang)
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
