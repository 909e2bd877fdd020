package corpus_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"jiandu/corpus"
	"jiandu/corpus/corpustest"
)

// readRecords reads articles from a file of JSON lines, compressed with zstd.
func readRecords(tb testing.TB, name string) []corpus.Article {
	tb.Helper()
	f, err := os.Open(corpustest.Shared(tb, name))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	z, err := zstd.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	defer z.Close()
	var out []corpus.Article
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var d corpus.Article
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			tb.Fatal(err)
		}
		d.ID, d.State = corpus.ArticleID(d.URL, d.Text), corpus.StateOK
		out = append(out, d)
	}
	if lines.Err() != nil {
		tb.Fatal(lines.Err())
	}
	return out
}

func open(tb testing.TB, dir string) *corpus.Store {
	tb.Helper()
	s, err := corpus.Open(context.Background(), dir, corpus.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { s.Close() })
	return s
}

func save(tb testing.TB, s *corpus.Store, articles ...corpus.Article) {
	tb.Helper()
	for len(articles) > 0 {
		n := min(len(articles), 500)
		var batch []corpus.Extracted
		for i := range articles[:n] {
			batch = append(batch, corpus.Extracted{Article: &articles[i]})
		}
		if _, err := s.Save(context.Background(), batch...); err != nil {
			tb.Fatal(err)
		}
		articles = articles[n:]
	}
}

// provisionalText takes the paragraphs out of a page: lines that hold a sentence.
func provisionalText(html string) string {
	html = regexp.MustCompile(`(?is)<(script|style|head).*?</(script|style|head)>`).ReplaceAllString(html, "")
	html = regexp.MustCompile(`(?i)</(p|div|li|h\d)>|<br[^>]*>`).ReplaceAllString(html, "\n")
	html = regexp.MustCompile(`(?s)<[^>]*>`).ReplaceAllString(html, "")
	var out []string
	for line := range strings.SplitSeq(html, "\n") {
		if line = strings.TrimSpace(line); strings.Contains(line, "。") && len([]rune(line)) > 25 {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

func TestCCDIPairs(t *testing.T) {
	dir := corpustest.Shared(t, "data/ccdi")
	files, err := filepath.Glob(filepath.Join(dir, "*.html"))
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, t.TempDir())
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(f), ".html")
		save(t, s, corpus.Article{
			ID: name, Text: provisionalText(string(b)), State: corpus.StateOK,
			Published: name[1:5] + "-" + name[5:7] + "-" + name[7:9],
		})
	}
	if _, err := s.Regroup(context.Background()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(ccdiPairs, groups(t, s)); diff != "" {
		t.Errorf("groups (-want +got):\n%s", diff)
	}
}

// ccdiPairs are the articles that stand in two columns of the site, each once.
var ccdiPairs = [][]string{
	{"t20220908_216582", "t20220908_216723"},
	{"t20220919_218677", "t20220921_219301"},
	{"t20230201_243874", "t20230201_244000"},
	{"t20230327_255005", "t20230327_255144"},
	{"t20230425_260534", "t20230425_260682"},
	{"t20230710_274251", "t20230710_274371"},
	{"t20230808_281273", "t20230808_281355"},
	{"t20230928_297111", "t20230928_297113"},
	{"t20231229_318228", "t20231229_318304"},
	{"t20240103_319109", "t20240105_319959"},
	{"t20240109_320648", "t20240109_320680"},
	{"t20240206_327443", "t20240206_327454"},
}

// TestRegroupAnyOrder saves a week of news in several orders, at once and in
// parts with a run after each, and wants the same groups.
func TestRegroupAnyOrder(t *testing.T) {
	articles := readRecords(t, "data/news.jsonl.zst")
	var want [][]string
	for seed := range uint64(3) {
		s := open(t, t.TempDir())
		r := rand.New(rand.NewPCG(seed, 0))
		if seed > 0 {
			r.Shuffle(len(articles), func(i, j int) { articles[i], articles[j] = articles[j], articles[i] })
		}
		for rest := articles; len(rest) > 0; {
			n := min(len(rest), 1+r.IntN(len(articles)))
			save(t, s, rest[:n]...)
			rest = rest[n:]
			if _, err := s.Regroup(context.Background()); err != nil {
				t.Fatal(err)
			}
		}
		got := groups(t, s)
		if want == nil {
			want = got
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("order %d (-first +this):\n%s", seed, diff)
		}
		settled(t, s)
	}
	if len(want) < 25 {
		t.Errorf("only %d groups", len(want))
	}
}

// settled checks that another run changes nothing.
func settled(tb testing.TB, s *corpus.Store) {
	tb.Helper()
	ctx := context.Background()
	before, err := s.LastSeq(ctx)
	if err != nil {
		tb.Fatal(err)
	}
	n, err := s.Regroup(ctx)
	after, err2 := s.LastSeq(ctx)
	if err != nil || err2 != nil || n != 0 || after != before {
		tb.Errorf("another run changed %d articles, change number %d to %d (%v, %v)", n, before, after, err, err2)
	}
}

// BenchmarkRegroup groups fourteen years of news, 73,053 articles of 106 MB, and
// parts of it, to show the growth; then one article more.
func BenchmarkRegroup(b *testing.B) {
	articles := readRecords(b, "data/xwlb.jsonl.zst")
	for _, n := range []int{10_000, 30_000, len(articles)} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				s := open(b, b.TempDir())
				save(b, s, articles[:n]...)
				b.ReportMetric(regroupSeconds(b, s), "s/regroup")
				again := articles[0]
				again.ID, again.URL = "again", ""
				save(b, s, again)
				b.ReportMetric(regroupSeconds(b, s), "s/one-more")
			}
		})
	}
}

func regroupSeconds(b *testing.B, s *corpus.Store) float64 {
	b.Helper()
	start := time.Now()
	_, err := s.Regroup(context.Background())
	must(b, err)
	return time.Since(start).Seconds()
}

// groups gives the reprint groups of two articles or more, their leads first.
func groups(tb testing.TB, s *corpus.Store) [][]string {
	tb.Helper()
	rows, err := s.DB().Query(`SELECT group_concat(id, ' ') FROM (SELECT group_id, id FROM article ORDER BY group_id, lead DESC, id)
GROUP BY group_id HAVING count(*) > 1 ORDER BY 1`)
	if err != nil {
		tb.Fatal(err)
	}
	defer rows.Close()
	var out [][]string
	for rows.Next() {
		var ids string
		if err := rows.Scan(&ids); err != nil {
			tb.Fatal(err)
		}
		out = append(out, strings.Fields(ids))
	}
	return out
}
