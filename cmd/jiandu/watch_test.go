package main

import "testing"

func TestQueryWords(t *testing.T) {
	for saved, want := range map[string]string{
		`{"Query":"处分","Fold":true,"Synonyms":true,"Limit":10}`:                 "处分",
		`{"Query":"","Regions":["浏阳"],"YearFrom":2022,"YearTo":2022}`:           "--region 浏阳 --year 2022",
		`{"Query":"粮食","Themes":["grain"],"YearFrom":2020,"From":"2021-01-01"}`: "粮食 --theme grain --from 2021-01-01 --year 2020..",
		`no JSON`: "no JSON",
	} {
		if got := queryWords(saved); got != want {
			t.Errorf("%s: %q, want %q", saved, got, want)
		}
	}
}
