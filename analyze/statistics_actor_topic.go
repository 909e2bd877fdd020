package analyze

import "strings"

// actorBefore gives who acts by the sentences before a figure, by who speaks, or by the title.
func (r *figureReader) actorBefore(f figure) actor {
	r.currentTopic()
	if r.frame.cases && r.d.paragraphAt(f.start) > 0 && !strings.Contains(r.d.art.Title, r.topic.name) {
		return actor{} // the bodies of a case are those of its people
	}
	if r.topic.name != "" || r.topic.region != "" {
		return r.topic
	}
	if a, ok := r.speaker(f.start); ok {
		return a
	}
	if _, speech := r.speechAround(f.start); speech {
		return actor{}
	}
	if r.titleActor.place && (f.class != classCount || r.namesPlace(f.start)) {
		return actor{}
	}
	return r.titleActor
}

// findTitleActor gives the unit that the title names, which acts where the text names no one.
func (r *figureReader) findTitleActor() actor {
	for _, u := range r.d.units {
		for _, m := range u.Mentions {
			if _, rest, ok := strings.Cut(r.d.art.Title, m.Text); ok && len(m.Text) >= 12 && (strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, ":")) {
				return actor{name: u.Name, region: areaOfUnit(u)}
			}
		}
	}
	return r.titlePlace()
}

// namesPlace tells whether the paragraph of position i names a place before it.
func (r *figureReader) namesPlace(i int) bool {
	lo, hi := r.placesIn(span{r.d.paragraphs[r.d.paragraphAt(i)].start, i})
	return hi > lo
}

// titlePlace gives the place of a title like 某省：专项整治见实效, which acts where the text names no one.
func (r *figureReader) titlePlace() actor {
	t := r.d.title
	if t == nil {
		return actor{}
	}
	for _, p := range t.places {
		if isOneOf(t.runes, p.end, "：:") && !p.passing && len(r.d.tags.Regions) > 0 && r.d.tags.Regions[0].Code == p.code {
			return actor{name: t.text(p.span), region: p.code, place: true}
		}
	}
	return actor{}
}

// maxUnread bounds how many sentences are looked through for who acts.
const maxUnread = 12

// topicOf remembers a sentence, whose subject is found when a figure asks for it.
func (r *figureReader) topicOf(s span) {
	if len(r.unread) == maxUnread {
		r.unread = append(r.unread[:0], r.unread[1:]...)
	}
	r.unread = append(r.unread, s)
}

// currentTopic gives who acts in the sentences before, the nearest first.
func (r *figureReader) currentTopic() actor {
	for i := len(r.unread) - 1; i >= 0; i-- {
		a, ok := r.subjectBefore(r.unread[i].start, r.unread[i].end)
		if !ok {
			continue
		}
		if a.extent {
			a = actor{region: a.region}
		}
		r.topic = a
		break
	}
	r.unread = r.unread[:0]
	return r.topic
}
