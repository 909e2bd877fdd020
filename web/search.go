package web

// Searcher finds articles. index.Index is one.
type Searcher interface {
	// Generation names the state of the index; it changes with every update.
	Generation() string
}
