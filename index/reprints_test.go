package index

import (
	"context"
	"testing"

	"jiandu/corpus"
)

// TestReprints counts the other articles of a group that the filters allow, whatever words they have.
func TestReprints(t *testing.T) {
	lead, again, third := doc("巡察整改公布", "全县整改问题三十个。"), doc("转载", "全县整改问题三十个，来源见原文。"), doc("再转载", "整改的消息。")
	again.Source, third.Source = "示例网", "示例网"
	docs := []corpus.Document{lead, again, third}
	for i := range docs {
		docs[i].ID = corpus.ArticleID("http://example.org/"+docs[i].Title, "")
	}
	s, dir := newStore(t, append(docs, doc("别的", "整改别的。"))...)
	for _, d := range docs {
		if err := s.SaveGroups(context.Background(), corpus.Grouping{ID: d.ID, Group: docs[0].ID, Lead: d.ID == docs[0].ID}); err != nil {
			t.Fatal(err)
		}
	}
	update1(t, s, dir)
	ix := open1(t, dir)
	for _, test := range []struct {
		req   Request
		title string
		want  int
	}{
		{Request{Query: "巡察", Fold: true}, "巡察整改公布", 2},
		{Request{Query: "巡察"}, "巡察整改公布", 2},
		{Request{Query: "三十个", Fold: true}, "巡察整改公布", 2},
		{Request{Query: "整改", Fold: true, Sources: []string{"示例网"}}, "", 1},
		{Request{Query: "别的", Fold: true}, "别的", 0},
	} {
		res, err := ix.Search(context.Background(), test.req)
		if err != nil || len(res.Hits) != 1 {
			t.Fatalf("%+v: %v %v", test.req, res.Hits, err)
		}
		if h := res.Hits[0]; h.Reprints != test.want || test.title != "" && h.Title != test.title {
			t.Errorf("%+v: %s has %d, want %d", test.req, h.Title, h.Reprints, test.want)
		}
	}
}

// TestSingleCharacters finds every letter and digit of a text, again and again, in title and text.
func TestSingleCharacters(t *testing.T) {
	d := doc("粮食购销", "对研究生食堂开展监督检查，共3项A类问题。")
	s, dir := newStore(t, d, doc("无关", "空白"))
	update1(t, s, dir)
	ix := open1(t, dir)
	for range 2 {
		for _, r := range d.Text {
			if want := isWord(r); (len(titles(t, ix, Request{Query: "\"" + string(r) + "\""})) == 1) != want && want {
				t.Errorf("%c does not find its text alone", r)
			}
		}
		for query, want := range map[string]int{"标题:粮": 1, "标题:研": 0, "粮 空": 0, "粮*": 1, "粮 OR 空": 2, "粮 研": 1} {
			if got := titles(t, ix, Request{Query: query}); len(got) != want {
				t.Errorf("%s finds %v", query, got)
			}
		}
	}
}
