package figures

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"

	"jiandu/corpus"
)

// Fact is one figure about the world: what several articles say with the same
// words counts once.
type Fact struct {
	Figure          // as it was published first
	Seen   []Figure `json:"seen"`             // every article that gives it, first published first
	Others []Figure `json:"others,omitempty"` // articles that give another value for the same
	// Revised is set where the words of one of them say that it takes the place of
	// an earlier value, or may be replaced: 最终核实, 初步统计, 升至.
	Revised bool `json:"revised,omitempty"`

	peers *peers
}

// peers are the exact facts of one concept, place and period.
type peers struct{ facts []*Fact }

// concept is what a figure counts, apart from where and when.
type concept struct{ action, object, unit, scope, body string }

// conceptOf names what f counts. The object of the query stands for the figure's
// own where that holds it, or says nothing more than who, and the figure is
// narrowed to it.
func conceptOf(f Figure, q Query) concept {
	c := concept{actionName(f.Action), objectName(f.Object), unitName(f.Statistic.Unit, f.Object), f.Scope, f.Body}
	if c.body == "" && strings.Contains(f.Actor, "驻") && strings.HasSuffix(f.Actor, "组") {
		c.body = f.Actor // a group's own cases, whatever the area of the body where it sits
	}
	if c.scope != "" && strings.Contains(c.object, c.scope) {
		c.scope = ""
	}
	switch {
	case q.Object == "":
	case strings.Contains(c.object, q.Object):
		c.object = q.Object
	case strings.Contains(c.scope, q.Object) || c.scope != "" && strings.Contains(q.Object, c.scope):
		c.scope = ""
		if c.object == "" {
			c.object = q.Object
		} else {
			c.scope = q.Object
		}
	}
	return c
}

// actionName gives the name of an action under which its figures stand together;
// "" where it does nothing: 总值为, 总值达到.
func actionName(action string) string {
	action = bareAction(action)
	if slices.Contains(words()["copula"], action) {
		return ""
	}
	return cmp.Or(sameAction()[action], action)
}

// objectName gives the name of an object under which its figures stand together;
// "" where it says no more than the unit does.
func objectName(object string) string {
	object = bareObject(object)
	for _, w := range []string{"相关", "有关", "含", "包括"} {
		object = strings.TrimPrefix(object, w)
	}
	if people[object] {
		return ""
	}
	if core, ok := strings.CutSuffix(object, "问题"); ok {
		for _, n := range scopeNames() {
			if n.word == strings.TrimSuffix(core, "的") {
				return n.name + "问题"
			}
		}
	}
	if strings.HasSuffix(object, "级") && holds("people", object) {
		return object + "干部"
	}
	return object
}

// unitName gives the unit under which figures of an object stand together: people
// are counted as 人 or 名, problems and cases as 起, 件, 个 or 宗.
func unitName(unit, object string) string {
	switch unit {
	case "名":
		return "人"
	case "件", "个", "宗":
		if strings.HasSuffix(bareObject(object), "问题") {
			return "起"
		}
	}
	return unit
}

// people are objects that say no more than the unit of counting does.
var people = map[string]bool{
	"": true, "人": true, "人员": true, "干部": true, "党员干部": true, "党员、干部": true, "党员": true, "公职人员": true,
	"问题": true, "责任人": true, "责任人员": true, "人数": true, "党政干部": true, "有关人员": true, "相关人员": true, "党员干部和公职人员": true,
}

// light are words before an action that do not change what is counted.
var light = []string{"严肃", "依法", "依规依纪", "先后", "给予", "予以", "作出", "进行", "受到", "共", "累计", "已", "并", "被"}

func bareAction(action string) string {
	for again := true; again; {
		again = false
		for _, w := range light {
			if rest, ok := strings.CutPrefix(action, w); ok && rest != "" {
				action, again = rest, true
			}
		}
	}
	return action
}

// unquoted drops quotation marks: “四风”问题 and 四风问题 are one object.
var unquoted = strings.NewReplacer("”、“", "、", "”“", "、", "“", "", "”", "", "\"", "", "‘", "", "’", "", "「", "", "」", "")

func bareObject(object string) string { return strings.Trim(unquoted.Replace(object), "的 ") }

// facts merges figures that say the same: same concept, region, actor, period
// and value.
func facts(figures []Figure, q Query) map[concept][]*Fact {
	slices.SortStableFunc(figures, func(a, b Figure) int {
		return cmp.Or(cmp.Compare(orLast(a.Published), orLast(b.Published)), cmp.Compare(a.ArticleID, b.ArticleID), a.Ord-b.Ord)
	})
	type where struct {
		concept
		place string
	}
	type same struct {
		where
		value float64
	}
	seen := map[same]*Fact{}
	at := map[where]*peers{}
	out := map[concept][]*Fact{}
	for _, f := range figures {
		c := conceptOf(f, q)
		k := same{where{c, placeKey(f)}, f.Value}
		if old, ok := seen[k]; ok {
			old.Seen = append(old.Seen, f)
			continue
		}
		fact := &Fact{Figure: f, Seen: []Figure{f}}
		seen[k] = fact
		out[c] = append(out[c], fact)
		if f.Period == nil || f.Region == "" || f.Approx != corpus.Exact {
			continue
		}
		if at[k.where] == nil {
			at[k.where] = &peers{}
		}
		fact.peers = at[k.where]
		fact.peers.facts = append(fact.peers.facts, fact)
	}
	return out
}

// placeKey is where and when a figure holds. Undated figures are kept apart by
// article: they can't be said to be the same.
func placeKey(f Figure) string {
	if f.Period == nil {
		return f.Region + "|" + f.Group
	}
	return f.Region + "|" + f.Period.From + "|" + f.Period.To
}

func orLast(day string) string { return cmp.Or(day, "9999") }

// contradict fills in Others of facts: facts of the same place and period with
// another exact value, unless one article gives both (then they count different
// things). Evidence is read only where it decides.
func contradict(ctx context.Context, db *sql.DB, fs []*Fact) error {
	rivals := make([][]*Fact, len(fs))
	var read []*Figure
	for i, f := range fs {
		if rivals[i] = f.rivals(); len(rivals[i]) > 0 {
			read = append(read, &f.Figure)
		}
		for _, r := range rivals[i] {
			read = append(read, &r.Figure)
		}
	}
	if err := complete(ctx, db, read); err != nil {
		return err
	}
	for i, f := range fs {
		for _, r := range rivals[i] {
			same, err := saidOfSame(ctx, db, f.Figure, r.Figure)
			if err != nil {
				return err
			}
			if same {
				f.Others = append(f.Others, r.Figure)
				f.Revised = f.Revised || revised(f.Figure) || revised(r.Figure)
			}
		}
	}
	return nil
}

// rivals gives the facts that contradict f, if the words around them are alike.
func (f *Fact) rivals() []*Fact {
	if f.peers == nil || !comparable(f.Figure) {
		return nil
	}
	var out []*Fact
	for _, p := range f.peers.facts {
		if p.Value != f.Value && comparable(p.Figure) && sameActor(f.Actor, p.Actor) && !shareGroup(f, p) &&
			!roundsTo(f.Figure, p.Figure) && !roundsTo(p.Figure, f.Figure) {
			out = append(out, p)
		}
	}
	return out
}

func sameActor(a, b string) bool {
	return a == "" || b == "" || strings.Contains(a, b) || strings.Contains(b, a)
}

func shareGroup(a, b *Fact) bool {
	for _, x := range a.Seen {
		for _, y := range b.Seen {
			if x.Group == y.Group {
				return true
			}
		}
	}
	return false
}
