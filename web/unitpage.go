package web

import (
	"net/http"
	"net/url"

	"jiandu/index/figures"
)

// unitPage is what templates/unit.html shows.
type unitPage struct {
	view
	Name   string
	Unit   *figures.UnitName  // the unit of just this name
	Others []figures.UnitName // units whose names hold the name
	Years  []unitYear
	Cut    bool // whether there are more reports than are listed
	Search string
}

// unitYear is a year of a unit's timeline; Year is "" for undated reports.
type unitYear struct {
	Year    string
	Reports []figures.UnitReport
}

// ToSentence is the address of a figure's sentence.
func (p unitPage) ToSentence(f figures.Figure) string {
	return p.Link("/articles/%s", f.ArticleID) + "#" + sentenceID(f.SentenceStart)
}

// maxUnits is how many units of like names a page offers.
const maxUnits = 12

func (s *server) unitPage(w http.ResponseWriter, r *http.Request) error {
	name := r.URL.Query().Get("name")
	if name == "" {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return nil
	}
	if done, err := s.fresh(w, r); done || err != nil {
		return err
	}
	page := unitPage{view: s.newView(r, "search", name), Name: name}
	page.Search = page.Link(address("/", url.Values{"unit": {name}}))
	units, err := figures.Units(r.Context(), s.Store.DB(), name, maxUnits+1)
	if err != nil {
		return err
	}
	for i, u := range units {
		if u.Name == name {
			page.Unit = &units[i]
		} else {
			page.Others = append(page.Others, u)
		}
	}
	reports, err := figures.Timeline(r.Context(), s.Store.DB(), name, maxReports+1)
	if err != nil {
		return err
	}
	if page.Unit == nil && len(reports) == 0 {
		return &problem{Title: "Not found", Status: http.StatusNotFound, Detail: "no article names this unit"}
	}
	if page.Cut = len(reports) > maxReports; page.Cut {
		reports = reports[:maxReports]
	}
	page.Years = byYear(reports)
	return s.render(w, page.Lang, "unit", page)
}

// byYear cuts a timeline, which is in order, into its years.
func byYear(reports []figures.UnitReport) []unitYear {
	var out []unitYear
	for _, r := range reports {
		year := r.Published[:min(4, len(r.Published))]
		if n := len(out); n == 0 || out[n-1].Year != year {
			out = append(out, unitYear{Year: year})
		}
		last := &out[len(out)-1]
		last.Reports = append(last.Reports, r)
	}
	return out
}
