package figures

import (
	"iter"

	"jiandu/corpus"
)

// all collects, up to the first error.
func all[T any](seq iter.Seq2[T, error]) ([]T, error) {
	out := []T{}
	for v, err := range seq {
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

func scanOne[T any](rs corpus.Scanner) (T, error) {
	var v T
	err := rs.Scan(&v)
	return v, err
}
