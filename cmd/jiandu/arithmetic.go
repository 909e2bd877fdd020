package main

import (
	"context"
	"fmt"
	"math"
	"strings"

	"jiandu/analyze"
	"jiandu/corpus"
	"jiandu/index/figures"
)

// arithmetic is a check of one article that does not come out.
type arithmetic struct {
	Kind  string           `json:"kind"` // parts or share
	Total figures.Figure   `json:"total"`
	Parts []figures.Figure `json:"parts"`
	Low   float64          `json:"low"`            // what the parts make of the stated figure, as a rounding interval
	High  *float64         `json:"high,omitempty"` // nil where it has no upper bound (超过)
}

// arithmeticOf checks the figures that q means, article by article.
func arithmeticOf(ctx context.Context, s *corpus.Store, q figures.Query) ([]arithmetic, error) {
	ids, err := figures.Divided(ctx, s.DB(), q)
	if err != nil {
		return nil, err
	}
	out := []arithmetic{}
	for _, id := range ids {
		d, err := s.Document(ctx, id)
		if err != nil {
			return nil, err
		}
		for _, c := range analyze.CheckArticle(d.Text, d.Statistics) {
			if !c.Agrees {
				out = append(out, newArithmetic(d, c))
			}
		}
	}
	return out, nil
}

func newArithmetic(d corpus.Document, c analyze.Check) arithmetic {
	out := arithmetic{Kind: c.Kind, Total: figureOf(d, c.Total), Low: c.Low}
	if !math.IsInf(c.High, 1) {
		out.High = &c.High
	}
	for _, p := range c.Parts {
		out.Parts = append(out.Parts, figureOf(d, p))
	}
	return out
}

// figureOf gives the figure at a place among the article's statistics.
func figureOf(d corpus.Document, ord int) figures.Figure {
	f := d.Statistics[ord]
	return figures.Figure{
		Statistic: f, Ord: ord, Sentence: string([]rune(d.Text)[f.SentenceStart:f.SentenceEnd]),
		ArticleID: d.ID, Title: d.Title, Source: d.Source, Published: d.Published, URL: d.URL, Group: d.Group,
	}
}

func (a *app) printArithmetic(c arithmetic) {
	var parts []string
	for _, p := range c.Parts {
		parts = append(parts, p.Quote)
	}
	fmt.Fprintf(a.out, "∑ %s: %s\n", c.Total.Quote, strings.Join(parts, " + "))
	if c.High == nil {
		fmt.Fprintf(a.out, "  "+a.tr("these make at least %s")+"\n", figures.FormatValue(c.Low))
	} else {
		fmt.Fprintf(a.out, "  "+a.tr("these make %s to %s")+"\n", figures.FormatValue(c.Low), figures.FormatValue(*c.High))
	}
	a.proof(" ", c.Total)
}
