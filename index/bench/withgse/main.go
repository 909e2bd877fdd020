//go:build bench

// Command withgse answers one query as a process that loads the segmenter's dictionary
// first, for comparison with one that does not: withgse DATA QUERY.
package main

import (
	"context"
	"fmt"
	"os"

	"jiandu/analyze"
	"jiandu/index"
)

func main() {
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(data, query string) error {
	a, err := analyze.New(analyze.Options{})
	if err != nil {
		return err
	}
	a.Segmenter().Segment(query)
	ix, err := index.Open(data)
	if err != nil {
		return err
	}
	defer ix.Close()
	res, err := ix.Search(context.Background(), index.Request{Query: query, Fold: true, Synonyms: true})
	fmt.Println(res.Total)
	return err
}
