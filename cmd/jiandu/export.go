package main

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"strconv"

	"github.com/spf13/cobra"

	"jiandu/corpus"
	"jiandu/ingest"
)

func (a *app) exportCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write every article with its tags (JSONL), every figure (CSV), or every page (WARC)",
		Long: `Writes the whole corpus to standard output.

  --format jsonl    one JSON object a line for each article: text and tags (docs/corpus.md)
  --format csv      one line for each figure, with its sentence, source and link
  --format warc     the pages as they were fetched (ISO 28500), each record gzipped: name it .warc.gz`,
		Example: examples("jiandu export --format jsonl > articles.jsonl", "jiandu export --format csv > figures.csv"),
		Args:    args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			write, ok := exporters[format]
			if !ok {
				return usagef("--format %q: want jsonl, csv or warc", format)
			}
			return a.reading(cmd.Context(), func(s *corpus.Store) error {
				w := bufio.NewWriterSize(a.out, 1<<16)
				if err := write(cmd.Context(), s, w); err != nil {
					return err
				}
				return w.Flush()
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", "jsonl", "jsonl, csv or warc")
	return cmd
}

var exporters = map[string]func(context.Context, *corpus.Store, *bufio.Writer) error{
	"jsonl": exportJSONL,
	"csv":   exportCSV,
	"warc":  exportWARC,
}

func exportJSONL(ctx context.Context, s *corpus.Store, w *bufio.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for d, err := range s.Changed(ctx, 0) {
		if err != nil {
			return err
		}
		if d.State != corpus.StateOK {
			continue
		}
		if err := enc.Encode(corpus.NewExport(d)); err != nil {
			return err
		}
	}
	return nil
}

// exportWARC writes the pages as they were fetched.
func exportWARC(ctx context.Context, s *corpus.Store, w *bufio.Writer) error {
	_, err := ingest.WriteWARC(w, s.Pages(ctx))
	return err
}

var figureHeads = []string{
	"article", "title", "source", "published", "url", "quote", "value", "unit", "approx", "action", "object", "actor",
	"region", "from", "to", "cumulative", "sentence", "group", "lead",
}

func exportCSV(ctx context.Context, s *corpus.Store, w *bufio.Writer) error {
	c := csv.NewWriter(w)
	if err := c.Write(figureHeads); err != nil {
		return err
	}
	for d, err := range s.Changed(ctx, 0) {
		if err != nil {
			return err
		}
		if d.State != corpus.StateOK {
			continue
		}
		text := []rune(d.Text)
		for _, f := range d.Statistics {
			if err := c.Write(figureRow(d, f, text)); err != nil {
				return err
			}
		}
	}
	c.Flush()
	return c.Error()
}

func figureRow(d corpus.Document, f corpus.Statistic, text []rune) []string {
	var p corpus.Period
	if f.Period != nil {
		p = *f.Period
	}
	return []string{
		d.ID, d.Title, d.Source, d.Published, d.URL, f.Quote, strconv.FormatFloat(f.Value, 'f', -1, 64), f.Unit, f.Approx,
		f.Action, f.Object, f.Actor, f.Region, p.From, p.To, strconv.FormatBool(f.Cumulative),
		string(text[f.SentenceStart:f.SentenceEnd]), d.Group, strconv.FormatBool(d.Lead),
	}
}
