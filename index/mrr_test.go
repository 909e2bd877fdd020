//go:build slow

package index_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/cjk"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/registry"

	"jiandu/corpus"
	"jiandu/corpus/corpustest"
	"jiandu/index"
)

type question struct{ text, doc string }

// readQuestions reads a set in the form of SQuAD.
func readQuestions(t *testing.T) ([]corpus.Article, []question) {
	b, err := os.ReadFile(corpustest.Shared(t, "data/retrieval/cmrc2018_trial.json"))
	if err != nil {
		t.Fatal(err)
	}
	var set struct {
		Data []struct {
			Paragraphs []struct {
				ID, Context string
				Qas         []struct{ Question string }
			}
		}
	}
	if err := json.Unmarshal(b, &set); err != nil {
		t.Fatal(err)
	}
	var as []corpus.Article
	var qs []question
	for _, d := range set.Data {
		for _, p := range d.Paragraphs {
			id := corpus.ArticleID("", p.ID)
			as = append(as, corpus.Article{ID: id, Text: p.Context, State: corpus.StateOK})
			for _, q := range p.Qas {
				qs = append(qs, question{q.Question, id})
			}
		}
	}
	return as, qs
}

// mrr gives the mean reciprocal rank of the questions' documents among the first ten.
func mrr(qs []question, search func(string) []string) float64 {
	sum := 0.0
	for _, q := range qs {
		for i, id := range search(q.text) {
			if id == q.doc {
				sum += 1 / float64(i+1)
				break
			}
		}
	}
	return sum / float64(len(qs))
}

// subAnalyzer is gse with the words of two characters or more inside its words.
type subAnalyzer struct{ seg index.Segmenter }

func (a subAnalyzer) Analyze(in []byte) analysis.TokenStream {
	var ts analysis.TokenStream
	for i, s := range a.seg.Cut(string(in)) {
		word := in[s.Start:s.End]
		ts = append(ts, &analysis.Token{Start: s.Start, End: s.End, Term: word, Position: i + 1})
		for n := 6; n < len(word); n += 3 {
			for _, part := range [][]byte{word[:n], word[len(word)-n:]} {
				if len(a.seg.Cut(string(part))) == 1 {
					ts = append(ts, &analysis.Token{Start: s.Start, End: s.End, Term: part, Position: i + 1})
				}
			}
		}
	}
	return ts
}

var bareAnalyzers = []string{"cjk", "standard", "mrr-gse", "mrr-sub"}

func TestMRR(t *testing.T) {
	as, qs := readQuestions(t)
	seg := loadSegmenter(t)
	_ = registry.RegisterAnalyzer("mrr-gse", func(map[string]any, *registry.Cache) (analysis.Analyzer, error) { return bareAnalyzer{seg}, nil })
	_ = registry.RegisterAnalyzer("mrr-sub", func(map[string]any, *registry.Cache) (analysis.Analyzer, error) { return subAnalyzer{seg}, nil })

	best := 0.0
	for _, analyzer := range bareAnalyzers {
		for _, model := range []string{"", "bm25"} {
			m := bleve.NewIndexMapping()
			m.ScoringModel = model
			m.DefaultMapping = bodyMapping(analyzer)
			ix := buildBare(t, filepath.Join(t.TempDir(), "ix"), slices.Values(as), m, bodyOnly)
			got := mrr(qs, func(q string) []string { return bareSearch(t, ix, q) })
			t.Logf("%-10s %-6s MRR@10 %.4f", analyzer, model, got)
			best = max(best, got)
			ix.Close()
		}
	}
	dir := t.TempDir()
	s := fillStore(t, dir, as, func(corpus.Article) corpus.Tags { return corpus.Tags{} })
	if _, err := index.Update(context.Background(), s, dir, seg, index.BuildOptions{}); err != nil {
		t.Fatal(err)
	}
	ix, err := index.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	got := mrr(qs, func(q string) []string {
		res, err := ix.Search(context.Background(), index.Request{Query: q, Limit: 10})
		if err != nil {
			t.Logf("%s: %v", q, err)
			return nil
		}
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, h := range res.Hits {
			ids = append(ids, h.ID)
		}
		return ids
	})
	t.Logf("jiandu            MRR@10 %.4f", got)
	if got <= best {
		t.Errorf("MRR@10 %.4f is not above the best of the others, %.4f", got, best)
	}
}

func bodyMapping(analyzer string) *mapping.DocumentMapping {
	d := bleve.NewDocumentStaticMapping()
	f := bleve.NewTextFieldMapping()
	f.Analyzer, f.Store, f.IncludeInAll = analyzer, false, false
	d.AddFieldMappingsAt("body", f)
	return d
}

func bareSearch(t *testing.T, ix bleve.Index, q string) []string {
	m := bleve.NewMatchQuery(q)
	m.SetField("body")
	res, err := ix.Search(bleve.NewSearchRequest(m))
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, h := range res.Hits {
		ids = append(ids, h.ID)
	}
	return ids
}
