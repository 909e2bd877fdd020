package index

import (
	"context"
	"fmt"
	"math/rand"
	"testing"

	"jiandu/corpus"
)

// randomDocs makes articles with random tags, some of them reprints of others.
func randomDocs(n int) []corpus.Document {
	rnd := rand.New(rand.NewSource(7))
	pick := func(of ...string) string { return of[rnd.Intn(len(of))] }
	var docs []corpus.Document
	for i := range n {
		d := doc(fmt.Sprintf("第%d篇", i), pick("监督检查", "粮食购销", "学校食堂")+pick("整改", "处分", "改革")+"。")
		d.ID = fmt.Sprintf("%016x", i+1)
		d.Source = pick("甲报", "乙报", "丙网")
		d.Published = fmt.Sprintf("20%02d-%02d-03", 18+rnd.Intn(4), 1+rnd.Intn(12))
		for range rnd.Intn(3) {
			d.Themes = append(d.Themes, corpus.Theme{ID: pick("grain", "reform", "conduct")})
			d.Regions = append(d.Regions, corpus.Region{Code: pick("430181", "430100", "530000", "430422")})
			d.Units = append(d.Units, corpus.Unit{Name: pick("甲县纪委", "乙县纪委", "丙市财政局")})
			d.Measures = append(d.Measures, corpus.Measure{ID: pick("室组地", "一函两书")})
			d.Years = append(d.Years, 2018+rnd.Intn(4))
		}
		docs = append(docs, d)
	}
	return docs
}

// group makes reprint groups in the store, whatever the articles say.
func group(t *testing.T, s *corpus.Store, docs []corpus.Document) {
	var gs []corpus.Grouping
	for i := range docs {
		lead := i - i%4
		if i%3 == 0 {
			lead = i
		}
		gs = append(gs, corpus.Grouping{ID: docs[i].ID, Group: docs[lead].ID, Lead: lead == i})
	}
	if err := s.SaveGroups(context.Background(), gs...); err != nil {
		t.Fatal(err)
	}
}

// TestFacetsAreWhatFilteringFinds compares every count with the total of the
// same search filtered by the value.
func TestFacetsAreWhatFilteringFinds(t *testing.T) {
	docs := randomDocs(120)
	s, dir := newStore(t, docs...)
	group(t, s, docs)
	update1(t, s, dir)
	ix := open1(t, dir)
	var facets []FacetRequest
	for f := range facetFields {
		facets = append(facets, FacetRequest{Field: f, Size: 1000})
	}
	for _, fold := range []bool{false, true} {
		for _, query := range []string{"", "监督", "整改 OR 改革", `"粮食购销"`} {
			base := Request{Query: query, Fold: fold, Facets: facets, Limit: -1}
			res, err := ix.Search(context.Background(), base)
			if err != nil || res.Total == 0 {
				t.Fatal(res.Total, err)
			}
			for field, counts := range res.Facets {
				for _, c := range counts {
					if got := filtered(t, ix, base, field, c.Value); got != c.Count {
						t.Errorf("%q fold %t: %s %s counts %d, filtering finds %d", query, fold, field, c.Value, c.Count, got)
					}
				}
			}
		}
	}
}

func filtered(t *testing.T, ix *Index, r Request, field, value string) int {
	switch field {
	case FacetTheme:
		r.Themes = []string{value}
	case FacetProvince, FacetCity, FacetCounty:
		r.Regions = []string{value}
	case FacetYear:
		fmt.Sscan(value, &r.YearFrom)
		r.YearTo = r.YearFrom
	case FacetMonth:
		r.From, _ = rangeEnd(fieldDay, value, false)
		r.To, _ = rangeEnd(fieldDay, value, true)
	case FacetUnit:
		r.Units = []string{value}
	case FacetMeasure:
		r.Measures = []string{value}
	case FacetSource:
		r.Sources = []string{value}
	}
	res, err := ix.Search(context.Background(), r)
	if err != nil {
		t.Fatalf("%s %s: %v", field, value, err)
	}
	return res.Total
}

func TestFacetMatch(t *testing.T) {
	s, dir := newStore(t, randomDocs(40)...)
	update1(t, s, dir)
	res, err := open1(t, dir).Search(context.Background(), Request{Facets: []FacetRequest{{Field: FacetUnit, Match: "財政"}}})
	if err != nil || len(res.Facets[FacetUnit]) != 1 || res.Facets[FacetUnit][0].Value != "丙市财政局" {
		t.Errorf("%v %v", res.Facets, err)
	}
}

// TestPages walks through all pages in every order and sees every hit once.
func TestPages(t *testing.T) {
	docs := randomDocs(57)
	s, dir := newStore(t, docs...)
	group(t, s, docs)
	update1(t, s, dir)
	ix := open1(t, dir)
	for _, sort := range []string{SortScore, SortNewest, SortOldest} {
		for _, fold := range []bool{false, true} {
			req := Request{Query: "整改 OR 改革 OR 处分", Sort: sort, Fold: fold, Limit: 5}
			seen := map[string]bool{}
			last := ""
			for {
				res, err := ix.Search(context.Background(), req)
				if err != nil {
					t.Fatal(err)
				}
				for _, h := range res.Hits {
					if seen[h.ID] {
						t.Errorf("%s: %s twice", sort, h.ID)
					}
					if sort == SortNewest && last != "" && h.Published > last {
						t.Errorf("%s after %s", h.Published, last)
					}
					seen[h.ID], last = true, h.Published
				}
				if req.Cursor = res.Next; req.Cursor == "" {
					if len(seen) != res.Total {
						t.Errorf("%s fold %t: saw %d of %d", sort, fold, len(seen), res.Total)
					}
					break
				}
			}
		}
	}
}
