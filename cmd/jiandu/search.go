package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"jiandu/corpus"
	"jiandu/corpus/gazetteer"
	"jiandu/index"
)

// searchFlags are the words of `jiandu search`.
type searchFlags struct {
	index.Request
	year, facet string
	reprints    bool
	noSynonyms  bool
	csv         bool
}

func (a *app) searchCommand() *cobra.Command {
	var f searchFlags
	cmd := &cobra.Command{
		Use:   "search [QUERY]",
		Short: "Find articles by words, theme, region, year, unit or measure",
		Long: `Finds articles. The query language (docs/query.md): words, “exact phrase”, AND OR NOT and -,
parentheses, fields as 主题:派驻监督 地区:湖南 年份:2020..2023 单位:… 举措:… 来源:… 标题:…, prefixes
as 监督*. A reprint group shows once, with its count.`,
		Example: examples(
			"jiandu search 室组地 --region 湖南 --year 2022",
			"jiandu search --theme 派驻监督",
			"jiandu search '“四责”协同 粮食' --region 湖南 --year 2022 --facet unit,measure",
			"jiandu search 违规吃喝 --sort newest --limit 5 --json"),
		RunE: func(cmd *cobra.Command, words []string) error {
			f.Query = strings.Join(words, " ")
			if err := f.resolve(); err != nil {
				return err
			}
			return a.search(cmd.Context(), f)
		},
	}
	f.add(cmd)
	return cmd
}

func (f *searchFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringSliceVar(&f.Themes, "theme", nil, "theme, by id or name; several: any of them")
	flags.StringSliceVar(&f.Regions, "region", nil, "area by name or code, those below it included")
	flags.StringVar(&f.year, "year", "", "year that the report is about, or years as 2020..2023")
	flags.StringSliceVar(&f.Units, "unit", nil, "unit, or a part of its name")
	flags.StringSliceVar(&f.Measures, "measure", nil, "measure, or a part of its name")
	flags.StringSliceVar(&f.Sources, "source", nil, "publisher, or a part of its name")
	flags.StringVar(&f.From, "from", "", "published on or after this day")
	flags.StringVar(&f.To, "to", "", "published on or before this day")
	flags.StringVar(&f.Sort, "sort", "", "score (best first), newest or oldest")
	flags.IntVar(&f.Limit, "limit", 10, "at most so many articles; 0 for all")
	flags.StringVar(&f.facet, "facet", "", "count by theme, province, city, county, year, month, unit, measure, source; unit~财政 counts those that contain 财政")
	flags.BoolVar(&f.reprints, "reprints", false, "show every reprint for itself")
	flags.BoolVar(&f.noSynonyms, "no-synonyms", false, "do not take aliases for the same (纪委监委, 纪律检查委员会和监察委员会)")
	flags.BoolVar(&f.csv, "csv", false, "print as CSV")
}

// resolve checks the words and turns them into the request's.
func (f *searchFlags) resolve() error {
	if f.year != "" {
		from, to, err := yearRange(f.year)
		if err != nil {
			return err
		}
		f.YearFrom, _ = strconv.Atoi(from)
		f.YearTo, _ = strconv.Atoi(to)
	}
	for i, r := range f.Regions {
		_, code, err := placesAnd(r)
		if err != nil {
			return err
		}
		f.Regions[i] = code
	}
	f.Fold, f.Synonyms = !f.reprints, !f.noSynonyms
	f.Facets = facetRequests(f.facet)
	if f.Limit < 0 {
		return usagef("--limit %d: want 0 or more", f.Limit)
	}
	return nil
}

func facetRequests(words string) []index.FacetRequest {
	var out []index.FacetRequest
	for w := range strings.SplitSeq(words, ",") {
		if w = strings.TrimSpace(w); w != "" {
			field, match, _ := strings.Cut(w, "~")
			out = append(out, index.FacetRequest{Field: field, Match: match})
		}
	}
	return out
}

// pageSize is how many hits are asked for at once.
const pageSize = 100

func (a *app) search(ctx context.Context, f searchFlags) error {
	return a.reading(ctx, func(s *corpus.Store) error {
		ix, err := index.Open(a.data)
		if err != nil {
			return err
		}
		defer ix.Close()
		places, err := gazetteer.Load()
		if err != nil {
			return err
		}
		p := &hitPrinter{a: a, places: places, csv: f.csv}
		return p.pages(ctx, ix, f.Request, f.Limit)
	})
}

// pages asks page after page until the limit, or until there is no more.
func (p *hitPrinter) pages(ctx context.Context, ix *index.Index, r index.Request, limit int) error {
	for left := limit; ; {
		r.Limit = pageSize
		if limit > 0 {
			r.Limit = min(left, pageSize)
		}
		res, err := ix.Search(ctx, r)
		if err != nil {
			return err
		}
		if err := p.page(res); err != nil {
			return err
		}
		left -= len(res.Hits)
		if res.Next == "" || limit > 0 && left <= 0 {
			return p.end(res)
		}
		r.Cursor, r.Facets = res.Next, nil
	}
}

func regionNames(places *gazetteer.Table, codes []string) string {
	var out []string
	for _, c := range codes {
		out = append(out, areaName(places, c))
	}
	return strings.Join(out, "、")
}

func resultLine(h index.Hit, places *gazetteer.Table) string {
	line := strings.Join(nonEmpty(h.Source, regionNames(places, h.Regions[:min(3, len(h.Regions))])), "  ")
	if h.Reprints > 0 {
		line += fmt.Sprintf("  +%d", h.Reprints)
	}
	return line
}
