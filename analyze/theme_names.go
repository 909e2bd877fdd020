package analyze

import "fmt"

// ThemeName is a theme with its names for people.
type ThemeName struct {
	ID      string `json:"id"`
	Chinese string `json:"zh"`
	English string `json:"en"`
	Covers  string `json:"covers"` // what the theme covers, in Chinese
}

// Themes lists the themes, ours and the analyst's, without loading the segmenter.
// It fails when a table of the analyst's cannot be read.
func Themes(o Options) ([]ThemeName, error) {
	t, err := readTable(o.Dir, tableFiles[tableThemes])
	if err != nil {
		return nil, fmt.Errorf("load themes: %w", err)
	}
	names := make([]ThemeName, len(t.rows))
	for i, row := range t.rows {
		names[i] = ThemeName{row[0], col(row, 1), col(row, 2), col(row, 3)}
	}
	return names, nil
}
