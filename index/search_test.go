package index

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiandu/corpus"
)

func sample() []corpus.Document {
	a := doc("纪检监察体制改革推进", "甲市推进纪检监察体制改革。“四责”协同机制运行一年。\n全年给予处分12人。")
	a.Regions = []corpus.Region{{Code: "430181"}}
	a.Years = []int{2022}
	a.Themes = []corpus.Theme{{ID: "reform", Weight: 1}}
	b := doc("粮食购销监督检查", "围绕粮食购销开展监督检查，发现问题３８个。研究生命起源的人也来了。")
	b.Regions = []corpus.Region{{Code: "530000"}}
	b.Years = []int{2021}
	b.Themes = []corpus.Theme{{ID: "grain", Weight: 1}}
	return []corpus.Document{a, b, doc("学校食堂", "对学校食堂开展巡察整改。")}
}

func TestSearch(t *testing.T) {
	s, dir := newStore(t, sample()...)
	update1(t, s, dir)
	ix := open1(t, dir)
	const reform, grain, school = "纪检监察体制改革推进", "粮食购销监督检查", "学校食堂"
	for _, tt := range []struct {
		query string
		want  []string
	}{
		{"监察", []string{reform}},
		{"纪检监察", []string{reform}},
		{"研究生", []string{grain}},
		{"“四责”协同", []string{reform}},
		{`"四责协同"`, []string{reform}},
		{`"”协同机"`, []string{reform}},
		{`"38个。研"`, []string{grain}},
		{"问题３８个", []string{grain}},
		{"标题:食堂", []string{school}},
		{"標題:食堂", []string{school}},
		{"食堂標題", nil},
		{"三函九书", nil}, // characters of a name that nobody prints
		{"粮食 OR 食堂", []string{grain, school}},
		{"监督 -食堂", []string{grain}},
		{"NOT 粮食 AND NOT 食堂", []string{reform}},
		{"地区:湖南", []string{reform}},
		{"region:长沙市", []string{reform}},
		{"主题:粮食购销", []string{grain}},
		{"年份:2021..2022 监察", []string{reform}},
		{"year:2021", []string{grain}},
		{"粮*", []string{grain}},
		{"鸵鸟", nil},
	} {
		got := titles(t, ix, Request{Query: tt.query})
		if d := cmp.Diff(sorted(tt.want), sorted(got)); d != "" {
			t.Errorf("%s: %s", tt.query, d)
		}
	}
}

func sorted(s []string) map[string]bool {
	m := map[string]bool{}
	for _, x := range s {
		m[x] = true
	}
	return m
}

func TestSnippets(t *testing.T) {
	s, dir := newStore(t, sample()...)
	update1(t, s, dir)
	res, err := open1(t, dir).Search(context.Background(), Request{Query: "协同机制"})
	if err != nil || len(res.Hits) != 1 {
		t.Fatal(res, err)
	}
	sn := res.Hits[0].Snippets[0]
	if sn.Text != "“四责”协同机制运行一年。" || len(sn.Marks) == 0 {
		t.Errorf("%+v", sn)
	}
}
