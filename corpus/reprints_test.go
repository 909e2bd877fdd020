package corpus_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"jiandu/corpus"
)

// report is a text of some length, with its figures filled in.
func report(month, cases, people int) string {
	return fmt.Sprintf(`本月通报如下。%d月，全市各级纪检监察组织共查处作风问题%d起，处理%d人。与往常一样，通报按问题的种类列出数字，并附上对数字的说明。
从种类看，收送礼品的问题仍然居多，违规吃喝的问题其次，公车私用的问题最少；从级别看，乡科级干部占了大多数。
下一步，将继续把节日前后的检查做细，对反映集中的单位当面提醒，对屡禁不止的问题提级办理，并把典型问题向社会公布。`, month, cases, people)
}

func article(id, day, text string) corpus.Article {
	return corpus.Article{ID: id, Published: day, Text: text, State: corpus.StateOK, URL: "http://site.test/" + id}
}

func TestRegroup(t *testing.T) {
	full := report(7, 121, 160)
	cut := strings.SplitAfter(full, "\n")[0]
	original := article("a-named", "2024-08-05", full)
	naming := article("b-naming", "2024-08-01", full)
	naming.OriginalURL = "https://site.test/a-named"
	quarantined := article("b-bad", "2024-08-01", full)
	quarantined.State = corpus.StateQuarantined
	for _, c := range []struct {
		name     string
		articles []corpus.Article
		want     [][]string
	}{
		{"the earliest leads", []corpus.Article{article("a", "2024-08-02", full), article("b", "2024-08-01", full)}, [][]string{{"b", "a"}}},
		{"one without a day does not lead", []corpus.Article{article("a", "", full), article("b", "2024-08-01", full)}, [][]string{{"b", "a"}}},
		{"the named original leads", []corpus.Article{naming, original}, [][]string{{"a-named", "b-naming"}}},
		{
			"marks, spaces and widths do not count",
			[]corpus.Article{article("a", "2024-08-01", full), article("b", "2024-08-02", strings.NewReplacer("，", ", ", "1", "１", "\n", "\n\n　　").Replace(full))},
			[][]string{{"a", "b"}},
		},
		{"a cut reprint", []corpus.Article{article("a", "2024-08-01", full), article("b", "2024-08-02", cut)}, [][]string{{"a", "b"}}},
		{"a report that takes up a shorter one", []corpus.Article{article("a", "2024-08-02", full), article("b", "2024-08-01", cut)}, nil},
		{"another month's notice", []corpus.Article{article("a", "2024-08-01", full), article("b", "2024-09-01", report(8, 97, 133))}, nil},
		{"one other figure", []corpus.Article{article("a", "2024-08-01", full), article("b", "2024-08-02", report(7, 121, 161))}, nil},
		{"the same text a year later", []corpus.Article{article("a", "2023-08-01", full), article("b", "2024-08-01", full)}, nil},
		{"quarantined", []corpus.Article{article("a", "2024-08-02", full), quarantined}, nil},
		{"too short to tell", []corpus.Article{article("a", "2024-08-01", "图片新闻"), article("b", "2024-08-01", "图片新闻")}, nil},
		{
			"a text without figures does not join two notices",
			[]corpus.Article{
				article("a", "2024-08-01", full), article("b", "2024-09-01", report(8, 97, 133)),
				article("c", "2024-10-01", full[strings.Index(full, "从种类看"):]),
			},
			[][]string{{"b", "c"}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, articles := range [][]corpus.Article{c.articles, reversed(c.articles)} {
				s := open(t, t.TempDir())
				for _, a := range articles {
					save(t, s, a)
					if _, err := s.Regroup(context.Background()); err != nil {
						t.Fatal(err)
					}
				}
				if diff := cmp.Diff(c.want, groups(t, s)); diff != "" {
					t.Errorf("groups (-want +got):\n%s", diff)
				}
				settled(t, s)
			}
		})
	}
}

func reversed(list []corpus.Article) []corpus.Article {
	out := slices.Clone(list)
	slices.Reverse(out)
	return out
}

// A changed article leaves its group, and comes back.
func TestRegroupChanged(t *testing.T) {
	ctx := context.Background()
	s := open(t, t.TempDir())
	full := report(7, 121, 160)
	lead := article("a", "2024-08-01", full)
	save(t, s, lead, article("b", "2024-08-02", full), article("c", "2024-08-03", full))
	for _, step := range []struct {
		text, state string
		changed     int
		want        [][]string
	}{
		{full, corpus.StateOK, 2, [][]string{{"a", "b", "c"}}},
		{report(7, 122, 160), corpus.StateOK, 2, [][]string{{"b", "c"}}},
		{full, corpus.StateOK, 2, [][]string{{"a", "b", "c"}}},
		{full, corpus.StateQuarantined, 2, [][]string{{"b", "c"}}},
	} {
		lead.Text, lead.State = step.text, step.state
		save(t, s, lead)
		n, err := s.Regroup(ctx)
		if err != nil || n != step.changed {
			t.Errorf("%d articles changed, want %d (%v)", n, step.changed, err)
		}
		if diff := cmp.Diff(step.want, groups(t, s)); diff != "" {
			t.Errorf("groups (-want +got):\n%s", diff)
		}
		settled(t, s)
	}
}

// A run that is stopped on the way leaves the rest for the next one.
func TestRegroupStopped(t *testing.T) {
	s := open(t, t.TempDir())
	var articles []corpus.Article
	for i := range 40 {
		text := report(1+i%12, 100+i, 200+i)
		articles = append(articles, article(fmt.Sprint("a", i), "2024-08-02", text), article(fmt.Sprint("b", i), "2024-08-01", text))
	}
	save(t, s, articles...)
	for wait := 200 * time.Microsecond; ; wait *= 2 {
		ctx, cancel := context.WithTimeout(context.Background(), wait)
		_, err := s.Regroup(ctx)
		cancel()
		if err == nil {
			break
		}
	}
	if got := groups(t, s); len(got) != 40 || len(got[0]) != 2 || got[0][0][0] != 'b' {
		t.Errorf("%d groups, the first %v; want 40 of two", len(got), got[0])
	}
	settled(t, s)
}
