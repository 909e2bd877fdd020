package web

import (
	"context"
	"net/url"
	"strings"
	"testing"

	"jiandu/corpus"
)

// A figure that another article contradicts is marked, with what the other says.
func TestContested(t *testing.T) {
	opt := sampleOptions(t)
	a, tags := sampleReport(samplePlaces[0], 2021, 3)
	a.URL, a.ID = "https://example.org/other.html", corpus.ArticleID("https://example.org/other.html", "")
	a.Text = strings.Replace(a.Text, "查处违规吃喝问题17起", "查处违规吃喝问题19起", 1)
	st := tags.Statistics[0]
	tags.Statistics = []corpus.Statistic{statistic(a.Text, "查处违规吃喝问题19起", corpus.Statistic{
		Number: "19", Value: 19, Unit: st.Unit, Action: st.Action, Object: st.Object, Actor: st.Actor, Region: st.Region, Period: st.Period,
	})}
	ctx := context.Background()
	_, err := opt.Store.Save(ctx, corpus.Extracted{Article: &a})
	must(t, err)
	must(t, opt.Store.SaveTags(ctx, corpus.Tagged{ID: a.ID, Text: a.Text, Tags: tags}))
	h, err := New(opt)
	must(t, err)
	body := get(h, "/figures?region=430181&action="+url.QueryEscape("查处")).Body.String()
	if !strings.Contains(body, "1 处说法不一") || !strings.Contains(body, "另有说法") {
		t.Errorf("nothing is marked:\n%.3000s", body)
	}
	if !strings.Contains(body, "累计") {
		t.Error("cumulative figures are not marked")
	}
}

// The saved chart is a whole SVG that needs no style sheet.
func TestChartFile(t *testing.T) {
	h := sampleServer(t)
	w := get(h, "/figures/chart.svg?by=province&action="+url.QueryEscape("处理"))
	body := w.Body.String()
	if w.Code != 200 || !strings.HasPrefix(body, `<svg xmlns="http://www.w3.org/2000/svg"`) || !strings.Contains(body, `fill="#`) || !strings.Contains(body, "湖南省") {
		t.Errorf("%d %.300s", w.Code, body)
	}
	if w := get(h, "/figures/chart.svg"); w.Code != 400 {
		t.Errorf("a chart of nothing: %d", w.Code)
	}
}
