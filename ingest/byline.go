package ingest

import "strings"

// credits is what the lines around a report say about it.
type credits struct {
	Source, Author, Editor, Column, Original string
	Date                                     string // of publication, YYYY-MM-DD
	Reprint                                  string // source named by 转载于…
}

// merge takes from o what c lacks.
func (c *credits) merge(o credits) {
	for _, f := range []struct {
		to   *string
		from string
	}{
		{&c.Source, o.Source},
		{&c.Author, o.Author},
		{&c.Editor, o.Editor},
		{&c.Column, o.Column},
		{&c.Original, o.Original},
		{&c.Date, o.Date},
		{&c.Reprint, o.Reprint},
	} {
		if *f.to == "" {
			*f.to = f.from
		}
	}
}

// parseCredits reads a line of labels. ok is false where the line is something
// else. head says that the line stands above the text, where weaker signs count.
func parseCredits(line string, head bool) (c credits, ok bool) {
	if line = strings.TrimSpace(line); runes(line) > 300 || strings.ContainsAny(line, "。！？；") && runes(line) > 60 {
		return c, false // running text
	}
	inner := strings.Trim(line, "[]【】（）() \t")
	before, found := labels().cut(inner)
	if len(found) == 0 {
		return parseUnlabelled(inner, head)
	}
	strong := 0
	for _, l := range found {
		if strings.ContainsAny(l.value, "。！？；") || l.field != "original" && l.field != "-" && runes(l.value) > 60 {
			return credits{}, false
		}
		if l.field != "weakdate" {
			strong++
		}
		c.set(l)
	}
	switch {
	case before != "" && !fitsBefore(before, head, &c):
		return credits{}, false
	case strong == 0 && !head, strong == 0 && c.Date == "":
		return credits{}, false
	}
	return c, true
}

// fitsBefore tells whether what stands ahead of the first label belongs to a line of
// labels: a date, a medium, a word of the page's furniture; above the text only.
func fitsBefore(before string, head bool, c *credits) bool {
	if c.Date == "" {
		c.Date = findDay(before)
	}
	if findDay(before) != "" {
		return runes(before) <= 40
	}
	if reprint := reprintOf(before); reprint != "" {
		c.Reprint = reprint
		return true
	}
	return classify(before) == noiseLine || head && runes(before) <= 16 && !strings.ContainsAny(before, "，。、；：:“”")
}

func (c *credits) set(l labelled) {
	if at := written.FindStringIndex(l.value); at != nil && l.field != "date" && l.field != "weakdate" && l.field != "original" {
		c.keep(&c.Date, findDay(l.value))
		l.value = trimValue(l.value[:at[0]])
	}
	switch l.field {
	case "source":
		c.keep(&c.Source, sourceName(l.value))
		if at := rolePlace.FindStringIndex(l.value); at != nil && at[0] > 0 { // 某某社 记者 张三
			c.addAuthor(authorNames(l.value[at[1]:]))
		}
	case "author":
		if !strings.ContainsAny(l.value, "0123456789") {
			c.addAuthor(authorNames(l.value))
		}
	case "editor":
		c.keep(&c.Editor, authorNames(l.value))
	case "column":
		c.keep(&c.Column, l.value)
	case "original":
		c.keep(&c.Original, firstURL(l.value))
	case "date", "weakdate":
		c.keep(&c.Date, findDay(l.value))
	}
}

func (*credits) keep(to *string, value string) {
	if *to == "" {
		*to = value
	}
}

func (c *credits) addAuthor(names string) {
	if names != "" && !strings.Contains(" "+c.Author+" ", " "+names+" ") {
		c.Author = strings.TrimSpace(c.Author + " " + names)
	}
}
